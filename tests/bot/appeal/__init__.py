"""Conversations about an appeal against a refusal."""
