"""Announcements in the office: who may write, count, schedule, approve and stop them, and what that does."""

from collections.abc import Coroutine
from dataclasses import replace

import pytest

from core.files.kinds import FileKind
from core.files.scanning import ScannerUnavailable
from core.model.announcement import (
    AnnouncementState,
    AnnouncementStep,
    Audience,
    AudienceRole,
    TakenPart,
    Written,
)
from core.model.language import Language, Text
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.store import announcement as store
from core.store import audit, following
from core.usecases.announcement import reading
from core.usecases.announcement.running import (
    approve,
    cancel,
    count_audience,
    pause,
    resume,
    schedule,
)
from core.usecases.announcement.wishes import is_announced, set_announced
from core.usecases.announcement.writing import (
    attach,
    change_announcement,
    detach,
    send_test,
    write_announcement,
)
from core.usecases.office.linking import link_account, make_invitation
from core.usecases.voting.casting import cast_vote
from tests.core.files.samples import halves, office, saved, telling_jpeg
from tests.support.announcing import WRITTEN, found, settle_many, writer
from tests.support.office import actor, of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import INTAKE, refusal_of, submitted
from tests.support.town import CAMPAIGN, Town

FIRST, ENOUGH = 5_000_000, 25
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
async def author(town: Town) -> Actor:
    """Whoever writes announcements, and enough people to write to."""
    await settle_many(town, range(FIRST, FIRST + ENOUGH))
    return await writer(town)


def for_all(**audience: object) -> Written:
    """Return the sample for this audience."""
    return replace(WRITTEN, audience=Audience(**audience))  # type: ignore[arg-type]


async def counted(town: Town, author: Actor, **audience: object) -> int:
    """Return how many people such an announcement is said to be for."""
    number = await write_announcement(town.services, author, CAMPAIGN, for_all(**audience))
    return (await count_audience(town.services, author, CAMPAIGN, number)).least


async def test_a_draft_is_written_changed_and_read(town: Town, author: Actor) -> None:
    """Texts are kept as typed, with one kind of line end; the log has before and after [G2] [L1]."""
    typed = replace(WRITTEN, text=Text(kk="  Бір\r\nекі\r\n", ru="Раз\r\n\r\nдва"))
    number = await write_announcement(town.services, author, CAMPAIGN, typed)
    await change_announcement(
        town.services, author, CAMPAIGN, number, for_all(language=Language.RUSSIAN), version=1
    )
    item = await found(town, number)
    assert (item.version, item.state, item.written.audience.language) == (2, AnnouncementState.DRAFT, "ru")
    async with town.services.database.read() as connection:
        change, write = await audit.list_acts(connection, "semey", limit=2)
    assert (write["act"], write["after"]["text_kk"]) == ("announcement-write", "Бір\nекі")
    assert (change["before"]["text_ru"], change["after"]["language"]) == ("Раз\n\nдва", "ru")
    page = await reading.get_page(town.services, author, CAMPAIGN, number)
    assert (page.report, page.people, page.is_linked) == (None, {author.staff_id: author.name}, False)
    assert page.steps == {AnnouncementStep.CHANGE, AnnouncementStep.SCHEDULE, AnnouncementStep.CANCEL}
    shown = await reading.preview(town.services, author, CAMPAIGN, number)
    assert shown[Language.RUSSIAN].html == "<b>Собрание</b> завтра в 18:00."
    assert shown[Language.KAZAKH].length == len("Жиналыс ертең сағат 18:00-де.")
    listed = await reading.get_list(town.services, author, CAMPAIGN)
    assert [each.number for each in listed.announcements] == [1]


async def test_what_is_refused(town: Town, author: Actor) -> None:
    """All that stands against a text at once; another's version; what is not there [G2] [P6] [P7]."""
    bad = Written(text=Text(kk="", ru="http://a.kz"), audience=Audience(territory="nowhere"))
    told = await refusals(write_announcement(town.services, author, CAMPAIGN, bad))
    assert [refusal for refusal, _ in told] == [
        Refusal.ANNOUNCEMENT_TEXT_MISSING,
        Refusal.ANNOUNCEMENT_LINK,
        Refusal.TERRITORY_UNKNOWN,
    ]
    number = await write_announcement(town.services, author, CAMPAIGN, WRITTEN)
    late = change_announcement(town.services, author, CAMPAIGN, number, WRITTEN, version=7)
    assert await refusal_of(late) is Refusal.ANNOUNCEMENT_CHANGED
    nothing = change_announcement(town.services, author, CAMPAIGN, 99, WRITTEN, version=1)
    assert await refusal_of(nothing) is Refusal.ANNOUNCEMENT_UNKNOWN
    assert (
        await refusal_of(count_audience(town.services, author, CAMPAIGN, 99)) is Refusal.ANNOUNCEMENT_UNKNOWN
    )


async def test_rights(town: Town, author: Actor) -> None:
    """Communications write, others read or approve, and nobody of another akimat does anything [L1] [P9]."""
    number = await write_announcement(town.services, author, CAMPAIGN, WRITTEN)
    services = town.services
    clerk = await actor(town, Role.CLERK, login="clerk", person=2)
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    foreign = of_another_akimat(author)

    def every(someone: Actor) -> list[Coroutine[object, object, object]]:
        return [
            write_announcement(services, someone, CAMPAIGN, WRITTEN),
            change_announcement(services, someone, CAMPAIGN, number, WRITTEN, version=1),
            attach(services, someone, CAMPAIGN, number, b"", "a.pdf", version=1),
            detach(services, someone, CAMPAIGN, number, version=1),
            schedule(services, someone, CAMPAIGN, number, None, version=1),
            approve(services, someone, CAMPAIGN, number, version=1),
            pause(services, someone, CAMPAIGN, number),
            resume(services, someone, CAMPAIGN, number),
            cancel(services, someone, CAMPAIGN, number),
        ]

    def looking(someone: Actor) -> list[Coroutine[object, object, object]]:
        return [
            reading.get_list(services, someone, CAMPAIGN),
            reading.get_page(services, someone, CAMPAIGN, number),
            reading.preview(services, someone, CAMPAIGN, number),
            count_audience(services, someone, CAMPAIGN, number),
            send_test(services, someone, CAMPAIGN, number),
        ]

    for attempt in (*every(clerk), *looking(clerk), *every(observer)):
        assert await refusal_of(attempt) is Refusal.OFFICE_FORBIDDEN
    for attempt in (*every(foreign), *looking(foreign)):
        assert await refusal_of(attempt) is Refusal.CAMPAIGN_UNKNOWN
    assert len((await reading.get_list(services, observer, CAMPAIGN)).announcements) == 1


async def test_audiences(town: Town, author: Actor) -> None:
    """Territory with all below it, language, role, and whether a vote was counted on the account [G2]."""
    many = range(FIRST + 1000, FIRST + 1030)
    await settle_many(town, many, territory="samal-1", language=Language.RUSSIAN)
    assert await counted(town, author) == 50
    assert await counted(town, author, territory="semey") == 50
    assert await counted(town, author, territory="samal") == 30
    assert await counted(town, author, territory="ortalyq") == 20
    # Whoever has chosen no language is spoken to in Kazakh.
    assert await counted(town, author, language=Language.KAZAKH) == 20
    assert await counted(town, author, language=Language.RUSSIAN) == 30
    async with town.services.database.write() as connection:
        for account_id in many:
            await following.follow(connection, CAMPAIGN, 1, account_id, town.clock.now())
    assert await counted(town, author, role=AudienceRole.FOLLOWERS) == 30
    for role in (AudienceRole.AUTHORS, AudienceRole.DRAFTERS):
        number = await write_announcement(town.services, author, CAMPAIGN, for_all(role=role))
        small = count_audience(town.services, author, CAMPAIGN, number)
        assert await refusals(small) == [(Refusal.ANNOUNCEMENT_SMALL, {"least": 20})]


async def test_who_took_part(town: Town, author: Actor) -> None:
    """A vote moves its account from one side to the other; nobody can ask for what it was [G2] [E7]."""
    voters = range(8000, 8008)
    for person, account_id in enumerate(voters):
        await town.settle(account_id)
        await town.by_phone(account_id, person)
    assert await counted(town, author, part=TakenPart.NOT_VOTED) == 30
    for account_id in voters:
        await cast_vote(town.services, CAMPAIGN, account_id, number=1, session=None)
    number = await write_announcement(town.services, author, CAMPAIGN, for_all(part=TakenPart.VOTED))
    assert (
        await refusal_of(count_audience(town.services, author, CAMPAIGN, number))
        is Refusal.ANNOUNCEMENT_SMALL
    )


async def test_authors_are_meant(town: Town, author: Actor) -> None:
    """Whoever has submitted an application is an author; the count is of accounts, each once [G2]."""
    town.clock.set_to(INTAKE)
    await submitted(town, 0)
    async with town.services.database.read() as connection:
        number = await write_announcement(town.services, author, CAMPAIGN, for_all(role=AudienceRole.AUTHORS))
        item = await store.get_announcement(connection, CAMPAIGN, number)
    assert item is not None
    assert item.written.audience.role is AudienceRole.AUTHORS
    assert (
        await refusal_of(count_audience(town.services, author, CAMPAIGN, number))
        is Refusal.ANNOUNCEMENT_SMALL
    )


async def test_files(town: Town, author: Actor) -> None:
    """A picture loses what it tells beside itself, a document keeps its name, texts get shorter [G2] [B7]."""
    services = town.services
    number = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    await attach(services, author, CAMPAIGN, number, telling_jpeg(), "..\\..\\афиша.png", version=1)
    opened = await reading.open_attachment(services, author, CAMPAIGN, number)
    assert (opened.kind, opened.name, b"Exif" in opened.content) == (FileKind.JPEG, "афиша.jpg", False)
    long = replace(WRITTEN, text=Text(kk="ә" * 1000, ru="да"))
    told = await refusals(change_announcement(services, author, CAMPAIGN, number, long, version=2))
    assert [refusal for refusal, _ in told] == [Refusal.ANNOUNCEMENT_TEXT_LONG]
    await attach(services, author, CAMPAIGN, number, office(DOCX), "Бағдарлама <1>.docx", version=2)
    assert (await found(town, number)).attachment.name == "Бағдарлама _1.docx"  # type: ignore[union-attr]
    await detach(services, author, CAMPAIGN, number, version=3)
    gone = reading.open_attachment(services, author, CAMPAIGN, number)
    assert await refusal_of(gone) is Refusal.ANNOUNCEMENT_UNKNOWN
    await change_announcement(services, author, CAMPAIGN, number, long, version=4)
    under = attach(services, author, CAMPAIGN, number, saved(halves(), "PNG"), "a.png", version=5)
    assert await refusal_of(under) is Refusal.ANNOUNCEMENT_TEXT_LONG


class Finding:
    """A scanner that finds something, or is away."""

    def __init__(self, found: str | None) -> None:
        self._found = found

    async def scan(self, _content: bytes) -> str | None:
        """Find it."""
        if self._found is None:
            raise ScannerUnavailable
        return self._found


async def test_files_that_are_refused(town: Town, author: Actor) -> None:
    """Viruses, macros, broken and unknown kinds, no scanner: each says what is wrong [B7] [P7]."""
    number = await write_announcement(town.services, author, CAMPAIGN, WRITTEN)

    async def problem(content: bytes, scanner: Finding | None = None) -> object:
        services = replace(town.services, scanner=scanner) if scanner is not None else town.services
        ((refusal, facts),) = await refusals(
            attach(services, author, CAMPAIGN, number, content, "x", version=1)
        )
        assert refusal is Refusal.ANNOUNCEMENT_FILE
        return facts["problem"]

    assert await problem(b"MZ program") == "other-kind"
    assert await problem(b"") == "broken"
    assert await problem(b"%PDF-1.7 half") == "broken"
    assert await problem(saved(halves(size=(60, 60)), "PNG")) == "too-small"
    assert await problem(telling_jpeg(), Finding("Eicar")) == "infected"
    assert await problem(telling_jpeg(), Finding(None)) == "unchecked"


async def test_a_test_needs_an_account(town: Town, author: Actor) -> None:
    """Whoever has linked no account is told to; then a test waits for the worker, once a press [G2]."""
    services = town.services
    number = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    unlinked = send_test(services, author, CAMPAIGN, number)
    assert await refusal_of(unlinked) is Refusal.ANNOUNCEMENT_UNLINKED
    await link_account(services, await make_invitation(services, author), 777)
    await send_test(services, author, CAMPAIGN, number)
    await send_test(services, author, CAMPAIGN, number)
    async with services.database.write() as connection:
        tests = await store.take_tests(connection)
    assert [(row["account_id"], row["language"]) for row in tests] == [(777, "kk"), (777, "ru")]


async def test_a_wish_is_kept(town: Town) -> None:
    """No announcements, and again; a stranger gets them until he says otherwise [G2] [G4]."""
    assert await is_announced(town.services, 42)
    await set_announced(town.services, 42, is_announced=False)
    assert not await is_announced(town.services, 42)
    await set_announced(town.services, 42, is_announced=True)
    assert await is_announced(town.services, 42)
