"""The residents' front: commands, screens, and how updates are received."""
