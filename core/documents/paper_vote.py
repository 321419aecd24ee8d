"""What is printed for votes on paper: the sheet that people sign, and the slip that they mark (E8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.documents.qr import qr_png
from core.documents.typesetting import typeset
from core.documents.wording import Wording, both, head
from core.language.locales import Locales
from core.model.language import Text
from core.rulebook.model import Rulebook

_SHEET, _BALLOT = "document-sheet-", "document-ballot-"
SHEET_TEXTS = tuple(
    _SHEET + name
    for name in ("territory", "voting", "line", "person", "iin", "signature", "first", "second", "consent")
)
BALLOT_TEXTS = tuple(_BALLOT + name for name in ("guide", "number", "project", "mark"))
"""What the templates call by name."""

IIN_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RollSheetFacts:
    """A sheet as it is printed: empty lines, no name and no number of anybody.

    ``until`` is the hour until which its lines are entered without a connection, ``None`` with one.
    """

    rulebook: Rulebook
    number: int
    territory: Text
    lines: int
    opens: datetime
    closes: datetime
    until: datetime | None
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotFacts:
    """The slip of a territory: its projects by number, and when they were frozen, the paper's own date."""

    rulebook: Rulebook
    territory: Text
    projects: Sequence[tuple[int, Text]]
    frozen_at: datetime


def roll_sheet_pdf(locales: Locales, facts: RollSheetFacts) -> bytes:
    """Return the sheet to sign, in both languages; equal facts give equal bytes."""
    return typeset("roll_sheet", roll_sheet(Wording.of(locales), facts), facts.opened_at)


def ballot_pdf(locales: Locales, facts: BallotFacts) -> bytes:
    """Return the slip, in both languages and the same for everybody; equal facts give equal bytes."""
    return typeset("ballot", ballot(Wording.of(locales), facts), facts.frozen_at)


def roll_sheet(wording: Wording, facts: RollSheetFacts) -> dict[str, object]:
    """Return what the template of the sheet prints."""
    say = wording.say
    guide = "document-sheet-connected" if facts.until is None else "document-sheet-unconnected"
    return {
        "title": say("document-sheet-title", number=facts.number),
        "head": head(wording, facts.rulebook),
        "labels": wording.labels(SHEET_TEXTS, _SHEET)
        | {"sign": say("document-signature"), "date": say("document-date")},
        "territory": both(facts.territory),
        "period": say("document-sheet-period", opens=facts.opens, closes=facts.closes),
        "guide": say(guide),
        "until": say("document-sheet-until", until=facts.until) if facts.until is not None else None,
        "lines": facts.lines,
        "digits": IIN_LENGTH,
    }


def ballot(wording: Wording, facts: BallotFacts) -> dict[str, object]:
    """Return what the template of the slip prints."""
    return {
        "title": wording.say("document-ballot-title"),
        "head": head(wording, facts.rulebook),
        "labels": wording.labels(BALLOT_TEXTS, _BALLOT),
        "territory": both(facts.territory),
        "projects": [
            {
                "number": str(number),
                "title": both(title),
                "qr": [*qr_png(str(number), scale=4)],
                "alt": wording.say("document-ballot-code", number=number)["kk"],
            }
            for number, title in facts.projects
        ],
    }
