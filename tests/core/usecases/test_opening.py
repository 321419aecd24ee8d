"""The opening by two people, with paper, small counts and a key from a safe, on both databases (ledger 4)."""

import json
from collections.abc import Awaitable, Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from core.identity.keys import box_key
from core.model.outcome import Tally
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.model.vote import Channel
from core.store import audit, box, ledger
from core.store import opening as store
from core.usecases.freeze.making import freeze_due
from core.usecases.opening.facts import ASKED_FOR, Step
from core.usecases.opening.looking import Box, get_hidden, list_boxes
from core.usecases.opening.safe import make_shares, take_public_halves
from core.usecases.opening.together import (
    ask_destruction,
    ask_opening,
    confirm_destruction,
    confirm_opening,
)
from core.usecases.outcome.advance import advance
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.reading import get_outcome
from core.usecases.outcome.tallying import tally_of
from core.usecases.paper_vote.slips import count_slips
from tests.support.boxes import HIDING, SAFE, WHERE, Pair, pair, put_in
from tests.support.office import actor, of_another_akimat
from tests.support.paper_votes import paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, Town, build_town

Act = Callable[..., Awaitable[object]]


@pytest.fixture
async def two(town: Town) -> Pair:
    """The two people who open, and an observer."""
    return await pair(town)


async def closed(town: Town, *projects: int) -> None:
    """Let strangers vote for these projects and end the voting."""
    await put_in(town, *projects)
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, WHERE)


async def box_of(town: Town, who: Actor) -> Box:
    """Return the box as its page shows it."""
    found = await list_boxes(town.services, who, CAMPAIGN)
    return next(each for each in found.boxes if each.territory == WHERE)


async def leaves_of(town: Town) -> list[dict[str, object]]:
    """Return what lies in the box."""
    async with town.services.database.read() as connection:
        return [json.loads(leaf) for leaf in await box.list_box(connection, CAMPAIGN, WHERE)]


async def tally(town: Town) -> Tally | None:
    """Return what was voted."""
    async with town.services.database.read() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN)
        return await tally_of(connection, CAMPAIGN, rulebook, WHERE)


async def paper(town: Town, slips: str, *people: int) -> None:
    """Let people sign on a sheet, end the voting, and count their slips by two clerks."""
    desk = await paper_desk(town)
    await desk.settled(*people)
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    for clerk in (desk.first, desk.second):
        await count_slips(town.services, clerk, CAMPAIGN, WHERE, slips)


async def test_two_people_open_and_count(town: Town, two: Pair) -> None:
    """One asks, another confirms, it is open and counted; the log has both, without a choice [L1]."""
    await closed(town, *[5] * 6, 2)
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
    await closed(town, 5)
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
    await closed(town, 5)
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
    await closed(town, 5)
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
    await closed(town, 5, 5, 2)
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
    await closed(town, 5, 5)
    async with town.services.database.write() as connection:
        spoiled = b"x" * 144
        await connection.execute(update(box.waiting).values(sealed=spoiled))
        await connection.execute(update(box.seal).values(digest=sha256(spoiled).digest()))
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(confirm) is Refusal.OPENING_VOTE_FOREIGN


async def test_a_key_that_is_not_here(town: Town, two: Pair) -> None:
    """Without the key's file nobody is asked in vain: it is said before the second person comes [E7] [P7]."""
    await closed(town, 5)
    town.services.keys.destroy(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, WHERE))
    ask = ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(ask) is Refusal.OPENING_KEY_MISSING


async def test_two_people_destroy_the_key(town: Town, two: Pair) -> None:
    """After the opening, and not before, the key goes by two people, once, as a signed act [E7] [L1]."""
    await closed(town, 5)
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


@pytest.mark.parametrize(
    ("others", "batches", "expected"),
    [
        (25, {0}, Tally(votes={5: 27, 2: 1}, invalid=2)),
        (3, {0}, Tally(votes={5: 5, 2: 1}, invalid=2)),
    ],
)
async def test_paper_and_invalid_votes(
    town: Town, two: Pair, others: int, batches: set[int], expected: Tally
) -> None:
    """Slips, an invalid one and a line without any are counted with the rest, where paper is little [E8]."""
    await put_in(town, *[5] * others)
    await paper(town, "5\n5\n2\n-", 0, 1, 2, 3, 4)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    opened = await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert opened.votes == others + 5
    leaves = await leaves_of(town)
    assert {leaf["batch"] for leaf in leaves} == batches
    assert [leaf["project"] for leaf in leaves].count(None) == 2
    assert await tally(town) == expected
    counted = await get_outcome(town.services, CAMPAIGN, WHERE)
    assert counted is not None
    assert (counted.votes, counted.invalid) == (others + 5, 2)
    inside = (await box_of(town, two.observer)).contents
    assert inside is not None
    assert inside.roll == {Channel.BOT: others, Channel.PAPER: 5}
    assert (inside.slips, inside.invalid_slips, inside.missing_slips) == (4, 1, 1)


async def test_paper_is_a_batch_of_its_own(database_url: str, tmp_path: Path) -> None:
    """Where paper and the rest have k votes each, paper can be recounted by hand [E8]."""
    text = HIDING.replace("small_count_below = { value = 20", "small_count_below = { value = 5")
    town = await build_town(database_url, tmp_path, rulebook=text)
    two = await pair(town)
    await put_in(town, *[5] * 6)
    await paper(town, "2\n2\n2\n-", 0, 1, 2, 3, 4)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    found = [(leaf["batch"], leaf["project"]) for leaf in await leaves_of(town)]
    assert found == [*[(0, 5)] * 6, *[(1, 2)] * 3, *[(1, None)] * 2]
    await town.services.database.dispose()


async def test_paper_keeps_the_box_closed(town: Town, two: Pair) -> None:
    """Until sheets are settled, slips counted and the printed hour has come, the clock waits too [E8]."""
    desk = await paper_desk(town)
    await put_in(town, 5)
    sheet = await desk.open(is_connected=False)
    await desk.type(sheet, 0, 1)
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    seen = await box_of(town, two.observer)
    assert [each.refusal for each in seen.missing.reasons] == [
        Refusal.OPENING_PAPER_LINES,
        Refusal.OPENING_PAPER_OPEN,
    ]
    assert not [each for each in await advance(town.services, opens_boxes=True) if each.territory == WHERE]
    await desk.finish(sheet)
    await desk.type(sheet, 0, 1, again=True)
    await desk.confirm(sheet)
    town.wait(hours=12)
    ask = ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    assert await refusal_of(ask) is Refusal.OPENING_PAPER_OPEN
    for clerk in (desk.first, desk.second):
        await count_slips(town.services, clerk, CAMPAIGN, WHERE, "5\n2")
    (step, _) = [
        each for each in await advance(town.services, opens_boxes=True) if each.territory == WHERE
    ] * 2
    assert step.done == "opened, 3 votes"


async def test_a_small_count_with_paper_is_the_observers(database_url: str, tmp_path: Path) -> None:
    """Under k votes the observer alone gets tally and salt, with paper and invalid ones [E6] [E8] [K1]."""
    town = await build_town(database_url, tmp_path, rulebook=HIDING)
    two = await pair(town)
    await put_in(town, 5, 5, 5)
    await paper(town, "5\n5\n-", 0, 1, 2)
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE)
    opened = await confirm_opening(town.services, two.second, CAMPAIGN, WHERE)
    assert (opened.votes, opened.is_hidden) == (6, True)
    (leaf,) = await leaves_of(town)
    text = await get_hidden(town.services, two.observer, CAMPAIGN, WHERE)
    salt, _, written = text.partition(" ")
    assert leaf["hidden"] == sha256(bytes.fromhex(salt) + written.encode()).hexdigest()
    assert leaf["votes"] == 6
    assert json.loads(written) == {"tally": {"5": 5}, "invalid": 1}
    counted = await get_outcome(town.services, CAMPAIGN, WHERE)
    assert counted is not None
    assert (counted.votes, counted.invalid) == (None, 0)
    assert await tally(town) == Tally(votes={5: 5}, invalid=1)
    hidden = get_hidden(town.services, two.second, CAMPAIGN, WHERE)
    assert await refusal_of(hidden) is Refusal.OFFICE_FORBIDDEN
    nothing = get_hidden(town.services, two.observer, CAMPAIGN, "samal")
    assert await refusal_of(nothing) is Refusal.TERRITORY_UNKNOWN
    async with town.services.database.read() as connection:
        (looked,) = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=5)
    assert (looked["what"], looked["subject"]) == ("hidden-tally", WHERE)
    await town.services.database.dispose()


async def test_a_key_from_a_safe(database_url: str, tmp_path: Path) -> None:
    """Two people bring a half each: what does not fit is said, what fits opens, none stays [E7] [L1]."""
    town = await build_town(database_url, tmp_path, rulebook=SAFE)
    two = await pair(town)
    made = {each.territory: each for each in await make_shares(town.services, CAMPAIGN)}
    foreign = {each.territory: each for each in await make_shares(town.services, CAMPAIGN)}
    await take_public_halves(town.services, CAMPAIGN, {slug: each.public for slug, each in made.items()})
    await freeze_due(town.services)
    await closed(town, 5, 5, 2)
    one, other = made[WHERE].shares
    # The clock has no key here, and says nothing of it at every tick.
    assert not [each for each in await advance(town.services, opens_boxes=True) if each.territory == WHERE]
    for wrong in ("", one[:-1] + "x", made["samal"].shares[0]):
        ask = ask_opening(town.services, two.first, CAMPAIGN, WHERE, share=wrong)
        assert await refusal_of(ask) is Refusal.SHARE_WRONG
    await ask_opening(town.services, two.first, CAMPAIGN, WHERE, share=one)
    async with town.services.database.read() as connection:
        (request,) = await store.list_requests(connection, CAMPAIGN)
    assert bytes.fromhex(one.replace(" ", "")[1:65]) not in request["share"]
    for wrong, refusal in (
        (one, Refusal.SHARE_TWICE),
        (foreign[WHERE].shares[1], Refusal.SHARES_DIFFER),
        ("no share", Refusal.SHARE_WRONG),
    ):
        confirm = confirm_opening(town.services, two.second, CAMPAIGN, WHERE, share=wrong)
        assert await refusal_of(confirm) is refusal
    assert await tally(town) is None
    opened = await confirm_opening(town.services, two.second, CAMPAIGN, WHERE, share=other.upper())
    assert opened.votes == 3
    async with town.services.database.read() as connection:
        assert await store.list_requests(connection, CAMPAIGN) == []
    assert not town.services.keys.has(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, WHERE))
    await ask_destruction(town.services, two.first, CAMPAIGN, WHERE)
    await confirm_destruction(town.services, two.second, CAMPAIGN, WHERE)
    assert (await box_of(town, two.observer)).facts.destroyed_at is not None
    await town.services.database.dispose()
