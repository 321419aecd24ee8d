"""The other channel of a joint campaign: its participants, who is in both, its protocol (A6)."""
