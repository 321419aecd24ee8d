"""Appeals against refusals: filing one, deciding on it as others than the first, the list of them (B6)."""
