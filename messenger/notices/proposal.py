"""How authors are told what was decided on their proposal, why, and what they can do now (B4, B6)."""

from collections.abc import Iterator
from datetime import timedelta

from core.language.locales import Words
from core.language.markup import Safe
from core.law.zone import end_of, local_date
from core.model.proposal import ProposalStatus
from core.model.stage import Stage
from core.usecases.notice.kinds import Notice
from core.usecases.review.reading import Decided, get_decided
from core.usecases.services import Services
from messenger.buttons import ProposalButton, labelled
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
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=number)
    keyboard = labelled((words("button-proposal-open"), there))
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard)


def told(words: Words, decided: Decided) -> Iterator[str]:
    """Yield what a decision means for everybody: who decides next, when people vote, or why not (C3)."""
    rulebook, event = decided.rulebook, decided.event
    council = rulebook.council.name
    voting = rulebook.window(Stage.VOTING, decided.proposal.territory)
    if event.status is ProposalStatus.REGISTERED:
        yield words("decided-registered", council=council)
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
    days = rulebook.review.get("appeal_days")
    if event.status is ProposalStatus.REFUSED and days is not None:
        closes = end_of(local_date(event.at) + timedelta(days=days.value))
        yield words("decided-appeal", closes=closes)
