"""Showing who one is: by the own phone, by a clerk's code; and whom an account stands for right now (E2)."""
