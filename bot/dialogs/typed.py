"""What a screen does with a typed text; commands and whole letters are left to whoever answers those.

Separate because aiogram-dialog's own input asks a sync filter, in a thread, for each message (P5).
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import BaseInput

OnMessage = Callable[[Message, Any, DialogManager], Awaitable[None]]

LONGEST = 200
"""Characters above which a text is a letter to the akimat and no answer to a screen."""


class Typed(BaseInput):
    """Hands typed texts to ``on_text`` and takes nothing else."""

    def __init__(self, on_text: OnMessage, *, longest: int = LONGEST) -> None:
        """Take texts of ``longest`` characters at most."""
        super().__init__()
        self._on_text = on_text
        self._longest = longest

    async def process_message(
        self,
        message: Message,
        dialog: DialogProtocol,  # noqa: ARG002  (the name under which aiogram-dialog hands it over)
        manager: DialogManager,
    ) -> bool:
        """Say whether the message was one that the screen asked for."""
        if message.text is None or message.text.startswith("/") or len(message.text) > self._longest:
            return False
        await self._on_text(message, self, manager)
        return True
