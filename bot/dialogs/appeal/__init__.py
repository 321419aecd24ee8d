"""Appealing against a refusal: written, read back, sent once (B6)."""
