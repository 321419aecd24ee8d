"""Tests of the commands that an operator runs."""
