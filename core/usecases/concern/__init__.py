"""Against buying, pressure and votes in another's name: telling, cases for the observer, reports (E9, E10)."""
