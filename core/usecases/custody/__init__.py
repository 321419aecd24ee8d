"""Backups of database and files, their restoring, and the custody of the keys apart from them (L5, E7)."""
