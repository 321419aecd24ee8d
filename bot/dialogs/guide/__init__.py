"""The home screen and the rules for people (A3)."""
