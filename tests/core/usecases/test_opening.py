"""The opening by two people, with paper, small counts and a key from a safe, on both databases (ledger 4)."""

import json
from collections.abc import Awaitable, Callable
from hashlib import sha256

import pytest
from sqlalchemy import delete, update

from core.identity.keys import box_key
from core.model.outcome import Tally
from core.model.refusals import Refusal
from core.model.staff import Role
from core.model.vote import Channel
from core.store import audit, box, ledger
from core.store import opening as store
from core.usecases.opening.facts import ASKED_FOR, Step
from core.usecases.opening.together import (
    ask_destruction,
    ask_opening,
    confirm_destruction,
    confirm_opening,
)
from core.usecases.outcome.advance import advance
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.reading import get_outcome
from tests.support.boxes import (
    WHERE,
    Pair,
    box_of,
    close_with,
    pair,
    put_in,
    tally,
)
from tests.support.office import actor, of_another_akimat
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, Town

Act = Callable[..., Awaitable[object]]


@pytest.fixture
async def two(town: Town) -> Pair:
    """The two people who open, and an observer."""
    return await pair(town)


async def test_two_people_open_and_count(town: Town, two: Pair) -> None:
    """One asks, another confirms, it is open and counted; the log has both, without a choice [L1]."""
    await close_with(town, *[5] * 6, 2)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    seen = await box_of(town, two.second)
    assert seen.asked[Step.OPEN].name == "Қызметкер secretary"
    assert not seen.asked[Step.OPEN].is_own
    assert not seen.missing.reasons
    opened = await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert (opened.votes, opened.is_hidden) == (7, False)
    counted = await get_outcome(town.services, CAMPAIGN, WHERE)
    assert counted is not None
    assert (counted.votes, counted.invalid) == (7, 0)
    assert await tally(town) == Tally(votes={5: 6, 2: 1})
    assert not (await box_of(town, two.first)).asked
    async with town.services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=2)
    assert [each["act"] for each in acts] == ["open-box", "ask-open"]
    assert acts[0]["after"] == {"votes": 7, "first": two.first.staff_id}


async def test_one_person_with_two_logins(town: Town, two: Pair) -> None:
    """Who asked does not confirm, under another login either; nothing is opened [L1] [P4]."""
    await close_with(town, 5)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    again = await actor(town, Role.AKIM, login="second-login", person=2)
    for who in (two.first, again):
        assert await refusal_of(confirm_opening(town.services, who, CAMPAIGN, WHERE)) is (
            Refusal.OFFICE_SAME_PERSON
        )
    assert await tally(town) is None
    # Asking twice is asking once; another person confirms and does not ask as well.
    await ask_opening(town.services, again, CAMPAIGN, WHERE)
    asked = ask_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(asked) is Refusal.OPENING_ASKED


@pytest.mark.parametrize("act", [ask_opening, confirm_opening, ask_destruction, confirm_destruction])
async def test_who_may_not(town: Town, act: Act) -> None:
    """Neither a clerk nor the observer, nobody of another akimat, and no territory that is none [L1] [P9]."""
    await close_with(town, 5)
    akim = await actor(town, Role.AKIM, login="akim", person=3)
    for role in (Role.CLERK, Role.OBSERVER, Role.SYSTEM_ADMINISTRATOR):
        who = await actor(town, role, login=role.value, person=1)
        assert await refusal_of(act(town.services, who, CAMPAIGN, WHERE)) is Refusal.OFFICE_FORBIDDEN  # type: ignore[arg-type]
    foreign = act(town.services, of_another_akimat(akim), CAMPAIGN, WHERE)
    assert await refusal_of(foreign) is Refusal.CAMPAIGN_UNKNOWN  # type: ignore[arg-type]
    for territory in ("eski-qala", "nowhere", ""):
        unknown = act(town.services, akim, CAMPAIGN, territory)
        assert await refusal_of(unknown) is Refusal.TERRITORY_UNKNOWN  # type: ignore[arg-type]


async def test_what_was_not_asked(town: Town, two: Pair) -> None:
    """Nobody confirms what nobody asked for, or too long ago; the clock forgets it [L1]."""
    await close_with(town, 5)
    confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(confirm) is Refusal.OPENING_NOT_ASKED
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    town.clock.advance(ASKED_FOR)
    confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(confirm) is Refusal.OPENING_NOT_ASKED
    assert not (await box_of(town, two.second)).asked
    town.wait(microseconds=1)
    await advance(town.services, opens_boxes=False)
    async with town.services.database.read() as connection:
        assert await store.list_requests(connection, CAMPAIGN) == []


async def test_before_the_close_and_after_the_opening(town: Town, two: Pair) -> None:
    """Before the end nobody opens and nobody sees anything of the box; afterwards nobody opens again [E6]."""
    await put_in(town, 5, 5)
    ask = ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(ask) is Refusal.OPENING_TOO_EARLY
    assert (await box_of(town, two.observer)).contents is None
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    inside = (await box_of(town, two.observer)).contents
    assert inside is not None
    assert (inside.roll, inside.seals, inside.waiting) == ({Channel.BOT: 2}, 2, 2)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    for again in (ask_opening, confirm_opening):
        found = await refusal_of(again(town.services, two.second, CAMPAIGN, WHERE))
        assert found is Refusal.OPENING_DONE


async def test_a_difference_stops_it_with_words(town: Town, two: Pair) -> None:
    """A vote gone is said with numbers and logged; request, votes and key stay as they were [P4] [P7]."""
    await close_with(town, 5, 5, 2)
    async with town.services.database.write() as connection:
        gone = next(iter(await box.list_waiting(connection, CAMPAIGN, WHERE)))
        await connection.execute(delete(box.waiting).where(box.waiting.c.waiting_id == gone))
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(confirm) is Refusal.OPENING_DIFFERS
    seen = await box_of(town, two.second)
    assert Step.OPEN in seen.asked
    assert seen.contents is not None
    assert (seen.contents.seals, seen.contents.waiting) == (3, 2)
    async with town.services.database.read() as connection:
        (stopped,) = await audit.list_acts(connection, CAMPAIGN.akimat, limit=1)
    assert (stopped["act"], stopped["subject"]) == ("opening-stopped", WHERE)
    assert "2 instead of 3" in stopped["after"]["reason"]


async def test_a_foreign_vote_stops_it(town: Town, two: Pair) -> None:
    """A vote that this key does not open stops the opening; it does not say which [P4]."""
    await close_with(town, 5, 5)
    async with town.services.database.write() as connection:
        spoiled = b"x" * 144
        await connection.execute(update(box.waiting).values(sealed=spoiled))
        await connection.execute(update(box.seal).values(digest=sha256(spoiled).digest()))
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(confirm) is Refusal.OPENING_VOTE_FOREIGN


async def test_a_key_that_is_not_here(town: Town, two: Pair) -> None:
    """Without the key's file nobody is asked in vain: it is said before the second person comes [E7] [P7]."""
    await close_with(town, 5)
    town.services.keys.destroy(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, WHERE))
    ask = ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(ask) is Refusal.OPENING_KEY_MISSING


async def test_two_people_destroy_the_key(town: Town, two: Pair) -> None:
    """After the opening, and not before, the key goes by two people, once, as a signed act [E7] [L1]."""
    await close_with(town, 5)
    early = ask_destruction(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(early) is Refusal.BOX_NOT_OPEN
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    alone = confirm_destruction(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(alone) is Refusal.OPENING_NOT_ASKED
    await ask_destruction(town.services, two.second, CAMPAIGN, WHERE)
    same = confirm_destruction(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(same) is Refusal.OFFICE_SAME_PERSON
    await confirm_destruction(town.services, two.first, CAMPAIGN, WHERE)
    assert not town.services.keys.has(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, WHERE))
    async with town.services.database.read() as connection:
        acts = [json.loads(each) for each in await ledger.list_acts(connection, CAMPAIGN)]
    assert [act["type"] for act in acts if act["territory"] == WHERE] == [
        "freeze",
        "opening",
        "key-destroyed",
    ]
    again = ask_destruction(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(again) is Refusal.BOX_KEY_DESTROYED
