"""Telegram on this machine: a Bot API server on loopback and a chat page."""
