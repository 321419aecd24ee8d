"""How a reminder is told: what waits for the person, until when, and one button that leads there (G1)."""

from collections.abc import Iterator

from aiogram.filters.callback_data import CallbackData

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.proposal import Draft
from core.model.stage import Stage
from core.rulebook.model import Mode
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.reminder.relevance import Reminded, get_reminded
from core.usecases.services import Services
from messenger.buttons import Destination, DraftButton, GoThereButton, ProposalButton, labelled
from messenger.notices.rendered import Rendered

TITLE_LENGTH = 80
"""The most letters of a title that a reminder shows."""


async def render(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say what waits for the person; ``None`` where it waits no longer (G1)."""
    reminded = await get_reminded(services, notice)
    if reminded is None:
        return None
    left = words("reminder-left", days=reminded.days_left, closes=reminded.window.closes)
    match notice.kind:
        case NoticeKind.STAGE_OPENED:
            return _opening(words, notice, reminded)
        case NoticeKind.VOTE_DUE:
            return _vote(words, notice, reminded, left)
        case NoticeKind.DRAFT_DUE:
            return _drafts(words, notice, reminded, left)
        case NoticeKind.REWORK_DUE:
            return _rework(words, notice, reminded, left)
        case _:
            raise LookupError(f"{notice.kind} is no reminder")


def _opening(words: Words, notice: Notice, reminded: Reminded) -> Rendered:
    """Tell everybody who lives there that something can be done from now on (A3)."""
    heading, body = _opened(words, reminded)
    until = words("reminder-until", closes=reminded.window.closes)
    text = _text(words, words("reminder-heading", heading=heading), reminded, body, until)
    home = GoThereButton(to=Destination.HOME, campaign=notice.campaign_id.campaign)
    line = words("reminder-line", what=heading, when=until)
    return Rendered(text=text, keyboard=labelled((words("button-reminder-home"), home)), line=line)


def _opened(words: Words, reminded: Reminded) -> tuple[str, str]:
    is_guide = reminded.rulebook.voting.mode.value is Mode.GUIDE
    match reminded.window.stage:
        case Stage.INTAKE:
            body = words("reminder-intake-guide") if is_guide else words("reminder-intake")
            return words("reminder-opened-intake"), body
        case Stage.VOTING:
            body = words("reminder-voting-guide") if is_guide else words("reminder-voting")
            return words("reminder-opened-voting"), body
        case _:
            raise LookupError(f"nobody is told that {reminded.window.stage} begins")


def _vote(words: Words, notice: Notice, reminded: Reminded, left: str) -> Rendered:
    """Say that the vote is not cast yet, and nothing of any project (E9)."""
    heading = words("reminder-vote")
    text = _text(words, words("reminder-heading", heading=heading), reminded, left, words("reminder-voting"))
    home = GoThereButton(to=Destination.HOME, campaign=notice.campaign_id.campaign)
    line = words("reminder-line", what=heading, when=left)
    return Rendered(text=text, keyboard=labelled((words("button-reminder-vote"), home)), line=line)


def _drafts(words: Words, notice: Notice, reminded: Reminded, left: str) -> Rendered:
    """Say which applications are unfinished and where their author stopped in each (B2)."""
    count = len(reminded.drafts)
    heading = words("reminder-drafts", count=count)
    lines = Safe("\n".join(_draft_line(words, draft) for draft in reminded.drafts))
    text = _text(
        words, words("reminder-heading", heading=heading), reminded, lines, left, words("reminder-kept")
    )
    buttons = _draft_buttons(words, notice, reminded.drafts)
    line = words("reminder-line", what=heading, when=left)
    return Rendered(text=text, keyboard=labelled(*buttons), line=line)


def _draft_line(words: Words, draft: Draft) -> str:
    if draft.contents.title is None:
        return words("reminder-draft-untitled", step=draft.step)
    return words("reminder-draft", title=_short(draft.contents.title), step=draft.step)


def _draft_buttons(
    words: Words, notice: Notice, drafts: tuple[Draft, ...]
) -> Iterator[tuple[str, CallbackData]]:
    for ordinal, draft in enumerate(drafts, start=1):
        label = (
            words("button-draft-go-on")
            if len(drafts) == 1
            else words("button-draft-go-on-nth", ordinal=ordinal)
        )
        yield label, DraftButton(campaign=notice.campaign_id.campaign, draft_id=draft.draft_id)


def _rework(words: Words, notice: Notice, reminded: Reminded, left: str) -> Rendered:
    """Say that a returned application waits for its author (B6)."""
    number: int = notice.facts["number"]
    heading = words("reminder-rework", number=number)
    title = words("reminder-title", title=_short(reminded.title))
    text = _text(
        words, words("reminder-heading", heading=heading), reminded, title, left, words("reminder-fix")
    )
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=number)
    line = words("reminder-line", what=heading, when=left)
    return Rendered(text=text, keyboard=labelled((words("button-reminder-proposal"), there)), line=line)


def _text(words: Words, heading: str, reminded: Reminded, *paragraphs: str) -> str:
    """Return the whole message: heading and campaign, what there is to say, and how to be left alone."""
    campaign = words("reminder-campaign", campaign=reminded.rulebook.title)
    head = Safe(f"{heading}\n{campaign}")
    return Safe("\n\n".join([head, *paragraphs, words("reminder-settings")]))


def _short(title: str) -> str:
    return shortened(" ".join(title.split()), TITLE_LENGTH)
