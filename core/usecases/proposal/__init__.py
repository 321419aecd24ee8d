"""A resident's own proposals: written, checked, submitted, reworked, withdrawn (B1-B8)."""
