"""The akimat's own store of files, as a port and as a folder on disk."""
