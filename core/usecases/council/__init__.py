"""The expert council: members, sittings, opinions, decisions and their publication (C2, C3)."""
