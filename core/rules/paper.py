"""What a clerk has typed off a sheet of paper, read as an application; apart, for a form says all at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.law.zone import end_of, last_date_before, local_date
from core.model.language import Language
from core.model.proposal import Author, Contents, Estimate, EstimateKind, EstimateLine, Picture
from core.rulebook.model import Rulebook
from core.rules.author import read_name, read_phone
from core.rules.digits import MoneyProblem
from core.rules.estimate_lines import LinesProblem, read_lines
from core.rules.location import read_location
from core.rules.money import read_money
from core.rules.steps import author_kind_of

MOST_LINES = 40
"""Lines of an estimate: more belong into a file."""

MOST_PAPERS = 10
"""Papers that are handed in together with the application."""

_YES = "yes"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Field(StrEnum):
    """What the form asks; the values are the names of its fields."""

    RECEIVED_ON = "received_on"
    LANGUAGE = "language"
    AUTHOR_KIND = "author_kind"
    NAME = "name"
    PHONE = "phone"
    IS_NAME_PUBLIC = "is_name_public"
    CONSENT = "consent"
    DIRECTION = "direction"
    REASON = "reason"
    TITLE = "title"
    DESCRIPTION = "description"
    TERRITORY = "territory"
    LANDMARK = "landmark"
    COORDINATES = "coordinates"
    ESTIMATE_KIND = "estimate_kind"
    SUM = "sum"
    LINES = "lines"
    PAPERS = "papers"


class PaperFault(StrEnum):
    """Why something on the form is not understood, or not allowed; the clerk mends it (B3, B9)."""

    RECEIVED_UNREADABLE = "received-unreadable"
    RECEIVED_LATER = "received-later"
    RECEIVED_BEFORE = "received-before"
    NAME_UNREADABLE = "name-unreadable"
    PHONE_UNREADABLE = "phone-unreadable"
    COORDINATES_UNREADABLE = "coordinates-unreadable"
    SUM_UNREADABLE = "sum-unreadable"
    LINES_UNREADABLE = "lines-unreadable"
    TOO_MANY_LINES = "too-many-lines"
    PAPERS_UNREADABLE = "papers-unreadable"
    PAPERS_NOT_ASKED = "papers-not-asked"
    IIN_MISSING = "iin-missing"
    IIN_WRONG = "iin-wrong"
    IIN_REMOVED = "iin-removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A fault with the facts that its text needs, never a number of a person."""

    fault: PaperFault
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRead:
    """What was understood: the application, the day of its receipt, papers handed in, and the faults."""

    contents: Contents
    received_on: date | None
    papers: int
    troubles: tuple[Trouble, ...]


def read_paper(
    rulebook: Rulebook,
    typed: Mapping[str, str],
    pictures: tuple[Picture, ...],
    consent_version: int,
    today: date,
) -> PaperRead:
    """Return what the clerk's words say, with every fault at once; what is not understood is not answered.

    ``consent_version`` is that of the consent which was signed on paper, if the form says that it was.
    """
    troubles: list[Trouble] = []
    said = {each: typed.get(each.value, "").strip() for each in Field}
    contents = Contents(
        language=Language(said[Field.LANGUAGE]) if said[Field.LANGUAGE] in set(Language) else Language.KAZAKH,
        direction=said[Field.DIRECTION] or None,
        reason=said[Field.REASON] or None,
        title=said[Field.TITLE] or None,
        description=said[Field.DESCRIPTION] or None,
        territory=said[Field.TERRITORY] or None,
        landmark=said[Field.LANDMARK] or None,
        estimate=_estimate(said, troubles),
        pictures=pictures,
        author=_author(said, troubles),
        agreed_version=consent_version if said[Field.CONSENT] == _YES else None,
        # The question keeps machines away; here a clerk has seen whoever proposes.
        has_answered_question=True,
    )
    latitude, longitude = _location(said, troubles)
    contents = replace(contents, latitude=latitude, longitude=longitude)
    received_on = _received_on(said, today, troubles)
    papers = _papers(rulebook, contents, said, troubles)
    return PaperRead(contents=contents, received_on=received_on, papers=papers, troubles=tuple(troubles))


def typed_of(contents: Contents) -> dict[str, str]:
    """Return an application as a clerk would type it: its rework on paper begins with it (B6)."""
    estimate, author = contents.estimate, contents.author
    has_point = contents.latitude is not None and contents.longitude is not None
    said = {
        Field.LANGUAGE: contents.language.value,
        Field.AUTHOR_KIND: author.kind,
        Field.NAME: author.name,
        Field.PHONE: author.phone,
        Field.IS_NAME_PUBLIC: _YES if author.is_name_public else None,
        Field.CONSENT: _YES if contents.agreed_version is not None else None,
        Field.DIRECTION: contents.direction,
        Field.REASON: contents.reason,
        Field.TITLE: contents.title,
        Field.DESCRIPTION: contents.description,
        Field.TERRITORY: contents.territory,
        Field.LANDMARK: contents.landmark,
        Field.COORDINATES: f"{contents.latitude:.6f}, {contents.longitude:.6f}" if has_point else None,
        Field.ESTIMATE_KIND: estimate.kind.value,
        Field.SUM: str(estimate.typed) if estimate.typed is not None else None,
        Field.LINES: "\n".join(f"{line.item}; {line.quantity:f}; {line.price}" for line in estimate.lines),
    }
    return {name.value: text for name, text in said.items() if text}


def received_at(received_on: date, now: datetime, closes: datetime | None = None) -> datetime:
    """Return the instant at which an application counts as submitted: now, or the end of an earlier day.

    The last instant of that day, for a paper says no hour; the terms of a day are the same at any. On the
    last day of a term that ``closes`` (half-open) within it, the last instant of the term (B9, P8).
    """
    moment = timedelta(seconds=1)
    at = now if received_on == local_date(now) else end_of(received_on) - moment
    if closes is not None and received_on == last_date_before(closes):
        return min(at, closes - moment)
    return at


def _received_on(said: Mapping[Field, str], today: date, troubles: list[Trouble]) -> date | None:
    written = said[Field.RECEIVED_ON]
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        troubles.append(Trouble(fault=PaperFault.RECEIVED_UNREADABLE))
    elif day > today:
        troubles.append(Trouble(fault=PaperFault.RECEIVED_LATER, facts={"today": today}))
    return day


def _author(said: Mapping[Field, str], troubles: list[Trouble]) -> Author:
    name, phone = read_name(said[Field.NAME]), read_phone(said[Field.PHONE])
    if said[Field.NAME] and name is None:
        troubles.append(Trouble(fault=PaperFault.NAME_UNREADABLE))
    if said[Field.PHONE] and phone is None:
        troubles.append(Trouble(fault=PaperFault.PHONE_UNREADABLE))
    return Author(
        kind=said[Field.AUTHOR_KIND] or None,
        name=name,
        phone=phone,
        is_name_public=said[Field.IS_NAME_PUBLIC] == _YES,
    )


def _location(said: Mapping[Field, str], troubles: list[Trouble]) -> tuple[float, float] | tuple[None, None]:
    if not said[Field.COORDINATES]:
        return None, None
    found = read_location(said[Field.COORDINATES])
    if found is None:
        troubles.append(Trouble(fault=PaperFault.COORDINATES_UNREADABLE))
        return None, None
    return found


def _estimate(said: Mapping[Field, str], troubles: list[Trouble]) -> Estimate:
    kind = EstimateKind.EXACT if said[Field.ESTIMATE_KIND] == EstimateKind.EXACT else EstimateKind.APPROXIMATE
    typed = read_money(said[Field.SUM]) if said[Field.SUM] else None
    if isinstance(typed, MoneyProblem):
        facts = {"problem": typed.value}
        troubles.append(Trouble(fault=PaperFault.SUM_UNREADABLE, facts=facts))
        typed = None
    return Estimate(kind=kind, typed=typed, lines=_lines(said[Field.LINES], troubles))


def _lines(text: str, troubles: list[Trouble]) -> tuple[EstimateLine, ...]:
    if not text:
        return ()
    found = read_lines(text)
    if isinstance(found, LinesProblem):
        facts = {"lines": ", ".join(_numbers(found)) or "1"}
        troubles.append(Trouble(fault=PaperFault.LINES_UNREADABLE, facts=facts))
        return ()
    if len(found) > MOST_LINES:
        too_many = {"most": MOST_LINES, "count": len(found)}
        troubles.append(Trouble(fault=PaperFault.TOO_MANY_LINES, facts=too_many))
    return found


def _numbers(problem: LinesProblem) -> Iterator[str]:
    return (str(line.line_number) for line in problem.unread)


def _papers(
    rulebook: Rulebook, contents: Contents, said: Mapping[Field, str], troubles: list[Trouble]
) -> int:
    written = said[Field.PAPERS] or "0"
    count = int(written) if written.isascii() and written.isdecimal() and len(written) <= len("10") else None
    if count is None or count > MOST_PAPERS:
        troubles.append(Trouble(fault=PaperFault.PAPERS_UNREADABLE, facts={"most": MOST_PAPERS}))
        return 0
    kind = author_kind_of(rulebook, contents)
    if count and (kind is None or not kind.papers):
        troubles.append(Trouble(fault=PaperFault.PAPERS_NOT_ASKED))
        return 0
    return count
