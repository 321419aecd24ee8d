"""The outcome under other settings, for the office alone; nothing of it is kept (F4)."""
