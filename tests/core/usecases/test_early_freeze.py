"""Territories merged and ballots frozen before the opening, and what everybody sees of a freeze (A4, K1)."""

import json
from datetime import timedelta
from typing import Any

import pytest

from core.identity.keys import signing_key
from core.ledger.receipt import is_signed, verifying_half
from core.model.refusals import Refusal
from core.model.staff import Role
from core.rulebook.changes import fingerprint
from core.store import freeze, ledger
from core.usecases.amendment.settling import approve_amendment
from core.usecases.campaign.rulebook import RulebookRefused, take_rulebook
from core.usecases.council.exclusive import mark_exclusive
from core.usecases.freeze.entitled import list_small
from core.usecases.freeze.making import freeze_due
from core.usecases.freeze.reading import contents_of, get_contents, get_overview, get_published, get_would_be
from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import get_outcome
from core.usecases.voting.casting import cast_vote
from tests.support.amending import BEFORE, BOOK, REVIEW, VOTING, Pair, before_voting, pair_of
from tests.support.office import actor
from tests.support.papers import refusals
from tests.support.proposals import INTAKE, refusal_of, registered
from tests.support.register_import import staged
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


async def test_merged_territories_vote_together(town: Town, pair: Pair) -> None:
    """People of both vote on one list with one sum and one box; later nothing is merged [A4] [K1]."""
    await before_voting(town)
    await town.register(row(0, phone=phone_of(0)), row(1, "samal-1", phone=phone_of(1)))
    small = dict(await list_small(town.services, CAMPAIGN))
    assert small == {"ortalyq": 1, "zhagalau": 0, "samal": 1, "qaragaily": 0}
    await pair.done(pair.merge("samal", "ortalyq"))
    book = await pair.book()
    assert book.voting.territories == ("merged-1", "zhagalau", "qaragaily")
    town.clock.set_to(OPEN)
    assert {territory for _, territory in await freeze_due(town.services)} == set(book.voting.territories)
    async with town.services.database.read() as connection:
        frozen = await freeze.get_freeze(connection, CAMPAIGN, "merged-1")
    assert frozen is not None
    assert frozen.entitled == 2
    contents = contents_of(frozen)
    assert contents.money == 180_000_000
    assert {1, 24} <= {item.number for item in contents.projects}
    assert json.loads(frozen.contents)["amendments"] == [
        {"n": 1, "change": "territories-merged", "territories": ["ortalyq", "samal"], "territory": "merged-1"}
    ]
    await voter(town, ACCOUNT, 0)
    await voter(town, OTHER, 1, "samal-1")
    await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=24, session=None)
    receipt = await cast_vote(town.services, CAMPAIGN, OTHER, number=1, session=None)
    assert receipt.entry.territory == "merged-1"
    assert [each[0] for each in await refusals(pair.merge("zhagalau", "qaragaily"))] == [
        Refusal.BALLOT_FROZEN
    ]
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    outcome = await get_outcome(town.services, CAMPAIGN, "samal-1")
    assert outcome is not None
    assert (outcome.territory, outcome.money) == ("merged-1", 180_000_000)


async def test_frozen_before_the_opening(town: Town, pair: Pair) -> None:
    """From the approval on no pair, register or file changes, and words say what can be done [A4]."""
    town.clock.set_to(INTAKE)
    await town.thaw()
    number = await registered(town, 0)
    await before_voting(town)
    waiting = await refusals(pair.freeze("ortalyq"))
    assert [(code, facts["what"], facts["count"]) for code, facts in waiting] == [
        (Refusal.AMENDMENT_WRONG, "undecided", 1)
    ]
    await pair.done(pair.freeze("samal"))
    book = await pair.book()
    assert book.ballot_stands_from("samal-1") == BEFORE
    assert fingerprint(book) == fingerprint(BOOK)
    (act,) = await acts(town, "freeze")
    assert act["territory"] == "samal"
    town.clock.set_to(BEFORE + timedelta(hours=1))
    await _everything_is_refused(town, pair)
    assert await refusal_of(pair.freeze("samal")) is Refusal.FROZEN_ALREADY
    assert await refusal_of(pair.merge("samal", "zhagalau")) is Refusal.BALLOT_FROZEN
    await mark_exclusive(town.services, pair.secretary, CAMPAIGN, number, 1)
    await pair.done(pair.extend())
    assert [each["change"] for each in await acts(town)] == ["stage-extended"]
    town.clock.set_to(OPEN)
    await freeze_due(town.services)
    assert [each["territory"] for each in await acts(town, "freeze")].count("samal") == 1


async def _everything_is_refused(town: Town, pair: Pair) -> None:
    services = town.services
    assert (
        await refusal_of(mark_exclusive(services, pair.secretary, CAMPAIGN, 24, 25)) is Refusal.BALLOT_FROZEN
    )
    clerk = await actor(town, Role.CLERK, login="register", person=2)
    assert await refusal_of(staged(town, clerk, row(0))) is Refusal.REGISTER_FROZEN
    changed = RULEBOOK.replace("threshold = { value = 5,", "threshold = { value = 6,")
    with pytest.raises(RulebookRefused, match=r"a ballot stands.*two people can extend"):
        await take_rulebook(services, changed, "changed.toml", takes_changes=True)


async def test_no_early_freeze_while_review_lasts(town: Town, pair: Pair) -> None:
    """Intake, review and rework have to be over there, and the campaign's keys at hand [A4]."""
    await town.thaw()
    town.clock.set_to(REVIEW.opens)
    refused = await refusals(pair.freeze("samal"))
    assert refused == [(Refusal.FREEZE_TOO_EARLY, {"stage": "review", "closes": REVIEW.closes})]
    await before_voting(town)
    number = await pair.freeze("samal")
    (town.services.keys.root / f"{signing_key(CAMPAIGN.akimat, CAMPAIGN.campaign)}.key").unlink()
    (keys,) = await refusals(approve_amendment(town.services, pair.akim, CAMPAIGN, number))
    assert (keys[0], keys[1]["what"]) == (Refusal.AMENDMENT_WRONG, "keys")
    town.clock.set_to(OPEN)
    extending = await pair.extend()
    (keys,) = await refusals(approve_amendment(town.services, pair.akim, CAMPAIGN, extending))
    assert (keys[0], keys[1]["what"]) == (Refusal.AMENDMENT_WRONG, "keys")
    assert (await pair.window()).closes == VOTING.closes


async def test_overview(town: Town, pair: Pair) -> None:
    """Office and public see hashes, numbers, acts and key; before the freeze what it would be [A4]."""
    town.clock.set_to(OPEN)
    overview = await get_overview(town.services, pair.akim, CAMPAIGN)
    here = next(each for each in overview.territories if each.territory.slug == "ortalyq")
    assert here.frozen is not None
    assert (here.entitled, here.is_few, here.has_key, here.adults) == (10, True, True, None)
    assert [act.kind for act in overview.acts] == ["freeze"] * 4
    published = await get_published(town.services, CAMPAIGN)
    assert (published.acts, published.public_key) == (overview.acts, overview.public_key)
    assert await get_contents(town.services, CAMPAIGN, "ortalyq") == here.frozen.contents
    await before_voting(town)
    waiting = await get_overview(town.services, pair.akim, CAMPAIGN)
    assert [each.entitled for each in waiting.territories] == [10, 0, 0, 0]
    _, made = await get_would_be(town.services, pair.akim, CAMPAIGN, "ortalyq")
    assert (made.frozen_at, made.root) == (None, here.frozen.root)
    assert await get_contents(town.services, CAMPAIGN, "ortalyq") is None
    unknown = get_would_be(town.services, pair.akim, CAMPAIGN, "eski-qala")
    assert await refusal_of(unknown) is Refusal.TERRITORY_UNKNOWN
