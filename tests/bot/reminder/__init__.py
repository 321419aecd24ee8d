"""Conversations about the capability `reminder` through the Bot API."""
