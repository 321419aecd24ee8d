"""The end of voting: closing, opening, counting, telling (F1, F5, ledger 3, 4)."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from core.identity.keys import box_key
from core.ledger.opening import OpeningStopped
from core.ledger.seal import SealBroken, seal
from core.model.campaign import CampaignId
from core.model.outcome import Decision
from core.model.project import ProjectStatus
from core.model.refusals import Refusal, RuleViolation
from core.store import box, browsing, campaign, ledger
from core.usecases.browsing.card import card
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.outcome.advance import advance
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.lot import LotNotAwaited, settle_lot
from core.usecases.outcome.opening import open_territory
from core.usecases.outcome.reading import get_outcome
from core.usecases.place.account import stop
from core.usecases.place.choosing import choose_place
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN, CLOSED, RULEBOOK, Town, build_town, phone_of, row

TERRITORY = "ortalyq"
CHEAP, DEAR = 5, 2


async def cast(town: Town, *projects: int) -> None:
    """Let one person after the other vote for these projects and set the clock to the end of voting."""
    for person, project in enumerate(projects):
        await town.settle(7000 + person)
        await town.by_phone(7000 + person, person)
        await cast_vote(town.services, CAMPAIGN, 7000 + person, number=project, session=None)
    town.clock.set_to(CLOSED)


async def test_whole_end_of_voting(town: Town) -> None:
    """Boxes are closed, opened, counted; votes lie sorted, projects get status and votes [F1] [E7] [D2]."""
    await cast(town, CHEAP, CHEAP, DEAR, CHEAP, DEAR, CHEAP, CHEAP)
    steps = await advance(town.services, opens_boxes=True)
    assert [step.done for step in steps if step.territory == TERRITORY] == ["closed", "opened, 7 votes"]
    async with town.services.database.read() as connection:
        leaves = await box.list_box(connection, CAMPAIGN, TERRITORY)
        left = await box.list_waiting(connection, CAMPAIGN, TERRITORY)
        seals = await box.list_seals(connection, CAMPAIGN, TERRITORY)
        projects = {item.number: item.status for item in await browsing.list_projects(connection, CAMPAIGN)}
    assert list(leaves) == sorted(leaves)
    assert [json.loads(leaf)["project"] for leaf in leaves] == [DEAR] * 2 + [CHEAP] * 5
    assert not left
    assert len(seals) == 7
    assert projects[CHEAP] is ProjectStatus.WON
    assert projects[DEAR] is ProjectStatus.NOT_FUNDED
    counted = await get_outcome(town.services, CAMPAIGN, "eski-qala")
    assert counted is not None
    assert (counted.votes, counted.threshold, counted.spent) == (7, 5, 6_400_000)
    assert counted.lines[1].decision is Decision.BELOW_THRESHOLD
    shown = await card(town.services, CAMPAIGN, CHEAP)
    assert (shown.votes, shown.can_be_voted) == (5, False)


async def test_advancing_again_changes_nothing(town: Town) -> None:
    """The clock may tick as often as it likes: each box opens once, each person hears once [F5]."""
    await cast(town, *[CHEAP] * 5)
    await advance(town.services, opens_boxes=True)
    first = await claim(town.services, 100)
    assert await advance(town.services, opens_boxes=True) == []
    assert {item.kind for item in first} == {NoticeKind.OUTCOME}
    assert sorted(item.account_id for item in first) == [7000, 7001, 7002, 7003, 7004]
    assert await claim(town.services, 100) == []


async def test_nothing_happens_before_the_end(town: Town) -> None:
    """A moment before the end no territory closes and no box opens [A2] [E6]."""
    await cast(town, CHEAP)
    town.wait(microseconds=-1)
    assert await advance(town.services, opens_boxes=True) == []


async def test_only_those_who_want_news_hear(town: Town) -> None:
    """After /stop no outcome comes, and other districts hear of their own [G4] [F5]."""
    await town.settle(8001, "samal-1")
    await cast(town, CHEAP, CHEAP)
    await stop(town.services, 7000)
    await advance(town.services, opens_boxes=True)
    told = {item.account_id: item.facts["territory"] for item in await claim(town.services, 100)}
    assert told == {7001: "ortalyq", 8001: "samal"}


async def test_outcome_reaches_who_voted_and_lives_on_the_whole_city(town: Town) -> None:
    """Whoever voted in a district hears of it once, whatever place is chosen now [F5]."""
    await cast(town, CHEAP, CHEAP)
    await choose_place(town.services, 7000, CAMPAIGN, "semey")
    await choose_place(town.services, 7001, CAMPAIGN, "samal-1")
    await advance(town.services, opens_boxes=True)
    told = sorted((item.account_id, item.facts["territory"]) for item in await claim(town.services, 100))
    assert told == [(7000, "ortalyq"), (7001, "ortalyq"), (7001, "samal")]


async def test_damaged_key_after_the_opening_is_removed(town: Town) -> None:
    """A key that a crash left half overwritten is destroyed by the next tick [E7]."""
    await cast(town, CHEAP)
    await close_territory(town.services, CAMPAIGN, TERRITORY)
    await open_territory(town.services, CAMPAIGN, TERRITORY)
    name = box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, TERRITORY)
    spoil(town.services.keys.root / f"{name}.key")
    await advance(town.services, opens_boxes=True)
    assert not town.services.keys.has(name)
    async with town.services.database.read() as connection:
        state = await ledger.get_territory_state(connection, CAMPAIGN, TERRITORY)
    assert state is not None
    assert state["key_destroyed_at"] is not None


def spoil(path: Path) -> None:
    """Overwrite a key file as a process does that is killed before it removes it."""
    path.write_bytes(b"\xff" * 65)


async def test_by_hand_nothing_opens_by_itself(town: Town) -> None:
    """Where people open the boxes, the clock closes only, and the count waits for them [E6]."""
    await cast(town, CHEAP)
    steps = await advance(town.services, opens_boxes=False)
    assert {step.done for step in steps} == {"closed"}
    assert await get_outcome(town.services, CAMPAIGN, TERRITORY) is None


async def test_key_is_destroyed_and_acts_tell_it(town: Town) -> None:
    """After the opening the box key's file is gone, and both are acts in their order [E7]."""
    await cast(town, CHEAP)
    await advance(town.services, opens_boxes=True)
    assert not town.services.keys.has(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, TERRITORY))
    async with town.services.database.read() as connection:
        acts = [json.loads(entry) for entry in await ledger.list_acts(connection, CAMPAIGN)]
    own = [act["type"] for act in acts if act["territory"] == TERRITORY]
    assert own == ["freeze", "opening", "key-destroyed"]


@pytest.mark.parametrize("fault", ["gone", "swapped", "added"])
async def test_difference_stops_the_opening(town: Town, fault: str) -> None:
    """A waiting vote gone, swapped or added is noticed, and nothing is opened [E7] [P4]."""
    await cast(town, CHEAP, DEAR)
    await close_territory(town.services, CAMPAIGN, TERRITORY)
    await tamper(town, fault)
    with pytest.raises(OpeningStopped):
        await open_territory(town.services, CAMPAIGN, TERRITORY)
    async with town.services.database.read() as connection:
        state = await ledger.get_territory_state(connection, CAMPAIGN, TERRITORY)
    assert state is not None
    assert state["opened_at"] is None
    assert town.services.keys.has(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, TERRITORY))


async def tamper(town: Town, fault: str) -> None:
    """Do to the waiting votes what an operator should not be able to do unseen."""
    async with town.services.database.write() as connection:
        found = (await connection.execute(select(box.waiting.c.waiting_id))).scalars().first()
        public = await campaign.get_box_key(connection, CAMPAIGN, TERRITORY)
        assert public is not None
        foreign = seal(public, campaign=CAMPAIGN.campaign, territory=TERRITORY, project=DEAR)
        if fault == "gone":
            await connection.execute(delete(box.waiting).where(box.waiting.c.waiting_id == found))
        elif fault == "swapped":
            chosen = box.waiting.c.waiting_id == found
            await connection.execute(update(box.waiting).where(chosen).values(sealed=foreign))
        else:
            await box.add_waiting(
                connection, CAMPAIGN, waiting_id=b"x" * 16, territory=TERRITORY, sealed=foreign
            )


async def test_vote_for_a_stranger_to_the_list_stops_the_opening(town: Town) -> None:
    """A sealed vote for a project of another district does not open as one of this [E7]."""
    await cast(town, CHEAP)
    async with town.services.database.write() as connection:
        public = await campaign.get_box_key(connection, CAMPAIGN, TERRITORY)
        assert public is not None
        foreign = seal(public, campaign=CAMPAIGN.campaign, territory=TERRITORY, project=24)
        await connection.execute(update(box.waiting).values(sealed=foreign))
    await close_territory(town.services, CAMPAIGN, TERRITORY)
    with pytest.raises(SealBroken):
        await open_territory(town.services, CAMPAIGN, TERRITORY)


async def test_missing_key_is_said_and_goes_on_elsewhere(town: Town) -> None:
    """Without the box key of one district its box stays closed and the others are opened [E7]."""
    await cast(town, CHEAP)
    town.services.keys.destroy(box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, TERRITORY))
    steps = await advance(town.services, opens_boxes=True)
    stopped = {step.territory for step in steps if step.stopped_by}
    assert stopped == {TERRITORY}
    assert await get_outcome(town.services, CAMPAIGN, "samal") is not None


async def test_crash_between_opening_and_destruction_is_made_good(town: Town) -> None:
    """A process killed after the opening leaves a key that the next tick destroys [E7]."""
    await cast(town, CHEAP)
    await close_territory(town.services, CAMPAIGN, TERRITORY)
    await open_territory(town.services, CAMPAIGN, TERRITORY)
    name = box_key(CAMPAIGN.akimat, CAMPAIGN.campaign, TERRITORY)
    assert town.services.keys.has(name)
    await advance(town.services, opens_boxes=True)
    assert not town.services.keys.has(name)


async def test_small_count_is_hidden(database_url: str, tmp_path: Path) -> None:
    """Under k votes the box shows one bound leaf, and the outcome tells no votes [E6]."""
    text = RULEBOOK.replace('small_count = { value = "publish"', 'small_count = { value = "hide"')
    town = await build_town(database_url, tmp_path, rulebook=text)
    await cast(town, *[CHEAP] * 6)
    await advance(town.services, opens_boxes=True)
    async with town.services.database.read() as connection:
        leaves = [json.loads(leaf) for leaf in await box.list_box(connection, CAMPAIGN, TERRITORY)]
        state = await ledger.get_territory_state(connection, CAMPAIGN, TERRITORY)
    assert state is not None
    hidden = state["hidden"]
    salt, _, tally = hidden.partition(" ")
    assert [leaf["votes"] for leaf in leaves] == [6]
    assert leaves[0]["hidden"] == sha256(bytes.fromhex(salt) + tally.encode()).hexdigest()
    counted = await get_outcome(town.services, CAMPAIGN, TERRITORY)
    assert counted is not None
    assert counted.votes is None
    assert [(line.number, line.votes, line.place) for line in counted.lines] == [(CHEAP, None, None)]
    assert counted.lines[0].decision is Decision.WON
    assert (counted.projects, counted.ties) == (12, ())
    assert (await card(town.services, CAMPAIGN, CHEAP)).votes is None
    await town.services.database.dispose()


async def test_lot_is_awaited_and_settled(database_url: str, tmp_path: Path) -> None:
    """A tie that decides waits for the public value; the same value gives the same winner to anybody [F1]."""
    text = RULEBOOK.replace('value = ["cheaper", "earlier_number"]', 'value = ["lot"]')
    text = text.replace("threshold = { value = 5,", "threshold = { value = 2,")
    text = text.replace("ortalyq = { value = 120000000", "ortalyq = { value = 59000000")
    town = await build_town(database_url, tmp_path, rulebook=text)
    await cast(town, 2, 2, 7, 7)
    await advance(town.services, opens_boxes=True)
    waiting = await get_outcome(town.services, CAMPAIGN, TERRITORY)
    assert waiting is not None
    assert [tie.awaits_lot for tie in waiting.ties] == [True]
    shown = await card(town.services, CAMPAIGN, 2)
    assert (shown.project.status, shown.votes, shown.votes_as_of) == (ProjectStatus.ADMITTED, 2, None)
    settled = await settle_lot(town.services, CAMPAIGN, TERRITORY, "521.33;604.10;73.20;6.41")
    assert len(settled.winners) == 1
    after = await get_outcome(town.services, CAMPAIGN, TERRITORY)
    assert after is not None
    assert not any(tie.awaits_lot for tie in after.ties)
    with pytest.raises(LotNotAwaited):
        await settle_lot(town.services, CAMPAIGN, TERRITORY, "521.33;604.10;73.20;6.42")
    told = [item.notice_id for item in await claim(town.services, 100) if item.account_id == 7000]
    assert len(told) == 2
    await town.services.database.dispose()


async def test_threshold_as_a_share(database_url: str, tmp_path: Path) -> None:
    """A threshold given as a share is taken of those entitled in the territory and rounded up [F1] [K1]."""
    text = RULEBOOK.replace("threshold = { value = 5,", 'threshold = { value = "1/4",')
    town = await build_town(database_url, tmp_path, rulebook=text)
    await town.register(
        *(row(person, phone=phone_of(person)) for person in range(9)),
        row(9, born="2015-01-01"),
    )
    await cast(town, CHEAP, CHEAP)
    await advance(town.services, opens_boxes=True)
    counted = await get_outcome(town.services, CAMPAIGN, TERRITORY)
    assert counted is not None
    assert counted.threshold == 3
    await town.services.database.dispose()


async def test_campaign_that_nobody_knows(town: Town) -> None:
    """Closing asks for the campaign by akimat and name; another akimat's call finds nothing [P9]."""
    with pytest.raises(RuleViolation) as caught:
        await close_territory(town.services, CampaignId("other", "semey-demo"), TERRITORY)
    assert caught.value.refusal is Refusal.CAMPAIGN_UNKNOWN
