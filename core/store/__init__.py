"""Tables and queries, one module a capability; every query takes the akimat first (P9)."""
