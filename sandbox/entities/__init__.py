"""Formatted text as Telegram keeps it: plain text and entities whose offsets count UTF-16 units."""
