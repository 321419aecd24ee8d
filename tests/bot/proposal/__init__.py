"""Conversations in which a resident writes, previews and submits an application."""
