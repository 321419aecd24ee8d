"""A telephone that serves several people in turn by their codes: nothing of its owner's is used (K1)."""
