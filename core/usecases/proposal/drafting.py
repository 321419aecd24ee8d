"""Writing an application: each answer is kept at once, and nothing of it is lost (B1, B2, P5)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.proposal import Contents, Draft, Estimate, EstimateLine, Proposal, Step
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Mode, Rulebook
from core.store import draft as store
from core.store import files, place
from core.store import proposal as proposals
from core.store.contents import files_of
from core.usecases.proposal.whose import is_author
from core.usecases.services import Services
from core.usecases.verification.person import find_person

MOST_DRAFTS = 3
"""Applications that an account may have begun at once in a campaign; households share a phone."""

ID_BYTES = 6


async def begin(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    language: Language,
    *,
    model: str | None = None,
) -> Draft:
    """Begin an application, from a model proposal of the rulebook where ``model`` names one (B8).

    Raises:
        RuleViolation: ``proposals-elsewhere``, ``too-many-drafts`` or ``campaign-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        require_taken_here(rulebook)
        contents = _from_model(rulebook, language, model)
        return await enter_draft(services, connection, campaign_id, account_id, contents)


def require_taken_here(rulebook: Rulebook) -> None:
    """Raise ``RuleViolation`` ``proposals-elsewhere`` where the bot only leads to the official page (A6)."""
    if rulebook.voting.mode.value is Mode.GUIDE:
        page = next(iter(rulebook.official.pages), "")
        raise refuse(Refusal.PROPOSALS_ELSEWHERE, page=page, has_page=bool(page))


async def enter_draft(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    contents: Contents,
    *,
    rework_of: Proposal | None = None,
    step: Step = Step.DIRECTION,
) -> Draft:
    """Enter a draft with these contents; ``rework_of`` makes it the rework of that application.

    Raises:
        RuleViolation: ``too-many-drafts``; a rework is never one too many.
    """
    await place.lock_account(connection, account_id)
    open_drafts = await store.list_drafts(connection, account_id, campaign_id)
    if rework_of is None and sum(each.number is None for each in open_drafts) >= MOST_DRAFTS:
        raise refuse(Refusal.TOO_MANY_DRAFTS, most=MOST_DRAFTS)
    draft = Draft(
        campaign_id=campaign_id,
        draft_id=services.random_bytes(ID_BYTES).hex(),
        account_id=account_id,
        number=rework_of.number if rework_of is not None else None,
        base_version=rework_of.version if rework_of is not None else None,
        is_submitted=False,
        step=step,
        contents=contents,
        touched_at=services.clock.now(),
    )
    await store.add_draft(connection, draft)
    use = files.draft_use(campaign_id, draft.draft_id)
    for digest in files_of(contents):
        await files.keep_use(connection, campaign_id.akimat, digest, use, draft.touched_at)
    return draft


def _from_model(rulebook: Rulebook, language: Language, slug: str | None) -> Contents:
    model = next((each for each in rulebook.models if each.slug == slug), None)
    if model is None:
        return Contents(language=language)
    lines = tuple(
        EstimateLine(item=line.item.in_language(language), quantity=Decimal(line.quantity), price=line.price)
        for line in model.lines
    )
    return Contents(
        language=language,
        direction=model.direction,
        title=model.title.in_language(language),
        description=model.description.in_language(language),
        estimate=Estimate(lines=lines),
        model=model.slug,
    )


async def require_draft(services: Services, campaign_id: CampaignId, account_id: int, draft_id: str) -> Draft:
    """Return the account's own draft.

    One with a number has its author's name and telephone: on a shared phone only he reads it (E2, P1).

    Raises:
        RuleViolation: ``draft-unknown`` for any other account's, ``proposal-unknown`` for what was submitted,
            or is the rework of what was, by somebody for whom the account does not stand now.
    """
    async with services.database.read() as connection:
        return await read_draft(services, connection, campaign_id, account_id, draft_id)


async def read_draft(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    draft_id: str,
    *,
    lock: bool = False,
) -> Draft:
    """Return the same inside a transaction; ``lock`` holds its row until the commit."""
    draft = await find_draft(connection, campaign_id, account_id, draft_id, lock=lock)
    if not await _is_readable(services, connection, draft):
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=draft.number)
    return draft


async def find_draft(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    draft_id: str,
    *,
    lock: bool = False,
) -> Draft:
    """Return the account's draft without asking who reads it; raise ``RuleViolation`` ``draft-unknown``."""
    draft = await store.get_draft(connection, campaign_id, draft_id, lock=lock)
    if draft is None or draft.account_id != account_id:
        raise refuse(Refusal.DRAFT_UNKNOWN)
    return draft


async def _is_readable(services: Services, connection: AsyncConnection, draft: Draft) -> bool:
    if draft.number is None:
        return True
    person = await find_person(connection, draft.campaign_id, draft.account_id, services.clock.now())
    proposal = await proposals.get_proposal(connection, draft.campaign_id, draft.number)
    return proposal is not None and await is_author(connection, proposal, draft.account_id, person)


async def require_open_draft(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int, draft_id: str
) -> Draft:
    """Return the draft with its row held; raise ``RuleViolation`` ``draft-submitted`` once it is none."""
    draft = await read_draft(services, connection, campaign_id, account_id, draft_id, lock=True)
    if draft.is_submitted:
        raise refuse(Refusal.DRAFT_SUBMITTED, number=draft.number)
    return draft


async def list_drafts(services: Services, campaign_id: CampaignId, account_id: int) -> Sequence[Draft]:
    """Return what the account has begun in the campaign, the last touched first.

    Reworks only of the person for whom the account stands now (E2, P1).
    """
    async with services.database.read() as connection:
        begun = await store.list_drafts(connection, account_id, campaign_id)
        return [draft for draft in begun if await _is_readable(services, connection, draft)]


async def change(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    draft_id: str,
    edit: Callable[[Contents], Contents],
    *,
    step: Step | None = None,
) -> Draft:
    """Keep what ``edit`` makes of the contents, and the step to which the author goes.

    Raises:
        RuleViolation: as ``require_draft``, or ``draft-submitted`` with the ``number`` it became.
    """
    async with services.database.write() as connection:
        draft = await require_open_draft(services, connection, campaign_id, account_id, draft_id)
        return await keep(connection, draft, edit(draft.contents), services.clock.now(), step=step)


async def keep(
    connection: AsyncConnection, draft: Draft, contents: Contents, now: datetime, *, step: Step | None = None
) -> Draft:
    """Keep new contents of a draft whose row is held, and which files it needs now."""
    campaign_id, before, after = draft.campaign_id, files_of(draft.contents), files_of(contents)
    use = files.draft_use(campaign_id, draft.draft_id)
    for digest in after - before:
        await files.keep_use(connection, campaign_id.akimat, digest, use, now)
    for digest in before - after:
        await files.drop_use(connection, campaign_id.akimat, digest, use)
    await store.keep_draft(connection, campaign_id, draft.draft_id, now=now, contents=contents, step=step)
    return replace(draft, contents=contents, step=step or draft.step, touched_at=now)


async def go_to(
    services: Services, campaign_id: CampaignId, account_id: int, draft_id: str, step: Step
) -> Draft:
    """Remember the step on which the author is; the reminder leads back to it (B2, G1)."""
    return await change(services, campaign_id, account_id, draft_id, lambda contents: contents, step=step)


async def discard(services: Services, campaign_id: CampaignId, account_id: int, draft_id: str) -> None:
    """Throw an unsubmitted draft away; one that is gone already is no error.

    Raises:
        RuleViolation: ``draft-submitted``.
    """
    async with services.database.write() as connection:
        draft = await store.get_draft(connection, campaign_id, draft_id, lock=True)
        if draft is None or draft.account_id != account_id:
            return
        if not await _is_readable(services, connection, draft):
            return
        if draft.is_submitted:
            raise refuse(Refusal.DRAFT_SUBMITTED, number=draft.number)
        await drop(connection, draft)


async def drop(connection: AsyncConnection, draft: Draft) -> None:
    """Delete a draft with its need of files."""
    campaign_id, draft_id = draft.campaign_id, draft.draft_id
    await files.drop_uses(connection, campaign_id.akimat, files.draft_use(campaign_id, draft_id))
    await store.delete_draft(connection, campaign_id, draft_id)
