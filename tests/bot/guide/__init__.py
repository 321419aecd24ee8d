"""Conversations about the capability `guide` through the Bot API."""
