"""The bot of cases and reports, in conversations."""
