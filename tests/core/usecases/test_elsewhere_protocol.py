"""The other channel's totals: typed by two people, approved, counted with ours, and told (A6, F1)."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.outcome import Decision
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.store import audit, elsewhere, ledger
from core.usecases.elsewhere.approving import approve_list, reject_list
from core.usecases.elsewhere.looking import ProtocolState, get_protocol
from core.usecases.elsewhere.protocol import approve_protocol, drop_protocol, open_scan, type_protocol
from core.usecases.elsewhere.reading import Reach
from core.usecases.outcome.reading import get_outcome
from tests.support.elsewhere import (
    CHEAP,
    DEAR,
    SCAN,
    TERRITORY,
    ballot,
    bring,
    build_joint,
    clerk,
    end,
    report,
    said,
    secretary,
    take,
    type_twice,
    typed,
    vote,
)
from tests.support.office import actor
from tests.support.town import CAMPAIGN, Town


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def test_the_count_waits_for_the_protocol_and_has_both(town: Town) -> None:
    """Box open, protocol missing: no outcome; then one count of both, each told apart [A6] [F1] [F5]."""
    first, second = await clerk(town), await secretary(town)
    for person in range(3):
        await vote(town, person, CHEAP)
    await end(town)
    assert await get_outcome(town.services, CAMPAIGN, TERRITORY) is None
    assert "протокол официальной страницы" in said(town, await report(town))
    await type_twice(town, first, second, {CHEAP: 4, DEAR: 9}, await ballot(town, first))
    found = await report(town)
    assert found.outcome is not None
    votes = {line.number: line.votes for line in found.outcome.lines}
    assert (votes[CHEAP], votes[DEAR], found.outcome.votes) == (7, 9, 16)
    assert found.other is not None
    assert (found.other.votes, found.other.both, found.other.reach) == (13, 0, Reach.NOBODY)
    for language in Language:
        text = said(town, found, language)
        assert "16" in text
        assert "13" in text
    assert "здесь 3, на официальной странице 4" in said(town, found)


async def test_the_protocol_may_come_before_the_opening(town: Town) -> None:
    """Approved first, it is counted when the box is opened [A6] [F1]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 0, CHEAP)
    await end(town)
    fields = typed({CHEAP: 9}, await ballot(town, first))
    await type_protocol(town.services, first, CAMPAIGN, TERRITORY, fields, SCAN)
    await type_protocol(town.services, second, CAMPAIGN, TERRITORY, fields, b"")
    await approve_protocol(town.services, second, CAMPAIGN, TERRITORY)
    counted = await get_outcome(town.services, CAMPAIGN, TERRITORY)
    assert counted is not None
    assert counted.lines[0].decision is Decision.WON
    assert counted.lines[0].votes == 10


async def test_approval_is_a_signed_act_with_the_scan(town: Town) -> None:
    """The act has totals by project, the scan's digest and how many are in both [A6] [L1]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 0, CHEAP)
    await take(town, first, second, 0)
    await end(town)
    await type_twice(town, first, second, {DEAR: 9}, await ballot(town, first))
    scan = await open_scan(town.services, first, CAMPAIGN, TERRITORY)
    assert scan.content == SCAN
    async with town.services.database.read() as connection:
        acts = [json.loads(each) for each in await ledger.list_acts(connection, CAMPAIGN)]
    (act,) = [each for each in acts if each["type"] == "elsewhere"]
    shown = await get_protocol(town.services, first, CAMPAIGN, TERRITORY)
    assert act["totals"][str(DEAR)] == 9
    assert (act["both"], act["scan"]) == (1, shown.scan)
    for attempt in (approve_protocol, drop_protocol):
        with pytest.raises(RuleViolation) as caught:
            await attempt(town.services, second, CAMPAIGN, TERRITORY)
        assert caught.value.refusal is Refusal.ELSEWHERE_PROTOCOL_SETTLED


async def test_nobody_types_before_the_close(town: Town) -> None:
    """A protocol of a voting that goes on cannot be [A6]."""
    first = await clerk(town)
    with pytest.raises(RuleViolation) as caught:
        await type_protocol(town.services, first, CAMPAIGN, TERRITORY, {}, SCAN)
    assert caught.value.refusal is Refusal.ELSEWHERE_VOTING
    with pytest.raises(RuleViolation) as caught:
        await type_protocol(town.services, first, CAMPAIGN, "mars", {}, SCAN)
    assert caught.value.refusal is Refusal.TERRITORY_UNKNOWN


async def test_wrong_numbers_and_scans_are_refused(town: Town) -> None:
    """Every field and the scan are looked at before anything is kept [A6] [B7]."""
    first = await clerk(town)
    await end(town)
    numbers = await ballot(town, first)
    right = typed({}, numbers)
    for fields, scan, refusal in (
        (right, b"", Refusal.ELSEWHERE_SCAN_REFUSED),
        (right, b"GIF89a", Refusal.ELSEWHERE_SCAN_REFUSED),
        (right, b"%PDF-1.4 cut", Refusal.ELSEWHERE_SCAN_REFUSED),
        ({**right, CHEAP: "", DEAR: "-1"}, SCAN, Refusal.ELSEWHERE_TOTALS_WRONG),
    ):
        with pytest.raises(RuleViolation) as caught:
            await type_protocol(town.services, first, CAMPAIGN, TERRITORY, fields, scan)
        assert caught.value.refusal is refusal
        if refusal is Refusal.ELSEWHERE_TOTALS_WRONG:
            assert caught.value.reasons[0].facts["numbers"] == (str(DEAR), str(CHEAP))
    shown = await get_protocol(town.services, first, CAMPAIGN, TERRITORY)
    assert shown.state is ProtocolState.MISSING
    for attempt in (drop_protocol, open_scan):
        with pytest.raises(RuleViolation) as caught:
            await attempt(town.services, first, CAMPAIGN, TERRITORY)
        assert caught.value.refusal is Refusal.ELSEWHERE_PROTOCOL_MISSING


async def test_two_people_type_without_seeing_each_other(town: Town) -> None:
    """A difference is told by project alone and logged; one person with two logins does not do [A6] [L1]."""
    first, second = await clerk(town), await secretary(town)
    await end(town)
    numbers = await ballot(town, first)
    await type_protocol(town.services, first, CAMPAIGN, TERRITORY, typed({CHEAP: 8}, numbers), SCAN)
    hidden = await get_protocol(town.services, second, CAMPAIGN, TERRITORY)
    assert (hidden.state, hidden.totals) == (ProtocolState.TYPED, {})
    same = await actor(town, Role.SECRETARY, login="same", person=0)
    for who, fields, refusal in (
        (same, typed({CHEAP: 8}, numbers), Refusal.OFFICE_SAME_PERSON),
        (second, typed({CHEAP: 9}, numbers), Refusal.ELSEWHERE_TOTALS_DIFFER),
    ):
        with pytest.raises(RuleViolation) as caught:
            await type_protocol(town.services, who, CAMPAIGN, TERRITORY, fields, b"")
        assert caught.value.refusal is refusal
        if refusal is Refusal.ELSEWHERE_TOTALS_DIFFER:
            assert caught.value.reasons[0].facts == {"numbers": (str(CHEAP),), "count": 1}
    async with town.services.database.read() as connection:
        newest = (await audit.list_acts(connection, CAMPAIGN.akimat, limit=1))[0]
    assert newest["act"] == "differ-elsewhere"
    with pytest.raises(RuleViolation) as caught:
        await approve_protocol(town.services, second, CAMPAIGN, TERRITORY)
    assert caught.value.refusal is Refusal.ELSEWHERE_PROTOCOL_MISSING
    # The first one was wrong: both type anew.
    await drop_protocol(town.services, second, CAMPAIGN, TERRITORY)
    await type_twice(town, first, second, {CHEAP: 9}, numbers)
    async with town.services.database.read() as connection:
        totals = await elsewhere.get_totals(connection, CAMPAIGN, TERRITORY)
    assert totals is not None
    assert totals[CHEAP] == 9


async def test_no_protocol_before_the_last_list_is_settled(town: Town) -> None:
    """While a list waits, nobody knows who is in both; then the first typist cannot approve [A6] [L1]."""
    first, second = await clerk(town), await secretary(town)
    await end(town)
    await bring(town, first, 0)
    with pytest.raises(RuleViolation) as caught:
        await type_twice(town, first, second, {CHEAP: 9}, await ballot(town, first))
    assert caught.value.refusal is Refusal.ELSEWHERE_LIST_WAITS
    both_roles = await actor(town, Role.SECRETARY, login="same", person=0)
    with pytest.raises(RuleViolation) as caught:
        await approve_protocol(town.services, both_roles, CAMPAIGN, TERRITORY)
    assert caught.value.refusal is Refusal.OFFICE_SAME_PERSON


async def test_who_was_to_be_second_does_not_become_the_first(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the first one typed is dropped meanwhile: nothing is kept with a scan nobody saw [A6] [L1]."""
    first, second = await clerk(town), await secretary(town)
    await end(town)
    fields = typed({CHEAP: 8}, await ballot(town, first))
    await type_protocol(town.services, first, CAMPAIGN, TERRITORY, fields, SCAN)
    get, asked = elsewhere.get_protocol, list[str]()

    async def gone(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> RowMapping | None:
        asked.append(territory)
        return await get(connection, campaign_id, territory) if len(asked) == 1 else None

    with monkeypatch.context() as patched:
        patched.setattr(elsewhere, "get_protocol", gone)
        with pytest.raises(RuleViolation) as caught:
            await type_protocol(town.services, second, CAMPAIGN, TERRITORY, fields, b"")
    assert caught.value.refusal is Refusal.ELSEWHERE_PROTOCOL_MISSING
    assert asked == [TERRITORY, TERRITORY]
    shown = await get_protocol(town.services, second, CAMPAIGN, TERRITORY)
    assert (shown.state, shown.typed_by) == (ProtocolState.TYPED, first.name)


async def test_no_list_changes_who_is_in_both_after_the_protocol(town: Town) -> None:
    """A late list with somebody new who voted in a settled territory is refused; others are not [A6] [F1]."""
    first, second = await clerk(town), await secretary(town)
    for person in (0, 1):
        await vote(town, person, CHEAP)
    await take(town, first, second, 0)
    await end(town)
    await type_twice(town, first, second, {CHEAP: 9}, await ballot(town, first))
    late = await bring(town, first, 0, 1)
    with pytest.raises(RuleViolation) as caught:
        await approve_list(town.services, second, CAMPAIGN, late.import_id)
    assert caught.value.refusal is Refusal.ELSEWHERE_LIST_LATE
    await reject_list(town.services, second, CAMPAIGN, late.import_id)
    # Who is known already, and who has not voted here, change nothing.
    await take(town, first, second, 0, 2)
    found = await report(town)
    assert found.other is not None
    assert found.other.both == 1
