"""What the window of reminders shows."""

from typing import Any

from bot.dialogs.widgets import Choice
from core.language.locales import Words
from core.model.reminder import ReminderManner
from core.model.viewer import Viewer
from core.usecases.announcement.wishes import is_announced
from core.usecases.reminder import manner
from core.usecases.services import Services

BUTTON_TEXTS = tuple(f"button-reminder-{each}" for each in ReminderManner)


async def get_manner(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return how reminders come to the viewer, and the other ways that there are."""
    chosen = await manner.get_manner(services, viewer.account_id)
    others = [each for each in ReminderManner if each is not chosen]
    return {
        "manner": chosen,
        "is_unannounced": not await is_announced(services, viewer.account_id),
        "choices": [Choice(value=each, label=words(f"button-reminder-{each}")) for each in others],
    }
