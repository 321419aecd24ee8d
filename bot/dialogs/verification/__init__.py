"""Showing who one is: own phone, clerk's code, and what a verified person may do (E2)."""
