"""Tests of the nouns that every storey shares."""
