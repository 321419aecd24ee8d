"""How authors and followers are told of an appeal, and what may be done against a refusal (B6)."""

from collections.abc import Iterator

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.appeal import Appeal
from core.rulebook.model import Rulebook
from core.usecases.appeal.filing import MyAppeal
from core.usecases.appeal.reading import get_told
from core.usecases.notice.kinds import Notice
from core.usecases.services import Services
from messenger.buttons import ProposalButton, labelled
from messenger.notices.rendered import Rendered

_TITLE_LENGTH = 110


async def render_entered(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say that an appeal was entered at the desk, when it is answered, and whom to tell if it is not theirs.

    Raises:
        RuleViolation: ``proposal-unknown`` where it is gone.
    """
    told = await get_told(services, notice.campaign_id, notice.facts["number"])
    first = told.rulebook.akimat.contacts[0]
    heading = words("notice-appeal-entered", number=told.appeal.number, title=_short(told.proposal.title))
    parts = [heading, *answer_text(words, told.appeal)]
    parts.append(words("notice-appeal-not-yours", contact=first.name, phone=first.phone))
    return _with_button(words, notice, parts)


async def render_dismissed(services: Services, words: Words, notice: Notice) -> Rendered:
    """Tell the authors that the refusal stands, why, that this is final here, and who else there is.

    Raises:
        RuleViolation: ``proposal-unknown`` where it is gone.
    """
    told = await get_told(services, notice.campaign_id, notice.facts["number"])
    heading = words("notice-appeal-dismissed", number=told.appeal.number, title=_short(told.proposal.title))
    return _with_button(words, notice, [heading, *dismissed_text(words, told.rulebook, told.appeal)])


async def render_news(services: Services, words: Words, notice: Notice) -> Rendered:
    """Tell a follower that the refusal stands and why.

    Raises:
        RuleViolation: ``proposal-unknown`` where it is gone.
    """
    told = await get_told(services, notice.campaign_id, notice.facts["number"])
    heading = words("notice-appeal-news", number=told.appeal.number, title=_short(told.proposal.title))
    return _with_button(words, notice, [heading, *_reason(words, told.appeal)])


def offered(words: Words, appeal: MyAppeal) -> Iterator[str]:
    """Yield until when the author may appeal; the button stands below (B6)."""
    if not appeal.can_be_filed:
        return
    if appeal.term is None:
        yield words("decided-appeal-endless")
    elif appeal.term.is_of_ballot:
        yield words("decided-appeal-ballot", closes=appeal.term.closes)
    else:
        yield words("decided-appeal", closes=appeal.term.closes)


def answer_text(words: Words, appeal: Appeal) -> Iterator[str]:
    """Yield who looks at the appeal and until when they answer."""
    if appeal.due_at is None:
        yield words("appeal-answer")
    else:
        yield words("appeal-answer-by", due_at=appeal.due_at)


def dismissed_text(words: Words, rulebook: Rulebook, appeal: Appeal) -> Iterator[str]:
    """Yield why the refusal stands, that it does for good, and whom the rulebook names besides (P7)."""
    yield from _reason(words, appeal)
    yield words("appeal-final")
    contacts = (*rulebook.akimat.contacts[:1], *rulebook.official.outside_contacts)
    lines = [words("contacts-line", name=each.name, phone=each.phone) for each in contacts]
    yield Safe("\n".join([words("appeal-turn"), *lines]))


def _reason(words: Words, appeal: Appeal) -> Iterator[str]:
    if appeal.reason is not None:
        yield words("appeal-reason", reason=appeal.reason)


def _short(title: str) -> str:
    return shortened(" ".join(title.split()), _TITLE_LENGTH)


def _with_button(words: Words, notice: Notice, parts: list[str]) -> Rendered:
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=notice.facts["number"])
    keyboard = labelled((words("button-proposal-open"), there))
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard)
