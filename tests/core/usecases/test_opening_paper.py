"""The opening with paper, with few votes, and with a key from a safe, on both databases (ledger 4, 9, 14)."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from core.identity.keys import box_key
from core.model.outcome import Tally
from core.model.refusals import Refusal
from core.model.vote import Channel
from core.store import audit, slips
from core.store import opening as store
from core.usecases.freeze.making import freeze_due
from core.usecases.opening.looking import get_hidden
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
from core.usecases.paper_vote.slips import count_slips
from tests.support.boxes import (
    HIDING,
    SAFE,
    WHERE,
    Pair,
    box_of,
    close_with,
    leaves_of,
    pair,
    put_in,
    tally,
)
from tests.support.paper_votes import paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, Town, build_town


@pytest.fixture
async def two(town: Town) -> Pair:
    """The two people who open, and an observer."""
    return await pair(town)


async def paper(town: Town, lines: str, *people: int) -> None:
    """Let people sign on a sheet, end the voting, and count their slips by two clerks."""
    desk = await paper_desk(town)
    await desk.settled(*people)
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    for clerk in (desk.first, desk.second):
        await count_slips(town.services, clerk, CAMPAIGN, WHERE, lines)


async def kept_of_slips(town: Town) -> tuple[dict[str, int], bytes]:
    """Return totals and hash as a dump has them."""
    async with town.services.database.read() as connection:
        row = await slips.get_slips(connection, CAMPAIGN, WHERE)
    assert row is not None
    return row["totals"], row["first_hash"]


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
    # The box without the slips would be the tally of the others, however few they are.
    assert await kept_of_slips(town) == ({"invalid": 1, "valid": 3}, b"")
    assert inside.paper.slips == {}
    assert inside.paper.is_settled


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
    # These totals stand in the box for everybody.
    assert (await kept_of_slips(town))[0] == {"2": 3, "invalid": 1}
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
    assert await kept_of_slips(town) == ({"all": 3}, b"")
    inside = (await box_of(town, two.observer)).contents
    assert inside is not None
    assert (inside.slips, inside.paper.slips, inside.paper.invalid) == (3, {}, None)
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
    await close_with(town, 5, 5, 2)
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
