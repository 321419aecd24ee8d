"""Conversations about the capability `privacy` through the Bot API."""
