"""Looking at projects: list, filters, search, card (D1-D3, D5)."""
