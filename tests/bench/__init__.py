"""Tests of the measurements: their form, never their numbers."""
