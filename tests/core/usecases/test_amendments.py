"""Amendments in force: proposed by one, approved by another, seen by every reader (A2, A4, K1)."""

import json
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.identity.keys import signing_key
from core.ledger.receipt import is_signed, verifying_half
from core.model.amendment import AmendmentState
from core.model.refusals import Refusal
from core.model.staff import Role
from core.model.stage import Stage
from core.store import ledger
from core.usecases.amendment.proposing import withdraw_amendment
from core.usecases.amendment.reading import get_amendment, list_amendments
from core.usecases.amendment.settling import approve_amendment, reject_amendment
from core.usecases.campaign.reading import Rulebooks
from core.usecases.campaign.rulebook import RulebookRefused, take_rulebook
from core.usecases.freeze.making import freeze_due
from core.usecases.freeze.reading import get_would_be
from core.usecases.office.logs import LogFilter, read_acts
from core.usecases.outcome.advance import advance
from core.usecases.reminder.planning import plan
from core.usecases.voting.casting import cast_vote
from tests.support.amending import BOOK, LATER, REVIEW, VOTING, WHY, Pair, before_voting, pair_of
from tests.support.office import actor, of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import INTAKE, refusal_of, submitted
from tests.support.reminding import at, reminded, states
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town, phone_of, row

ACCOUNT = 7001
OTHER = 7002


@pytest.fixture
async def pair(town: Town) -> Pair:
    """Two people of the office while voting is open."""
    return await pair_of(town)


async def acts(town: Town, kind: str = "amendment") -> list[dict[str, Any]]:
    """Return the acts of a kind, every one of which is signed."""
    public = verifying_half(town.services.keys.read(signing_key(CAMPAIGN.akimat, CAMPAIGN.campaign)))
    async with town.services.database.read() as connection:
        rows = await ledger.list_signed_acts(connection, CAMPAIGN)
    assert all(is_signed(public, row["entry"], row["signature"]) for row in rows)
    return [each for each in (json.loads(row["entry"]) for row in rows) if each["type"] == kind]


async def voter(town: Town, account: int, person: int, territory: str = "eski-qala") -> None:
    """Let a person of the register be verified on an account."""
    await town.settle(account, territory)
    await town.by_phone(account, person)


async def test_nothing_holds_before_a_second_person(town: Town, pair: Pair) -> None:
    """Proposed is not in force; two logins are one person; approved, every process sees it [A2] [L1]."""
    elsewhere = Rulebooks()
    async with town.services.database.read() as connection:
        await elsewhere.require(connection, CAMPAIGN)
    number = await pair.extend()
    assert (await pair.window()).closes == VOTING.closes
    same = await actor(town, Role.AKIM, Role.SECRETARY, login="twin", person=3)
    services = town.services
    assert await refusal_of(approve_amendment(services, same, CAMPAIGN, number)) is Refusal.OFFICE_SAME_PERSON
    await approve_amendment(services, pair.akim, CAMPAIGN, number)
    assert (await pair.window()).closes == LATER
    async with services.database.read() as connection:
        assert (await elsewhere.require(connection, CAMPAIGN)).stages[Stage.VOTING].closes == LATER
    again = await refusals(approve_amendment(services, pair.akim, CAMPAIGN, number))
    assert again == [(Refusal.AMENDMENT_SETTLED, {"state": "approved", "settled_at": OPEN})]
    observer = await actor(town, Role.SYSTEM_ADMINISTRATOR, login="administrator", person=2)
    logged = [line.act for line in (await read_acts(services, observer, LogFilter())).lines]
    assert logged[:2] == ["approve-amendment", "propose-amendment"]


async def test_who_may(town: Town, pair: Pair) -> None:
    """Neither a clerk, nor somebody of another akimat, nor an akim proposes; unknown numbers [L1] [P9]."""
    services, number = town.services, await pair.extend()
    clerk = await actor(town, Role.CLERK, login="clerk", person=1)
    for who, refusal in (
        (clerk, Refusal.OFFICE_FORBIDDEN),
        (of_another_akimat(pair.akim), Refusal.CAMPAIGN_UNKNOWN),
    ):
        for settle in (approve_amendment, reject_amendment):
            assert await refusal_of(settle(services, who, CAMPAIGN, number)) is refusal
        assert await refusal_of(list_amendments(services, who, CAMPAIGN)) is refusal
    assert await refusal_of(replace(pair, secretary=pair.akim).extend()) is Refusal.OFFICE_FORBIDDEN
    withdrawing = withdraw_amendment(services, pair.akim, CAMPAIGN, number)
    assert await refusal_of(withdrawing) is Refusal.OFFICE_FORBIDDEN
    for settle, who in (
        (approve_amendment, pair.akim),
        (reject_amendment, pair.akim),
        (withdraw_amendment, pair.secretary),
    ):
        assert await refusal_of(settle(services, who, CAMPAIGN, 99)) is Refusal.AMENDMENT_UNKNOWN


async def test_taken_back_and_sent_back(town: Town, pair: Pair) -> None:
    """What was withdrawn or sent back changes nothing, stays listed, and is told to nobody [A2]."""
    withdrawn, rejected = await pair.extend(), await pair.extend()
    await withdraw_amendment(town.services, pair.secretary, CAMPAIGN, withdrawn)
    await reject_amendment(town.services, pair.akim, CAMPAIGN, rejected)
    found = await list_amendments(town.services, pair.akim, CAMPAIGN)
    assert [(each.number, each.state) for each in found.settled] == [
        (rejected, AmendmentState.REJECTED),
        (withdrawn, AmendmentState.WITHDRAWN),
    ]
    assert found.waiting == []
    assert (await pair.window()).closes == VOTING.closes
    assert await get_amendment(town.services, CAMPAIGN, rejected) is None
    assert await acts(town) == []


async def test_voting_extended_after_its_opening(town: Town, pair: Pair) -> None:
    """A signed act with both dates; votes come in after the old end, nothing closes before [A4]."""
    await voter(town, ACCOUNT, 0)
    number = await pair.done(pair.extend())
    (act,) = await acts(town)
    assert (act["change"], act["amendment"], act["territory"]) == ("stage-extended", number, None)
    assert (act["old"], act["new"]) == (VOTING.closes.isoformat(), LATER.isoformat())
    assert act["concerns"] == list(BOOK.voting.territories)
    assert act["reason"] == {"kk": WHY.kk, "ru": WHY.ru}
    town.clock.set_to(CLOSED)
    assert await advance(town.services, opens_boxes=True) == []
    receipt = await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    assert receipt.entry.number == 0
    town.clock.set_to(LATER)
    steps = await advance(town.services, opens_boxes=True)
    assert "opened, 1 votes" in [step.done for step in steps]
    refused = await refusals(pair.extend(closes=LATER + timedelta(days=1)))
    assert refused == [(Refusal.STAGE_OVER, {"stage": "voting", "closes": LATER})]


async def test_an_extension_moves_no_counting_date(town: Town, pair: Pair) -> None:
    """Whoever comes of age between the old and the new end is on no list and does not vote [A2] [E1]."""
    await town.register(row(0, born="2008-12-01", phone=phone_of(0)))
    await voter(town, ACCOUNT, 0)
    await pair.done(pair.extend())
    town.clock.set_to(LATER - timedelta(hours=1))
    assert await refusal_of(cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)) is (
        Refusal.UNDER_AGE
    )
    await before_voting(town)
    await town.register(row(0, born="2008-12-01"), row(1))
    _, made = await get_would_be(town.services, pair.akim, CAMPAIGN, "ortalyq")
    assert made.entitled == 1


async def test_extended_before_the_opening(town: Town, pair: Pair) -> None:
    """Before the freeze it is an office act: logged and told, without an act of the ledger [A2]."""
    await before_voting(town)
    await voter(town, ACCOUNT, 0)
    number = await pair.done(pair.extend())
    assert await acts(town) == []
    assert (await get_amendment(town.services, CAMPAIGN, number)) is not None
    assert await reminded(town, "11-17 10:00") == [(ACCOUNT, "stage-extended")]
    refused = await refusals(pair.extend(Stage.REVIEW, REVIEW.closes + timedelta(days=9)))
    assert refused == [(Refusal.STAGE_OVER, {"stage": "review", "closes": REVIEW.closes})]


async def test_who_is_told(town: Town, pair: Pair) -> None:
    """Everybody who lives or is registered there; of the review's dates those who have proposed [A2]."""
    town.clock.set_to(INTAKE)
    await submitted(town, 0)
    town.clock.set_to(REVIEW.opens + timedelta(hours=9))
    await town.settle(ACCOUNT, "samal-1")
    await town.settle(OTHER, "eski-qala")
    later = REVIEW.closes + timedelta(days=1)
    await pair.done(pair.extend(Stage.REVIEW, later, "ortalyq"))
    told = [(who, kind) for who, kind in await reminded(town, "10-13 10:00") if kind == "stage-extended"]
    assert len(told) == 1
    assert told[0][0] not in {ACCOUNT, OTHER}
    await pair.done(pair.extend(Stage.VOTING, LATER, "samal"))
    told = [(who, kind) for who, kind in await reminded(town, "10-13 11:00") if kind == "stage-extended"]
    assert told == [(ACCOUNT, "stage-extended")]


async def test_reminders_follow_the_new_end(town: Town, pair: Pair) -> None:
    """Moments of the old end reach nobody, the new ones come, the opening not twice [A2] [G1]."""
    await before_voting(town)
    await voter(town, ACCOUNT, 0)
    town.clock.set_to(at("11-19 09:00"))
    await freeze_due(town.services)
    assert await reminded(town, "11-19 09:00") == [(ACCOUNT, "stage-opened")]
    town.clock.set_to(at("11-28 10:00"))
    # Planned and queued, not sent yet: the extension comes in between.
    await plan(town.services)
    await pair.done(pair.extend(territory="ortalyq"))
    assert await reminded(town, "11-28 10:00") == [(ACCOUNT, "stage-extended")]
    dropped = [name for name, state in (await states(town)).items() if state == "dropped"]
    assert [name.split(":")[0] for name in dropped] == ["vote-due"]
    assert await reminded(town, "11-29 10:00") == [(ACCOUNT, "vote-due")]
    assert await reminded(town, "11-29 18:00") == []
    assert await reminded(town, "12-01 10:00") == [(ACCOUNT, "vote-due")]
    assert await reminded(town, "12-02 10:00") == [(ACCOUNT, "vote-due")]
    assert await reminded(town, "12-02 18:00") == [(ACCOUNT, "vote-due")]


async def test_one_territory_closes_later(town: Town, pair: Pair) -> None:
    """The other territories close at the old end; the extended one is open [A2]."""
    await pair.done(pair.extend(territory="ortalyq"))
    town.clock.set_to(CLOSED)
    closed = {step.territory for step in await advance(town.services, opens_boxes=False)}
    assert closed == set(BOOK.voting.territories) - {"ortalyq"}
    assert (await acts(town))[0]["concerns"] == ["ortalyq"]


async def test_two_extensions_wait(town: Town, pair: Pair) -> None:
    """Of two that waited the second was read with another old date: it is refused [A2]."""
    first, second = await pair.extend(), await pair.extend(closes=LATER + timedelta(days=1))
    await approve_amendment(town.services, pair.akim, CAMPAIGN, first)
    (refused,) = await refusals(approve_amendment(town.services, pair.akim, CAMPAIGN, second))
    assert (refused[0], refused[1]["what"]) == (Refusal.AMENDMENT_WRONG, "changed")
    assert (await pair.window()).closes == LATER


async def test_a_changed_file_keeps_what_was_amended(town: Town, pair: Pair) -> None:
    """Another file keeps the amendments, one that contradicts them is refused [A1] [A2]."""
    await before_voting(town)
    await pair.done(pair.extend())
    taken = await take_rulebook(town.services, RULEBOOK, "same.toml")
    assert taken.changes == ()
    changed = RULEBOOK.replace("threshold = { value = 5,", "threshold = { value = 6,")
    taken = await take_rulebook(town.services, changed, "changed.toml", takes_changes=True)
    assert [change.key for change in taken.changes] == ["voting.threshold.value"]
    book = await pair.book()
    assert (book.voting.threshold.value, book.stages[Stage.VOTING].closes) == (6, LATER)
    results = "[stages.results]\nopens = 2026-11-30T00:00:00\ncloses = 2026-12-15T00:00:00"
    assert results in changed
    sooner = changed.replace(results, results.replace("12-15", "12-01"))
    with pytest.raises(RulebookRefused, match="results"):
        await take_rulebook(town.services, sooner, "sooner.toml", takes_changes=True)


@pytest.mark.parametrize(
    ("propose", "what"),
    [
        (lambda pair: pair.extend(closes=None), "date"),
        (lambda pair: pair.extend(stage=None), "stage"),
        (lambda pair: pair.extend(territory="nowhere"), "stage"),
        (lambda pair: pair.extend(closes=VOTING.closes), "earlier"),
        (lambda pair: pair.merge("ortalyq"), "territories"),
        (lambda pair: pair.merge("ortalyq", "nowhere"), "territories"),
        (lambda pair: pair.freeze("nowhere"), "territories"),
        (lambda pair: pair.stop(0), "project"),
        (lambda pair: pair.mend(0, WHY), "project"),
    ],
)
async def test_wrong_input(
    town: Town, pair: Pair, propose: Callable[[Pair], Coroutine[Any, Any, int]], what: str
) -> None:
    """What cannot be meant is refused in words, and nothing is kept [A2] [P7]."""
    (refused,) = await refusals(propose(pair))
    assert (refused[0], refused[1]["what"]) == (Refusal.AMENDMENT_WRONG, what)
    assert (await list_amendments(town.services, pair.akim, CAMPAIGN)).waiting == []
