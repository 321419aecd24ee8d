"""A register is handed in, looked at, approved by a second person, on SQLite and PostgreSQL (L1, L3)."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation
from core.model.register import ImportState
from core.model.staff import Actor, Role
from core.rules.register import RegisterFault
from core.store import audit, register, staging
from core.usecases.register.approving import approve_register, reject_register
from core.usecases.register.looking import every_note, list_imports, list_notes, require_import
from core.usecases.register.staging import stage_register
from tests.support.office import actor
from tests.support.proposals import INTAKE
from tests.support.register_import import TEN, count, refusal_of, staged, state_of
from tests.support.registers import file_of, workbook
from tests.support.town import CAMPAIGN, HEADING, IINS, Town, row

SECOND = CampaignId(CAMPAIGN.akimat, "semey-second")


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """The clerk who hands in, while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


@pytest.fixture
async def akim(town: Town, clerk: Actor) -> Actor:
    """Another person who may approve."""
    someone = await actor(town, Role.AKIM, login="akim", person=1)
    assert someone.akimat == clerk.akimat
    return someone


async def acts(town: Town) -> list[tuple[str, int | None]]:
    """Return the log's acts with who did them, the oldest first."""
    async with town.services.database.read() as connection:
        rows = await audit.list_acts(connection, CAMPAIGN.akimat, limit=50)
    return [(each["act"], each["staff_id"]) for each in reversed(rows)]


async def test_a_second_person_puts_a_register_in_force(town: Town, clerk: Actor, akim: Actor) -> None:
    """What was handed in changes nothing until another person approves; then it is the register [L3] [L1]."""
    lines = (row(0, phone="77011112233"), row(0, "samal", kind="temporary", until="2027-01-01"), row(1))
    import_id = await staged(town, clerk, *lines)
    assert await count(town, register.resident) == TEN
    found, difference = await require_import(town.services, akim, CAMPAIGN, import_id)
    assert (found.state, found.rows, found.people) == (ImportState.WAITING, 3, 2)
    assert (found.staged_by, found.is_own) == (clerk.name, False)
    assert difference is not None
    assert (difference.gone, difference.new) == (TEN - 2, 0)
    assert difference.before == {"eski-qala": TEN}
    assert difference.after == {"eski-qala": 2, "samal": 1}
    await approve_register(town.services, akim, CAMPAIGN, import_id)
    keys = read_akimat_keys(town.services.keys, CAMPAIGN.akimat)
    async with town.services.database.read() as connection:
        assert len(await register.list_residents(connection, CAMPAIGN.akimat)) == 2
        person = await register.get_resident(connection, CAMPAIGN.akimat, keys.person(IINS[0]))
        phone = keys.of_phone("77011112233")
        assert await register.list_persons_of_phone(connection, CAMPAIGN.akimat, phone) == [
            keys.person(IINS[0])
        ]
    assert person is not None
    assert [(each.territory, each.until) for each in person.registrations] == [
        ("eski-qala", None),
        ("samal", date(2027, 1, 1)),
    ]
    assert await count(town, staging.staged_registration) == 0
    assert await count(town, staging.staged_phone) == 0
    assert await acts(town) == [("stage-register", clerk.staff_id), ("approve-register", akim.staff_id)]


async def test_what_is_settled_stays_so(town: Town, clerk: Actor, akim: Actor) -> None:
    """A register is settled once; approving one settles the others that wait [L3] [L1]."""
    first, second, third = [await staged(town, clerk, row(person)) for person in range(3)]
    await reject_register(town.services, akim, CAMPAIGN, first)
    assert await refusal_of(approve_register(town.services, akim, CAMPAIGN, first)) is Refusal.IMPORT_SETTLED
    await approve_register(town.services, akim, CAMPAIGN, second)
    for import_id in (second, third):
        for act in (approve_register, reject_register):
            refusal = await refusal_of(act(town.services, akim, CAMPAIGN, import_id))
            assert refusal is Refusal.IMPORT_SETTLED
    assert await state_of(town, clerk, third) is ImportState.REPLACED
    assert await refusal_of(approve_register(town.services, akim, CAMPAIGN, 99)) is Refusal.IMPORT_UNKNOWN


async def test_csv_and_workbook_give_the_same(town: Town, clerk: Actor) -> None:
    """Zeros lost are restored and said, 3.1E+11 is refused, days are read, in both kinds of file [L3]."""
    zeros, lost = "010101100018", "991231100001"
    with_date = (date(2001, 1, 1), "permanent", date(2015, 3, 16), "", "samal", "")
    rows = [
        HEADING.split(";"),
        (int(zeros), *with_date),
        (3.1e11, *with_date),
        (int(lost), *with_date),
        (float(IINS[0]), *with_date),
    ]
    with file_of(workbook(rows)) as file:
        book = await stage_register(town.services, clerk, CAMPAIGN, file, "тізілім.xlsx")
    end = "01.01.2001;permanent;16.03.2015;;samal;"
    lines = (f"{zeros.lstrip('0')};{end}", f"3.1E+11;{end}", f"{lost};{end}", f"{IINS[0]};{end}")
    text = await staged(town, clerk, *lines)
    told = [await list_notes(town.services, clerk, CAMPAIGN, each, after=0) for each in (book, text)]
    assert told[0] == told[1]
    assert [(note.line, note.column, note.fault) for note in told[0].notes] == [
        (2, "iin", RegisterFault.IIN_ZEROS_RESTORED),
        (3, "iin", RegisterFault.IIN_SCIENTIFIC),
        (4, "iin", RegisterFault.IIN_WRONG),
    ]
    for each in (book, text):
        found, _ = await require_import(town.services, clerk, CAMPAIGN, each)
        assert (found.rows, found.people, found.refused, found.mended) == (2, 2, 2, 1)


async def test_every_bad_line_can_be_read_page_by_page(town: Town, clerk: Actor) -> None:
    """A hundred and fifty faults stand on two pages and in one download, in the order of the file [L3]."""
    import_id = await staged(town, clerk, row(0), *(f"{row(0)};x" for _ in range(150)))
    first = await list_notes(town.services, clerk, CAMPAIGN, import_id, after=0)
    second = await list_notes(town.services, clerk, CAMPAIGN, import_id, after=first.last)
    assert (len(first.notes), first.has_more, len(second.notes), second.has_more) == (100, True, 50, False)
    assert first.faults == [(RegisterFault.FIELD_COUNT, 150)]
    every = [note async for note in every_note(town.services, clerk, CAMPAIGN, import_id)]
    assert every == [*first.notes, *second.notes]
    assert [note.line for note in every] == list(range(3, 153))
    async with town.services.database.read() as connection:
        (newest, *_) = await audit.list_acts(connection, CAMPAIGN.akimat, limit=10)
    assert (newest["act"], newest["subject"]) == ("export-notes", str(import_id))


@pytest.mark.parametrize("lines", [(), ("x",), (row(0).replace("eski-qala", "moon"),)])
async def test_a_register_without_a_voter_is_not_approved(
    town: Town, clerk: Actor, akim: Actor, lines: tuple[str, ...]
) -> None:
    """A file of which nothing could be taken shows its faults and never empties the register [L3]."""
    import_id = await staged(town, clerk, *lines)
    assert await refusal_of(approve_register(town.services, akim, CAMPAIGN, import_id)) is (
        Refusal.IMPORT_EMPTY
    )
    assert await count(town, register.resident) == TEN


async def test_a_file_that_is_no_table_leaves_nothing(town: Town, clerk: Actor) -> None:
    """What cannot be read is refused with its problem, and no half of it stays [L3]."""
    sound = "\n".join((HEADING, row(0)))
    for content, problem in ((b"%PDF-", "other-kind"), (b"", "empty"), (workbook([("x",)])[:-9], "broken")):
        with file_of(content) as file, pytest.raises(RuleViolation) as violation:
            await stage_register(town.services, clerk, CAMPAIGN, file, "x.csv")
        assert violation.value.refusal is Refusal.SHEET_REFUSED
        assert violation.value.reasons[0].facts == {"problem": problem}
    town_imports = await count(town, staging.register_import)
    assert await staged(town, clerk, *sound.splitlines()[1:])
    assert await count(town, staging.register_import) == town_imports + 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("тізілім.csv", "тізілім.csv"),
        ("990101200007.csv", ""),
        ("990101 200007 қайтыс болған.csv", ""),
        ("a\nb\0.csv", "ab.csv"),
        (f"{'x' * 100}.csv", f"{'x' * 56}.csv"),
    ],
)
async def test_the_name_of_a_file_holds_no_iin(town: Town, clerk: Actor, name: str, kept: str) -> None:
    """A file that is called by somebody's number is kept without its name [P1] [L3]."""
    import_id = await staged(town, clerk, row(0), name=name)
    assert (await require_import(town.services, clerk, CAMPAIGN, import_id))[0].file_name == kept


async def test_no_iin_is_written_while_a_register_waits(town: Town, clerk: Actor) -> None:
    """Staging tables, notes and both logs hold keyed hashes and line numbers, never a field [E7] [P1]."""
    await staged(town, clerk, row(0, phone="77011112233"), f"{IINS[1]};x;y;z;;nowhere;{IINS[2]}")
    tables = (
        staging.register_import,
        staging.register_note,
        staging.staged_registration,
        staging.staged_phone,
        audit.act_entry,
    )
    async with town.services.database.read() as connection:
        rows = [repr(each) for table in tables for each in await connection.execute(select(table))]
    for digits in (*IINS[:3], "77011112233", "7011112233"):
        assert not any(digits in each for each in rows)


async def test_the_operator_waits_for_nobody(town: Town, clerk: Actor) -> None:
    """What the command takes is in force at once and is listed without a name [L3]."""
    overview = await list_imports(town.services, clerk, CAMPAIGN)
    assert [(each.state, each.staged_by, each.people) for each in overview.imports] == [
        (ImportState.APPROVED, "", TEN)
    ]
    assert overview.in_force == {"eski-qala": TEN}
    assert overview.frozen.is_allowed
    assert overview.imports[0].staged_at <= datetime(2030, 1, 1, tzinfo=UTC)
