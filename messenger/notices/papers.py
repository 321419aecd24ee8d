"""How an author is told that papers have come, by the link or at the desk (B2, B6)."""

from core.language.locales import Words
from core.usecases.notice.kinds import Notice
from core.usecases.services import Services
from messenger.buttons import ProposalButton, labelled
from messenger.notices.rendered import Rendered


async def render(_services: Services, words: Words, notice: Notice) -> Rendered:
    """Say how many papers have come now and how many there are, and lead to the proposal (B2)."""
    text = words("notice-papers", **notice.facts)
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=notice.facts["number"])
    return Rendered(text=text, keyboard=labelled((words("button-proposal-open"), there)))
