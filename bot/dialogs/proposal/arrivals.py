"""Photos and documents that arrive while an application is open: kept at once, albums answered once.

Separate because they come at any step: whoever sends a photo early has not done wrong (B2, trap 5).
"""

import asyncio
from collections import Counter
from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import DEFAULT_STACK_ID

from bot.albums import Albums, Answer
from bot.background import open_screen_of
from bot.dialogs.proposal import notes
from bot.dialogs.proposal.opened import Opened, has_open, opened
from bot.downloads import TAKING_SECONDS, DownloadFailed, Sent, fetch
from bot.handlers.errors import refusal_text
from core.language.locales import Words
from core.language.markup import Safe
from core.model.refusals import Refusal, RuleViolation
from core.usecases.proposal import pictures
from core.usecases.proposal.drafting import require_draft

OF_THE_FILE = frozenset(
    {
        Refusal.PICTURE_REFUSED,
        Refusal.FILE_REFUSED,
        Refusal.FILE_INFECTED,
        Refusal.FILE_UNCHECKED,
        Refusal.TOO_MANY_PICTURES,
    }
)
"""What is wrong with a file alone: it is said above the step, and everything else stays (B7)."""


async def take_picture(message: Message, sent: Sent, manager: DialogManager) -> None:
    """Add a picture to the open application and say so: at once, or for an album when all of it is there."""
    place, album = await opened(manager), album_of(message)
    bot, words = manager.middleware_data["bot"], manager.middleware_data["words"]
    if album is None:
        said = await add(place, bot, words, sent)
        notes.add(manager, await summary(place, words, [said] if said else []))
        return
    await _add_to_album(album, message, sent, manager, place)
    manager.show_mode = ShowMode.NO_UPDATE


async def _add_to_album(
    album: str, message: Message, sent: Sent, manager: DialogManager, place: Opened
) -> None:
    """Add one picture of an album, which is answered whatever happens to this one."""
    bot, words = manager.middleware_data["bot"], manager.middleware_data["words"]
    albums: Albums = manager.middleware_data["albums"]
    lost, answer = words("proposal-picture-lost"), _answer_to(manager, place)
    said: str | None = lost
    await albums.hold(album)
    try:
        said = await add(place, bot, words, sent)
    except RuleViolation:
        # The refusal is said by itself.
        said = None
        raise
    finally:
        await albums.release(album, answer, said)
    if said == lost:
        # The album's answer counts; only here it is seen which photo it was.
        await message.reply(lost)


def album_of(message: Message) -> str | None:
    """Return the name of the album that a message belongs to, ``None`` for one by itself."""
    return f"{message.chat.id}:{message.media_group_id}" if message.media_group_id else None


async def add_all(place: Opened, bot: Bot, words: Words, waiting: Sequence[Sent]) -> Sequence[str]:
    """Add pictures one after the other within the time of one; return why any of them were not taken."""
    clock = asyncio.get_running_loop().time
    end = clock() + TAKING_SECONDS
    found = [await add(place, bot, words, sent, seconds=max(end - clock(), 0)) for sent in waiting]
    return [problem for problem in found if problem]


async def add(
    place: Opened, bot: Bot, words: Words, sent: Sent, *, seconds: float | None = None
) -> str | None:
    """Add a picture; return why it was not taken, if so. Other answers and pictures stay (B7).

    After ``seconds``, or ``TAKING_SECONDS``, it is given up, while its sender can still be told.

    Raises:
        RuleViolation: ``draft-unknown``, ``draft-submitted``.
    """
    try:
        async with asyncio.timeout(TAKING_SECONDS if seconds is None else seconds):
            content = await fetch(bot, sent, Refusal.PICTURE_REFUSED)
            await pictures.add_picture(*place, content)
    except TimeoutError:
        return words("proposal-picture-lost")
    except DownloadFailed:
        return words("proposal-download-failed")
    except RuleViolation as violation:
        if violation.refusal not in OF_THE_FILE:
            raise
        return refusal_text(words, violation)
    return None


async def summary(place: Opened, words: Words, problems: Sequence[str]) -> str:
    """Return how many pictures there are now, and what was not taken and why, equal reasons once."""
    draft = await require_draft(*place)
    lines = [
        words("proposal-not-taken", count=count, reason=Safe(reason))
        for reason, count in Counter(problems).items()
    ]
    return Safe("\n".join([words("proposal-pictures-now", count=len(draft.contents.pictures)), *lines]))


def _answer_to(manager: DialogManager, place: Opened) -> Answer:
    """Return what draws the screen anew below the album; elsewhere meanwhile a message says the same."""
    # The person's update is over by then, so that its own manager must not be used any more.
    later = manager.bg(stack_id=DEFAULT_STACK_ID)
    bot: Bot = manager.middleware_data["bot"]
    words: Words = manager.middleware_data["words"]

    async def answer(problems: Sequence[str]) -> None:
        text = await summary(place, words, problems)
        async with open_screen_of(later) as screen:
            if has_open(screen, place.draft_id):
                notes.add(screen, text)
                await screen.show(ShowMode.SEND)
            else:
                await bot.send_message(place.account_id, text)

    return answer
