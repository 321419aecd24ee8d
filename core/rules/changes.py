"""What a later version of an application says otherwise, for whoever reads it again (B6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from core.model.proposal import Contents, Estimate


class Field(StrEnum):
    """What of an application can be another in the next version."""

    DIRECTION = "direction"
    REASON = "reason"
    TITLE = "title"
    DESCRIPTION = "description"
    TERRITORY = "territory"
    PLACE = "place"
    POINT = "point"
    COST = "cost"
    ESTIMATE = "estimate"
    PICTURES = "pictures"
    AUTHOR = "author"


class PartKind(StrEnum):
    """Whether a piece of a text stayed, went, or came."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text in the order of reading."""

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field that changed; ``parts`` compare texts word by word and are empty where no text is shown.

    ``before`` and ``after`` are slugs, whole tenge, or ``None``. The author's name and telephone are never
    among them (P1).
    """

    field: Field
    before: str | int | None = None
    after: str | int | None = None
    parts: tuple[Part, ...] = ()


def changes_between(before: Contents, after: Contents) -> tuple[Change, ...]:
    """Return what ``after`` says otherwise, in the order of the questions."""
    return tuple(_changes(before, after))


def _changes(before: Contents, after: Contents) -> Iterator[Change]:
    if before.direction != after.direction:
        yield Change(field=Field.DIRECTION, before=before.direction, after=after.direction)
    texts = {
        Field.REASON: (before.reason, after.reason),
        Field.TITLE: (before.title, after.title),
        Field.DESCRIPTION: (before.description, after.description),
        Field.PLACE: (before.landmark, after.landmark),
    }
    for field, (former, latter) in texts.items():
        if (former or "") != (latter or ""):
            yield Change(field=field, parts=compare(former or "", latter or ""))
    if before.territory != after.territory:
        yield Change(field=Field.TERRITORY, before=before.territory, after=after.territory)
    if (before.latitude, before.longitude) != (after.latitude, after.longitude):
        yield Change(field=Field.POINT)
    if before.estimate.cost != after.estimate.cost:
        yield Change(field=Field.COST, before=before.estimate.cost, after=after.estimate.cost)
    if _details(before.estimate) != _details(after.estimate):
        yield Change(field=Field.ESTIMATE)
    if [each.original for each in before.pictures] != [each.original for each in after.pictures]:
        yield Change(field=Field.PICTURES, before=len(before.pictures), after=len(after.pictures))
    if before.author != after.author:
        yield Change(field=Field.AUTHOR)


def _details(estimate: Estimate) -> tuple[object, ...]:
    return estimate.kind, estimate.lines, estimate.file


def compare(former: str, latter: str) -> tuple[Part, ...]:
    """Return two texts as one, word by word: what stayed, what went, what came in its place."""
    old, new = former.split(), latter.split()
    return tuple(_parts(old, new))


def _parts(old: list[str], new: list[str]) -> Iterator[Part]:
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Part(PartKind.KEPT, " ".join(old[start:end]))
            continue
        if end > start:
            yield Part(PartKind.GONE, " ".join(old[start:end]))
        if last > first:
            yield Part(PartKind.NEW, " ".join(new[first:last]))
