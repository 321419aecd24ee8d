"""A project stopped after the freeze, and a typing error in one: signed acts both (A4)."""

import json
from dataclasses import replace
from typing import Any

import pytest

from core.identity.keys import signing_key
from core.ledger.receipt import is_signed, verifying_half
from core.model.amendment import CorrectedField
from core.model.language import Text
from core.model.outcome import Decision
from core.model.project import ProjectStatus
from core.model.refusals import Refusal
from core.store import browsing, ledger
from core.usecases.browsing.card import card
from core.usecases.freeze.reading import get_contents
from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import get_outcome
from core.usecases.voting.casting import cast_vote
from tests.support.amending import WHY, Pair, before_voting, pair_of
from tests.support.papers import refusals
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, Town

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


async def test_stopped_project(town: Town, pair: Pair) -> None:
    """Its votes stay, no second vote and no new one, card and count say so, it wins nothing [A4]."""
    for person in range(6):
        await voter(town, ACCOUNT + person, person)
        number = 2 if person < 5 else 1
        await cast_vote(town.services, CAMPAIGN, ACCOUNT + person, number=number, session=None)
    await voter(town, ACCOUNT + 6, 6)
    await pair.done(pair.stop(2))
    (act,) = await acts(town)
    assert (act["change"], act["project"], act["concerns"]) == ("project-stopped", 2, ["ortalyq"])
    shown = (await card(town.services, CAMPAIGN, 2)).project
    assert (shown.status, shown.reason) == (ProjectStatus.STOPPED, WHY)
    late = cast_vote(town.services, CAMPAIGN, ACCOUNT + 6, number=2, session=None)
    (refused,) = await refusals(late)
    assert (refused[0], refused[1]["status"]) == (Refusal.PROJECT_NOT_ON_BALLOT, ProjectStatus.STOPPED)
    again = await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    assert again.entry.number == 0
    assert [each[0] for each in await refusals(pair.stop(2))] == [Refusal.AMENDMENT_WRONG]
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    outcome = await get_outcome(town.services, CAMPAIGN, "ortalyq")
    assert outcome is not None
    line = next(line for line in outcome.lines if line.number == 2)
    assert (line.votes, line.decision, line.granted) == (5, Decision.STOPPED, 0)
    assert (await card(town.services, CAMPAIGN, 2)).project.status is ProjectStatus.STOPPED
    assert [each[0] for each in await refusals(pair.stop(1))] == [Refusal.STAGE_OVER]


async def test_no_stop_before_the_freeze(town: Town, pair: Pair) -> None:
    """Before the freeze the council decides; an unknown project is told [A4]."""
    await before_voting(town)
    assert await refusal_of(pair.stop(2)) is Refusal.NOT_FROZEN_YET
    assert await refusal_of(pair.stop(999)) is Refusal.AMENDMENT_WRONG


@pytest.mark.parametrize("field", list(CorrectedField))
async def test_typing_error(town: Town, pair: Pair, field: CorrectedField) -> None:
    """The words change on card and in search, both stand in the act; the freeze keeps its own [A4]."""
    before = await get_contents(town.services, CAMPAIGN, "ortalyq")
    old = (await card(town.services, CAMPAIGN, 1)).project
    new = Text(kk="Жаңа қайыңзар", ru="Новая берёзовая роща")
    await pair.done(pair.mend(1, new, field))
    mended = (await card(town.services, CAMPAIGN, 1)).project
    former = old.title if field is CorrectedField.TITLE else old.description
    changed = {"title": new} if field is CorrectedField.TITLE else {"description": new}
    assert mended == replace(old, **changed)  # type: ignore[arg-type]
    (act,) = await acts(town)
    assert act["old"] == {"kk": former.kk, "ru": former.ru}
    assert act["new"] == {"kk": new.kk, "ru": new.ru}
    assert await get_contents(town.services, CAMPAIGN, "ortalyq") == before
    async with town.services.database.read() as connection:
        assert await browsing.search(connection, CAMPAIGN, [["кайынзар"]]) == {1}
    same = await refusals(pair.mend(1, new, field))
    assert [(code, facts["what"]) for code, facts in same] == [(Refusal.AMENDMENT_WRONG, "same")]
