"""Reminders of deadlines: planned by the clock, judged again at the moment of sending, set by each person."""
