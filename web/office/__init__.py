"""The staff's pages: behind a login, in the language of whoever is signed in (L1-L4)."""
