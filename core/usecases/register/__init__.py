"""The residents' register: handed in, looked at by a second person, put in force (L3)."""
