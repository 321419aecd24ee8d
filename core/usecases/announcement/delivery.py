"""Who gets an announcement next, and what became of whom: what the worker asks and tells (G2, G3).

Everything here may happen in several workers at once, each of which may be killed between any two lines.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Announcement, AnnouncementState, Doubt, PauseCause, TakenPart
from core.model.campaign import CampaignId
from core.model.language import Language
from core.rules.announcement import TRIAL, is_trial_failed
from core.rules.reminders import is_quiet
from core.store import announcement as store
from core.store import announcement_audience as audience
from core.store import announcement_sending as sending
from core.store import elsewhere
from core.usecases.announcement.fates import Flight, Outcome, settle_outcomes
from core.usecases.announcement.finding import meant
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys

LEASE = timedelta(seconds=60)
"""How long people are a worker's, and a message is on its way, before another worker decides about them."""

_HOLDER_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """An announcement that is being sent."""

    campaign_id: CampaignId
    announcement: Announcement

    @property
    def number(self) -> int:
        """Return its number."""
        return self.announcement.number

    @property
    def repeats(self) -> bool:
        """Say whether a message in doubt is sent once more."""
        return self.announcement.written.doubt is Doubt.REPEAT


@dataclass(slots=True, kw_only=True)
class Notes:
    """What a worker has to write: who is next, and what became of those before."""

    boarding: list[int] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


async def list_running(services: Services) -> list[Running]:
    """Return the announcements of all akimats that are being sent; none in the quiet hours (G1)."""
    if is_quiet(services.clock.now()):
        return []
    async with services.database.read() as connection:
        found = []
        for campaign_id, number in await store.list_begun(connection, AnnouncementState.SENDING):
            announcement = await store.get_announcement(connection, campaign_id, number)
            if announcement is not None:
                found.append(Running(campaign_id=campaign_id, announcement=announcement))
    return found


def make_holder(services: Services) -> str:
    """Return a name under which one worker takes people for a while; no other has it."""
    return services.random_bytes(_HOLDER_BYTES).hex()


async def claim(services: Services, running: Running, holder: str, limit: int) -> Sequence[int]:
    """Take up to ``limit`` people who wait; none where there is nobody to send to now (G2).

    The first people are a trial: until it is known how that went, nobody else is taken. Where nobody is left
    the announcement is done.
    """
    campaign_id, number, now = running.campaign_id, running.number, services.real_clock.now()
    async with services.database.write() as connection:
        row = await store.get_row(connection, campaign_id, number, lock=True)
        if row is None or not _is_going(services, row["state"]):
            return ()
        await sending.release_expired(connection, campaign_id, number, now)
        await sending.take_lost(connection, campaign_id, number, now=now, repeats=running.repeats)
        take = partial(
            sending.claim, connection, campaign_id, number, holder=holder, now=now, until=now + LEASE
        )
        if row["is_on_trial"]:
            accounts = await _claim_on_trial(connection, running, take, limit)
        else:
            accounts = await take(limit=limit)
        if accounts or await sending.is_any(connection, campaign_id, number, sending.OPEN):
            return accounts
        done = AnnouncementState.DONE.value
        over = {"state": done, "cause": None, "ended_at": services.clock.now()}
        await store.change_announcement(connection, campaign_id, number, **over)
    return ()


async def _claim_on_trial(
    connection: AsyncConnection, running: Running, take: Callable[..., Awaitable[Sequence[int]]], limit: int
) -> Sequence[int]:
    """Take the first people, again those that were given back, and everybody once the trial is passed."""
    counts = await sending.count_states(connection, running.campaign_id, running.number, is_trial=True)
    taken = sum(counts.values())
    if taken < TRIAL and (accounts := await take(limit=min(limit, TRIAL - taken), is_trial=False)):
        return accounts
    if any(counts.get(state) for state in sending.OPEN):
        return await take(limit=limit, is_trial=True)
    if taken < TRIAL:
        return ()
    if is_trial_failed(counts.get(sending.FAILED, 0) + counts.get(sending.UNKNOWN, 0)):
        await _pause(connection, running, PauseCause.TRIAL)
        return ()
    await sending.end_trial(connection, running.campaign_id, running.number)
    row = {"is_on_trial": False}
    await store.change_announcement(connection, running.campaign_id, running.number, **row)
    return await take(limit=limit)


async def release(services: Services, running: Running, holder: str, accounts: Sequence[int]) -> None:
    """Let people wait again whom this worker has taken and does not come to."""
    async with services.database.write() as connection:
        await sending.settle(
            connection, running.campaign_id, running.number, accounts, holder=holder, values=sending.FREE
        )


def _is_going(services: Services, state: str) -> bool:
    return state == AnnouncementState.SENDING.value and not is_quiet(services.clock.now())


async def record(services: Services, running: Running, holder: str, notes: Notes) -> Mapping[int, Flight]:
    """Write by one commit what became of people, and return those of ``boarding`` who are sent to now (G2).

    Each is judged at this moment: whoever has voted, moved, changed the language or said /stop meanwhile is
    left out. Where the announcement was paused or cancelled nobody boards.
    """
    campaign_id, number = running.campaign_id, running.number
    async with services.database.write() as connection:
        await settle_outcomes(services, connection, campaign_id, number, holder, notes.outcomes)
        if not notes.boarding:
            return {}
        row = await store.get_row(connection, campaign_id, number)
        if row is None or not _is_going(services, row["state"]):
            await sending.settle(
                connection, campaign_id, number, notes.boarding, holder=holder, values=sending.FREE
            )
            return {}
        until = services.real_clock.now() + LEASE
        flights = await _choose(services, connection, running, holder, notes.boarding, until)
        gone = await sending.board(connection, campaign_id, number, flights, holder=holder, until=until)
    return {account_id: flights[account_id] for account_id in gone}


async def _choose(
    services: Services,
    connection: AsyncConnection,
    running: Running,
    holder: str,
    boarding: Sequence[int],
    until: datetime,
) -> dict[int, Flight]:
    """Return those who are still meant and can be reached; the others are settled."""
    campaign_id, number = running.campaign_id, running.number
    rulebook = await services.rulebooks.require(connection, campaign_id)
    condition = meant(rulebook, campaign_id, running.announcement.written.audience)
    rows = await sending.look_up(connection, boarding, condition, campaign_id, number)
    voters = await _voters(services, connection, running, boarding)
    flights: dict[int, Flight] = {}
    left: dict[str, list[int]] = {sending.STOPPED: [], sending.UNREACHABLE: []}
    for row in rows:
        account_id: int = row["account_id"]
        if not row["is_meant"] or account_id in voters:
            continue
        if row["is_unreachable"] or not row["is_wanted"]:
            left[sending.UNREACHABLE if row["is_unreachable"] else sending.STOPPED].append(account_id)
            continue
        flights[account_id] = Flight(
            account_id=account_id,
            language=Language(row["language"] or Language.KAZAKH),
            attempts=row["attempts"],
            is_repeated=row["is_repeated"],
            until=until,
        )
    for state, accounts in left.items():
        if accounts:
            values = {"state": state, "is_trial": False}
            await sending.settle(connection, campaign_id, number, accounts, holder=holder, values=values)
    unconcerned = set(boarding) - flights.keys() - set(left[sending.STOPPED]) - set(left[sending.UNREACHABLE])
    if unconcerned:
        await sending.forget(connection, campaign_id, number, sorted(unconcerned), holder)
    return flights


async def _voters(
    services: Services, connection: AsyncConnection, running: Running, accounts: Sequence[int]
) -> set[int]:
    """Return whose person has voted another way, or in the other channel: none is asked to vote (G1, A6)."""
    if running.announcement.written.audience.part is not TakenPart.NOT_VOTED:
        return set()
    persons = await audience.list_persons(connection, running.campaign_id.akimat, accounts)
    if not persons:
        return set()
    keys = campaign_keys(services, running.campaign_id)
    voters = {account_id: keys.voter(person) for account_id, person in persons.items()}
    tokens = {account_id: keys.token(person) for account_id, person in persons.items()}
    voted = await audience.list_voters(connection, running.campaign_id, voters.values())
    there = await elsewhere.list_there(connection, running.campaign_id, tokens.values())
    return {
        account_id for account_id in persons if voters[account_id] in voted or tokens[account_id] in there
    }


async def stop_refused(services: Services, running: Running) -> bool:
    """Pause what the messenger refuses to everybody, and say whether nobody had done that before (G2)."""
    async with services.database.write() as connection:
        row = await store.get_row(connection, running.campaign_id, running.number, lock=True)
        is_going = row is not None and row["state"] == AnnouncementState.SENDING.value
        if is_going:
            await _pause(connection, running, PauseCause.REFUSED)
    return is_going


async def _pause(connection: AsyncConnection, running: Running, cause: PauseCause) -> None:
    row = {"state": AnnouncementState.PAUSED.value, "cause": cause.value}
    await store.change_announcement(connection, running.campaign_id, running.number, **row)


async def take_tests(services: Services) -> list[tuple[Running, int, Language]]:
    """Take the messages that staff have asked for to see an announcement first (G2)."""
    found = []
    async with services.database.read() as connection:
        if not await store.is_any_test(connection):
            return []
    async with services.database.write() as connection:
        for row in await store.take_tests(connection):
            campaign_id = CampaignId(row["akimat_id"], row["campaign_id"])
            announcement = await store.get_announcement(connection, campaign_id, row["number"])
            if announcement is not None:
                running = Running(campaign_id=campaign_id, announcement=announcement)
                found.append((running, row["account_id"], Language(row["language"])))
    return found
