"""Helper mode: one telephone, several people in turn, each with the own code (K1)."""
