"""Language and place (P6, P9)."""
