"""How people are told of a later end, of territories that vote together, of a stopped project (A2)."""

from core.language.locales import Words
from core.language.markup import Safe
from core.model.amendment import Stop
from core.usecases.amendment.reading import get_amendment
from core.usecases.amendment.telling import tell_of
from core.usecases.notice.kinds import Notice
from core.usecases.services import Services
from messenger.buttons import Destination, GoThereButton, ProposalButton, keyboard, labelled
from messenger.notices.rendered import Rendered

NOTICE_TEXTS = (
    "notice-amendment-stage-extended",
    "notice-amendment-territories-merged",
    "notice-amendment-project-stopped",
)
"""The first line by what was amended."""


async def render(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say what changed, from what to what, why and by whom, and lead to where it matters (A2)."""
    found = await get_amendment(services, notice.campaign_id, notice.facts["amendment"])
    if found is None:
        return None
    rulebook, amendment = found
    heading = words(f"notice-amendment-{amendment.kind}", campaign=rulebook.title)
    parts = (
        heading,
        tell_of(words, rulebook, amendment),
        words("notice-amendment-reason", reason=amendment.reason),
        words("notice-amendment-decided"),
    )
    campaign = notice.campaign_id.campaign
    match amendment.what:
        case Stop(number=number):
            there = ProposalButton(campaign=campaign, number=number)
            buttons = labelled((words("button-proposal-open"), there))
        case _:
            buttons = keyboard(words, GoThereButton(to=Destination.HOME, campaign=campaign))
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=buttons)
