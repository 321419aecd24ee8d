"""The outcome of a territory (F5)."""
