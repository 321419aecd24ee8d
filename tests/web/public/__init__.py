"""The public pages: by HTTP, with wrong input, and in a browser."""
