"""What makes the vote recountable: canonical entries, sealed votes, the opening, receipts."""
