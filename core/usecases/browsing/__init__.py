"""Looking at projects: a page of the list, filters that survive, a card (D1-D3, D5)."""
