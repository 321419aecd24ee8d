"""Talking about proposals: support, questions and answers, merging, the list and the card (D6)."""
