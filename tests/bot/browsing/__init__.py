"""Conversations about browsing through the Bot API."""
