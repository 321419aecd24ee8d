"""Writing an announcement: both texts, a file, an audience; every change drops schedule and approval (G2)."""

from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Announcement, AnnouncementState, AnnouncementStep, Attachment, Written
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.announcement import written_verdict
from core.rules.permissions import OfficeAct
from core.store import announcement as store
from core.store import files
from core.store.staff import get_account
from core.usecases.announcement.attaching import keep_bytes, read_file
from core.usecases.announcement.finding import logged, require_announcement, require_step
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services

_DRAFT: dict[str, Any] = {
    "state": AnnouncementState.DRAFT.value,
    "cause": None,
    "scheduled_at": None,
    "size": None,
    "asked_by": None,
    "approved_by": None,
}
"""What a change leaves of schedule and approval."""


async def write_announcement(
    services: Services, actor: Actor, campaign_id: CampaignId, written: Written
) -> int:
    """Keep a new draft and return its number (G2).

    Raises:
        RuleViolation: ``office-…``, or everything that stands against it (`rules.announcement`).
    """
    act = OfficeAct.WRITE_ANNOUNCEMENT
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, act, lock=True)
        written = _tidied(written)
        written_verdict(written, rulebook, has_file=False).enforce()
        now = services.clock.now()
        number = await store.add_announcement(
            connection, campaign_id, written, staff_id=actor.staff_id, now=now
        )
        await log_act(
            services,
            connection,
            actor,
            campaign_id,
            "announcement-write",
            str(number),
            after=logged(written),
        )
    return number


async def change_announcement(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, written: Written, *, version: int
) -> None:
    """Replace texts and audience of what nobody has got yet; ``version`` is the one that was read (G2).

    Raises:
        RuleViolation: as `write_announcement`; ``announcement-unknown``, ``-state`` or ``-changed``.
    """
    async with services.database.write() as connection:
        rulebook, found = await require_step(
            services,
            connection,
            actor,
            campaign_id,
            number,
            AnnouncementStep.CHANGE,
            OfficeAct.WRITE_ANNOUNCEMENT,
            version=version,
        )
        written = _tidied(written)
        written_verdict(written, rulebook, has_file=found.attachment is not None).enforce()
        await _change(connection, actor, campaign_id, found, **store.written_columns(written))
        await log_act(
            services,
            connection,
            actor,
            campaign_id,
            "announcement-change",
            str(number),
            before=logged(found.written),
            after=logged(written),
        )


async def attach(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    content: bytes,
    file_name: str,
    *,
    version: int,
) -> None:
    """Put a picture or a document above the text, instead of a former one (G2, B7).

    Raises:
        RuleViolation: as `change_announcement`; ``announcement-file`` with its ``problem``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.WRITE_ANNOUNCEMENT)
    attachment, content = await read_file(services, content, file_name)
    async with services.database.write() as connection:
        # A process that is killed while it writes leaves no file that nobody would clear away (M2).
        await files.expect_file(connection, actor.akimat, attachment.digest, services.clock.now())
    async with services.database.write() as connection:
        found = await _replace_file(
            services, connection, actor, campaign_id, number, attachment, version=version
        )
        await keep_bytes(services, connection, campaign_id, found.number, attachment, content)
        await log_act(
            services,
            connection,
            actor,
            campaign_id,
            "announcement-attach",
            str(number),
            after={"file": attachment.name, "digest": attachment.digest},
        )


async def detach(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, *, version: int
) -> None:
    """Take the file off again.

    Raises:
        RuleViolation: as `change_announcement`.
    """
    async with services.database.write() as connection:
        await _replace_file(services, connection, actor, campaign_id, number, None, version=version)
        await log_act(services, connection, actor, campaign_id, "announcement-detach", str(number))


async def send_test(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Let the worker send it in both languages to the account that the actor has linked (G2).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown``, ``announcement-unlinked``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_ANNOUNCEMENTS)
        await require_announcement(connection, campaign_id, number)
        account_id = await get_account(connection, actor.akimat, actor.staff_id)
        if account_id is None:
            raise refuse(Refusal.ANNOUNCEMENT_UNLINKED)
        await store.add_tests(connection, campaign_id, number, account_id)
        await log_act(services, connection, actor, campaign_id, "announcement-test", str(number))


async def _replace_file(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    attachment: Attachment | None,
    *,
    version: int,
) -> Announcement:
    rulebook, found = await require_step(
        services,
        connection,
        actor,
        campaign_id,
        number,
        AnnouncementStep.CHANGE,
        OfficeAct.WRITE_ANNOUNCEMENT,
        version=version,
    )
    written_verdict(found.written, rulebook, has_file=attachment is not None).enforce()
    await files.drop_uses(connection, actor.akimat, store.announcement_use(campaign_id, number))
    await _change(connection, actor, campaign_id, found, **store.file_columns(attachment))
    return found


async def _change(
    connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, found: Announcement, **values: Any
) -> None:
    own = {"version": found.version + 1, "written_by": actor.staff_id, **_DRAFT}
    await store.change_announcement(connection, campaign_id, found.number, **own, **values)


def _tidied(written: Written) -> Written:
    """Return it with one kind of line end, as pages send two, and nothing blank around it."""
    kk, ru = ("\n".join(text.strip().splitlines()) for text in (written.text.kk, written.text.ru))
    return replace(written, text=Text(kk=kk, ru=ru))
