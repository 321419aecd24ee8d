"""Following a project or a proposal: chosen by the person alone, never derived from a vote (D7)."""
