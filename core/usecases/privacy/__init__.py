"""Consent, what is kept of a person, and what may be forgotten (M1)."""
