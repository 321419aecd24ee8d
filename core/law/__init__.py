"""Dated numbers and acts that hold for every akimat: the index by year, holidays, working days."""
