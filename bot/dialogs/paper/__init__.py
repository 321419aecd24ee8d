"""The slip of a proposal that was handed in on paper: its code, and what it opens (B9)."""
