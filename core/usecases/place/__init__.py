"""Accounts and their places: seen, spoken to in a language, set down in a territory, stopped."""
