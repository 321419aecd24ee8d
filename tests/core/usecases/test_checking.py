"""The clerk's work on real databases: checks, site, cost, files, who may and what is logged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Table, select

from core.identity.keys import read_akimat_keys
from core.model.language import Text
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, RuleViolation
from core.model.review import SiteCheck
from core.model.staff import Role
from core.rulebook.loader import read
from core.rules.formal_check import Finding, checklist
from core.rules.review import ReviewAct
from core.store.audit import access_entry, act_entry
from core.store.merging import add_co_author
from core.usecases.proposal.drafting import change
from core.usecases.proposal.papers import record_at_desk
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.review.checking import FormalCheck, check_proposal, save_check
from core.usecases.review.cost import change_cost
from core.usecases.review.proposals import open_proposal, show_author
from core.usecases.review.site import record_site_check
from tests.support.office import actor, of_another_akimat
from tests.support.proposals import (
    GROUND,
    INTAKE,
    REASON,
    account_of,
    refusal_of,
    registered,
    submitted,
    told,
)
from tests.support.town import CAMPAIGN, IINS, RULEBOOK, Town

REVIEW = datetime(2026, 10, 20, 6, tzinfo=UTC)
WHY = Text(kk="Екі объект аталған.", ru="Названы два объекта.")
KEYS = [item.key for item in checklist(read(RULEBOOK, "semey-demo"))]
ALL_YES = FormalCheck(findings=dict.fromkeys(KEYS, Finding(is_met=True)))
ONE_NO = FormalCheck(findings={**ALL_YES.findings, "criterion-one-object": Finding(is_met=False, reason=WHY)})
CLEAR = SiteCheck(
    land_is_clear=True,
    networks_are_clear=True,
    balance_holder="Көркейту бөлімі",
    found=Text(kk="Жер бос.", ru="Земля свободна."),
    checked_on=date(2026, 9, 9),
    checked_by="Ә. Серікқызы",
)


@pytest.fixture(autouse=True)
def _in_intake(town: Town) -> None:
    town.clock.set_to(INTAKE)


async def rows(town: Town, table: Table) -> list[Mapping[str, object]]:
    """Return the lines of a log."""
    async with town.services.database.read() as connection:
        found = await connection.execute(select(table).order_by(table.c.entry))
        return [dict(row) for row in found.mappings()]


async def test_all_yes_registers_and_is_logged(town: Town) -> None:
    """A finished check registers, is told, logged and in the history, nameless for observers [C1] [L1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    status = await check_proposal(
        town.services, clerk, CAMPAIGN, number, version=1, check=ALL_YES, act=ReviewAct.REGISTER
    )
    assert status is ProposalStatus.REGISTERED
    assert await told(town, "proposal-decided") == [account_of(0)]
    dossier = await open_proposal(town.services, clerk, CAMPAIGN, number)
    assert dossier.history[-1].by == clerk.name
    observer = await actor(town, Role.OBSERVER, login="observer", person=1)
    seen = (await open_proposal(town.services, observer, CAMPAIGN, number)).history[-1]
    assert (seen.by, seen.position) == (None, Text(kk="маман", ru="специалист"))
    assert dossier.check == ALL_YES
    (entry,) = await rows(town, act_entry)
    assert (entry["act"], entry["subject"], entry["staff_id"]) == ("register", str(number), clerk.staff_id)
    assert entry["before"] == {"status": "submitted"}


async def test_a_return_without_words_of_its_own_tells_what_the_items_say(town: Town) -> None:
    """The author reads in both languages which requirement is not met, and mends it [C1] [B6] [C3]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    await check_proposal(
        town.services, clerk, CAMPAIGN, number, version=1, check=ONE_NO, act=ReviewAct.RETURN
    )
    event = (await open_proposal(town.services, clerk, CAMPAIGN, number)).history[-1].event
    assert event.reason is not None
    assert WHY.kk in event.reason.kk
    assert WHY.ru in event.reason.ru
    assert event.due_at is not None
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    mend = "Абай алаңына бес орындық қою"
    await change(
        town.services, CAMPAIGN, account_of(0), draft.draft_id, lambda said: replace(said, title=mend)
    )
    await submit(town.services, CAMPAIGN, account_of(0), draft.draft_id)
    again = await open_proposal(town.services, clerk, CAMPAIGN, number)
    assert [change.field.value for change in again.changes] == ["title"]
    assert again.check is None
    assert again.checks[1] == ONE_NO
    assert await refusal_of(
        check_proposal(
            town.services, clerk, CAMPAIGN, number, version=1, check=ALL_YES, act=ReviewAct.REGISTER
        )
    ) is (Refusal.PROPOSAL_CHANGED)


@pytest.mark.parametrize(
    ("check", "act", "refusals"),
    [
        (FormalCheck(findings={}), ReviewAct.REGISTER, ["formal-check-incomplete"]),
        (
            FormalCheck(findings={}),
            ReviewAct.REFUSE,
            ["formal-check-incomplete", "ground-unknown", "reason-missing"],
        ),
        (ONE_NO, ReviewAct.REGISTER, ["formal-check-contradicts"]),
        (ONE_NO, ReviewAct.REFUSE, ["ground-unknown"]),
        (ALL_YES, ReviewAct.RETURN, ["formal-check-contradicts", "reason-missing"]),
        (replace(ONE_NO, reason=Text(kk="ә" * 1001, ru="я")), ReviewAct.RETURN, ["text-too-long"]),
        (replace(ONE_NO, reason=Text(kk="Жоқ", ru="")), ReviewAct.RETURN, ["reason-missing"]),
        (
            replace(ONE_NO, ground="no-such", reason=Text(kk="991231100000", ru="Нет.")),
            ReviewAct.REFUSE,
            ["ground-unknown", "text-holds-iin"],
        ),
    ],
)
async def test_what_does_not_follow_changes_nothing(
    town: Town, check: FormalCheck, act: ReviewAct, refusals: list[str]
) -> None:
    """Everything that stands against a decision is said at once, and nothing is kept of it [C1] [P7] [P1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    with pytest.raises(RuleViolation) as caught:
        await check_proposal(town.services, clerk, CAMPAIGN, number, version=1, check=check, act=act)
    assert [reason.refusal.value for reason in caught.value.reasons] == refusals
    dossier = await open_proposal(town.services, clerk, CAMPAIGN, number)
    assert dossier.proposal.status is ProposalStatus.SUBMITTED
    assert dossier.check is None
    assert await rows(town, act_entry) == []


async def test_a_check_goes_on_later(town: Town) -> None:
    """Half a check is kept with everything that was typed, for another clerk as well [C1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    half = FormalCheck(
        findings={
            "requirement-1": Finding(is_met=True),
            "criterion-one-object": Finding(is_met=False, reason=Text(kk="Екі", ru="")),
        },
        ground=GROUND,
        reason=Text(kk="Бітпеді", ru=""),
    )
    await save_check(town.services, clerk, CAMPAIGN, number, version=1, check=half)
    other = await actor(town, Role.CLERK, login="other", person=1)
    assert (await open_proposal(town.services, other, CAMPAIGN, number)).check == half
    kept = (await open_proposal(town.services, clerk, CAMPAIGN, number)).check
    assert kept is not None
    holding = replace(half, reason=Text(kk="991231100000", ru=""), seen=kept.seen)
    refused = save_check(town.services, clerk, CAMPAIGN, number, version=1, check=holding)
    assert await refusal_of(refused) is Refusal.TEXT_HOLDS_IIN
    assert (await open_proposal(town.services, other, CAMPAIGN, number)).check == half


async def test_what_came_back_in_time_and_what_did_not(town: Town) -> None:
    """A rework is the author's until its term is over; then the same check refuses it [C1] [B6]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    check = replace(ONE_NO, ground=GROUND)
    decide = partial(check_proposal, town.services, clerk, CAMPAIGN, number, version=1, check=check)
    await decide(act=ReviewAct.RETURN)
    assert await refusal_of(decide(act=ReviewAct.REFUSE)) is Refusal.PROPOSAL_DECIDED
    town.wait(days=5)
    assert await decide(act=ReviewAct.REFUSE) is ProposalStatus.REFUSED


async def test_what_is_registered_is_the_councils(town: Town) -> None:
    """The clerk's check refuses nothing that he has let pass: that is for the council [C1] [C2]."""
    number, clerk = await registered(town, 0), await actor(town, Role.CLERK)
    check = replace(ONE_NO, ground=GROUND)
    refused = check_proposal(
        town.services, clerk, CAMPAIGN, number, version=1, check=check, act=ReviewAct.REFUSE
    )
    assert await refusal_of(refused) is Refusal.PROPOSAL_DECIDED


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CLERK}))
async def test_nobody_but_a_clerk(town: Town, role: Role) -> None:
    """No other role checks, looks at authors, records a site or changes a cost [L1] [L2] [C1]."""
    number, someone = await submitted(town, 0), await actor(town, role)
    services = town.services
    attempts = [
        check_proposal(services, someone, CAMPAIGN, number, version=1, check=ALL_YES, act=ReviewAct.REGISTER),
        save_check(services, someone, CAMPAIGN, number, version=1, check=ALL_YES),
        record_site_check(services, someone, CAMPAIGN, number, CLEAR),
        change_cost(services, someone, CAMPAIGN, number, known=340_000, cost=1, reason=REASON),
        show_author(services, someone, CAMPAIGN, number),
        record_at_desk(services, CAMPAIGN, number, 1, someone),
    ]
    for attempt in attempts:
        assert await refusal_of(attempt) is Refusal.OFFICE_FORBIDDEN
    assert await rows(town, act_entry) == await rows(town, access_entry) == []


async def test_another_akimats_number_is_unknown(town: Town) -> None:
    """Somebody of another akimat learns nothing, not even that the campaign is there [P9] [L1]."""
    number, clerk = await submitted(town, 0), of_another_akimat(await actor(town, Role.CLERK))
    assert await refusal_of(open_proposal(town.services, clerk, CAMPAIGN, number)) is Refusal.CAMPAIGN_UNKNOWN
    assert await refusal_of(show_author(town.services, clerk, CAMPAIGN, number)) is Refusal.CAMPAIGN_UNKNOWN


async def test_the_check_has_a_term(town: Town) -> None:
    """Ten working days after the day on which the version came, anew after each rework [C1] [P8]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    due_at = (await open_proposal(town.services, clerk, CAMPAIGN, number)).due_at
    assert due_at == datetime(2026, 9, 24, 19, tzinfo=UTC)
    await check_proposal(
        town.services, clerk, CAMPAIGN, number, version=1, check=ALL_YES, act=ReviewAct.REGISTER
    )
    assert (await open_proposal(town.services, clerk, CAMPAIGN, number)).due_at is None
    assert town.clock.now() + timedelta(days=1) < due_at


async def test_nobodys_findings_are_lost_unread(town: Town) -> None:
    """Who began before a colleague saved is told, then decides knowingly; a second press is none [C1]."""
    number, clerk = await submitted(town, 0), await actor(town, Role.CLERK)
    other = await actor(town, Role.CLERK, login="other", person=1)
    save = partial(save_check, town.services, campaign_id=CAMPAIGN, number=number, version=1)
    await save(actor=other, check=ONE_NO)
    await save(actor=other, check=ONE_NO)
    assert await refusal_of(save(actor=clerk, check=ALL_YES)) is Refusal.CHECK_CHANGED
    decide = partial(check_proposal, town.services, clerk, CAMPAIGN, number, version=1)
    assert await refusal_of(decide(check=ALL_YES, act=ReviewAct.REGISTER)) is Refusal.CHECK_CHANGED
    kept = (await open_proposal(town.services, clerk, CAMPAIGN, number)).check
    assert kept == ONE_NO
    read = replace(ALL_YES, seen=kept.seen)
    town.wait(minutes=1)
    await save(actor=clerk, check=read)
    assert await refusal_of(save(actor=other, check=replace(ONE_NO, seen=kept.seen))) is Refusal.CHECK_CHANGED
    newest = (await open_proposal(town.services, clerk, CAMPAIGN, number)).check
    assert newest == ALL_YES
    assert await decide(check=replace(read, seen=newest.seen), act=ReviewAct.REGISTER) is (
        ProposalStatus.REGISTERED
    )


async def test_nobody_works_on_his_own(town: Town) -> None:
    """Author and co-author check, look at and reckon nothing of theirs, by whatever login [C1] [L1]."""
    number, registered_one = await submitted(town, 0), await registered(town, 1)
    services, keys = town.services, read_akimat_keys(town.services.keys, CAMPAIGN.akimat)
    clerk = replace(await actor(town, Role.CLERK), person_key=keys.person(IINS[0]))
    async with services.database.write() as connection:
        await add_co_author(connection, CAMPAIGN, registered_one, clerk.person_key, None)
    reckon = partial(change_cost, services, campaign_id=CAMPAIGN, number=registered_one, known=340_000)
    for attempt in (
        check_proposal(services, clerk, CAMPAIGN, number, version=1, check=ALL_YES, act=ReviewAct.REGISTER),
        save_check(services, clerk, CAMPAIGN, number, version=1, check=ALL_YES),
        record_site_check(services, clerk, CAMPAIGN, number, CLEAR),
        record_site_check(services, clerk, CAMPAIGN, registered_one, CLEAR),
        reckon(actor=clerk, cost=380_000, reason=REASON),
    ):
        assert await refusal_of(attempt) is Refusal.OWN_PROPOSAL
    colleague = await actor(town, Role.CLERK, login="other", person=1)
    await record_site_check(services, colleague, CAMPAIGN, number, CLEAR)
    await reckon(actor=colleague, cost=380_000, reason=REASON)
