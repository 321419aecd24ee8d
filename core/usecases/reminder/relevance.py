"""Whom a reminder still concerns: asked at the moment of sending, from what is known then (G1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.proposal import Draft
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook
from core.rules.eligibility import voting_verdict
from core.rules.reminders import (
    Moment,
    RemindedWindow,
    reminded_window,
    rework_moments,
    rework_window,
    sitting_moments,
    sitting_window,
)
from core.rules.stages import last_day
from core.store import council, opinion, place, register, voting
from core.store import draft as drafts
from core.store import reminder as store
from core.store import verification as verifications
from core.usecases.elsewhere.asking import has_voted_there
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """What a reminder is about now: the window that holds, and the applications that wait for their author.

    ``days_left`` counts from today to the window's last day: 0 on that day itself. ``title`` is that of an
    application to be reworked, ``waiting`` how many opinions a member of the council owes.
    """

    rulebook: Rulebook
    window: StageWindow
    days_left: int
    drafts: tuple[Draft, ...] = ()
    title: str = ""
    waiting: int = 0

    @property
    def is_last_day(self) -> bool:
        """Say whether the window ends today."""
        return self.days_left == 0


async def is_still_wanted(services: Services, connection: AsyncConnection, notice: Notice) -> bool:
    """Say whether a reminder concerns its account at this moment (G1)."""
    return await find_reminded(services, connection, notice) is not None


async def get_reminded(services: Services, notice: Notice) -> Reminded | None:
    """Return what a reminder is about now, ``None`` where it concerns its account no longer (G1)."""
    async with services.database.read() as connection:
        return await find_reminded(services, connection, notice)


async def find_reminded(services: Services, connection: AsyncConnection, notice: Notice) -> Reminded | None:
    """Return what a reminder is about, ``None`` where it concerns its account no longer (G1).

    It does while its moment belongs to the window as the rulebook has it now, the window is open, and the
    account still has what it is reminded of: an unfinished application, a vote not cast, a rework due.

    Raises:
        RuleViolation: ``campaign-unknown``.
        KeyMissing: where nobody can tell who has voted.
    """
    rulebook = await services.rulebooks.require(connection, notice.campaign_id)
    if notice.kind is NoticeKind.REWORK_DUE:
        return await _rework(services, connection, rulebook, notice)
    if notice.kind is NoticeKind.COUNCIL_DUE:
        return await _sitting(services, connection, rulebook, notice)
    stage = Stage(notice.facts["stage"])
    found = reminded_window(rulebook, stage, notice.facts["territory"])
    if found is None or not _is_planned(services, notice, found.window, found.moments):
        return None
    about = _about(services, rulebook, found.window)
    match notice.kind:
        case NoticeKind.STAGE_OPENED:
            is_wanted = await _is_new_to(services, connection, rulebook, notice, found)
        case NoticeKind.VOTE_DUE:
            is_wanted = await _may_vote_yet(services, connection, rulebook, notice, found)
        case NoticeKind.DRAFT_DUE:
            about = replace(about, drafts=await _unfinished(connection, rulebook, notice, found))
            is_wanted = bool(about.drafts)
        case _:
            raise LookupError(f"{notice.kind} is no reminder")
    return about if is_wanted else None


def _is_planned(services: Services, notice: Notice, window: StageWindow, moments: Sequence[Moment]) -> bool:
    """Say whether the moment belongs to a window that is open: an extended one has other moments."""
    at = datetime.fromisoformat(notice.facts["moment"])
    return window.is_open(services.clock.now()) and any(moment.at == at for moment in moments)


def _about(services: Services, rulebook: Rulebook, window: StageWindow, title: str = "") -> Reminded:
    days_left = (last_day(window) - local_date(services.clock.now())).days
    return Reminded(rulebook=rulebook, window=window, days_left=days_left, title=title)


async def _rework(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, notice: Notice
) -> Reminded | None:
    rows = await store.list_reworks(connection, notice.campaign_id, notice.facts["number"])
    for row in rows:
        window = rework_window(row["returned_at"], row["due_at"])
        is_own = row["account_id"] == notice.account_id
        if is_own and _is_planned(services, notice, window, rework_moments(rulebook, window)):
            return _about(services, rulebook, window, row["title"])
    return None


async def _sitting(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, notice: Notice
) -> Reminded | None:
    """Return what a member owes a sitting that still votes (G1)."""
    number = notice.facts["sitting"]
    row = await council.get_sitting(connection, notice.campaign_id, number)
    if row is None or row["closed_at"] is not None:
        return None
    window = sitting_window(row["opened_at"], row["decide_by"])
    if not _is_planned(services, notice, window, sitting_moments(rulebook, window)):
        return None
    waiting = await opinion.count_of_account(connection, notice.campaign_id, number, notice.account_id)
    return replace(_about(services, rulebook, window), waiting=waiting) if waiting else None


async def _unfinished(
    connection: AsyncConnection, rulebook: Rulebook, notice: Notice, found: RemindedWindow
) -> tuple[Draft, ...]:
    """Return the account's unfinished applications of this window, the last touched first."""
    own = await place.get_place(connection, notice.campaign_id, notice.account_id)
    top = rulebook.territories.children(None)[0].slug
    begun = await drafts.list_drafts(connection, notice.account_id, notice.campaign_id)
    return tuple(
        draft
        for draft in begun
        if draft.number is None and (draft.contents.territory or own or top) in found.territories
    )


async def _is_new_to(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, notice: Notice, found: RemindedWindow
) -> bool:
    """Say whether the account's place is there still; whoever has voted needs no opening of the voting."""
    campaign_id = notice.campaign_id
    if await place.get_place(connection, campaign_id, notice.account_id) not in found.territories:
        return False
    if found.window.stage is not Stage.VOTING or rulebook.voting.mode.value is Mode.GUIDE:
        return True
    person_key = await _person_of(connection, notice)
    if person_key is not None:
        return not await _has_voted(services, connection, rulebook, campaign_id, person_key)
    return not await voting.has_part(connection, campaign_id, notice.account_id)


async def _may_vote_yet(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, notice: Notice, found: RemindedWindow
) -> bool:
    """Say whether the account stands for a person who may vote there and has not, by any channel (E1, E3)."""
    # A guide leads to the official page at the opening and knows of nobody whether he has voted (A6).
    if rulebook.voting.mode.value is Mode.GUIDE:
        return False
    person_key = await _person_of(connection, notice)
    campaign_id = notice.campaign_id
    if person_key is None or await _has_voted(services, connection, rulebook, campaign_id, person_key):
        return False
    resident = await register.get_resident(connection, notice.campaign_id.akimat, person_key)
    if resident is None:
        return False
    here = [slug for slug in rulebook.voting.territories if slug in found.territories]
    now = services.clock.now()
    opening = found.window.unextended
    return any(not voting_verdict(resident, slug, rulebook, now, opening).reasons for slug in here)


async def _person_of(connection: AsyncConnection, notice: Notice) -> bytes | None:
    """Return whom the account's phone stands for; a code's session is over long before a reminder."""
    link = await verifications.get_phone_link(connection, notice.campaign_id.akimat, notice.account_id)
    return link["person_key"] if link is not None else None


async def _has_voted(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    campaign_id: CampaignId,
    person_key: bytes,
) -> bool:
    """Say whether the person has voted, here or in the other channel: nobody who has is asked to (G1)."""
    voter_key = campaign_keys(services, campaign_id).voter(person_key)
    if await voting.get_participation(connection, campaign_id, voter_key) is not None:
        return True
    return await has_voted_there(services, connection, rulebook, person_key)
