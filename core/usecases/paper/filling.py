"""Typing an application off a sheet: each sending of the form is kept, and nothing of it is lost (B9, P5)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.paper import PaperDraft
from core.model.proposal import Channel, Picture, PictureKind
from core.model.refusals import Reason, Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.iin import is_iin, without_iin
from core.rules.paper import Field, PaperFault, Trouble, typed_of
from core.rules.permissions import OfficeAct
from core.rules.review import ReviewAct, next_status
from core.store import files
from core.store import paper as store
from core.store import proposal as proposals
from core.usecases.office.permission import require_right
from core.usecases.proposal.drafting import ID_BYTES, require_taken_here
from core.usecases.proposal.pictures import MOST_PICTURES, id_of, keep_files, press_picture
from core.usecases.services import Services

MOST_TYPED = 6000
"""Characters of a field that are kept: twice the longest answer, so that what is too long can be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPicture:
    """A picture as the form sends it: the name that it has on the clerk's computer, and what it holds."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept now, what was wrong at once, and why pictures were not taken, by their names.

    ``has_changed`` says that something differs from what the clerk saw before.
    """

    draft: PaperDraft
    troubles: tuple[Trouble, ...]
    refused: tuple[tuple[str, Reason], ...]
    has_changed: bool


async def begin_paper(services: Services, actor: Actor, campaign_id: CampaignId) -> PaperDraft:
    """Begin an empty form; one of the clerk's own that is still empty is opened again.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, or ``proposals-elsewhere``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.ENTER_PROPOSAL)
        require_taken_here(rulebook)
        for draft in await store.list_drafts(connection, campaign_id, actor.staff_id):
            if not draft.typed and not draft.pictures and draft.number is None:
                return draft
        draft = _fresh(services, actor, campaign_id)
        await store.add_draft(connection, draft)
    return draft


async def begin_rework(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> PaperDraft:
    """Begin the rework of a returned paper proposal with what it says; one's own begun one is opened again.

    Raises:
        RuleViolation: ``proposal-unknown`` also for one that was not on paper, ``proposal-not-returned``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.REWORK_PROPOSAL, lock=True)
        proposal = await proposals.get_proposal(connection, campaign_id, number, lock=True)
        if proposal is None or proposal.channel is not Channel.PAPER:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        # Whether it came in time its day of receipt will say, which nobody has typed yet.
        next_status(proposal.status, ReviewAct.RESUBMIT, due_at=None, now=services.clock.now())
        for draft in await store.list_drafts(connection, campaign_id, actor.staff_id):
            if (draft.number, draft.base_version) == (number, proposal.version):
                return draft
        contents = await proposals.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        draft = replace(
            _fresh(services, actor, campaign_id),
            number=number,
            base_version=proposal.version,
            person_key=proposal.person_key,
            typed=typed_of(contents),
            pictures=contents.pictures,
        )
        await store.add_draft(connection, draft)
        await _keep_uses(connection, draft)
    return draft


def _fresh(services: Services, actor: Actor, campaign_id: CampaignId) -> PaperDraft:
    return PaperDraft(
        campaign_id=campaign_id,
        draft_id=services.random_bytes(ID_BYTES).hex(),
        staff_id=actor.staff_id,
        touched_at=services.clock.now(),
    )


async def _keep_uses(connection: AsyncConnection, draft: PaperDraft) -> None:
    use = use_of(draft)
    for digest in digests_of(draft.pictures):
        await files.keep_use(connection, draft.campaign_id.akimat, digest, use, draft.touched_at)


def use_of(draft: PaperDraft) -> str:
    """Return the name under which what is being typed needs its pictures."""
    return files.draft_use(draft.campaign_id, draft.draft_id)


def digests_of(pictures: Sequence[Picture]) -> set[str]:
    """Return the files of pictures."""
    return {digest for each in pictures for digest in (each.original, each.published, each.thumbnail)}


async def list_begun(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[PaperDraft]:
    """Return what the clerk has begun and not entered; what a colleague types is the colleague's (L2)."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.ISSUE_SLIP)
        return await store.list_drafts(connection, campaign_id, actor.staff_id)


async def require_paper(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    draft_id: str,
    *,
    lock: bool = False,
    is_kept: bool = True,
) -> tuple[Rulebook, PaperDraft]:
    """Return the campaign's rulebook and what the clerk has typed; ``lock`` holds both rows.

    What is not ``is_kept``, but read or thrown away, is the clerk's in every stage.

    Raises:
        RuleViolation: ``draft-unknown`` for what is nobody's or a colleague's, and as ``require_right``.
    """
    found = await store.get_draft(connection, campaign_id, draft_id)
    is_rework = found is not None and found.number is not None
    act = OfficeAct.REWORK_PROPOSAL if is_rework else OfficeAct.ENTER_PROPOSAL
    act = act if is_kept else OfficeAct.ISSUE_SLIP
    rulebook = await require_right(services, connection, actor, campaign_id, act, lock=lock)
    draft = await store.get_draft(connection, campaign_id, draft_id, lock=True) if lock else found
    if draft is None or draft.staff_id != actor.staff_id:
        raise refuse(Refusal.DRAFT_UNKNOWN)
    return rulebook, draft


async def keep_paper(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    draft_id: str,
    *,
    typed: Mapping[str, str],
    iin: str,
    dropped: Sequence[str] = (),
    pictures: Sequence[SentPicture] = (),
    kind: PictureKind = PictureKind.PHOTO,
) -> Kept:
    """Keep what the form says; the IIN becomes a person's key at once and stands nowhere (P1).

    An empty ``iin`` leaves the key that was made before. ``dropped`` names pictures that go (`id_of`). An IIN
    inside a text is hidden before the text is kept, and said.

    Raises:
        RuleViolation: ``draft-unknown``, ``draft-submitted`` with the ``number`` that it became.
    """
    pressed, refused = await _press(services, actor, campaign_id, draft_id, pictures)
    clean, troubles = _cleaned(typed)
    async with services.database.write() as connection:
        rulebook, draft = await require_paper(services, connection, actor, campaign_id, draft_id, lock=True)
        if draft.is_entered:
            raise refuse(Refusal.DRAFT_SUBMITTED, number=draft.number)
        person_key = _person_key(services, draft, iin)
        is_wrong = bool(iin.strip()) and draft.number is None and not _is_right(iin)
        troubles += [Trouble(fault=PaperFault.IIN_WRONG)] if is_wrong else []
        left = [each for each in draft.pictures if id_of(each) not in dropped]
        for name, parts in pressed:
            added = await _add(services, connection, rulebook, draft, left, parts, kind)
            refused += [(name, added)] if added is not None else []
        now = services.clock.now()
        kept = replace(draft, typed=clean, person_key=person_key, pictures=tuple(left), touched_at=now)
        await _drop_uses(connection, draft, kept)
        await store.keep_draft(connection, kept)
    has_changed = replace(kept, touched_at=draft.touched_at) != draft
    return Kept(draft=kept, troubles=tuple(troubles), refused=tuple(refused), has_changed=has_changed)


def _cleaned(typed: Mapping[str, str]) -> tuple[dict[str, str], list[Trouble]]:
    clean: dict[str, str] = {}
    troubles: list[Trouble] = []
    for name in Field:
        text = typed.get(name.value, "").replace("\r\n", "\n").strip()[:MOST_TYPED]
        hidden = without_iin(text)
        if hidden is not None:
            troubles.append(Trouble(fault=PaperFault.IIN_REMOVED, facts={"field": name.value}))
        if text:
            clean[name.value] = hidden or text
    return clean, troubles


def _person_key(services: Services, draft: PaperDraft, iin: str) -> bytes | None:
    """Return whose proposal it is now; a rework stays its author's, and a wrong number is nobody's (P1)."""
    if not iin.strip() or draft.number is not None:
        return draft.person_key
    if not _is_right(iin):
        return None
    return read_akimat_keys(services.keys, draft.campaign_id.akimat).person("".join(iin.split()))


def _is_right(iin: str) -> bool:
    return is_iin("".join(iin.split()))


async def _press(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    draft_id: str,
    pictures: Sequence[SentPicture],
) -> tuple[list[tuple[str, Sequence[bytes]]], list[tuple[str, Reason]]]:
    """Make each picture fit to be shown; one that is no good takes no other with it (B7)."""
    pressed: list[tuple[str, Sequence[bytes]]] = []
    refused: list[tuple[str, Reason]] = []
    if pictures:
        async with services.database.read() as connection:
            await require_paper(services, connection, actor, campaign_id, draft_id)
    for each in pictures:
        try:
            pressed.append((each.name, await press_picture(services, campaign_id, each.content)))
        except RuleViolation as violation:
            refused.append((each.name, violation.reasons[0]))
    return pressed, refused


async def _add(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    draft: PaperDraft,
    left: list[Picture],
    parts: Sequence[bytes],
    kind: PictureKind,
) -> Reason | None:
    """Add a picture to those that are ``left``, or say why not; the same one again changes nothing."""
    limit = rulebook.limits.get("pictures_at_most")
    most = limit.value if limit is not None else MOST_PICTURES
    if len(left) >= most:
        facts = {"most": most, "closes": None, "is_rework": True}
        return Reason(refusal=Refusal.TOO_MANY_PICTURES, facts=facts)
    digests = await keep_files(services, connection, draft.campaign_id, use_of(draft), parts)
    original, published, thumbnail = digests
    if all(each.original != original for each in left):
        left.append(Picture(original=original, published=published, thumbnail=thumbnail, kind=kind))
    return None


async def _drop_uses(connection: AsyncConnection, before: PaperDraft, after: PaperDraft) -> None:
    for digest in digests_of(before.pictures) - digests_of(after.pictures):
        await files.drop_use(connection, before.campaign_id.akimat, digest, use_of(before))


async def read_thumbnail(
    services: Services, actor: Actor, campaign_id: CampaignId, draft_id: str, picture_id: str
) -> bytes | None:
    """Return a picture of what the clerk is typing, small and clean, ``None`` for one that is gone (B7)."""
    async with services.database.read() as connection:
        _, draft = await require_paper(services, connection, actor, campaign_id, draft_id, is_kept=False)
    found = next((each for each in draft.pictures if id_of(each) == picture_id), None)
    return await asyncio.to_thread(services.files.read, found.thumbnail) if found is not None else None


async def discard_paper(services: Services, actor: Actor, campaign_id: CampaignId, draft_id: str) -> None:
    """Throw away what was typed; what is gone or entered already is no error."""
    async with services.database.write() as connection:
        facts = services, connection, actor, campaign_id, draft_id
        _, draft = await require_paper(*facts, lock=True, is_kept=False)
        if draft.is_entered:
            return
        await files.drop_uses(connection, campaign_id.akimat, use_of(draft))
        await store.delete_draft(connection, campaign_id, draft_id)
