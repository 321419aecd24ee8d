"""Talking about proposals: the list, the card, one's own proposal, what one follows (B6, D6, D7)."""
