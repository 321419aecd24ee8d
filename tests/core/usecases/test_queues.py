"""Queues on real databases: who waits where, what is due, whose work is counted, a city's list in time."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from core.model.language import Language
from core.model.refusals import Refusal
from core.model.review import Queue
from core.model.staff import Role
from core.rules.review import ReviewAct
from core.store.base import key
from core.store.contents import to_json
from core.store.proposal import proposal, proposal_version
from core.usecases.discussion.questions import ask
from core.usecases.discussion.queue import list_asked
from core.usecases.proposal.papers import record_at_desk
from core.usecases.review.export import export_proposals
from core.usecases.review.queues import PAGE_SIZE, Counts, Filter, count_queues, list_lines
from core.usecases.review.site import record_site_check
from tests.core.usecases.test_checking import CLEAR
from tests.support.office import actor, of_another_akimat
from tests.support.papers import asked as papers_asked
from tests.support.proposals import COMPLETE, INTAKE, author, decided, refusal_of, registered, submitted
from tests.support.town import CAMPAIGN, Town

CITY = 2764
"""Proposals of Almaty in a year: the most that any city got (domain.md 3)."""


@pytest.fixture(autouse=True)
def _in_intake(town: Town) -> None:
    town.clock.set_to(INTAKE)


async def numbers(town: Town, queue: Queue) -> list[int]:
    """Return what waits in a queue, as everybody's clerk sees it."""
    someone = await actor(
        town, Role.CLERK, Role.SECRETARY, login=f"clerk-{queue.value}-{time.monotonic_ns()}"
    )
    page = await list_lines(town.services, someone, CAMPAIGN, Filter(queue=queue))
    return [line.number for line in page.lines]


async def test_a_proposal_moves_from_queue_to_queue(town: Town) -> None:
    """Check, then the site, then the council; nobody's queue once it is decided [L2] [C1] [C5]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    assert await numbers(town, Queue.CHECK) == [number]
    await decided(town, number, ReviewAct.REGISTER)
    assert (await numbers(town, Queue.CHECK), await numbers(town, Queue.SITE)) == ([], [number])
    await record_site_check(town.services, clerk, CAMPAIGN, number, CLEAR)
    assert (await numbers(town, Queue.SITE), await numbers(town, Queue.COUNCIL)) == ([], [number])
    await decided(town, number, ReviewAct.REFUSE)
    assert await numbers(town, Queue.COUNCIL) == []
    assert await numbers(town, Queue.ALL) == [number]


async def test_a_rework_waits_for_its_author_first(town: Town) -> None:
    """What was returned comes back into the clerk's hands when its term is over [C1] [B6]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await numbers(town, Queue.REWORK) == []
    town.wait(days=5)
    assert await numbers(town, Queue.REWORK) == [number]


async def test_papers_wait_until_they_come(town: Town) -> None:
    """Who owes papers is on a list until some are there [L2] [B2]."""
    number, clerk = await papers_asked(town), await actor(town, Role.CLERK)
    due = await numbers(town, Queue.PAPERS)
    await record_at_desk(town.services, CAMPAIGN, number, 1, clerk)
    assert number not in await numbers(town, Queue.PAPERS)
    assert due in ([number], [])


@pytest.mark.parametrize(
    ("role", "queues"),
    [
        (Role.CLERK, {Queue.CHECK, Queue.REWORK, Queue.SITE, Queue.PAPERS, Queue.ALL}),
        (Role.MODERATOR, {Queue.ALL}),
        (Role.SECRETARY, {Queue.COUNCIL, Queue.ALL}),
        (Role.OBSERVER, {Queue.COUNCIL, Queue.ALL}),
        (Role.COMMUNICATIONS, set()),
        (Role.SYSTEM_ADMINISTRATOR, set()),
    ],
)
async def test_what_is_counted_is_ones_own_work(town: Town, role: Role, queues: set[Queue]) -> None:
    """A role reads the counts of its own queues and of no others [L1] [L2]."""
    await submitted(town, 0)
    counts = await count_queues(town.services, await actor(town, role), CAMPAIGN)
    assert set(counts.queues) == queues
    assert (counts.questions is not None) == (role is Role.MODERATOR)
    assert (counts.late is not None) == (role is Role.CLERK)


async def test_late_and_due_today_are_counted(town: Town) -> None:
    """Of three that came on three days one is late, one is due today, one has time [C1] [L2] [P8]."""
    clerk = await actor(town, Role.CLERK)
    for person in range(3):
        await submitted(town, person, title=f"Көшеге шам орнату {person}")
        town.wait(days=1 if person == 0 else 3)
    # The first came on Thursday 10, the second on Friday 11, the third on Monday 14 September.
    town.clock.set_to(INTAKE + timedelta(days=15))
    counts = await count_queues(town.services, clerk, CAMPAIGN)
    assert (counts.queues[Queue.CHECK], counts.late, counts.today) == (3, 1, 1)
    page = await list_lines(town.services, clerk, CAMPAIGN, Filter(queue=Queue.CHECK))
    assert [line.left for line in page.lines] == [-1, 0, 3]


async def test_of_another_akimat_nothing(town: Town) -> None:
    """Somebody of another akimat counts, lists and exports nothing of this one [P9]."""
    clerk = of_another_akimat(await actor(town, Role.CLERK, Role.MODERATOR))
    services, shown = town.services, Filter()
    for attempt in (
        count_queues(services, clerk, CAMPAIGN),
        list_lines(services, clerk, CAMPAIGN, shown),
        export_proposals(services, clerk, CAMPAIGN, shown, "csv"),
        list_asked(services, clerk, CAMPAIGN, is_waiting=True),
    ):
        assert await refusal_of(attempt) is Refusal.CAMPAIGN_UNKNOWN


async def test_questions_wait_for_the_moderator(town: Town) -> None:
    """What nobody has read is counted and listed, without who asked [D6] [L2]."""
    number, moderator = await registered(town, 0), await actor(town, Role.MODERATOR)
    asker = await author(town, 1)
    await ask(town.services, CAMPAIGN, asker, number, text="Кім жөндейді?", language=Language.KAZAKH)
    page = await list_asked(town.services, moderator, CAMPAIGN, is_waiting=True)
    assert [asked.question.text for asked in page.asked] == ["Кім жөндейді?"]
    assert (await count_queues(town.services, moderator, CAMPAIGN)).questions == 1
    assert not hasattr(page.asked[0].question, "person_key")


async def fill_as_a_city(town: Town) -> None:
    """Enter as many long proposals as a big city gets in a year."""
    rows = [
        {
            **key(CAMPAIGN),
            "number": number,
            "person_key": number.to_bytes(32, "big"),
            "slot": 1,
            "status": "submitted",
            "version": 1,
            "title": f"Көшеге шам орнату {number}",
            "direction": "rest-and-play",
            "territory": "eski-qala" if number % 2 else "arman",
            "landmark": "Абай алаңы",
            "cost": 340_000,
            "folded": f"косеге шам орнату {number} " + "орындык " * 300,
            "submitted_at": town.clock.now(),
        }
        for number in range(1000, 1000 + CITY)
    ]
    contents = to_json(replace(COMPLETE, description="ә" * 3000))
    versions = [
        {**key(CAMPAIGN), "number": row["number"], "version": 1, "contents": contents, "submitted_at": INTAKE}
        for row in rows
    ]
    async with town.services.database.write() as connection:
        await connection.execute(insert(proposal), rows)
        await connection.execute(insert(proposal_version), versions)


async def test_a_citys_list_is_quick(town: Town) -> None:
    """Of a big city's year a page, its counts and a search take well below a second each [L2]."""
    await fill_as_a_city(town)
    clerk = await actor(town, Role.CLERK)
    took, found = [], []
    for shown in (
        Filter(queue=Queue.CHECK),
        Filter(queue=Queue.CHECK, territory="arman", words="шам 3001"),
        Filter(words="орындық"),
    ):
        started = time.perf_counter()
        page = await list_lines(town.services, clerk, CAMPAIGN, shown, 3)
        took.append(time.perf_counter() - started)
        found.append(page.total)
        assert len(page.lines) <= PAGE_SIZE
        assert isinstance(page.counts, Counts)
    assert found[0] == found[2] == CITY
    # Generous, for a machine that does something else: alone it is some tens of milliseconds.
    assert max(took) < 2, took
