"""Codes issued in the office and the list of yards replaced there, on SQLite and PostgreSQL (E2, B3, L1)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.identity.codes import printed
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Actor, Role
from core.rules.yard_list import YardFault
from core.store import audit, verification, yards
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.campaign.yards import list_own_yards, replace_yards
from core.usecases.verification.code import verify_by_code
from core.usecases.verification.issuing import count_codes, issue_listed, issue_typed
from tests.support.office import actor, of_another_akimat
from tests.support.proposals import INTAKE
from tests.support.register_import import refusal_of
from tests.support.registers import file_of
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, RULEBOOK, Town

YARDS = "territory;address;improved_on\nsamal;Мәңгілік ел, 5;2024-05-31\n"


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """A clerk while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


async def test_a_code_from_the_office_opens_the_bot(town: Town, clerk: Actor) -> None:
    """A household's codes are printed with four digits of each IIN, and each of them verifies [E2]."""
    issued = await issue_typed(town.services, clerk, CAMPAIGN, f"{IINS[0]}\n{IINS[1]}")
    assert [(each.list_number, each.mark) for each in issued.codes] == [(1, "0000"), (2, "0007")]
    await town.settle(7001)
    person = await verify_by_code(town.services, CAMPAIGN, 7001, typed=printed(issued.codes[1].code))
    assert person.session_ends is not None
    counts = await count_codes(town.services, clerk, CAMPAIGN)
    assert (counts.issued, counts.used) == (2, 1)
    async with town.services.database.read() as connection:
        rows = [repr(each) for each in await connection.execute(select(verification.code))]
        logs = [
            *await audit.list_acts(connection, CAMPAIGN.akimat, limit=9),
            *await audit.list_accesses(connection, CAMPAIGN.akimat, limit=9),
        ]
    assert not any(each.code in row for each in issued.codes for row in rows)
    assert [each["subject"] for each in logs] == ["1–2", "1–2"]
    assert not any(iin in repr(each) for iin in IINS for each in logs)


async def test_a_new_code_ends_the_former_one(town: Town, clerk: Actor) -> None:
    """A paper that was lost opens nothing once the person has another; a used code stays used [E2]."""
    (lost,) = (await issue_typed(town.services, clerk, CAMPAIGN, IINS[0])).codes
    (found,) = (await issue_typed(town.services, clerk, CAMPAIGN, IINS[0])).codes
    await town.settle(7001)
    refusal = await refusal_of(verify_by_code(town.services, CAMPAIGN, 7001, typed=lost.code))
    assert refusal is Refusal.CODE_EXPIRED
    await verify_by_code(town.services, CAMPAIGN, 7001, typed=found.code)
    await issue_typed(town.services, clerk, CAMPAIGN, IINS[0])
    await town.settle(7002)
    assert await refusal_of(verify_by_code(town.services, CAMPAIGN, 7002, typed=found.code)) is (
        Refusal.CODE_USED
    )


async def test_all_bad_lines_at_once_and_nothing_issued(town: Town, clerk: Actor) -> None:
    """Wrong, repeated and unknown numbers are told together by their lines, never by themselves [E2] [P1]."""
    typed = "\n".join((IINS[0], "991231100001", IINS[0], "991212000000"))
    with pytest.raises(RuleViolation) as violation:
        await issue_typed(town.services, clerk, CAMPAIGN, typed)
    assert [
        (each.refusal, each.facts["line"], each.facts["problem"]) for each in violation.value.reasons
    ] == [
        (Refusal.IIN_WRONG, 2, "wrong"),
        (Refusal.IIN_WRONG, 3, "repeated"),
        (Refusal.IIN_WRONG, 4, "not-in-register"),
    ]
    assert not any(iin in str(violation.value) for iin in typed.splitlines())
    assert (await count_codes(town.services, clerk, CAMPAIGN)).issued == 0


async def test_a_file_that_is_no_table_issues_nothing(town: Town, clerk: Actor) -> None:
    """A list that cannot be read is refused with its problem, for codes and for yards [E2] [B3] [L3]."""
    for act in (issue_listed, replace_yards):
        with file_of(b"%PDF-1.7") as file:
            assert await refusal_of(act(town.services, clerk, CAMPAIGN, file)) is Refusal.SHEET_REFUSED


async def test_who_may_and_when(town: Town, clerk: Actor) -> None:
    """Codes are issued by clerks until voting ends, yards replaced until it begins, by nobody else [L1]."""
    moderator = await actor(town, Role.MODERATOR, login="moderator", person=1)
    services = town.services
    with file_of(YARDS.encode()) as file:
        for other, refusal in (
            (moderator, Refusal.OFFICE_FORBIDDEN),
            (of_another_akimat(clerk), Refusal.CAMPAIGN_UNKNOWN),
        ):
            assert await refusal_of(issue_typed(services, other, CAMPAIGN, IINS[0])) is refusal
            assert await refusal_of(count_codes(services, other, CAMPAIGN)) is refusal
            assert await refusal_of(replace_yards(services, other, CAMPAIGN, file)) is refusal
            assert await refusal_of(list_own_yards(services, other, CAMPAIGN)) is refusal
        town.clock.set_to(OPEN)
        assert (await issue_typed(services, clerk, CAMPAIGN, IINS[0])).codes
        assert await refusal_of(replace_yards(services, clerk, CAMPAIGN, file)) is Refusal.OFFICE_STAGE
    town.clock.set_to(CLOSED + timedelta(hours=1))
    assert await refusal_of(issue_typed(services, clerk, CAMPAIGN, IINS[0])) is Refusal.OFFICE_STAGE


async def test_a_rulebook_without_codes_issues_none(town: Town, clerk: Actor) -> None:
    """Where codes are no way of verification the page says so, and a form is refused all the same [E2]."""
    without = RULEBOOK.replace('value = ["phone", "code"]', 'value = ["phone"]')
    head, _, tail = without.partition("[voting.code]")
    without = head + tail.partition("\n\n")[2]
    await take_rulebook(town.services, without, "without.toml", takes_changes=True)
    assert (await count_codes(town.services, clerk, CAMPAIGN)).hours is None
    assert await refusal_of(issue_typed(town.services, clerk, CAMPAIGN, IINS[0])) is (
        Refusal.VERIFICATION_NOT_ALLOWED
    )


async def test_yards_are_replaced_and_logged(town: Town, clerk: Actor) -> None:
    """A sound list takes the former one's place; one bad line leaves all as it was [B3] [L1]."""
    with file_of(YARDS.encode()) as file:
        assert (await replace_yards(town.services, clerk, CAMPAIGN, file)).notes == ()
    with file_of((YARDS + "samal;;x").encode()) as file:
        read = await replace_yards(town.services, clerk, CAMPAIGN, file)
    assert [note.fault for note in read.notes] == [YardFault.ADDRESS_MISSING, YardFault.DAY_WRONG]
    assert [each.address for each in await list_own_yards(town.services, clerk, CAMPAIGN)] == [
        "Мәңгілік ел, 5"
    ]
    async with town.services.database.read() as connection:
        assert len(await yards.list_yards(connection, CAMPAIGN.akimat)) == 1
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=5)
    assert [(each["act"], each["after"]) for each in acts] == [("take-yards", {"yards": 1})]
