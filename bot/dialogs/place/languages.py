"""The buttons of languages, with the link by which a newcomer came: no other memory has it.

Separate because a link to a card names a project, and beside the account on the disk it would say what
somebody wanted to vote for (E7, ledger 3).
"""

import re
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Text

from bot.buttons import LanguageButton
from core.language.locales import Locales
from core.model.language import Language

_KEY = "payload"

# The longest that there can be is `staff-` with a token of 48 digits; any longer one leads nowhere.
_LINK = re.compile(r"[A-Za-z0-9_-]{1,54}")


class OwnName(Text):
    """The name of the button's language in that language."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        locales: Locales = manager.middleware_data["locales"]
        return locales.words(data["item"].language)("button-language-own")


def take_payload(manager: DialogManager) -> None:
    """Move the link out of what is kept of the screen."""
    start_data = manager.start_data
    if isinstance(start_data, dict):
        manager.middleware_data[_KEY] = start_data.get("payload")
        manager.current_context().start_data = None


def language_button(manager: DialogManager, language: Language) -> LanguageButton:
    """Return the button of a language; what cannot be a link of ours is left out."""
    payload: str = manager.middleware_data.get(_KEY) or ""
    return LanguageButton(language=language, payload=payload if _LINK.fullmatch(payload) else "")
