"""What notices say, one module a capability; `telling` sends each kind to its own."""
