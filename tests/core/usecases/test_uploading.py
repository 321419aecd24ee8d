"""One-time links by which papers come: once, all or none, to nobody but their author (B2, B7, P1)."""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.files.store import digest_of
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.store import files, outbox
from core.store import papers as store
from core.store.files import stored_file
from core.usecases.proposal.uploading import UploadLink, make_link, open_link, receive
from tests.support.papers import PDF, PROGRAM, VIRUS, Looking, asked, kept, linked, refusals, told
from tests.support.proposals import INTAKE, account_of, picture
from tests.support.town import CAMPAIGN, Town


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file happen while proposals are taken."""
    town.clock.set_to(INTAKE)


async def test_papers_come_by_a_link_once(town: Town) -> None:
    """All files of a set are kept and counted, the author is told, the link is used [B2] [B7]."""
    number = await asked(town)
    link = await linked(town, number)
    assert len(link.url_token) == 43
    assert link.expires_at == INTAKE + timedelta(hours=48)
    contents = (PDF, picture(1), PDF)
    assert await receive(town.services, link.url_token, contents) == 2
    assert await kept(town, number) == [digest_of(PDF), digest_of(picture(1))]
    assert await told(town) == [{"number": number, "count": 2, "received": 2}]
    again = await refusals(receive(town.services, link.url_token, (picture(2),)))
    assert again == [(Refusal.LINK_USED, {"used_at": INTAKE})]
    assert len(await kept(town, number)) == 2


async def test_only_the_hash_of_a_link_is_kept(town: Town) -> None:
    """No row of the database holds the secret or a part of it [P1]."""
    number = await asked(town)
    link = await linked(town, number)
    async with town.services.database.read() as connection:
        (row,) = (await connection.execute(select(store.upload_link))).mappings()
        rows = [str(dict(each)) for each in (await connection.execute(select(outbox.outbox))).mappings()]
    assert link.url_token[:16] not in str(dict(row)) + "".join(rows)
    assert len(row["token_hash"]) == 32


async def test_a_page_shows_what_is_asked(town: Town) -> None:
    """The page knows campaign, number, title, papers, term, desk, language and what has come [B2] [P6]."""
    number = await asked(town)
    page = await open_link(town.services, (await linked(town, number)).url_token)
    assert page.number == number
    assert page.title == "Абай алаңына орындықтар қою"
    assert [text.ru for text in page.asked] == ["список согласных жителей с их подписями"]
    assert (page.language, page.received, page.is_late, page.used_at) == (Language.KAZAKH, 0, False, None)
    assert page.due_at is not None
    assert timedelta(days=10) < page.due_at - INTAKE < timedelta(days=11)
    assert page.desk.phone


async def test_a_used_link_still_shows_what_came(town: Town) -> None:
    """Until its term is over, the page of a used link is the proof that papers came [B2]."""
    link = await linked(town, number := await asked(town))
    await receive(town.services, link.url_token, (PDF,))
    page = await open_link(town.services, link.url_token)
    assert (page.number, page.received, page.used_at) == (number, 1, INTAKE)
    town.wait(hours=48)
    expired = await refusals(open_link(town.services, link.url_token))
    assert expired == [(Refusal.LINK_EXPIRED, {"expired_at": link.expires_at})]


async def test_papers_after_the_term_are_taken_and_marked(town: Town) -> None:
    """After the term papers still come, and the page says that they are late: staff decide [B2] [P7]."""
    number = await asked(town)
    town.wait(days=12)
    link = await linked(town, number)
    assert (await open_link(town.services, link.url_token)).is_late
    assert await receive(town.services, link.url_token, (PDF,)) == 1


async def test_a_newer_link_ends_the_former(town: Town) -> None:
    """Of several links the last one alone is good; papers of an earlier one stay [B2]."""
    number = await asked(town)
    former, link = await linked(town, number), await linked(town, number)
    assert former.url_token != link.url_token
    assert await refusals(open_link(town.services, former.url_token)) == [(Refusal.LINK_UNKNOWN, {})]
    assert await refusals(receive(town.services, former.url_token, (PDF,))) == [(Refusal.LINK_UNKNOWN, {})]
    await receive(town.services, link.url_token, (PDF,))
    later = await linked(town, number)
    assert await receive(town.services, later.url_token, (PDF, picture(3))) == 2
    assert len(await kept(town, number)) == 2, "the same paper again is one paper"
    assert (await open_link(town.services, link.url_token)).used_at is not None


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "ә" * 43, "../../etc", "\udcff"])
async def test_an_unknown_link(town: Town, token: str) -> None:
    """Whatever stands in the address that is no link is refused as one that is not known [B2]."""
    assert await refusals(open_link(town.services, token)) == [(Refusal.LINK_UNKNOWN, {})]
    assert await refusals(receive(town.services, token, (PDF,))) == [(Refusal.LINK_UNKNOWN, {})]


async def test_an_expired_link_takes_nothing(town: Town) -> None:
    """From the instant of its end on, a link is refused with that instant [B2] [P8]."""
    number = await asked(town)
    link = await linked(town, number)
    town.wait(hours=48)
    reasons = await refusals(receive(town.services, link.url_token, (PDF,)))
    assert reasons == [(Refusal.LINK_EXPIRED, {"expired_at": link.expires_at})]
    assert await kept(town, number) == []


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ((), [(Refusal.PAPERS_MISSING, {})]),
        ((PDF,) * 11, [(Refusal.TOO_MANY_PAPERS, {"most": 10, "count": 11})]),
        ((PDF, PROGRAM), [(Refusal.PAPER_REFUSED, {"place": 2, "problem": "other-kind"})]),
        (
            (b"", PDF, PDF[:-6]),
            [
                (Refusal.PAPER_REFUSED, {"place": 1, "problem": "broken"}),
                (Refusal.PAPER_REFUSED, {"place": 3, "problem": "broken"}),
            ],
        ),
        ((PDF, VIRUS, VIRUS), [(Refusal.PAPER_INFECTED, {"place": place}) for place in (2, 3)]),
    ],
    ids=["none", "eleven", "program", "broken", "infected"],
)
async def test_a_set_with_a_bad_file_is_refused_as_a_whole(
    town: Town, contents: tuple[bytes, ...], expected: list[object]
) -> None:
    """Every bad file is named with what is wrong, nothing is kept, and the link stays good [B7] [P7]."""
    services = replace(town.services, scanner=Looking())
    number = await asked(town)
    link = await linked(town, number)
    assert await refusals(receive(services, link.url_token, contents)) == expected
    assert await kept(town, number) == []
    assert await told(town) == []
    assert await receive(services, link.url_token, (PDF,)) == 1


async def test_without_its_scanner_nothing_is_taken_and_nothing_lost(town: Town) -> None:
    """Where nobody can look for viruses, the author is told so and may send again by the same link [B7]."""
    number = await asked(town)
    link = await linked(town, number)
    blind = replace(town.services, scanner=Looking(is_there=False))
    reasons = await refusals(receive(blind, link.url_token, (PDF,)))
    assert reasons == [(Refusal.SCANNER_UNAVAILABLE, {})]
    assert await kept(town, number) == []
    assert await receive(town.services, link.url_token, (PDF,)) == 1


async def test_two_submits_at_once_give_one_set(town: Town) -> None:
    """Of two submits of one link one is taken, whichever, and the other learns that it came [B2] [B7]."""
    number = await asked(town)
    link = await linked(town, number)
    sets = [(PDF, picture(seed)) for seed in range(4)]
    outcomes = await asyncio.gather(
        *(receive(town.services, link.url_token, each) for each in sets), return_exceptions=True
    )
    assert outcomes.count(2) == 1
    others = [each.refusal for each in outcomes if isinstance(each, RuleViolation)]
    assert others == [Refusal.LINK_USED] * 3
    assert len(await kept(town, number)) == 2
    assert len(await told(town)) == 1


async def test_links_taken_at_once_leave_one(town: Town) -> None:
    """Of links that are taken side by side one is good: a secret that nobody looks at opens nothing [B2]."""
    number = await asked(town)
    links = await asyncio.gather(*(linked(town, number) for _ in range(4)))
    outcomes = await asyncio.gather(
        *(receive(town.services, link.url_token, (PDF,)) for link in links), return_exceptions=True
    )
    assert outcomes.count(1) == 1


async def test_a_link_taken_while_papers_come_waits(town: Town) -> None:
    """Taking a link and sending by the former one never block each other for good [B2]."""
    number = await asked(town)
    for seed in range(6):
        former = await linked(town, number)
        sent, link = await asyncio.gather(
            receive(town.services, former.url_token, (picture(seed),)),
            make_link(town.services, CAMPAIGN, account_of(0), number, Language.RUSSIAN),
            return_exceptions=True,
        )
        assert isinstance(link, UploadLink)
        assert sent == 1 or isinstance(sent, RuleViolation)


async def test_files_that_were_never_entered_go_at_night(town: Town) -> None:
    """A file is expected before its bytes are written, so that a kill leaves none that nobody clears [M2]."""
    number = await asked(town)
    link = await linked(town, number)

    @dataclass(frozen=True)
    class Dying:
        def keep(self, content: bytes) -> str:
            digest = town.services.files.keep(content)
            if content != PDF:
                raise OSError("no space left")
            return digest

    dying: Any = Dying()
    with pytest.raises(OSError, match="no space"):
        await receive(replace(town.services, files=dying), link.url_token, (PDF, picture(1)))
    assert await kept(town, number) == []
    async with town.services.database.read() as connection:
        expected = set((await connection.execute(select(stored_file.c.digest))).scalars())
    assert {digest_of(PDF), digest_of(picture(1))} <= expected
    async with town.services.database.write() as connection:
        _, gone = await files.take_unused(connection, CAMPAIGN.akimat, INTAKE + timedelta(days=1))
    assert set(gone) == {digest_of(PDF), digest_of(picture(1))}
