"""How reminders come: the one screen on which a person sets it."""
