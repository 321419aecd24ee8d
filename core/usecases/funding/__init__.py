"""The campaign's money beside the least that an act asks for (A5)."""
