"""Amendments: one person proposes what changes, another approves, and then every reader sees it (A2, A4)."""
