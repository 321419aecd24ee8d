"""Keys and codes, tried with wrong input."""
