"""Papers as tests need them: proposals that ask for some, their links, and a scanner that knows one virus.

Separate from the proposals, because the page of the links needs them too.
"""

from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from core.files.scanning import ScannerUnavailable
from core.model.language import Language
from core.model.proposal import Author
from core.model.refusals import Refusal, RuleViolation
from core.store import files
from core.store import papers as store
from core.store.files import file_use
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.proposal.uploading import UploadLink, make_link
from tests.support.proposals import account_of, submitted
from tests.support.town import CAMPAIGN, Town

ELDER = Author(kind="house-elder", name="Әсел Серікқызы", phone="77000000000")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PROGRAM = b"MZ\x90\x00" + bytes(100)
VIRUS = PDF + b"virus"


@dataclass(frozen=True)
class Looking:
    """A scanner that knows one virus, or that is out of order."""

    is_there: bool = True

    async def scan(self, content: bytes) -> str | None:
        """Find the virus."""
        if not self.is_there:
            raise ScannerUnavailable("nobody answers")
        return "Test-Virus" if content == VIRUS else None


async def asked(town: Town, person: int = 0, **answers: Any) -> int:
    """Return the number of a proposal whose author has to hand in papers."""
    return await submitted(town, person, **{"author": ELDER, **answers})


async def linked(town: Town, number: int, person: int = 0) -> UploadLink:
    """Return a new link of the person's proposal."""
    account = account_of(person)
    link = await make_link(town.services, CAMPAIGN, account, number, Language.KAZAKH)
    assert link is not None
    return link


async def refusals(awaited: Coroutine[Any, Any, object]) -> list[tuple[Refusal, Mapping[str, object]]]:
    """Return code and facts of every reason with which the use case refuses."""
    with pytest.raises(RuleViolation) as caught:
        await awaited
    return [(reason.refusal, reason.facts) for reason in caught.value.reasons]


async def kept(town: Town, number: int) -> list[str | None]:
    """Return the digests of a proposal's papers, each of which lies in the store and is used."""
    async with town.services.database.read() as connection:
        rows = await store.list_papers(connection, CAMPAIGN, number)
        used = (await connection.execute(select(file_use.c.digest, file_use.c.used_by))).all()
    digests = [row["digest"] for row in rows]
    for digest in filter(None, digests):
        assert (digest, files.proposal_use(CAMPAIGN, number)) in used
        assert town.services.files.size(digest) > 0
    return digests


async def told(town: Town, person: int = 0) -> list[Mapping[str, object]]:
    """Return the facts of the notices of papers that are on their way to the person."""
    notices = await claim(town.services, 100)
    return [
        notice.facts
        for notice in notices
        if notice.account_id == account_of(person) and notice.kind is NoticeKind.PAPERS_RECEIVED
    ]
