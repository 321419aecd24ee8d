"""The steps of an application, each with its screen and what it makes of an answer (B2)."""
