"""Tests of the numbers of the law: each with its act, and what is computed from them."""
