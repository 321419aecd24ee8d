"""Sending announcements against a Telegram with a crowd."""
