"""What keeps the house in order: walls, sizes, words, locks, the map of requirements."""
