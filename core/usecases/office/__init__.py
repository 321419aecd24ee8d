"""The office: signing in, who may do what, and the two logs (L1)."""
