"""A resident's own application: written step by step, previewed, submitted (B1-B8)."""
