"""Consent, what is kept of a person, and its erasure (M1)."""
