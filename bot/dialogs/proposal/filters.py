"""Which messages reach an application although no screen of it asked for them; all filters are async (P5)."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message
from aiogram_dialog.api.entities import Context
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.dialogs.proposal.opened import STATES
from bot.dialogs.proposal.template import is_template
from core.language.locales import Locales
from core.model.proposal import Draft, Step
from core.model.viewer import Viewer
from core.usecases.proposal.drafting import list_drafts
from core.usecases.services import Services


class AtStep(Filter):
    """Lets through what comes while the screen of a step is open."""

    def __init__(self, step: Step) -> None:
        self._state = STATES[step]

    async def __call__(self, message: Message, **data: Any) -> bool:  # noqa: ARG002  (aiogram names it)
        """Say whether that screen is open."""
        context: Context | None = data.get(CONTEXT_KEY)
        return context is not None and context.state == self._state


class Template(Filter):
    """Lets through a filled-in template, as a text or under a photo (B5)."""

    async def __call__(self, message: Message, locales: Locales) -> dict[str, str] | bool:
        """Return the template's text."""
        text = message.text or message.caption
        return {"template": text} if text is not None and is_template(locales, text) else False


class AfterForgetting(Filter):
    """Lets through what comes while no screen is open at all, for the application touched last.

    Somebody always has a screen open, unless the file of screens was lost: then it is the answer to what the
    lost one asked (P5). A shared contact answers nothing but the question for the author's number; on the way
    to any other step it verifies.
    """

    async def __call__(
        self, message: Message, services: Services, viewer: Viewer, **data: Any
    ) -> dict[str, Draft] | bool:
        """Return the application whose step stood on the lost screen."""
        is_command = message.text is not None and message.text.startswith("/")
        if is_command or data.get(CONTEXT_KEY) is not None or viewer.campaign_id is None:
            return False
        drafts = await list_drafts(services, viewer.campaign_id, viewer.account_id)
        if not drafts or (message.contact is not None and drafts[0].step is not Step.AUTHOR):
            return False
        return {"forgotten": drafts[0]}
