"""Somebody's open screen outside of an update of theirs.

Separate because aiogram-dialog waits for ever for a screen that it cannot load.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from aiogram_dialog import DialogManager
from aiogram_dialog.api.protocols import BaseDialogManager

LOADING_SECONDS = 20


@asynccontextmanager
async def open_screen_of(background: BaseDialogManager) -> AsyncGenerator[DialogManager, None]:
    """Hold the screen that ``manager.bg()`` stands for; raise ``TimeoutError`` where it cannot be loaded."""
    async with asyncio.timeout(LOADING_SECONDS), background.fg() as screen:
        yield screen
