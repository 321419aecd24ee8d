"""The other channel: its list of participants, who is refused for it, what being in both may change (A6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.model.refusals import Reason, Refusal, Verdict
from core.model.territory import TerritoryTree
from core.rulebook.model import Rulebook
from core.rules.iin_reading import read_iin
from core.rules.sheet import Sheet, SheetLine

COLUMN = "iin"
"""The column that a list must have."""

TERRITORY = "territory"
"""The column that it may have."""


class ParticipantFault(StrEnum):
    """What is to be said of a line; the value is the code under which a front tells it."""

    COLUMN_MISSING = "column-missing"
    FIELD_COUNT = "field-count"
    IIN_MISSING = "iin-missing"
    IIN_SCIENTIFIC = "iin-scientific"
    IIN_WRONG = "iin-wrong"
    IIN_ZEROS_RESTORED = "iin-zeros-restored"
    IIN_DOUBTFUL = "iin-doubtful"
    TERRITORY_UNKNOWN = "territory-unknown"
    LINE_REPEATED = "line-repeated"

    @property
    def keeps_line(self) -> bool:
        """Say whether the person is taken all the same."""
        return self in {ParticipantFault.IIN_ZEROS_RESTORED, ParticipantFault.IIN_DOUBTFUL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A line of the list: its number, the person unless it is bad, and what is to be said of it.

    ``fault`` never repeats what stands in the line, for that may be an IIN (P1).
    """

    line: int
    iin: str | None = None
    territory: str | None = None
    fault: ParticipantFault | None = None


def elsewhere_verdict(rulebook: Rulebook, *, is_elsewhere: bool) -> Verdict:
    """Say whether a person may vote here whom the other channel may have reported (A6, P3).

    Refusal: ``voted-elsewhere`` with ``page`` and ``has_page`` of the official channel, and whom to ask:
    ``contact`` and ``phone``.
    """
    if not is_elsewhere:
        return Verdict()
    page, first = next(iter(rulebook.official.pages), ""), rulebook.akimat.contacts[0]
    facts = {"page": page, "has_page": bool(page), "contact": first.name, "phone": first.phone}
    return Verdict(reasons=(Reason(refusal=Refusal.VOTED_ELSEWHERE, facts=facts),))


LEAST_LISTED = 20
"""Of fewer people it is not told which have voted here: such a list is a question about somebody (L2)."""


def lines_verdict(people: int, *, is_approved: bool) -> Verdict:
    """Say whether it may be told which lines of a list have voted here (A6, L2).

    Refusal: ``elsewhere-lines-hidden`` with the ``least`` number of people.
    """
    if is_approved and people >= LEAST_LISTED:
        return Verdict()
    facts = {"least": LEAST_LISTED}
    return Verdict(reasons=(Reason(refusal=Refusal.ELSEWHERE_LINES_HIDDEN, facts=facts),))


def read_participants(sheet: Sheet, tree: TerritoryTree) -> Iterator[Participant]:
    """Yield what each line of the other channel's list gives; others than its two columns are not read (A6).

    Without the column of IINs nothing is read.
    """
    if sheet.columns.count(COLUMN) != 1 or sheet.columns.count(TERRITORY) > 1:
        yield Participant(line=1, fault=ParticipantFault.COLUMN_MISSING)
        return
    seen = set[str]()
    for written in sheet.lines:
        found = _read_line(written, sheet.columns, tree)
        if found.iin in seen:
            found = Participant(line=found.line, fault=ParticipantFault.LINE_REPEATED)
        elif found.iin is not None:
            seen.add(found.iin)
        yield found


def _read_line(written: SheetLine, columns: tuple[str, ...], tree: TerritoryTree) -> Participant:
    if len(written.fields) != len(columns):
        return Participant(line=written.number, fault=ParticipantFault.FIELD_COUNT)
    fields: Mapping[str, str] = dict(zip(columns, written.fields, strict=True))
    iin, problem = read_iin(fields[COLUMN])
    fault = ParticipantFault(problem.value) if problem is not None else None
    if iin is None:
        return Participant(line=written.number, fault=fault)
    territory = fields.get(TERRITORY) or None
    if territory is not None and territory not in tree.nodes:
        return Participant(line=written.number, fault=ParticipantFault.TERRITORY_UNKNOWN)
    return Participant(line=written.number, iin=iin, territory=territory, fault=fault)


MOST_VOTES = 10_000_000
"""Votes of a project in a protocol; more is a slip of the hand."""

_DIGITS = 12
_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f")


def read_totals(typed: Mapping[int, str], ballot: Iterable[int]) -> tuple[Mapping[int, int], Sequence[int]]:
    """Return the votes of every project on the ``ballot`` as they were typed, and whose are no number (A6).

    A project without votes has a nought in the protocol, so a field left empty is a slip.
    """
    totals, wrong = dict[int, int](), list[int]()
    for number in sorted(ballot):
        written = typed.get(number, "").translate(_GAPS)
        votes = int(written) if written.isascii() and written.isdigit() and len(written) < _DIGITS else -1
        if 0 <= votes <= MOST_VOTES:
            totals[number] = votes
        else:
            wrong.append(number)
    return totals, wrong


def differing(first: Mapping[int, int], second: Mapping[int, int]) -> Sequence[int]:
    """Return the projects of which two people have typed different votes."""
    return [number for number in sorted({*first, *second}) if first.get(number) != second.get(number)]
