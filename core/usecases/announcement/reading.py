"""What the office sees of announcements: a list, a page, a preview in both languages, a report (G2)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind, file_kind
from core.language.marks import as_html
from core.model.announcement import Announcement, AnnouncementState, AnnouncementStep, Report
from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.announcement import steps_of
from core.rules.announcement_text import length_of, most_length
from core.rules.permissions import OfficeAct
from core.rules.reminders import is_quiet
from core.store import announcement as store
from core.store.staff import get_account, get_staff
from core.usecases.announcement.finding import require_announcement
from core.usecases.announcement.reporting import report_of
from core.usecases.office.permission import require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementPage:
    """An announcement as its page shows it.

    ``report`` is empty before it has begun, ``people`` are names by login, ``steps`` what its state allows.
    More than ``alone_most`` people need a second person. ``is_linked`` says that the reader has an account to
    which a test can go, ``is_resting`` that the quiet hours hold the sending back (G1).
    """

    announcement: Announcement
    report: Report | None
    people: Mapping[int, str]
    steps: frozenset[AnnouncementStep]
    alone_most: int
    territory: Text | None
    is_linked: bool
    is_resting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementList:
    """A campaign's announcements, the newest first, and the names of those who wrote them, by login."""

    announcements: Sequence[Announcement]
    people: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A text as people will see it, how long that is and may be; all but our few tags is escaped."""

    html: str
    length: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The file above the text."""

    content: bytes
    kind: FileKind
    name: str


async def get_list(services: Services, actor: Actor, campaign_id: CampaignId) -> AnnouncementList:
    """Return the announcements as their list shows them; raise ``RuleViolation`` ``office-…``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_ANNOUNCEMENTS)
        found = await store.list_announcements(connection, campaign_id)
        return AnnouncementList(announcements=found, people=await _names(connection, actor, *found))


async def get_page(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> AnnouncementPage:
    """Return one announcement with how far it is.

    Raises:
        RuleViolation: ``office-…`` or ``announcement-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_ANNOUNCEMENTS)
        found = await require_announcement(connection, campaign_id, number)
        node = rulebook.territories.nodes.get(found.written.audience.territory or "")
        is_sending = found.state is AnnouncementState.SENDING
        return AnnouncementPage(
            announcement=found,
            report=await report_of(connection, campaign_id, number),
            people=await _names(connection, actor, found),
            steps=steps_of(found),
            alone_most=services.announcement_alone_most,
            territory=node.name if node is not None else None,
            is_linked=await get_account(connection, actor.akimat, actor.staff_id) is not None,
            is_resting=is_sending and is_quiet(services.clock.now()),
        )


async def preview(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> Mapping[Language, Shown]:
    """Return both texts as people will see them (G2, P6).

    Raises:
        RuleViolation: ``office-…`` or ``announcement-unknown``.
    """
    found = await _require(services, actor, campaign_id, number)
    most = most_length(has_file=found.attachment is not None)
    texts = {language: found.written.text.in_language(language) for language in Language}
    return {
        language: Shown(html=as_html(text), length=length_of(text), most=most)
        for language, text in texts.items()
    }


async def open_attachment(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Opened:
    """Return the file above the text.

    Raises:
        RuleViolation: ``office-…``, or ``announcement-unknown`` where there is none.
    """
    found = await _require(services, actor, campaign_id, number)
    if found.attachment is None:
        raise refuse(Refusal.ANNOUNCEMENT_UNKNOWN)
    try:
        content = await asyncio.to_thread(services.files.read, found.attachment.digest)
    except FileNotFoundError:
        raise refuse(Refusal.ANNOUNCEMENT_UNKNOWN) from None
    return Opened(content=content, kind=file_kind(content), name=found.attachment.name)


async def _require(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Announcement:
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_ANNOUNCEMENTS)
        return await require_announcement(connection, campaign_id, number)


async def _names(connection: AsyncConnection, actor: Actor, *found: Announcement) -> dict[int, str]:
    logins = {login for each in found for login in (each.written_by, each.asked_by, each.approved_by)}
    people = [await get_staff(connection, actor.akimat, login) for login in logins if login is not None]
    return {person.staff_id: person.name for person in people if person is not None}
