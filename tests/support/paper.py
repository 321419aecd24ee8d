"""Applications on paper as tests need them: a form, its entry by a clerk, the slip of its author."""

from core.model.paper import PaperDraft
from core.model.staff import Actor
from core.usecases.paper.entering import enter_paper
from core.usecases.paper.filling import SentPicture, begin_paper, keep_paper
from core.usecases.paper.slips import get_paper_proposal, issue_slip
from tests.support.proposals import picture
from tests.support.town import CAMPAIGN, IINS, Town

FORM = {
    "received_on": "2026-09-10",
    "language": "kk",
    "author_kind": "resident",
    "name": "Әсел Серікқызы",
    "phone": "8 700 000 00 00",
    "consent": "yes",
    "direction": "rest-and-play",
    "title": "Абай алаңына орындықтар қою",
    "description": "Қарттар аялдамаға дейін демалмай жетеді. Алаңға төрт орындық қойса, жол жеңілдейді.",
    "territory": "eski-qala",
    "landmark": "Абай алаңы, 5-үйдің жаны",
    "sum": "340 мың тг",
}
"""Everything that the form asks of a resident but IIN and picture."""


async def filled(town: Town, clerk: Actor, person: int, *, pictures: int = 1, **changes: str) -> PaperDraft:
    """Return what the clerk has typed for the person of the town, with these changes."""
    draft = await begin_paper(town.services, clerk, CAMPAIGN)
    sent = [SentPicture(name=f"{seed}.jpg", content=picture(person * 10 + seed)) for seed in range(pictures)]
    kept = await keep_paper(
        town.services,
        clerk,
        CAMPAIGN,
        draft.draft_id,
        typed={**FORM, **changes},
        iin=IINS[person],
        pictures=sent,
    )
    return kept.draft


async def entered(town: Town, clerk: Actor, person: int, **changes: str) -> int:
    """Return the number of a proposal that the clerk has entered for the person."""
    draft = await filled(town, clerk, person, pictures=1, **changes)
    return (await enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)).number


async def slip_of(town: Town, clerk: Actor, number: int) -> str:
    """Return the code of a fresh slip."""
    issue = (await get_paper_proposal(town.services, clerk, CAMPAIGN, number)).issue
    slip = await issue_slip(town.services, clerk, CAMPAIGN, number, issue=issue)
    assert slip is not None
    return slip.code
