"""Votes on paper: sheets that are entered twice, slips that are counted twice (E8)."""
