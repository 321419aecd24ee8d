"""How followers are told the news of what they follow (D7)."""

from core.language.locales import Words
from core.language.markup import Safe
from core.usecases.notice.kinds import Notice
from core.usecases.review.reading import get_decided
from core.usecases.services import Services
from messenger.buttons import ProposalButton, labelled
from messenger.notices.proposal import told
from messenger.notices.rendered import Rendered


async def render(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say what was decided on the proposal that the reader follows, and why.

    Raises:
        RuleViolation: ``proposal-unknown`` where the proposal is gone.
    """
    number: int = notice.facts["number"]
    decided = await get_decided(services, notice.campaign_id, number, notice.facts["ordinal"])
    heading = words(
        "notice-news",
        number=number,
        status=decided.event.status.value,
        title=decided.proposal.title,
    )
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=number)
    return Rendered(
        text=Safe("\n\n".join([heading, *told(words, decided)])),
        keyboard=labelled((words("button-proposal-open"), there)),
    )
