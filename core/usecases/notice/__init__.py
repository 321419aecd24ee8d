"""Notices to people: what kinds there are, and how the worker takes them out of the outbox."""
