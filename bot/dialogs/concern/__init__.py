"""What is shown of cases and reports: raw messages, since no screen may remember who reports (E9, E10)."""
