"""Papers of a campaign as PDF, DOCX and pictures: facts in, bytes out; nothing here reads a database."""
