"""What is told of votes in somebody's name, cases and reports, on SQLite and PostgreSQL (E9, E10)."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from core.model.concern import CaseState, ReportKind
from core.model.language import Text
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.model.vote import Channel
from core.store import audit, concern, outbox
from core.usecases.concern.cases import (
    close_case,
    export_reports,
    get_case,
    get_report,
    list_concerns,
    note_case,
    note_report,
)
from core.usecases.concern.disputing import ask_dispute, dispute
from core.usecases.concern.reporting import report
from core.usecases.concern.telling import tell_of_vote
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.privacy.forgetting import forget
from core.usecases.privacy.mydata import my_data
from core.usecases.retention.cleaning import clean
from core.usecases.verification.issuing import issue_typed
from core.usecases.voting.casting import cast_vote
from tests.support.office import actor, of_another_akimat
from tests.support.register_import import refusal_of
from tests.support.town import CAMPAIGN, IINS, Town

OWN, NEIGHBOUR, CLERKS_PHONE = 1001, 1002, 1003
ANSWER = Text(kk="Тізімдегі қол Сіздікі емес.", ru="Подпись в списке не ваша.")


async def notices(town: Town, kind: NoticeKind) -> Sequence[Any]:
    """Return what is queued of a kind."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(outbox.outbox).where(outbox.outbox.c.kind == kind.value))
    return list(rows.mappings())


async def linked(town: Town, account: int = OWN, person: int = 0) -> None:
    """Let the account stand for the person by telephone."""
    await town.settle(account)
    await town.by_phone(account, person)


async def voted_by_code(town: Town, account: int = NEIGHBOUR, person: int = 0) -> None:
    """Count a vote in the person's name by a clerk's code on another account."""
    await town.settle(account)
    if person not in town.codes:
        await town.issue(person)
    session = await town.by_code(account, person)
    await cast_vote(town.services, CAMPAIGN, account, number=12, session=session)


@pytest.fixture
async def observer(town: Town) -> Actor:
    """An observer who is nothing else."""
    return await actor(town, Role.OBSERVER, login="observer", person=3)


async def test_a_vote_by_code_is_told_to_the_linked_account(town: Town) -> None:
    """Another account's vote in my name reaches me at once, in the night too [E10] [G1]."""
    await linked(town)
    await voted_by_code(town)
    (told,) = await notices(town, NoticeKind.VOTE_COUNTED)
    assert (told["account_id"], told["facts"]) == (OWN, {"channel": "bot", "day": "2026-11-20"})
    assert told["due_at"] == datetime(2026, 11, 19, 19, tzinfo=UTC)
    town.clock.set_to(datetime(2026, 11, 20, 20, tzinfo=UTC))
    sent = await claim(town.services, 9)
    assert [(each.kind, each.account_id, each.is_silent) for each in sent] == [
        (NoticeKind.VOTE_COUNTED, OWN, False)
    ]


async def test_nothing_is_told_of_ones_own_vote(town: Town) -> None:
    """By the own telephone, by a code on the own account, or where nobody is linked: no notice [E10]."""
    await linked(town)
    await cast_vote(town.services, CAMPAIGN, OWN, number=12, session=None)
    await linked(town, NEIGHBOUR, 1)
    await voted_by_code(town, NEIGHBOUR, 1)
    await voted_by_code(town, NEIGHBOUR, 2)
    assert await notices(town, NoticeKind.VOTE_COUNTED) == []


async def test_a_paper_line_is_told_too(town: Town) -> None:
    """The desk names no account, so whoever is linked hears of it [E10] [E8]."""
    await linked(town)
    link = await my_data(town.services, OWN)
    assert link is not None
    async with town.services.database.write() as connection:
        person = await concern_person(connection)
        now = town.clock.now()
        await tell_of_vote(
            town.services, connection, CAMPAIGN, person, Channel.PAPER, by_account=None, now=now
        )
    (told,) = await notices(town, NoticeKind.VOTE_COUNTED)
    assert told["facts"]["channel"] == "paper"


async def concern_person(connection: Any) -> bytes:
    """Return whom the linked account stands for."""
    return bytes((await connection.execute(text("SELECT person_key FROM phone_link"))).scalar_one())


async def test_a_case_holds_numbers_alone(town: Town, observer: Actor) -> None:
    """«Not me» opens one case, with its numbers and the clerk; pressing again finds it [E10] [P1]."""
    clerk = await actor(town, Role.CLERK)
    town.codes[0] = (await issue_typed(town.services, clerk, CAMPAIGN, f"{IINS[0]}\n{IINS[1]}")).codes[0].code
    await linked(town)
    await voted_by_code(town)
    asked = await ask_dispute(town.services, CAMPAIGN, OWN)
    assert (asked.channel, asked.case) == (Channel.BOT, None)
    first = await dispute(town.services, CAMPAIGN, OWN)
    again = await dispute(town.services, CAMPAIGN, OWN)
    assert first.case is not None
    assert first == again == await ask_dispute(town.services, CAMPAIGN, OWN)
    case = await get_case(town.services, observer, CAMPAIGN, 1)
    assert (case.roll_number, case.list_number, case.clerk) == (0, 1, clerk.name)
    assert (case.due, case.state) == (town.clock.now().date() + timedelta(days=7), CaseState.NEW)
    assert not any(str(each) in repr(case) for each in (OWN, NEIGHBOUR, IINS[0]))
    (counted,) = (await list_concerns(town.services, observer, CAMPAIGN)).code_lists
    assert (counted.clerk, counted.first, counted.last) == (clerk.name, 1, 2)
    assert (counted.issued, counted.used) == (2, 1)


async def test_two_presses_at_once_are_one_case(town: Town, observer: Actor) -> None:
    """Two telephones of one account press together: one case [E10]."""
    await linked(town)
    await voted_by_code(town)
    await asyncio.gather(*(dispute(town.services, CAMPAIGN, OWN) for _ in range(3)))
    assert len((await list_concerns(town.services, observer, CAMPAIGN)).cases) == 1


async def test_what_cannot_be_disputed(town: Town) -> None:
    """Nobody linked, nothing counted, the own vote, another's button: each is told why [E10] [P7]."""
    await town.settle(OWN)
    assert await refusal_of(dispute(town.services, CAMPAIGN, OWN)) is Refusal.DISPUTE_NOTHING
    await linked(town)
    assert await refusal_of(ask_dispute(town.services, CAMPAIGN, OWN)) is Refusal.DISPUTE_NOTHING
    await voted_by_code(town, person=1)
    assert await refusal_of(dispute(town.services, CAMPAIGN, NEIGHBOUR)) is Refusal.DISPUTE_NOTHING
    await cast_vote(town.services, CAMPAIGN, OWN, number=12, session=None)
    assert await refusal_of(dispute(town.services, CAMPAIGN, OWN)) is Refusal.DISPUTE_OWN


async def test_an_old_button_after_the_link_has_moved(town: Town, observer: Actor) -> None:
    """Whoever holds the former telephone opens no case in the person's name any more [E10] [E2]."""
    await linked(town)
    await voted_by_code(town)
    await linked(town, CLERKS_PHONE)
    assert await refusal_of(dispute(town.services, CAMPAIGN, OWN)) is Refusal.DISPUTE_NOTHING
    assert (await dispute(town.services, CAMPAIGN, CLERKS_PHONE)).case is not None
    assert len((await list_concerns(town.services, observer, CAMPAIGN)).cases) == 1


async def test_the_observer_answers(town: Town, observer: Actor) -> None:
    """Looked at, noted, closed once with words in both languages that the person is told [E10] [P7]."""
    await linked(town)
    await voted_by_code(town)
    await dispute(town.services, CAMPAIGN, OWN)
    about = (town.services, observer, CAMPAIGN, 1)
    assert await refusal_of(note_case(*about, f"ИИН {IINS[0]}")) is Refusal.TEXT_HOLDS_IIN
    assert await refusal_of(note_case(*about, "я" * 2001)) is Refusal.TEXT_TOO_LONG
    await note_case(*about, "Список № 4")
    assert (await get_case(*about)).state is CaseState.LOOKED
    assert await refusal_of(close_case(*about, None)) is Refusal.REASON_MISSING
    assert await refusal_of(close_case(*about, Text(kk="", ru="Да"))) is Refusal.REASON_MISSING
    await close_case(*about, ANSWER)
    closed = await get_case(*about)
    assert (closed.state, closed.answer, closed.note) == (CaseState.CLOSED, ANSWER, "Список № 4")
    assert await refusal_of(close_case(*about, ANSWER)) is Refusal.CASE_CLOSED
    assert await refusal_of(note_case(*about, "ещё")) is Refusal.CASE_CLOSED
    (told,) = await notices(town, NoticeKind.CASE_CLOSED)
    assert (told["account_id"], told["facts"]) == (OWN, {"case": 1})
    missing = get_case(town.services, observer, CAMPAIGN, 7)
    assert await refusal_of(missing) is Refusal.CASE_UNKNOWN


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.OBSERVER])
async def test_nobody_but_the_observer_reads(town: Town, role: Role) -> None:
    """No other role opens cases or reports, nor does an export of them [E9] [L1]."""
    someone = await actor(town, role)
    assert await refusal_of(list_concerns(town.services, someone, CAMPAIGN)) is Refusal.OFFICE_FORBIDDEN
    assert await refusal_of(export_reports(town.services, someone, CAMPAIGN)) is Refusal.OFFICE_FORBIDDEN


async def test_an_observer_who_is_a_clerk_reads_nothing(town: Town) -> None:
    """A report may be about the clerk; of another akimat nobody learns that there is a campaign [E9] [P9]."""
    both = await actor(town, Role.OBSERVER, Role.CLERK)
    assert await refusal_of(list_concerns(town.services, both, CAMPAIGN)) is Refusal.CASES_OF_CLERK
    assert await refusal_of(get_report(town.services, both, CAMPAIGN, 1)) is Refusal.CASES_OF_CLERK
    stranger = of_another_akimat(await actor(town, Role.OBSERVER, login="far", person=2))
    assert await refusal_of(list_concerns(town.services, stranger, CAMPAIGN)) is Refusal.CAMPAIGN_UNKNOWN


async def test_a_report_names_nobody(town: Town, observer: Actor) -> None:
    """Kind, words and day; rude words pass, an IIN does not, and no log has a line of it [E9] [P1]."""
    words = "Сволочь из ЖЭКа покупает голоса"
    number, rulebook = await report(town.services, CAMPAIGN, ReportKind.BOUGHT, f" {words} ")
    assert (number, len(rulebook.official.outside_contacts)) == (1, 1)
    await report(town.services, CAMPAIGN, ReportKind.PRESSURE, "")
    long, holding = "я" * 1001, f"Это {IINS[0]}"
    for text_, refusal in ((long, Refusal.TEXT_TOO_LONG), (holding, Refusal.TEXT_HOLDS_IIN)):
        refused = report(town.services, CAMPAIGN, ReportKind.OTHER, text_)
        assert await refusal_of(refused) is refusal
    assert {column.name for column in concern.pressure_report.columns} == {
        "akimat_id",
        "campaign_id",
        "number",
        "kind",
        "text",
        "day",
        "state",
        "note",
    }
    async with town.services.database.read() as connection:
        assert await audit.list_acts(connection, CAMPAIGN.akimat, limit=9) == []
    kept = (await list_concerns(town.services, observer, CAMPAIGN)).reports
    assert [(each.number, each.kind, each.text) for each in kept] == [
        (2, ReportKind.PRESSURE, ""),
        (1, ReportKind.BOUGHT, words),
    ]


async def test_what_the_log_says_of_reports(town: Town, observer: Actor) -> None:
    """The observer's acts stand in the log by their number: no kind, no word, no note [E9] [L1]."""
    await report(town.services, CAMPAIGN, ReportKind.BOUGHT, "У магазина")
    await note_report(town.services, observer, CAMPAIGN, 1, "Позвонил", is_done=False)
    await note_report(town.services, observer, CAMPAIGN, 1, "Передал", is_done=True)
    assert [each.text for each in await export_reports(town.services, observer, CAMPAIGN)] == ["У магазина"]
    kept = await get_report(town.services, observer, CAMPAIGN, 1)
    assert (kept.state, kept.note) == (CaseState.CLOSED, "Передал")
    async with town.services.database.read() as connection:
        logged = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9)
    assert [(each["act"], each["subject"]) for each in logged] == [
        ("export-reports", "1"),
        ("look-at-report", "1"),
        ("look-at-report", "1"),
    ]
    assert {(each["before"], each["after"]) for each in logged} == {(None, None)}


async def test_data_rights_and_retention(town: Town, observer: Actor) -> None:
    """A case stands in /mydata, loses its account by /forget, and goes with the roll's term [M1] [M2]."""
    await linked(town)
    await voted_by_code(town)
    await dispute(town.services, CAMPAIGN, OWN)
    await report(town.services, CAMPAIGN, ReportKind.OTHER, "")
    kept = await my_data(town.services, OWN)
    assert kept is not None
    assert [(each.campaign, each.number) for each in kept.cases] == [(CAMPAIGN.campaign, 1)]
    await forget(town.services, OWN)
    about = (town.services, observer, CAMPAIGN, 1)
    assert (await get_case(*about)).state is CaseState.NEW
    await close_case(*about, ANSWER)
    assert await notices(town, NoticeKind.CASE_CLOSED) == []
    async with town.services.database.write() as connection:
        assert await concern.list_of_account(connection, OWN) == []
        assert await concern.delete_all(connection, CAMPAIGN) == 2
    assert (await clean(town.services))["concerns"] == 0
