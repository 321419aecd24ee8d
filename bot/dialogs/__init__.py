"""Screens, a package a capability: what is shown, what is read for it, what a press does."""
