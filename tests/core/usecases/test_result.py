"""The council's way through results: called, talked over, written down, published once (F2)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.model.council import Choice
from core.model.language import Text
from core.model.outcome import Decision
from core.model.refusals import Refusal
from core.model.staff import Role
from core.rules.review import ReviewAct
from core.store import audit
from core.store import proposal as proposals
from core.usecases.outcome.advance import advance
from core.usecases.result.deciding import (
    conclude_result,
    give_result_opinion,
    move_results_term,
    open_results,
)
from core.usecases.result.protocol import gather_results
from core.usecases.result.reading import list_results, view_result, view_results
from tests.support.boxes import put_in
from tests.support.council import Table, seated
from tests.support.office import actor
from tests.support.proposals import INTAKE, decided, registered
from tests.support.results import AGAINST, BECAUSE, LOSER, NONE, WHERE, WINNER, Results, refused, voted
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town, build_town

ADMIT, REFUSE, CONFLICT = Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT


@pytest.fixture
async def results(town: Town) -> Results:
    """A counted territory with a council that has not met."""
    return await voted(town)


async def test_before_the_count_there_is_nothing_to_decide(town: Town) -> None:
    """A territory that is not counted has no sitting, and the list says how far each is [F2] [P7]."""
    results = await voted(town, is_counted=False)
    assert await refused(results.open()) == (Refusal.RESULT_NOT_READY, "count")
    lines = await list_results(town.services, results.table.members[0], CAMPAIGN)
    assert {line.state for line in lines} == {"uncounted"}
    await advance(town.services, opens_boxes=True)
    lines = await list_results(town.services, results.table.members[0], CAMPAIGN)
    assert {line.territory.slug: line.state for line in lines}[WHERE] == "ready"


async def test_a_lot_is_awaited_first(database_url: str, tmp_path: Path) -> None:
    """While a lot decides who won nobody else does [F2] [F1]."""
    rules = RULEBOOK.replace('ties = { value = ["cheaper", "earlier_number"]', 'ties = { value = ["lot"]')
    rules = rules.replace("ortalyq = { value = 120000000", "ortalyq = { value = 400000")
    town = await build_town(database_url, tmp_path, rulebook=rules)
    town.clock.set_to(INTAKE)
    table = await seated(town)
    tied = [await registered(town, person) for person in (5, 6)]
    for number in tied:
        await decided(town, number, ReviewAct.ADMIT)
    town.clock.set_to(OPEN)
    await put_in(town, *[number for number in tied for _ in range(6)])
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    assert await refused(Results(town, table).open()) == (Refusal.RESULT_NOT_READY, "lot")
    await town.services.database.dispose()


async def test_without_a_council_nobody_decides(town: Town) -> None:
    """Nobody was appointed before the voting: the sitting cannot be called [F2] [C2]."""
    secretary = await actor(town, Role.SECRETARY, login="secretary", person=4)
    await put_in(town, WINNER)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    results = Results(town, Table(town, secretary, ()))
    assert await refused(results.open()) == (Refusal.COUNCIL_EMPTY, "members")


async def test_a_sitting_is_called_once_and_whole(results: Results) -> None:
    """Every project of the ballot stands on it beside what was counted; wrong calls are refused [F2]."""
    for wrong, what in (
        ({"held_on": None}, "day"),
        ({"place": Text(kk="Зал", ru="")}, "place"),
        ({"term": None}, "term"),
        ({"term": CLOSED.date() - timedelta(days=1)}, "term"),
    ):
        assert await refused(results.open(**wrong)) == (Refusal.SITTING_WRONG, what)
    await results.open()
    assert (await refused(results.open()))[0] is Refusal.RESULT_OPEN
    view = await view_results(results.town.services, results.table.members[0], CAMPAIGN, WHERE)
    found = {item.number: item for item in view.sitting.items}
    assert (found[WINNER].counted, found[WINNER].votes, found[WINNER].place) == (Decision.WON, 6, 1)
    assert (found[LOSER].counted, found[LOSER].votes) == (Decision.BELOW_THRESHOLD, 2)
    assert found[WINNER].granted == found[WINNER].cost
    assert view.waiting == tuple(sorted(found))
    services, secretary = results.town.services, results.table.secretary
    calls = open_results(services, secretary, CAMPAIGN, "nowhere", None)  # type: ignore[arg-type]
    assert (await refused(calls))[0] is Refusal.TERRITORY_UNKNOWN
    elsewhere = view_results(services, secretary, CAMPAIGN, "samal")
    assert (await refused(elsewhere))[0] is Refusal.SITTING_UNKNOWN


async def test_opinions(results: Results) -> None:
    """Against the count only with words; who is no member, and what is no project, is refused [F2]."""
    await results.open()
    services, (one, *_) = results.town.services, results.table.members
    silent = give_result_opinion(services, one, CAMPAIGN, WHERE, WINNER, REFUSE, " ")
    assert await refused(silent) == (Refusal.OPINION_UNREASONED, "difference")
    unknown = give_result_opinion(services, one, CAMPAIGN, WHERE, 9999, ADMIT, "")
    assert (await refused(unknown))[0] is Refusal.PROJECT_UNKNOWN
    guest = await actor(results.town, Role.COUNCIL_MEMBER, login="guest", person=3)
    stranger = give_result_opinion(services, guest, CAMPAIGN, WHERE, WINNER, ADMIT, "")
    assert await refused(stranger) == (Refusal.NOT_A_MEMBER, "sitting")
    await give_result_opinion(services, one, CAMPAIGN, WHERE, WINNER, ADMIT, "")
    await give_result_opinion(services, one, CAMPAIGN, WHERE, WINNER, REFUSE, AGAINST)
    view = await view_result(services, one, CAMPAIGN, WHERE, WINNER)
    assert [(each.choice, each.comment) for each in view.item.opinions] == [(REFUSE, AGAINST)]
    async with services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9, act="give-result-opinion")
    assert AGAINST not in str(acts)
    assert {each["subject"] for each in acts} == {f"{WHERE}/{WINNER}"}


async def test_nobody_is_led_by_others(results: Results) -> None:
    """Before his own opinion a member, and the secretary at all, sees none and no count [F2] [C2]."""
    await results.open()
    await results.say(WINNER, ADMIT)
    services, (one, two, three) = results.town.services, results.table.members
    for reader in (two, results.table.secretary):
        view = await view_result(services, reader, CAMPAIGN, WHERE, WINNER)
        assert (view.item.opinions, view.counted, view.given) == ((), None, 1)
        whole = await view_results(services, reader, CAMPAIGN, WHERE)
        assert all(item.opinions == () for item in whole.sitting.items)
        draft = await gather_results(services, reader, CAMPAIGN, WHERE)
        assert all(item.opinions == () for item in draft.sitting.items)
    assert len((await view_result(services, one, CAMPAIGN, WHERE, WINNER)).item.opinions) == 1
    await results.say(WINNER, None, REFUSE, ADMIT)
    view = await view_result(services, results.table.secretary, CAMPAIGN, WHERE, WINNER)
    assert (len(view.item.opinions), view.may_conclude) == (3, True)
    assert (await view_result(services, three, CAMPAIGN, WHERE, LOSER)).counted is None


async def test_own_project_and_conflict_of_interest(town: Town) -> None:
    """An author may declare a conflict alone, and it leaves the count of the others [F2] [L1]."""
    town.clock.set_to(INTAKE)
    number = await registered(town, 5)
    await decided(town, number, ReviewAct.ADMIT)
    results = await voted(town)
    await results.open()
    async with town.services.database.read() as connection:
        found = await proposals.get_proposal(connection, CAMPAIGN, number)
    assert found is not None
    services, one = town.services, results.table.members[0]
    author = replace(one, person_key=found.person_key)
    said = give_result_opinion(services, author, CAMPAIGN, WHERE, number, REFUSE, "")
    assert (await refused(said))[0] is Refusal.OWN_PROPOSAL
    assert (await view_result(services, author, CAMPAIGN, WHERE, number)).is_author
    await give_result_opinion(services, author, CAMPAIGN, WHERE, number, CONFLICT, "")
    await results.say(number, None, REFUSE, REFUSE)
    assert await results.conclude(number) is False
    view = await view_result(services, one, CAMPAIGN, WHERE, number)
    assert view.counted is not None
    assert (view.counted.tally.conflicted, view.counted.present) == (1, 2)


async def test_the_secretary_writes_down_what_the_members_say(results: Results) -> None:
    """The count of the members decides; a page that read another count is told so; reasons are asked [F2]."""
    await results.open()
    assert await refused(results.conclude(WINNER)) == (Refusal.SITTING_OPEN, None)
    await results.say(WINNER, REFUSE, REFUSE, ADMIT)
    assert await refused(results.conclude(WINNER, BECAUSE, read=True)) == (
        Refusal.CONCLUSION_CHANGED,
        "count",
    )
    for reason in (NONE, Text(kk="Себебі", ru=""), Text(kk=" ", ru="Причина")):
        assert (await refused(results.conclude(WINNER, reason)))[0] is Refusal.REASON_MISSING
    assert await results.conclude(WINNER, BECAUSE, read=False) is False
    late = results.say(WINNER, ADMIT)
    assert await refused(late) == (Refusal.SITTING_CLOSED, "item")
    await results.say(LOSER, REFUSE, REFUSE, REFUSE)
    assert (await refused(results.conclude(LOSER, Text(kk="Себебі", ru=""))))[0] is Refusal.REASON_MISSING
    assert await results.conclude(LOSER, Text(kk=" ", ru=" ")) is False
    view = await view_results(results.town.services, results.table.secretary, CAMPAIGN, WHERE)
    found = {item.number: item for item in view.sitting.items}
    assert (found[WINNER].differs, found[WINNER].reason) == (True, BECAUSE)
    assert (found[LOSER].differs, found[LOSER].reason) == (False, None)
    services, member = results.town.services, results.table.members[0]
    other = conclude_result(services, member, CAMPAIGN, WHERE, WINNER, NONE)
    assert (await refused(other))[0] is Refusal.OFFICE_FORBIDDEN


async def test_term_and_quorum(results: Results) -> None:
    """After the term it is late; without a quorum nothing is decided until the term is moved [F2] [C2]."""
    await results.open()
    await results.say(WINNER, ADMIT)
    results.town.clock.set_to(CLOSED + timedelta(days=30))
    assert await refused(results.say(WINNER, None, ADMIT)) == (Refusal.SITTING_CLOSED, "term")
    assert (await refused(results.conclude(WINNER)))[0] is Refusal.NO_QUORUM
    move = (results.town.services, results.table.secretary, CAMPAIGN, WHERE)
    for wrong in (None, CLOSED):
        assert await refused(move_results_term(*move, wrong)) == (Refusal.SITTING_WRONG, "term")
    await move_results_term(*move, CLOSED + timedelta(days=40))
    await results.say(WINNER, None, ADMIT, ADMIT)
    assert await results.conclude(WINNER) is True
