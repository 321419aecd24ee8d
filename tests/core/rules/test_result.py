"""What may be said and written down of a result: what follows the count needs no words (F2)."""

import pytest

from core.model.council import Choice
from core.model.language import Text
from core.model.outcome import Decision
from core.model.refusals import Refusal
from core.model.result import ResultItem
from core.rules.result import result_opinion_verdict, result_verdict

NONE = Text(kk="", ru="")
WHY = Text(kk="Себебі", ru="Причина")
IIN = "991231100000"


def item(counted: Decision | None, *, is_implemented: bool | None = None) -> ResultItem:
    """Return a project with what the count made of it."""
    return ResultItem(
        number=1,
        title=NONE,
        counted=counted,
        place=None,
        votes=None,
        cost=1,
        granted=0,
        is_implemented=is_implemented,
    )


LOST = [None, *(each for each in Decision if each not in {Decision.WON, Decision.PART})]


@pytest.mark.parametrize("counted", [Decision.WON, Decision.PART, *LOST])
@pytest.mark.parametrize("is_implemented", [True, False])
def test_a_difference_needs_its_reason_in_both_languages(
    counted: Decision | None, *, is_implemented: bool
) -> None:
    """Whatever the count made of it: only the other decision has to be explained, in both languages [F2]."""
    one = item(counted)
    differs = item(counted, is_implemented=is_implemented).differs
    assert differs is ((counted in LOST) is is_implemented)
    for reason, is_whole in ((NONE, False), (Text(kk="Себебі", ru=" "), False), (WHY, True)):
        verdict = result_verdict(one, reason, is_implemented=is_implemented)
        is_half = reason.kk != "" and not is_whole
        expected = [Refusal.REASON_MISSING] if is_half or (differs and not is_whole) else []
        assert [each.refusal for each in verdict.reasons] == expected


def test_nothing_differs_before_it_is_decided() -> None:
    """An open item is no difference, whoever won [F2]."""
    assert not item(Decision.WON).differs
    assert not item(None).differs


@pytest.mark.parametrize(
    ("counted", "choice", "is_against"),
    [
        (Decision.WON, Choice.ADMIT, False),
        (Decision.WON, Choice.REFUSE, True),
        (Decision.WON, Choice.CONFLICT, False),
        (Decision.STOPPED, Choice.ADMIT, True),
        (Decision.BELOW_THRESHOLD, Choice.REFUSE, False),
        (None, Choice.ADMIT, True),
        (None, Choice.CONFLICT, False),
    ],
)
def test_an_opinion_against_the_count_needs_words(
    counted: Decision | None, choice: Choice, *, is_against: bool
) -> None:
    """A member who says otherwise than the residents says why; blanks are no words [F2]."""
    for comment, is_said in (("", False), (" ", False), ("Себебі", True)):
        verdict = result_opinion_verdict(item(counted), choice, comment)
        expected = [Refusal.OPINION_UNREASONED] if is_against and not is_said else []
        assert [each.refusal for each in verdict.reasons] == expected


@pytest.mark.parametrize(
    ("text", "refusal"), [("я" * 1001, Refusal.TEXT_TOO_LONG), (f"ИИН {IIN}", Refusal.TEXT_HOLDS_IIN)]
)
def test_texts_that_nobody_may_publish(text: str, refusal: Refusal) -> None:
    """Too long, or with an IIN: refused in opinions and reasons, whether they differ or not [F2] [P1]."""
    assert refusal in [r.refusal for r in result_opinion_verdict(item(None), Choice.REFUSE, text).reasons]
    for is_implemented in (True, False):
        verdict = result_verdict(
            item(Decision.WON), Text(kk=text, ru="Причина"), is_implemented=is_implemented
        )
        assert [each.refusal for each in verdict.reasons] == [refusal]
