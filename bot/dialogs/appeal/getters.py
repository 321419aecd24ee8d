"""What the screen of an appeal shows (B6)."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.buttons import Talk
from bot.dialogs.appeal.texts import writing_text
from bot.dialogs.discussion.getters import TYPED
from bot.dialogs.discussion.shown import asking, require_shown
from core.language.locales import Words
from core.usecases.appeal.filing import my_appeal


async def get_writing(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what is asked for, or what was typed read back.

    Raises:
        RuleViolation: as ``core.rules.appeal.appeal_verdict``, where an appeal is no longer possible.
    """
    shown = require_shown(dialog_manager)
    known = await my_appeal(*await asking(dialog_manager))
    known.verdict.enforce()
    typed: str | None = dialog_manager.middleware_data.get(TYPED)
    return {
        "text": writing_text(words, shown.number, known, typed),
        "send": shown.button(Talk.SEND_APPEAL) if typed is not None else None,
        "mine": shown.button(Talk.MINE),
    }
