"""The council's way through results: called, talked over, written down, published once (F2)."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.model.council import Choice
from core.model.language import Language, Text
from core.model.outcome import Decision
from core.model.project import ProjectStatus
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.rules.review import ReviewAct
from core.store import audit, browsing
from core.store import proposal as proposals
from core.usecases.following.following import follow
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import get_report
from core.usecases.outcome.telling import tell
from core.usecases.place.account import choose_language
from core.usecases.result.deciding import (
    conclude_result,
    give_result_opinion,
    move_results_term,
    open_results,
    publish_results,
)
from core.usecases.result.decisions import list_decisions
from core.usecases.result.protocol import gather_results
from core.usecases.result.reading import list_results, view_result, view_results
from messenger.notices.telling import render
from tests.support.boxes import HIDING, put_in
from tests.support.council import Table, seated
from tests.support.front import strict_locales
from tests.support.office import actor
from tests.support.proposals import INTAKE, decided, registered, told
from tests.support.results import AGAINST, BECAUSE, LOSER, NONE, WHERE, WINNER, Results, voted
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town, build_town

ADMIT, REFUSE, CONFLICT = Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT
FOLLOWER = 7800


@pytest.fixture
async def results(town: Town) -> Results:
    """A counted territory with a council that has not met."""
    return await voted(town)


async def refused(awaited: Awaitable[object]) -> tuple[Refusal, object]:
    """Return the refusal of a use case and its ``what``."""
    with pytest.raises(RuleViolation) as caught:
        await awaited
    return caught.value.refusal, caught.value.reasons[0].facts.get("what")


async def publish(results: Results) -> None:
    """Publish what was decided."""
    await publish_results(results.town.services, results.table.secretary, CAMPAIGN, WHERE)


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


async def test_published_once_and_told(results: Results) -> None:
    """Everything at once and not by halves; again it changes nothing; then nothing moves any more [F2]."""
    town = results.town
    await town.settle(FOLLOWER)
    await follow(town.services, CAMPAIGN, FOLLOWER, WINNER)
    await results.open()
    assert await refused(publish(results)) == (Refusal.SITTING_INCOMPLETE, None)
    await results.settle(WINNER)
    assert await list_decisions(town.services, CAMPAIGN, [WINNER]) == {}
    await publish(results)
    await publish(results)
    assert await told(town, "result-decided") == [FOLLOWER]
    found = await list_decisions(town.services, CAMPAIGN, [WINNER, LOSER])
    assert [(each.is_implemented, each.differs) for each in found.values()] == [(False, False), (False, True)]
    assert await refused(results.say(WINNER, ADMIT)) == (Refusal.SITTING_CLOSED, "results")
    assert await refused(results.conclude(WINNER, BECAUSE)) == (Refusal.SITTING_CLOSED, "results")
    moved = move_results_term(town.services, results.table.secretary, CAMPAIGN, WHERE, CLOSED)
    assert await refused(moved) == (Refusal.SITTING_CLOSED, "results")
    async with town.services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9, act="publish-results")
    assert len(acts) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.KAZAKH, ("жоба іске асырылмайды", "жоба жеңген болатын", "Негіздемесі: Жер телімі дауда.")),
        (Language.RUSSIAN, ("проект не будет реализован", "голосов проект победил", "Участок в споре.")),
    ],
)
async def test_who_follows_hears_of_the_difference(
    results: Results, language: Language, said: tuple[str, ...]
) -> None:
    """The notice and the outcome say decision, difference and reason; the button leads to it [F2] [F5]."""
    town = results.town
    await town.settle(FOLLOWER)
    await follow(town.services, CAMPAIGN, FOLLOWER, WINNER)
    await choose_language(town.services, FOLLOWER, language)
    await results.open()
    await results.settle(WINNER)
    await publish(results)
    notices = [each for each in await claim(town.services, 100) if each.kind is NoticeKind.RESULT_DECIDED]
    rendered = await render(town.services, strict_locales(), notices[0])
    assert rendered is not None
    report = await get_report(town.services, CAMPAIGN, WHERE)
    assert report is not None
    words = strict_locales().words(language)
    outcome = tell(words, report, town.clock.now())
    line = next(each for each in outcome.lines if f"№ {WINNER}." in each)
    for each in said:
        assert each in rendered.text
        assert each in line
    assert rendered.keyboard.inline_keyboard[0][0].callback_data == f"at:outcome:{CAMPAIGN.campaign}:{WHERE}"
    differing = words("outcome-decided", council=report.rulebook.council.name, differing=1)
    assert differing in outcome.summary


async def test_a_hidden_count_stays_hidden(database_url: str, tmp_path: Path) -> None:
    """Of few votes members see winners alone; a loser that is built differs and is told as such [F2] [E6]."""
    town = await build_town(database_url, tmp_path, rulebook=HIDING)
    results = await voted(town)
    await results.open()
    services = town.services
    view = await view_results(services, results.table.secretary, CAMPAIGN, WHERE)
    found = {item.number: item for item in view.sitting.items}
    assert view.sitting.is_hidden
    assert all((item.votes, item.place) == (None, None) for item in found.values())
    assert (found[WINNER].counted, found[LOSER].counted) == (Decision.WON, None)
    for number in found:
        await results.say(number, *[ADMIT if number in {WINNER, LOSER} else REFUSE] * 3)
        await results.conclude(number, BECAUSE if number == LOSER else NONE)
    await publish(results)
    decided_on = await list_decisions(services, CAMPAIGN, [LOSER])
    assert decided_on[LOSER].differs
    report = await get_report(services, CAMPAIGN, WHERE)
    assert report is not None
    lines = tell(strict_locales().words(Language.RUSSIAN), report, town.clock.now()).lines
    assert len(lines) == 2
    assert BECAUSE.ru in lines[1]
    await services.database.dispose()


async def test_a_stopped_project_stands_as_it_was_counted(town: Town) -> None:
    """What an act stopped won nothing; building it all the same is a difference with its reason [F2] [A4]."""
    async with town.services.database.write() as connection:
        await browsing.set_status(connection, CAMPAIGN, WINNER, ProjectStatus.STOPPED)
    results = await voted(town)
    await results.open()
    await results.say(WINNER, ADMIT, ADMIT, ADMIT)
    assert (await refused(results.conclude(WINNER)))[0] is Refusal.REASON_MISSING
    assert await results.conclude(WINNER, BECAUSE) is True
    view = await view_result(town.services, results.table.secretary, CAMPAIGN, WHERE, WINNER)
    assert (view.item.counted, view.item.differs) == (Decision.STOPPED, True)


async def test_several_conclusions_and_publications_at_once(results: Results) -> None:
    """Opinions against conclusions, and two publications: what is kept is what was counted [F2]."""
    await results.open()
    await results.say(WINNER, ADMIT, ADMIT, ADMIT)
    answers = await asyncio.gather(
        *(results.conclude(WINNER, BECAUSE) for _ in range(3)),
        results.say(WINNER, REFUSE, REFUSE),
        return_exceptions=True,
    )
    view = await view_result(results.town.services, results.table.secretary, CAMPAIGN, WHERE, WINNER)
    assert view.counted is not None
    assert view.item.is_implemented is view.counted.is_admitted
    assert {each for each in answers if isinstance(each, bool)} == {view.item.is_implemented}
    for number in await results.numbers():
        if number != WINNER:
            await results.say(number, REFUSE, REFUSE, REFUSE)
            await results.conclude(number)
    await asyncio.gather(*(publish(results) for _ in range(3)))
    async with results.town.services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9, act="publish-results")
    assert len(acts) == 1
