"""Proposals on paper: entered at the desk for their authors, who find them in the bot by a slip (B9)."""
