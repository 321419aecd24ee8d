"""The one vote: asking whether it is possible, casting it, and the receipt (E3-E5)."""
