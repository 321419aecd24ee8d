"""Conversations about voting through the Bot API."""
