"""Conversations about proposals: other people's, one's own, what one follows."""
