"""Pure verdicts, one module a capability: facts, rulebook and now go in, a verdict comes out."""
