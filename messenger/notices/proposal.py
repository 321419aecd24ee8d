"""How authors are told what was decided on their proposal, why, and what they can do now (B4, B6)."""

from collections.abc import Iterator

from aiogram.filters.callback_data import CallbackData

from core.language.locales import Words
from core.language.markup import Safe
from core.model.proposal import ProposalStatus
from core.model.stage import Stage
from core.usecases.notice.kinds import Notice
from core.usecases.review.reading import Decided, get_decided
from core.usecases.services import Services
from messenger.buttons import AppealButton, ProposalButton, labelled
from messenger.notices.appeal import offered
from messenger.notices.rendered import Rendered


async def render(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say the decision with number, title, ground and reasons, the term, who decides next, whom to call.

    Raises:
        RuleViolation: ``proposal-unknown`` where the proposal is gone.
    """
    number: int = notice.facts["number"]
    decided = await get_decided(services, notice.campaign_id, number, notice.facts["ordinal"])
    heading = words(
        "notice-decided",
        number=number,
        status=decided.event.status.value,
        title=decided.proposal.title,
    )
    parts = [heading, *told(words, decided), *told_to_authors(words, decided)]
    first = decided.rulebook.akimat.contacts[0]
    parts.append(words("decided-contact", contact=first.name, phone=first.phone))
    keyboard = labelled(*_buttons(words, notice, decided))
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard)


def _buttons(words: Words, notice: Notice, decided: Decided) -> Iterator[tuple[str, CallbackData]]:
    """Yield the way to the proposal, for its author alone also the one to an appeal (B6)."""
    campaign, proposal = notice.campaign_id.campaign, decided.proposal
    yield words("button-proposal-open"), ProposalButton(campaign=campaign, number=proposal.number)
    is_authors = notice.account_id == proposal.account_id
    if is_authors and decided.event.status is ProposalStatus.REFUSED and decided.appeal.can_be_filed:
        yield words("button-appeal"), AppealButton(campaign=campaign, number=proposal.number)


def told(words: Words, decided: Decided) -> Iterator[str]:
    """Yield what a decision means for everybody: who decides next, when people vote, or why not (C3)."""
    rulebook, event = decided.rulebook, decided.event
    council = rulebook.council.name
    voting = rulebook.window(Stage.VOTING, decided.proposal.territory)
    if decided.is_by_appeal and event.reason is not None:
        yield words("decided-upheld", reason=event.reason)
    if event.status is ProposalStatus.REGISTERED:
        key = "decided-reopened" if decided.is_by_appeal else "decided-registered"
        yield words(key, council=council)
    if event.status is ProposalStatus.ADMITTED and voting is not None:
        yield words("decided-admitted", opens=voting.opens, closes=voting.closes)
    if event.status is ProposalStatus.REFUSED and event.reason is not None:
        ground = decided.ground or event.ground or ""
        yield words("decided-refused", ground=ground, reason=event.reason)
        yield words("decided-by", is_council=decided.is_of_council, council=council)


def told_to_authors(words: Words, decided: Decided) -> Iterator[str]:
    """Yield what a decision asks of the authors or lets them do, and until when (B6)."""
    rulebook, event = decided.rulebook, decided.event
    if event.status is ProposalStatus.REGISTERED:
        window = rulebook.window(Stage.DISCUSSION, decided.proposal.territory)
        if window is not None and event.at < window.closes:
            yield words("decided-discussion", opens=window.opens, closes=window.closes)
    if event.status is ProposalStatus.RETURNED and event.reason is not None:
        yield words("decided-returned", reason=event.reason)
    if event.status is ProposalStatus.RETURNED and event.due_at is not None:
        yield words("decided-rework", due_at=event.due_at)
    if event.status is ProposalStatus.REFUSED:
        yield from offered(words, decided.appeal)
