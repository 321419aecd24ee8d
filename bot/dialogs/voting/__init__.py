"""What is shown around a vote: the question, the receipt, and the receipt again later (E3-E5)."""
