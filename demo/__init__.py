"""Sample data of the demo and what makes it: nobody and nothing in it exists."""
