"""What anybody may read without signing in: campaigns, projects with their decisions, open data (A3, C3)."""
