"""The sheet that people sign and the slip that they mark, in both languages (E8)."""

import pytest

from core.documents.paper_vote import (
    BallotFacts,
    RollSheetFacts,
    ballot,
    ballot_pdf,
    roll_sheet,
    roll_sheet_pdf,
)
from core.documents.wording import Wording
from core.language.locales import Locales
from core.model.language import Text
from tests.core.documents import samples
from tests.core.documents.reading import bare, missing, pdf_pages, pdf_text

WHERE = Text(kk="Орталық ауданы", ru="Центральный район")


def sheet(*, is_connected: bool = True) -> RollSheetFacts:
    """A sheet of twenty lines."""
    return RollSheetFacts(
        rulebook=samples.rulebook(),
        number=7,
        territory=WHERE,
        lines=20,
        opens=samples.DECIDED,
        closes=samples.DECIDED.replace(day=28),
        until=None if is_connected else samples.DECIDED.replace(day=29),
        opened_at=samples.DECIDED,
    )


def slip(*titles: str) -> BallotFacts:
    """A slip with these projects."""
    projects = [(number, Text(kk=title, ru=f"{title} ру")) for number, title in enumerate(titles, 1)]
    return BallotFacts(
        rulebook=samples.rulebook(), territory=WHERE, projects=projects, frozen_at=samples.DECIDED
    )


def printed(wording: Wording, facts: BallotFacts) -> dict[str, object]:
    """Return what can be read on a slip: what its codes are called is for who hears it."""
    sheet = ballot(wording, facts)
    projects = sheet["projects"]
    assert isinstance(projects, list)
    return sheet | {"projects": [{**each, "alt": ""} for each in projects]}


@pytest.mark.parametrize("is_connected", [True, False])
def test_a_sheet_has_lines_to_sign(locales: Locales, wording: Wording, *, is_connected: bool) -> None:
    """Number, territory, guide, each line once, two places to sign; equal facts, equal bytes [E8]."""
    facts = sheet(is_connected=is_connected)
    document = roll_sheet_pdf(locales, facts)
    text = pdf_text(document)
    assert missing(roll_sheet(wording, facts), text) == []
    assert bare("№ 7") in text
    assert document == roll_sheet_pdf(locales, facts)
    guides = {each: wording.say(f"document-sheet-{each}")["ru"] for each in ("connected", "unconnected")}
    found = {each for each, guide in guides.items() if bare(guide) in text}
    assert found == {"connected" if is_connected else "unconnected"}


def test_the_slip_is_the_same_for_everybody(locales: Locales, wording: Wording) -> None:
    """Every project with number and both titles; nothing tells one slip from another [E8] [P4]."""
    facts = slip(*(f"Жоба {number}" for number in range(1, 13)))
    document = ballot_pdf(locales, facts)
    assert missing(printed(wording, facts), pdf_text(document)) == []
    assert document == ballot_pdf(locales, facts)
    assert len(pdf_pages(document)) <= 2


@pytest.mark.parametrize("hostile", [samples.HOSTILE, samples.LONG])
def test_a_hostile_title_is_only_printed(locales: Locales, wording: Wording, hostile: str) -> None:
    """A title with markup or without end breaks no slip [E8]."""
    facts = slip(hostile)
    assert missing(printed(wording, facts), pdf_text(ballot_pdf(locales, facts))) == []
