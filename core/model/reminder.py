"""How reminders come to an account (G1)."""

from enum import StrEnum


class ReminderManner(StrEnum):
    """What a person has set: each reminder by itself, all once a day, or none (G1)."""

    EACH = "each"
    DAILY = "daily"
    NEVER = "never"
