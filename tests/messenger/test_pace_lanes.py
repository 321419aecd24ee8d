"""The three lanes of the sending budget: what holds always, whoever waits, and how a 429 is got over."""

import asyncio
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis

from messenger.pace import CLEAN_SECONDS, JITTER, SECOND, LanedPace, ProcessPace
from messenger.shared_pace import SharedPace
from tests.house.tree import ROOT
from tests.support import virtual_time

SMALL = 1e-6
SLOWER = 0.08
"""How much longer one message may be on its way than another, in seconds."""

CHATS = st.sampled_from([1, 2, 3, 4, -1, -2])


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that happens at a moment: somebody wants to send, or Telegram wants silence."""

    at: float
    kind: str
    chat: int = 1
    seconds: float = 1.0


@dataclass(slots=True)
class Day:
    """What left when, and from when until when Telegram wanted silence."""

    left: list[tuple[float, str, int]] = field(default_factory=list)
    waited: list[tuple[float, float]] = field(default_factory=list)
    silent: list[tuple[float, float]] = field(default_factory=list)

    def moments(self, *kinds: str) -> list[float]:
        """Return when messages of these lanes left."""
        return [at for at, kind, _ in self.left if kind in kinds]


WISHES = st.lists(
    st.builds(
        Wish,
        at=st.floats(0, 30),
        kind=st.sampled_from(["notice"] * 6 + ["bulk"] * 6 + ["answer"] * 4 + ["freeze"]),
        chat=CHATS | st.integers(10, 400),
        seconds=st.floats(0, 20),
    ),
    max_size=150,
)


async def _live(pace: LanedPace, wishes: Sequence[Wish]) -> Day:
    day, now = Day(), asyncio.get_running_loop().time

    async def happen(wish: Wish) -> None:
        await asyncio.sleep(wish.at)
        asked = now()
        match wish.kind:
            case "freeze":
                day.silent.append((asked, asked + wish.seconds))
                await pace.freeze(wish.seconds)
            case "answer":
                await pace.answer()
                day.waited.append((asked, now()))
            case "notice":
                await pace.notice(wish.chat)
            case _:
                await pace.bulk(wish.chat)
        if wish.kind != "freeze":
            day.left.append((now(), wish.kind, wish.chat))

    async with asyncio.TaskGroup() as group:
        for wish in wishes:
            group.create_task(happen(wish))
    return day


def _most_in_a_second(moments: Sequence[float], *, slower: float = 0.0) -> int:
    """Return the most that can arrive in a second, where each may be up to ``slower`` seconds on its way."""
    ordered = sorted(moments)
    return max((sum(at <= other < at + 1 + slower for other in ordered) for at in ordered), default=0)


@settings(deadline=None, max_examples=60)
@given(per_second=st.integers(1, 30), wishes=WISHES)
def test_the_budget_holds_whatever_happens(per_second: int, wishes: list[Wish]) -> None:
    """Everything leaves; never more arrive in a second than the budget has, never two to a chat [G3]."""
    day = virtual_time.run(_live(ProcessPace(per_second), wishes))
    assert len(day.left) == sum(wish.kind != "freeze" for wish in wishes)
    assert _most_in_a_second(day.moments("notice", "bulk"), slower=SLOWER) <= per_second
    by_chat = defaultdict(list)
    for at, kind, chat in day.left:
        if kind != "answer":
            by_chat[chat].append(at)
    for chat, moments in by_chat.items():
        least = 3 if chat < 0 else 1
        assert all(after - before >= least - SMALL for before, after in pairwise(sorted(moments)))


@settings(deadline=None, max_examples=60)
@given(per_second=st.integers(1, 30), wishes=WISHES)
def test_only_silence_holds_an_answer(per_second: int, wishes: list[Wish]) -> None:
    """Nothing leaves in a silence; outside of one an answer leaves at once, whatever is queued [G3]."""
    day = virtual_time.run(_live(ProcessPace(per_second), wishes))
    for begin, end in day.silent:
        # In the very instant of the 429 something may be on its way already.
        assert not any(begin + SMALL < at < end - SMALL for at, _, _ in day.left)
    for asked, left in day.waited:
        longest = max(
            (end + JITTER * (end - begin) for begin, end in day.silent if begin <= left), default=0.0
        )
        assert left == asked or left <= longest + SMALL


def test_an_announcement_takes_no_place_that_a_notice_wants() -> None:
    """While notices queue no announcement leaves but the one that had its place already [G3]."""
    wishes = [Wish(0, "bulk", chat) for chat in range(1000, 1050)]
    wishes += [Wish(0.5, "notice", chat) for chat in range(100)]
    day = virtual_time.run(_live(ProcessPace(25), wishes))
    notices = day.moments("notice")
    between = [at for at in day.moments("bulk") if notices[0] < at < notices[-1]]
    assert len(day.moments("bulk")) == 50
    assert between == []
    assert notices[-1] - 0.5 < 100 / 25 * SECOND + 0.2, "and the notices have the whole budget"


def test_a_limit_halves_announcements_and_clean_time_gives_back() -> None:
    """After a 429 announcements leave half as fast, then one a second faster each ten clean seconds [G3]."""
    wishes = [Wish(0, "bulk", chat) for chat in range(4000)]
    # Two more 429 of the same silence, from messages that were on their way, count once.
    wishes += [Wish(10 + late, "freeze", seconds=2) for late in (0, 0.1, 0.2)]
    day = virtual_time.run(_live(ProcessPace(20), wishes))
    end = max(until for _, until in day.silent)

    def rate(second: float) -> int:
        return sum(second <= at < second + 5 for at in day.moments("bulk")) // 5

    assert rate(4) == 18, "20 a second, less what messages may gain on each other"
    grown = [rate(end + 1 + CLEAN_SECONDS * each) for each in range(12)]
    # A silence is made longer by up to a tenth at random, so that a window may see the next step already.
    assert grown[0] in {8, 9, 10}
    assert all(-1 <= after - before <= 2 for before, after in pairwise(grown))
    assert grown[3] < 14
    assert grown[-2:] == [18, 18]


def test_notices_keep_their_rate_after_a_limit() -> None:
    """Only announcements slow down: what is told to one person is not what the limit was about [G3]."""
    wishes = [Wish(0, "freeze"), *(Wish(2, "notice", chat) for chat in range(200))]
    day = virtual_time.run(_live(ProcessPace(20), wishes))
    assert day.moments("notice")[-1] - 2 < 200 / 20 * SECOND


def test_a_group_gets_twenty_messages_a_minute() -> None:
    """What is told to a group waits for the group's own limit, and holds up nobody else [G3]."""
    wishes = [Wish(0, "notice", -5) for _ in range(30)] + [Wish(0.1, "notice", 7)]
    day = virtual_time.run(_live(ProcessPace(25), wishes))
    group = [at for at, _, chat in day.left if chat < 0]
    assert max(sum(at <= other < at + 60 for other in group) for at in group) == 20
    assert next(at for at, _, chat in day.left if chat == 7) < 0.3


@pytest.mark.slow
async def test_processes_share_one_budget(redis_url: str) -> None:
    """Three processes with both lanes full never send more than the budget in any second [G3]."""
    per_second, each = 40, 25
    left: set[int] = set()
    async with Redis.from_url(redis_url) as redis:
        processes = [
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.messenger.pacing_process"),
                *map(str, (redis_url, per_second, number * 1000, each)),
                cwd=ROOT,
            )
            for number in range(3)
        ]
        ending = asyncio.gather(*(process.wait() for process in processes))
        while not ending.done():
            left |= set(map(int, await redis.lrange("pace:left", 0, -1)))
            await asyncio.sleep(0.1)
        left |= set(map(int, await redis.lrange("pace:left", 0, -1)))
    assert await ending == [0, 0, 0]
    assert len(left) == 3 * 2 * each
    assert _most_in_a_second([moment / 1_000_000 for moment in left], slower=SLOWER) <= per_second


async def test_a_shared_limit_slows_announcements_of_all(redis_url: str) -> None:
    """A 429 of one process halves the announcements of another one [G3]."""
    one, other = (SharedPace(Redis.from_url(redis_url), 40) for _ in range(2))
    now = asyncio.get_running_loop().time
    await one.freeze(0.1)
    await one.freeze(0.1)
    began = now()
    await asyncio.gather(*(other.bulk(chat) for chat in range(20)))
    assert now() - began > 19 / 20
    async with Redis.from_url(redis_url) as redis:
        assert await redis.hget("pace:state", "rate") == b"20"
    await one.close()
    await other.close()


async def test_shared_announcements_give_way(redis_url: str) -> None:
    """While notices of one process queue, those of another's announcements wait that have no place [G3]."""
    one, other = (SharedPace(Redis.from_url(redis_url), 40) for _ in range(2))
    day = Day()
    now = asyncio.get_running_loop().time

    async def tell(chat: int) -> None:
        await one.notice(chat)
        day.left.append((now(), "notice", chat))

    async def announce(chat: int) -> None:
        await other.bulk(chat)
        day.left.append((now(), "bulk", chat))

    async with asyncio.TaskGroup() as group:
        for chat in range(30):
            group.create_task(announce(1000 + chat))
        for chat in range(30):
            group.create_task(tell(chat))
    notices = sorted(day.moments("notice"))
    assert len(day.left) == 60
    # On a busy machine a place that was taken before the first notice asked may be used a little later.
    assert sum(notices[0] < at < notices[-1] for at in day.moments("bulk")) <= 3
    await one.close()
    await other.close()
