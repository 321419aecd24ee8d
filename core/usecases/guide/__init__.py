"""What can be done now, in one answer (A3)."""
