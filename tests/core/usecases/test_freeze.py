"""A territory is frozen at its opening: rules, projects, costs, who may vote; before that nobody votes."""

import json

import pytest

from core.identity.keys import campaign_key, read_akimat_keys, read_campaign_keys, signing_key
from core.ledger.receipt import is_signed, verifying_half
from core.ledger.tree import root
from core.model.encoding import digest
from core.model.refusals import Refusal, RuleViolation
from core.rulebook.loader import read
from core.store import freeze, ledger
from core.usecases.freeze.making import freeze_due
from core.usecases.outcome.advance import advance
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN, IINS, RULEBOOK, Town, row

BOOK = read(RULEBOOK, "semey-demo")
ACCOUNT = 7001
HERE = "ortalyq"


async def test_frozen_at_the_opening(town: Town) -> None:
    """Those entitled are counted and rooted over their tokens; the act is signed and says the hash [A4]."""
    await town.register(row(0), row(1), row(2, born="2010-01-01"), row(3, territory="samal-1"))
    async with town.services.database.read() as connection:
        frozen = await freeze.get_freeze(connection, CAMPAIGN, HERE)
        tokens = await freeze.list_tokens(connection, CAMPAIGN, HERE)
        acts = await ledger.list_signed_acts(connection, CAMPAIGN)
    assert frozen is not None
    keys = read_campaign_keys(town.services.keys, CAMPAIGN.akimat, CAMPAIGN.campaign)
    people = _person_keys(town, 0, 1)
    assert list(tokens) == sorted(keys.token(person) for person in people)
    assert frozen.entitled == 2
    assert frozen.root == root(tokens).hex()
    assert frozen.digest == digest(frozen.contents).hex()
    contents = json.loads(frozen.contents)
    assert contents["root"] == frozen.root
    assert [item["number"] for item in contents["projects"]] == sorted(
        item["number"] for item in contents["projects"]
    )
    public = verifying_half(town.services.keys.read(signing_key(CAMPAIGN.akimat, CAMPAIGN.campaign)))
    assert all(is_signed(public, act["entry"], act["signature"]) for act in acts)
    told = [json.loads(act["entry"]) for act in acts]
    assert [act["hash"] for act in told if act["territory"] == HERE] == [frozen.digest]


async def test_frozen_once(town: Town) -> None:
    """A second look of the clock changes nothing and adds no act [A4]."""
    async with town.services.database.read() as connection:
        before = await freeze.list_freezes(connection, CAMPAIGN)
        acts = await ledger.list_acts(connection, CAMPAIGN)
    town.wait(hours=5)
    assert await freeze_due(town.services) == []
    async with town.services.database.read() as connection:
        assert await freeze.list_freezes(connection, CAMPAIGN) == before
        assert await ledger.list_acts(connection, CAMPAIGN) == acts
    assert {item.territory for item in before} == set(BOOK.voting.territories)


async def test_no_vote_before_it(town: Town) -> None:
    """Where the freeze is missing the vote waits for it, in words [A4] [E3] [P7]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    await town.thaw()
    with pytest.raises(RuleViolation) as refused:
        await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    assert refused.value.refusal is Refusal.VOTING_OPENING
    await freeze_due(town.services)
    receipt = await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    assert receipt.entry.number == 0


def _person_keys(town: Town, *people: int) -> list[bytes]:
    keys = read_akimat_keys(town.services.keys, CAMPAIGN.akimat)
    return [keys.person(IINS[person]) for person in people]


async def test_keys_that_are_away_hold_up_nobody_else(town: Town) -> None:
    """Where a campaign's key is not here its freeze is said to be stopped; the clock goes on [A4] [P9]."""
    await town.thaw()
    name = campaign_key(CAMPAIGN.akimat, CAMPAIGN.campaign)
    key = town.services.keys.read(name)
    town.services.keys.destroy(name)
    steps = await advance(town.services, opens_boxes=True)
    assert {step.done for step in steps} == {"stopped"}
    assert all(name in (step.stopped_by or "") for step in steps)
    town.services.keys.make(name, key)
    assert {step.done for step in await advance(town.services, opens_boxes=True)} == {"frozen"}
