"""Conversations about the capability `outcome` through the Bot API."""
