"""Conversations about verification through the Bot API."""
