"""How a day's notices are told at once: a line each, and one button home (G1)."""

from collections.abc import Awaitable, Callable

import structlog

from core.language.locales import Words
from core.language.markup import Safe
from core.model.refusals import RuleViolation
from core.usecases.notice import digest
from core.usecases.notice.kinds import Notice
from core.usecases.notice.rows import FAULTS
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard
from messenger.notices.rendered import Rendered

LINES_SHOWN = 12
"""How many lines fit on a phone; how many more there are is said."""

_log = structlog.get_logger()

Tell = Callable[[Services, Words, Notice], Awaitable[Rendered | None]]


async def render(services: Services, words: Words, notice: Notice, tell: Tell) -> Rendered | None:
    """Say each thing once, in the order in which they came; ``tell`` tells one notice by itself (G1)."""
    lines: dict[str, None] = {}
    for each in await digest.list_taken(services, notice.account_id):
        line = await _line(services, words, each, tell)
        if line:
            lines[line] = None
    if not lines:
        return None
    shown = [words("digest-line", line=Safe(line)) for line in list(lines)[:LINES_SHOWN]]
    left_out = len(lines) - len(shown)
    more = [words("digest-more", count=left_out)] if left_out else []
    parts = [words("digest-heading"), Safe("\n".join(shown)), *more, words("reminder-settings")]
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard(words, Destination.HOME))


async def _line(services: Services, words: Words, notice: Notice, tell: Tell) -> str | None:
    try:
        rendered = await tell(services, words, notice)
    except RuleViolation:
        # What it is about is gone; the others are told.
        return None
    except FAULTS:
        # By itself it would fail; in a digest it must not take the others along.
        _log.exception("notice_broken", notice_kind=notice.kind.value)
        return None
    if rendered is None:
        return None
    return rendered.line or rendered.text.partition("\n")[0]
