"""Files of a proposal for staff: what is published for all of them, the rest for the clerk, logged (B7)."""

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind, file_kind
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.store import papers
from core.store import proposal_history as store
from core.usecases.office.permission import log_access, require_right
from core.usecases.services import Services

VIEW_FILE = "view-file"
"""How the log of looks at personal data calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file's bytes and what they are; ``is_published`` says that everybody may see it once it is public."""

    number: int
    content: bytes
    kind: FileKind
    is_published: bool


async def open_file(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, digest: str
) -> OpenedFile:
    """Return a file that the proposal names, in whichever version; the look is logged unless it is published.

    Raises:
        RuleViolation: ``office-forbidden``, or ``proposal-unknown`` for a file that is none of its own.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        published, own = await _digests(connection, campaign_id, number)
    if digest in own:
        async with services.database.write() as connection:
            await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_AUTHORS)
            await log_access(services, connection, actor, campaign_id, VIEW_FILE, f"{number}/{digest[:12]}")
    elif digest not in published:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    try:
        content = await asyncio.to_thread(services.files.read, digest)
    except FileNotFoundError:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number) from None
    return OpenedFile(
        number=number, content=content, kind=file_kind(content), is_published=digest in published
    )


async def _digests(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[set[str], set[str]]:
    """Return what is, or would be, published of every version, and what only the clerk may open."""
    published, own = set[str](), set[str]()
    for *_, contents in await store.list_versions(connection, campaign_id, number):
        published |= {digest for each in contents.pictures for digest in (each.published, each.thumbnail)}
        own |= {each.original for each in contents.pictures}
        own |= {contents.estimate.file} if contents.estimate.file is not None else set()
    received = await papers.list_papers(connection, campaign_id, number)
    own |= {row["digest"] for row in received if row["digest"] is not None}
    # A small picture may be published as it came, without anything to take out of it.
    return published, own - published
