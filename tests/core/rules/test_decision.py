"""Whether clerk or council may decide so: every reason at once, each with its facts."""

from datetime import UTC, datetime

import pytest

from core.model.language import Text
from core.model.refusals import Refusal
from core.rulebook.loader import read
from core.rules.decision import Decision, decision_verdict
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST, reason_reasons
from tests.core.rulebook.sample import DEMO

RULEBOOK = read(DEMO, "demo")
REVIEW = datetime(2026, 10, 20, tzinfo=UTC)
VOTING = datetime(2026, 11, 20, tzinfo=UTC)
AFTER = datetime(2026, 12, 1, tzinfo=UTC)
REASON = Text(kk="Аула жабық.", ru="Двор закрыт.")
LONG = Text(kk="ә" * (REASON_AT_MOST + 1), ru="а")
HOLDS_IIN = Text(kk="991231100000", ru="да")


@pytest.mark.parametrize(
    ("decision", "now", "refusals"),
    [
        (Decision(act=ReviewAct.REGISTER), REVIEW, []),
        (Decision(act=ReviewAct.ADMIT, reason=Text(kk="Жақсы", ru="")), REVIEW, []),
        (Decision(act=ReviewAct.RETURN), REVIEW, [Refusal.REASON_MISSING]),
        (Decision(act=ReviewAct.RETURN, reason=REASON), REVIEW, []),
        (Decision(act=ReviewAct.REFUSE), REVIEW, [Refusal.GROUND_UNKNOWN, Refusal.REASON_MISSING]),
        (Decision(act=ReviewAct.REFUSE, ground="commercial", reason=REASON), REVIEW, []),
        (Decision(act=ReviewAct.RETURN, reason=LONG), REVIEW, [Refusal.TEXT_TOO_LONG]),
        (Decision(act=ReviewAct.ADMIT, title=HOLDS_IIN), REVIEW, [Refusal.TEXT_HOLDS_IIN]),
        (Decision(act=ReviewAct.ADMIT), VOTING, [Refusal.BALLOT_FROZEN]),
        (Decision(act=ReviewAct.RETURN), VOTING, [Refusal.BALLOT_FROZEN, Refusal.REASON_MISSING]),
        (Decision(act=ReviewAct.ADMIT), AFTER, [Refusal.BALLOT_FROZEN]),
        (Decision(act=ReviewAct.REGISTER), AFTER, []),
    ],
)
def test_everything_against_a_decision(decision: Decision, now: datetime, refusals: list[Refusal]) -> None:
    """Ground, reasons, lengths, IINs and the frozen ballot are said together [C1] [C2] [A4] [P1] [P7]."""
    verdict = decision_verdict(RULEBOOK, "samal", decision, now)
    assert [reason.refusal for reason in verdict.reasons] == refusals


@pytest.mark.parametrize(
    ("reason", "refusals"),
    [
        (None, [Refusal.REASON_MISSING]),
        (Text(kk="Бос", ru=" "), [Refusal.REASON_MISSING]),
        (REASON, []),
        (LONG, [Refusal.TEXT_TOO_LONG]),
        (HOLDS_IIN, [Refusal.TEXT_HOLDS_IIN]),
    ],
)
def test_a_reason_that_people_are_told(reason: Text | None, refusals: list[Refusal]) -> None:
    """Both languages, of a message's length, without an IIN, whoever writes it [C3] [P1] [P6]."""
    assert [each.refusal for each in reason_reasons(reason)] == refusals
