"""`python -m app demo`: a whole campaign on this machine, without a token and without a network (N1)."""
