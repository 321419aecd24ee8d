"""What was decided on results becomes known: once, to whom it concerns, beside the count (F2)."""

import asyncio
from pathlib import Path

import pytest

from core.model.council import Choice
from core.model.language import Language
from core.model.outcome import Decision
from core.model.project import ProjectStatus
from core.model.refusals import Refusal
from core.store import audit, browsing
from core.usecases.following.following import follow
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.outcome.reading import get_report
from core.usecases.outcome.telling import tell
from core.usecases.place.account import choose_language
from core.usecases.result.deciding import (
    move_results_term,
)
from core.usecases.result.decisions import list_decisions
from core.usecases.result.reading import view_result, view_results
from messenger.notices.telling import render
from tests.support.boxes import HIDING
from tests.support.front import strict_locales
from tests.support.proposals import told
from tests.support.results import BECAUSE, LOSER, NONE, WHERE, WINNER, Results, refused, voted
from tests.support.town import CAMPAIGN, CLOSED, Town, build_town

ADMIT, REFUSE = Choice.ADMIT, Choice.REFUSE
FOLLOWER = 7800


@pytest.fixture
async def results(town: Town) -> Results:
    """A counted territory with a council that has not met."""
    return await voted(town)


async def test_published_once_and_told(results: Results) -> None:
    """Everything at once and not by halves; again it changes nothing; then nothing moves any more [F2]."""
    town = results.town
    await town.settle(FOLLOWER)
    await follow(town.services, CAMPAIGN, FOLLOWER, WINNER)
    await results.open()
    assert await refused(results.publish()) == (Refusal.SITTING_INCOMPLETE, None)
    await results.settle(WINNER)
    assert await list_decisions(town.services, CAMPAIGN, [WINNER]) == {}
    await results.publish()
    await results.publish()
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
    await results.publish()
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
    await results.publish()
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
    await asyncio.gather(*(results.publish() for _ in range(3)))
    async with results.town.services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9, act="publish-results")
    assert len(acts) == 1
