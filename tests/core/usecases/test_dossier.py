"""What the clerk keeps of a proposal beside its check: author, files, site, cost, papers (B7, C4, C5, L2)."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from core.model.language import Text
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.rules.review import ReviewAct
from core.store.audit import access_entry, act_entry
from core.usecases.browsing.card import card
from core.usecases.office.permission import log_act
from core.usecases.outcome.advance import advance
from core.usecases.proposal.papers import record_at_desk
from core.usecases.review import export
from core.usecases.review.cost import change_cost
from core.usecases.review.files import open_file
from core.usecases.review.proposals import open_proposal, show_author
from core.usecases.review.queues import Filter, Line, list_all_lines
from core.usecases.review.site import record_site_check
from core.usecases.services import Services
from tests.core.usecases.test_checking import CLEAR, rows
from tests.support.council import YES, ready, seated
from tests.support.office import actor
from tests.support.proposals import (
    COMPLETE,
    INTAKE,
    REASON,
    decided,
    refusal_of,
    registered,
    submitted,
)
from tests.support.town import CAMPAIGN, Town

REVIEW = datetime(2026, 10, 20, 6, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_intake(town: Town) -> None:
    town.clock.set_to(INTAKE)


async def test_the_author_is_shown_apart_and_each_look_is_logged(town: Town) -> None:
    """Name and telephone are in no page but their own, and whoever opens it is in the log [L1] [L2] [P1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    dossier = await open_proposal(town.services, clerk, CAMPAIGN, number)
    assert dossier.contents.author.name is dossier.contents.author.phone is None
    assert await rows(town, access_entry) == []
    for _ in range(2):
        assert (await show_author(town.services, clerk, CAMPAIGN, number)).name == "Әсел Серікқызы"
    looks = await rows(town, access_entry)
    assert [(look["what"], look["subject"], look["staff_id"]) for look in looks] == [
        ("view-author", str(number), clerk.staff_id)
    ] * 2
    assert await refusal_of(show_author(town.services, clerk, CAMPAIGN, 999)) is Refusal.PROPOSAL_UNKNOWN


async def test_originals_are_the_clerks_and_logged(town: Town) -> None:
    """A published picture is for all who read, its original for the clerk, others' for none [B7] [L2]."""
    number = await submitted(town, 0)
    clerk, moderator = (
        await actor(town, Role.CLERK),
        await actor(town, Role.MODERATOR, login="moderator", person=1),
    )
    (picture,) = (await open_proposal(town.services, clerk, CAMPAIGN, number)).contents.pictures
    shown = await open_file(town.services, moderator, CAMPAIGN, number, picture.thumbnail)
    assert shown.is_published
    refused = open_file(town.services, moderator, CAMPAIGN, number, picture.original)
    assert await refusal_of(refused) is Refusal.OFFICE_FORBIDDEN
    assert await rows(town, access_entry) == []
    kept = await open_file(town.services, clerk, CAMPAIGN, number, picture.original)
    assert not kept.is_published
    assert len(await rows(town, access_entry)) == 1
    other = await submitted(town, 1)
    for digest in (picture.original, picture.thumbnail, "0" * 64, "../../keys", ""):
        refused = open_file(town.services, clerk, CAMPAIGN, other, digest)
        assert await refusal_of(refused) is Refusal.PROPOSAL_UNKNOWN


async def test_site_checks_are_added_and_the_last_one_counts(town: Town) -> None:
    """What was found stays, a later look is added, and nothing is recorded of what is decided [C5]."""
    number, clerk = await registered(town, 0), await actor(town, Role.CLERK)
    blocked = replace(CLEAR, networks_are_clear=False)
    for check in (blocked, CLEAR):
        await record_site_check(town.services, clerk, CAMPAIGN, number, check)
    dossier = await open_proposal(town.services, clerk, CAMPAIGN, number)
    assert list(dossier.site_checks) == [blocked, CLEAR]
    late = replace(CLEAR, checked_on=date(2026, 9, 12), checked_by="")
    with pytest.raises(RuleViolation) as caught:
        await record_site_check(town.services, clerk, CAMPAIGN, number, late)
    assert [reason.facts["what"] for reason in caught.value.reasons] == ["day", "who"]
    await decided(town, number, ReviewAct.REFUSE)
    refused = record_site_check(town.services, clerk, CAMPAIGN, number, CLEAR)
    assert await refusal_of(refused) is Refusal.PROPOSAL_DECIDED


async def test_the_exact_cost_is_the_projects_too(town: Town) -> None:
    """The cost becomes exact with a history, also on the ballot's card, until the ballot opens [C4] [A4]."""
    number, clerk = await registered(town, 0), await actor(town, Role.CLERK)
    town.clock.set_to(REVIEW)
    services, reason = town.services, Text(kk="Смета нақтыланды.", ru="Смета уточнена.")
    await change_cost(services, clerk, CAMPAIGN, number, known=340_000, cost=380_000, reason=reason)
    await decided(town, number, ReviewAct.ADMIT)
    await change_cost(services, clerk, CAMPAIGN, number, known=380_000, cost=390_000, reason=reason)
    shown = await card(services, CAMPAIGN, number)
    assert shown.project.cost == 390_000
    dossier = await open_proposal(services, clerk, CAMPAIGN, number)
    assert [(each.before, each.after) for each in dossier.costs] == [(340_000, 380_000), (380_000, 390_000)]
    assert dossier.contents.estimate.cost == 340_000
    stale = change_cost(services, clerk, CAMPAIGN, number, known=340_000, cost=1, reason=reason)
    assert await refusal_of(stale) is Refusal.PROPOSAL_CHANGED
    entries = [(entry["before"], entry["after"]) for entry in await rows(town, act_entry)]
    assert ({"cost": 380_000}, {"cost": 390_000}) in entries
    town.clock.set_to(datetime(2026, 11, 19, 4, tzinfo=UTC))
    await advance(services, opens_boxes=False)
    frozen = change_cost(services, clerk, CAMPAIGN, number, known=390_000, cost=1, reason=reason)
    assert await refusal_of(frozen) is Refusal.OFFICE_STAGE


async def test_papers_at_the_desk_are_an_act(town: Town) -> None:
    """Who recorded papers is in the log; too many, none, or none asked for are refused [B2] [L1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    assert await refusal_of(record_at_desk(town.services, CAMPAIGN, number, 0, clerk)) is (
        Refusal.PAPERS_MISSING
    )
    assert await refusal_of(record_at_desk(town.services, CAMPAIGN, number, 1, clerk)) is (
        Refusal.PAPERS_NOT_ASKED
    )
    assert await refusal_of(record_at_desk(town.services, CAMPAIGN, number, 11, clerk)) is (
        Refusal.TOO_MANY_PAPERS
    )


async def test_a_second_press_records_nothing(town: Town) -> None:
    """The same site check or papers sent twice are one; what a colleague recorded is said [C5] [B2]."""
    number = await submitted(town, 0, author=replace(COMPLETE.author, kind="house-elder"))
    clerk, services = await actor(town, Role.CLERK), town.services
    for _ in range(2):
        await record_site_check(services, clerk, CAMPAIGN, number, CLEAR, seen=0)
        await record_at_desk(services, CAMPAIGN, number, 2, clerk, seen=0)
    dossier = await open_proposal(services, clerk, CAMPAIGN, number)
    assert (list(dossier.site_checks), len(dossier.papers)) == ([CLEAR], 2)
    other = replace(CLEAR, land_is_clear=False)
    for attempt in (
        record_site_check(services, clerk, CAMPAIGN, number, other, seen=0),
        record_at_desk(services, CAMPAIGN, number, 1, clerk, seen=0),
    ):
        assert await refusal_of(attempt) is Refusal.CHECK_CHANGED
    await record_site_check(services, clerk, CAMPAIGN, number, other, seen=1)
    await record_at_desk(services, CAMPAIGN, number, 1, clerk, seen=2)
    dossier = await open_proposal(services, clerk, CAMPAIGN, number)
    assert (list(dossier.site_checks), len(dossier.papers)) == ([CLEAR, other], 3)
    acts = [entry["act"] for entry in await rows(town, act_entry)]
    assert acts == ["site-check", "record-papers"] * 2


async def test_the_cost_waits_for_the_councils_publication(town: Town) -> None:
    """What the council has concluded goes out with the cost that it saw, then it may change [C4] [C2]."""
    number, table = await ready(town, 0), await seated(town)
    clerk = await actor(town, Role.CLERK, person=3)
    change = partial(change_cost, town.services, clerk, CAMPAIGN, number, reason=REASON)
    sitting = await table.open(number)
    await change(known=340_000, cost=350_000)
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    with pytest.raises(RuleViolation) as caught:
        await change(known=350_000, cost=360_000)
    assert [reason.facts["what"] for reason in caught.value.reasons] == ["concluded"]
    await table.publish(sitting)
    await change(known=350_000, cost=360_000)


async def test_an_export_holds_up_nobody(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a long list is read others go on writing, and the export is in the log all the same [L1] [L2]."""
    clerk = await actor(town, Role.CLERK)

    async def read_slowly(services: Services, *facts: Any) -> Sequence[Line]:
        async with asyncio.timeout(10), services.database.write() as connection:
            await log_act(services, connection, clerk, CAMPAIGN, "elsewhere", "1")
        return await list_all_lines(services, *facts)

    monkeypatch.setattr(export, "list_all_lines", read_slowly)
    await export.export_proposals(town.services, clerk, CAMPAIGN, Filter(), "csv")
    assert [entry["act"] for entry in await rows(town, act_entry)] == ["elsewhere", "export"]
