"""Conversations about the capability `place` through the Bot API."""
