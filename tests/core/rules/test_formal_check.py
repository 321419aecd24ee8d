"""The formal check: what is asked, what may follow from the answers, which reason they make together."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.language import Text
from core.model.refusals import Reason, Refusal
from core.rulebook.loader import read
from core.rules.formal_check import (
    CHECK_ACTS,
    ITEM_REASON_AT_MOST,
    CheckItem,
    Finding,
    checklist,
    composed_reason,
    formal_verdict,
)
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST
from tests.support.town import RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
ITEMS = checklist(BOOK)
KEYS = [item.key for item in ITEMS]
YES = Finding(is_met=True)
WHY = Text(kk="Екі объект.", ru="Два объекта.")
NO = Finding(is_met=False, reason=WHY)
BARE_NO = Finding(is_met=False)
HALF_NO = Finding(is_met=False, reason=Text(kk="Екі объект.", ru=" "))
ALL_YES = dict.fromkeys(KEYS, YES)
ONE_NO = {**ALL_YES, "criterion-one-object": NO}
ONE_OBJECT = KEYS.index("criterion-one-object") + 1


def incomplete(what: str, *items: int) -> Reason:
    """Return the refusal of a check that is not finished."""
    return Reason(refusal=Refusal.FORMAL_CHECK_INCOMPLETE, facts={"what": what, "items": items})


def contradicts(act: ReviewAct, *items: int) -> Reason:
    """Return the refusal of what does not follow."""
    return Reason(refusal=Refusal.FORMAL_CHECK_CONTRADICTS, facts={"act": act.value, "items": items})


def test_every_requirement_and_criterion_is_asked_once() -> None:
    """The checklist is the rulebook's: requirements by their place, criteria by their slugs [C1] [P2]."""
    assert len(ITEMS) == len(BOOK.requirements) + len(BOOK.criteria)
    assert [item.position for item in ITEMS] == list(range(1, len(ITEMS) + 1))
    assert [item.text for item in ITEMS] == [*BOOK.requirements, *(item.text for item in BOOK.criteria)]
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize(
    ("findings", "act", "reasons"),
    [
        (ALL_YES, ReviewAct.REGISTER, ()),
        (ONE_NO, ReviewAct.RETURN, ()),
        (ONE_NO, ReviewAct.REFUSE, ()),
        ({}, ReviewAct.REGISTER, (incomplete("answer", *range(1, len(KEYS) + 1)),)),
        ({}, ReviewAct.REFUSE, (incomplete("answer", *range(1, len(KEYS) + 1)),)),
        (ONE_NO, ReviewAct.REGISTER, (contradicts(ReviewAct.REGISTER, ONE_OBJECT),)),
        (ALL_YES, ReviewAct.RETURN, (contradicts(ReviewAct.RETURN),)),
        (ALL_YES, ReviewAct.REFUSE, (contradicts(ReviewAct.REFUSE),)),
        (
            {**ALL_YES, "criterion-one-object": BARE_NO},
            ReviewAct.REGISTER,
            (incomplete("reason", ONE_OBJECT), contradicts(ReviewAct.REGISTER, ONE_OBJECT)),
        ),
        ({**ALL_YES, "criterion-one-object": HALF_NO}, ReviewAct.RETURN, (incomplete("reason", ONE_OBJECT),)),
        ({**ONE_NO, "requirement-1": Finding()}, ReviewAct.RETURN, (incomplete("answer", 1),)),
        ({**ALL_YES, "criterion-of-another-year": NO}, ReviewAct.REGISTER, ()),
    ],
)
def test_what_follows_from_the_answers(
    findings: dict[str, Finding], act: ReviewAct, reasons: tuple[Reason, ...]
) -> None:
    """All yes registers, a no returns or refuses; what is open or contradicts is said at once [C1] [P7]."""
    assert formal_verdict(BOOK, findings, act).reasons == reasons


def test_a_reason_is_neither_too_long_nor_an_iin() -> None:
    """What a no is reasoned with is told to people, so it holds no IIN and is no novel [C1] [P1]."""
    why = Text(kk="ә" * (ITEM_REASON_AT_MOST + 1), ru="ИИН 991231100000")
    findings = {**ALL_YES, "requirement-1": Finding(is_met=False, reason=why)}
    found = [reason.refusal for reason in formal_verdict(BOOK, findings, ReviewAct.RETURN).reasons]
    assert found == [Refusal.TEXT_TOO_LONG, Refusal.TEXT_HOLDS_IIN]


@given(st.lists(st.sampled_from([YES, NO, BARE_NO, Finding()]), min_size=len(KEYS), max_size=len(KEYS)))
def test_register_and_return_are_never_both_open(answers: list[Finding]) -> None:
    """No set of answers allows to register and also to return; an open one allows nothing [C1]."""
    findings = dict(zip(KEYS, answers, strict=True))
    allowed = {act for act in CHECK_ACTS if formal_verdict(BOOK, findings, act).is_allowed}
    assert allowed in ({ReviewAct.REGISTER}, {ReviewAct.RETURN, ReviewAct.REFUSE}, set())
    if any(found.is_met is None for found in answers):
        assert allowed == set()


def test_an_empty_reason_is_composed_of_the_items() -> None:
    """The author reads in both languages which requirement is not met and why [C1] [C3]."""
    reason = composed_reason(BOOK, ONE_NO)
    item: CheckItem = ITEMS[ONE_OBJECT - 1]
    assert reason == Text(kk=f"– {item.text.kk}: {WHY.kk}", ru=f"– {item.text.ru}: {WHY.ru}")
    assert composed_reason(BOOK, ALL_YES) is None
    assert composed_reason(BOOK, {**ALL_YES, "requirement-1": BARE_NO}) is None


def test_many_items_are_named_by_their_places() -> None:
    """What would not fit into one message names the items by number instead of by their words [C1] [B4]."""
    every = dict.fromkeys(KEYS, Finding(is_met=False, reason=Text(kk="ә" * 60, ru="я" * 60)))
    reason = composed_reason(BOOK, every)
    assert reason is not None
    assert max(len(reason.kk), len(reason.ru)) <= REASON_AT_MOST
    assert reason.kk.splitlines()[0] == f"– 1: {'ә' * 60}"
    assert len(reason.ru.splitlines()) == len(KEYS)


def test_the_table_of_acts_is_whole() -> None:
    """Every act of the clerk is tried with a finished check of either kind [C1]."""
    verdicts = {
        (name, act): formal_verdict(BOOK, findings, act).is_allowed
        for (name, findings), act in product({"yes": ALL_YES, "no": ONE_NO}.items(), CHECK_ACTS)
    }
    assert {key for key, is_allowed in verdicts.items() if is_allowed} == {
        ("yes", ReviewAct.REGISTER),
        ("no", ReviewAct.RETURN),
        ("no", ReviewAct.REFUSE),
    }
