"""Filing a proposal of an earlier campaign again: the same words and pictures, a new application (F5)."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.proposal import Author, Contents, Draft, Proposal, Step
from core.model.refusals import Refusal, refuse
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook
from core.store import campaign as campaigns
from core.store import draft as drafts
from core.store import proposal as store
from core.usecases.proposal.drafting import enter_draft, require_taken_here
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services
from core.usecases.verification.person import find_person


async def begin_again(
    services: Services,
    account_id: int,
    campaign_id: CampaignId,
    number: int,
    target: CampaignId | None = None,
) -> Draft:
    """Begin an application in another campaign of the akimat with what an earlier one says (F5).

    ``target`` is that campaign, or else the one whose intake is open. What its rulebook does not know is
    asked anew, as are consent and the wish to be named. A second press opens the same draft.

    Raises:
        RuleViolation: ``proposal-unknown`` for what is somebody else's, ``again-later`` where no intake is
            open, with the next one's ``opens`` and ``closes`` if it is known, ``proposals-elsewhere`` where
            only an official page takes any, or ``too-many-drafts``.
    """
    async with services.database.write() as connection:
        proposal = await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
        there, rulebook = await _require_open(services, connection, campaign_id, target)
        contents = await _contents(services, connection, account_id, proposal)
        copied = _copied(contents, rulebook)
        for draft in await drafts.list_drafts(connection, account_id, there):
            if draft.number is None and draft.contents.title == copied.title:
                return draft
        return await enter_draft(services, connection, there, account_id, copied, step=Step.PREVIEW)


async def _contents(
    services: Services, connection: AsyncConnection, account_id: int, proposal: Proposal
) -> Contents:
    """Return what the proposal says, name and telephone only on the author's own account (E2, P1).

    A co-author never gets them; by a code the account may be a neighbour's, who would read the draft.
    """
    campaign_id, number = proposal.campaign_id, proposal.number
    contents = await store.get_contents(connection, campaign_id, number, proposal.version)
    if contents is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    person = await find_person(connection, campaign_id, account_id, services.clock.now())
    if person is None or person.verification is not Verification.PHONE:
        return replace(contents, author=Author())
    is_author = person.person_key == proposal.person_key
    return contents if is_author else replace(contents, author=Author())


async def _require_open(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, target: CampaignId | None
) -> tuple[CampaignId, Rulebook]:
    """Return the campaign that takes applications now; the one of the earlier application is none (B1)."""
    coming: list[StageWindow] = []
    elsewhere: list[Rulebook] = []
    now = services.clock.now()
    for each in await campaigns.list_campaigns(connection):
        if each.akimat != campaign_id.akimat or each == campaign_id or target not in {None, each}:
            continue
        rulebook = await services.rulebooks.require(connection, each)
        window = rulebook.window(Stage.INTAKE)
        is_open = window is not None and window.is_open(now)
        if rulebook.voting.mode.value is Mode.GUIDE:
            elsewhere += [rulebook] if is_open else []
            continue
        if is_open:
            return each, rulebook
        if window is not None and now < window.opens:
            coming.append(window)
    for rulebook in elsewhere:
        require_taken_here(rulebook)
    if not coming:
        raise refuse(Refusal.AGAIN_LATER, phase="unknown")
    first = min(coming, key=lambda window: window.opens)
    raise refuse(Refusal.AGAIN_LATER, phase="planned", opens=first.opens, closes=first.closes)


def _copied(contents: Contents, rulebook: Rulebook) -> Contents:
    """Return the contents without what the other campaign does not know, or asks of everybody anew."""
    knows_direction = contents.direction in {named.slug for named in rulebook.directions}
    knows_kind = contents.author.kind in {kind.slug for kind in rulebook.authors}
    author = replace(contents.author, kind=contents.author.kind if knows_kind else None, is_name_public=False)
    return replace(
        contents,
        direction=contents.direction if knows_direction else None,
        reason=contents.reason if knows_direction else None,
        territory=contents.territory if contents.territory in rulebook.territories.nodes else None,
        author=author,
        model=None,
        agreed_version=None,
        has_answered_question=False,
    )
