"""The whole road of residents, from an empty machine to the outcome, with every process of its own."""
