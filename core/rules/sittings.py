"""What may be done at a sitting of the council: calling it, an opinion, a decision in writing (C2, C3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.model.council import Choice
from core.model.language import Text
from core.model.refusals import Reason, Refusal, Verdict
from core.rulebook.model import Rulebook
from core.rules.council import COMMENT_AT_MOST
from core.rules.wording import both_reasons, wording_reasons

PLACE_AT_MOST = 200
"""Characters of the place at which the council sits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A sitting that is called: its day and place, and the half-open end of the members' voting.

    ``numbers`` is the agenda, ``None`` for everything that is ready; a day or an end is ``None`` that was
    typed so that nobody understands it.
    """

    held_on: date | None
    place: Text
    decide_by: datetime | None
    numbers: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a member says of a proposal; a refusal has its ``ground`` (rulebook) and a comment."""

    choice: Choice
    ground: str | None = None
    comment: str = ""


def call_verdict(call: Call, now: datetime) -> Verdict:
    """Say whether a sitting may be called so at ``now``.

    ``sitting-wrong`` with ``what``: ``day``, ``place``, ``term``; ``text-too-long``, ``text-holds-iin``;
    ``council-empty`` with ``what``: ``agenda``.
    """
    return Verdict(reasons=(*_called(call, now),))


def _called(call: Call, now: datetime) -> Iterator[Reason]:
    if call.held_on is None:
        yield Reason(refusal=Refusal.SITTING_WRONG, facts={"what": "day"})
    if not call.place.kk or not call.place.ru:
        yield Reason(refusal=Refusal.SITTING_WRONG, facts={"what": "place"})
    yield from both_reasons(call.place, PLACE_AT_MOST)
    yield from term_verdict(call.decide_by, now).reasons
    if not call.numbers:
        yield Reason(refusal=Refusal.COUNCIL_EMPTY, facts={"what": "agenda"})


def term_verdict(decide_by: datetime | None, now: datetime) -> Verdict:
    """Say whether members may vote until ``decide_by``: ``sitting-wrong`` with ``what``: ``term``."""
    if decide_by is None or decide_by <= now:
        return Verdict(reasons=(Reason(refusal=Refusal.SITTING_WRONG, facts={"what": "term"}),))
    return Verdict()


def opinion_verdict(rulebook: Rulebook, said: Said) -> Verdict:
    """Say whether a member may say so (C2).

    ``opinion-unreasoned`` with ``what``: ``ground``, ``comment``; ``text-too-long`` most, length;
    ``text-holds-iin``.
    """
    return Verdict(reasons=(*_unreasoned(rulebook, said), *wording_reasons(said.comment, COMMENT_AT_MOST)))


def _unreasoned(rulebook: Rulebook, said: Said) -> Iterator[Reason]:
    if said.choice is not Choice.REFUSE:
        return
    if said.ground not in {named.slug for named in rulebook.grounds}:
        yield Reason(refusal=Refusal.OPINION_UNREASONED, facts={"what": "ground"})
    if not said.comment:
        yield Reason(refusal=Refusal.OPINION_UNREASONED, facts={"what": "comment"})


def translation_verdict(title: Text, description: Text) -> Verdict:
    """Say whether title and description stand in both languages: ``title-missing`` with ``what`` (C3)."""
    texts = {"title": title, "description": description}
    missing = [what for what, text in texts.items() if not text.kk.strip() or not text.ru.strip()]
    return Verdict(
        reasons=tuple(Reason(refusal=Refusal.TITLE_MISSING, facts={"what": what}) for what in missing)
    )
