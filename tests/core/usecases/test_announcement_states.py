"""What one sending does to its row, and that a lease is worth something: whatever happens, it adds up."""

import random
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.announcement import AnnouncementState, Doubt
from core.model.language import Language
from core.rules.announcement import MOST_ATTEMPTS
from core.store import announcement_sending as sending
from core.usecases.announcement import delivery
from core.usecases.announcement.beginning import begin_due, clear_up
from core.usecases.announcement.delivery import LEASE, Notes
from core.usecases.announcement.fates import Fate, Flight, Outcome, columns_after
from tests.support.announcing import due, found, report, settle_many, states
from tests.support.town import OPEN, Town

FIRST, COUNT = 5_000_000, 24

_FINAL = {sending.SENT, sending.BLOCKED, sending.FAILED, sending.UNKNOWN}


@given(
    fate=st.sampled_from(Fate),
    doubt=st.sampled_from(Doubt),
    attempts=st.integers(0, MOST_ATTEMPTS),
    is_repeated=st.booleans(),
)
def test_every_end_of_a_sending(fate: Fate, doubt: Doubt, attempts: int, is_repeated: bool) -> None:  # noqa: FBT001
    """A row ends for good or waits, free for anybody; only a repetition in doubt is marked as such [G2]."""
    flight = Flight(
        account_id=1, language=Language.KAZAKH, attempts=attempts, is_repeated=is_repeated, until=OPEN
    )
    row = columns_after(Outcome(flight=flight, fate=fate, doubt=doubt), OPEN)
    assert (row["state"] in _FINAL) is (row["state"] != sending.QUEUED)
    if row["state"] == sending.QUEUED:
        assert row["holder"] is None
        assert row["leased_until"] >= OPEN
    assert ("is_repeated" in row) is (
        fate is Fate.DOUBTFUL and doubt is Doubt.REPEAT and not is_repeated and attempts < MOST_ATTEMPTS
    ) or attempts >= MOST_ATTEMPTS
    if fate is Fate.LATER:
        assert "attempts" not in row


@dataclass
class Telegram:
    """What has reached whom, and what each worker still holds."""

    heard: dict[int, int] = field(default_factory=dict)

    def take(self, account_id: int) -> None:
        """Deliver."""
        self.heard[account_id] = self.heard.get(account_id, 0) + 1


ENDS = ("delivered", "killed before", "killed after", "doubtful", "later", "again", "blocked")


async def step(town: Town, running: delivery.Running, telegram: Telegram, dice: random.Random) -> None:
    """Let one worker take a few people, and come to some end with each; killed, it writes nothing more."""
    holder = delivery.make_holder(town.services)
    accounts = await delivery.claim(town.services, running, holder, dice.randint(1, 4))
    flights = await delivery.record(town.services, running, holder, Notes(boarding=list(accounts)))
    doubt, outcomes = running.announcement.written.doubt, []
    for flight in flights.values():
        end = dice.choice(ENDS)
        if end in {"delivered", "killed after", "doubtful"}:
            telegram.take(flight.account_id)
        if end.startswith("killed"):
            break
        outcomes.append(Outcome(flight=flight, fate=Fate(end), doubt=doubt))
    if dice.random() < 0.8:
        await delivery.record(town.services, running, holder, Notes(outcomes=outcomes))
    town.clock.advance(dice.choice([timedelta(seconds=1), LEASE + timedelta(seconds=1)]))


@pytest.mark.parametrize("doubt", Doubt)
@pytest.mark.parametrize("seed", range(3))
async def test_histories(town: Town, doubt: Doubt, seed: int) -> None:
    """Workers that die and fail at random: everybody is settled, nobody forgotten, and it adds up [G2]."""
    dice, telegram = random.Random(seed), Telegram()
    await settle_many(town, range(FIRST, FIRST + COUNT))
    number = await due(town, doubt=doubt)
    await begin_due(town.services)
    for _ in range(400):
        if not (found_running := await delivery.list_running(town.services)):
            break
        await step(town, found_running[0], telegram, dice)
        await report(town, number)
    item, made = await found(town, number), await report(town, number)
    if item.state is AnnouncementState.PAUSED:
        assert made.failed + made.unknown > 6, "only a failed trial stops it"
        return
    assert item.state is AnnouncementState.DONE
    assert (made.waiting, made.unconcerned) == (0, 0)
    most = 2 if doubt is Doubt.REPEAT else 1
    assert max(telegram.heard.values()) <= most
    assert sum(each > 1 for each in telegram.heard.values()) <= made.repeated
    # Whoever heard nothing has blocked the bot, failed three times, or is known to be in doubt.
    assert COUNT - len(telegram.heard) <= made.blocked + made.failed + made.unknown
    assert len(telegram.heard) >= made.delivered
    await clear_up(town.services)
    await clear_up(town.services)
    assert await states(town, number) == {}
    assert await report(town, number) == made
