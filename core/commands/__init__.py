"""What an operator runs from a terminal: one module a command; `run` returns the exit code."""
