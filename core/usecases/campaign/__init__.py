"""Campaigns: taking a rulebook, projects and a register into the database, and reading them."""
