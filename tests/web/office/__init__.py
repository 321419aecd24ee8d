"""The office over HTTP and in a browser."""
