"""Against buying, pressure and votes in another's name: telling, cases, reports (E9, E10)."""
