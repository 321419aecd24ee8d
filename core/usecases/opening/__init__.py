"""The opening of a box by two people, and everything that they and the observer see of it (ledger 4)."""
