"""Tests of texts, dates, money and suffixes."""
