"""The bot of helper mode and of a household, in conversations."""
