"""One-time links by which papers come to the akimat's page, past the messenger (B2, B7, P1).

Separate from the papers themselves, because whoever holds a link is known by nothing else.
"""

import asyncio
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind
from core.files.papers import FileRefused, check_paper
from core.files.scanning import ScannerUnavailable
from core.files.store import digest_of
from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.model.proposal import Proposal
from core.model.refusals import Reason, Refusal, RuleViolation, refuse
from core.rulebook.model import Contact
from core.store import files
from core.store import papers as store
from core.store import proposal as proposals
from core.usecases.proposal.mine import require_own
from core.usecases.proposal.papers import asked_papers, enter_papers, require_asked, require_count
from core.usecases.services import Services

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadLink:
    """A new link: its secret as it stands in the address, and the instant from which it is no longer good."""

    url_token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage:
    """What the page of a link shows; ``is_late`` says that the term is over, ``used_at`` that papers came."""

    campaign: Text
    akimat: Text
    desk: Contact
    number: int
    title: str
    asked: tuple[Text, ...]
    due_at: datetime | None
    is_late: bool
    received: int
    language: Language
    expires_at: datetime
    used_at: datetime | None


async def make_link(
    services: Services, campaign_id: CampaignId, account_id: int, number: int, language: Language
) -> UploadLink | None:
    """Make a link for the papers of one's own proposal, ``None`` where the rulebook has no links (B2).

    Only the token's SHA-256 is kept. Former links of the proposal that nobody has used end with it.

    Raises:
        RuleViolation: ``proposal-unknown``, ``papers-not-asked``, or ``proposal-decided``.
    """
    now, token = services.clock.now(), _printed(services.random_bytes(TOKEN_BYTES))
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await require_own(services, connection, campaign_id, account_id, number, lock=True)
        await require_asked(connection, rulebook, proposal)
        hours = rulebook.proposal.upload_hours
        if hours is None:
            return None
        expires_at = now + timedelta(hours=hours.value)
        await store.drop_links(connection, campaign_id, number, now)
        await store.add_link(
            connection,
            campaign_id,
            number,
            token_hash=_hash(token),
            language=language.value,
            expires_at=expires_at,
        )
    return UploadLink(url_token=token, expires_at=expires_at)


async def open_link(services: Services, token: str) -> UploadPage:
    """Return what the page of a link shows; a used one shows what has come until its term is over (B2).

    Raises:
        RuleViolation: ``link-unknown``, ``link-expired``, ``papers-not-asked`` or ``proposal-decided``.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        link, proposal = await _require_link(connection, token, now)
        campaign_id = proposal.campaign_id
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if link["used_at"] is None:
            await require_asked(connection, rulebook, proposal)
        return UploadPage(
            campaign=rulebook.title,
            akimat=rulebook.akimat.name,
            desk=rulebook.akimat.contacts[0],
            number=proposal.number,
            title=proposal.title,
            asked=await asked_papers(connection, rulebook, proposal),
            due_at=proposal.papers_due_at,
            is_late=proposal.papers_due_at is not None and now >= proposal.papers_due_at,
            received=len(await store.list_papers(connection, campaign_id, proposal.number)),
            language=Language(link["language"]),
            expires_at=link["expires_at"],
            used_at=link["used_at"],
        )


async def receive(services: Services, token: str, contents: Sequence[bytes]) -> int:
    """Take the papers that come by a link, all of them or none, and return how many they are (B2, B7).

    The same file twice is one paper. Two submits at once give one set: the second finds the link used.

    Raises:
        RuleViolation: ``link-unknown``, ``link-expired``, ``link-used``, ``papers-not-asked``,
            ``proposal-decided``, ``papers-missing``, ``too-many-papers``, ``scanner-unavailable``, or for
            each file that is not taken ``paper-refused`` with its ``problem`` or ``paper-infected``, both
            with its ``place`` from 1.
    """
    async with services.database.read() as connection:
        await _require_usable(services, connection, token)
    kinds = await _check(services, contents)
    async with services.database.write() as connection:
        campaign_id = (await _require_usable(services, connection, token)).campaign_id
        # A process that is killed while it writes leaves no file that nobody would clear away (M2).
        for digest in kinds:
            await files.expect_file(connection, campaign_id.akimat, digest, services.clock.now())
    async with services.database.write() as connection:
        proposal = await _require_usable(services, connection, token, lock=True)
        now = services.clock.now()
        use = files.proposal_use(proposal.campaign_id, proposal.number)
        for digest in kinds:
            await files.keep_use(connection, proposal.campaign_id.akimat, digest, use, now)
        for content in contents:
            await asyncio.to_thread(services.files.keep, content)
        await enter_papers(connection, proposal, kinds, now)
        await store.use_link(connection, proposal.campaign_id.akimat, _hash(token), now)
    return len(kinds)


async def _check(services: Services, contents: Sequence[bytes]) -> dict[str, FileKind]:
    """Return kind by digest of files that are all sound and clean, in their order."""
    require_count(len(contents))
    kinds: dict[str, FileKind] = {}
    reasons: list[Reason | None] = []
    for place, content in enumerate(contents, start=1):
        try:
            kinds[digest_of(content)] = await asyncio.to_thread(check_paper, content)
        except FileRefused as refused:
            facts = {"place": place, "problem": refused.problem.value}
            reasons.append(Reason(refusal=Refusal.PAPER_REFUSED, facts=facts))
    if not reasons:
        reasons = [await _infected(services, place, each) for place, each in enumerate(contents, start=1)]
    found = [reason for reason in reasons if reason is not None]
    if found:
        raise RuleViolation(*found)
    return kinds


async def _infected(services: Services, place: int, content: bytes) -> Reason | None:
    try:
        found = await services.scanner.scan(content)
    except ScannerUnavailable as unavailable:
        raise refuse(Refusal.SCANNER_UNAVAILABLE) from unavailable
    return Reason(refusal=Refusal.PAPER_INFECTED, facts={"place": place}) if found is not None else None


async def _require_link(
    connection: AsyncConnection, token: str, now: datetime, *, lock: bool = False
) -> tuple[RowMapping, Proposal]:
    """Return a link that is not over, with its proposal; ``lock`` holds both rows, the proposal's first."""
    link = await store.get_link(connection, _hash(token))
    if link is None:
        raise refuse(Refusal.LINK_UNKNOWN)
    campaign_id = CampaignId(link["akimat_id"], link["campaign_id"])
    proposal = await proposals.get_proposal(connection, campaign_id, link["number"], lock=lock)
    link = await store.get_link(connection, _hash(token), lock=True) if lock else link
    if link is None or proposal is None:
        raise refuse(Refusal.LINK_UNKNOWN)
    if now >= link["expires_at"]:
        raise refuse(Refusal.LINK_EXPIRED, expired_at=link["expires_at"])
    return link, proposal


async def _require_usable(
    services: Services, connection: AsyncConnection, token: str, *, lock: bool = False
) -> Proposal:
    """Return the proposal of a link by which papers may come now."""
    link, proposal = await _require_link(connection, token, services.clock.now(), lock=lock)
    if link["used_at"] is not None:
        raise refuse(Refusal.LINK_USED, used_at=link["used_at"])
    rulebook = await services.rulebooks.require(connection, proposal.campaign_id)
    await require_asked(connection, rulebook, proposal)
    return proposal


def _printed(token: bytes) -> str:
    return urlsafe_b64encode(token).decode().rstrip("=")


def _hash(token: str) -> bytes:
    return sha256(token.encode(errors="replace")).digest()
