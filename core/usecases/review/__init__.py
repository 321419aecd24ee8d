"""Decisions of clerk and council on proposals, until the office takes them over (B4, C1-C3)."""
