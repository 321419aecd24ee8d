"""Cards that are offered in any chat."""
