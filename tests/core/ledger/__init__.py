"""What makes the vote recountable, tried with wrong input."""
