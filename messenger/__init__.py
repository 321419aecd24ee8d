"""What bot and worker share of Telegram: client, pace, files, notices and their buttons."""
