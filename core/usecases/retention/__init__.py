"""Deleting what nobody may keep any longer, by the terms of each campaign's rulebook (M2)."""
