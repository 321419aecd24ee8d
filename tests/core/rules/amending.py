"""Amendments of the sample campaign for the tests of their rules; apart, for two files of tests ask them."""

from datetime import datetime, timedelta

from core.model.amendment import (
    Amending,
    Amendment,
    AmendmentState,
    Extension,
    Merger,
)
from core.model.language import Text
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rules.amendment_verdicts import Standing, amendment_verdict
from tests.support.town import RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
VOTING = BOOK.stages[Stage.VOTING]
REVIEW = BOOK.stages[Stage.REVIEW]
BEFORE = REVIEW.closes + timedelta(hours=1)
"""Review is over, voting has not begun."""

WHY = Text(kk="Жол жабылды", ru="Дорога была закрыта")
DAY = timedelta(days=1)
HERE, THERE = "samal", "ortalyq"
WHOLE = Merger(territories=(THERE, HERE), slug="merged-1", name=Text(kk="А – Б", ru="А – Б"))
NAME = Text(kk="Жөндеу", ru="Ремонт")


def extension(
    stage: Stage = Stage.VOTING,
    *,
    by: timedelta = 3 * DAY,
    territory: str | None = None,
    book: Rulebook = BOOK,
) -> Extension:
    """Return the extension of a stage as it stands in the book."""
    old = book.window(stage, territory)
    assert old is not None
    return Extension(stage=stage, territory=territory, old=old.closes, new=old.closes + by)


def approved(*changes: Amending, at: datetime = BEFORE) -> list[Amendment]:
    """Return the changes as approved amendments."""
    return [
        Amendment(
            number=number,
            what=what,
            reason=WHY,
            state=AmendmentState.APPROVED,
            proposed_by=1,
            proposed_at=at,
            settled_by=2,
            settled_at=at,
        )
        for number, what in enumerate(changes, start=1)
    ]


def refusals(
    what: Amending, now: datetime, book: Rulebook = BOOK, reason: Text | None = WHY, **standing: object
) -> list[tuple[Refusal, object]]:
    """Return why an amendment is refused, each with what is wrong or the stage that it is about."""
    reasons = amendment_verdict(book, what, reason, Standing(**standing), now).reasons  # type: ignore[arg-type]
    return [(each.refusal, each.facts.get("what", each.facts.get("stage"))) for each in reasons]
