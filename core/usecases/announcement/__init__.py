"""Announcements of the akimat: written and approved in the office, sent by the worker (G2)."""
