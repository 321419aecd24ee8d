"""What a later version says otherwise."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model.proposal import Author, Estimate, EstimateKind, Picture
from core.rules.changes import Field, Part, PartKind, changes_between, compare
from tests.support.proposals import COMPLETE

WORDS = st.lists(st.sampled_from(["алаң", "орындық", "төрт", "бес", "шам"])).map(" ".join)


def test_the_same_says_nothing() -> None:
    """A version that was sent again as it was has no changes [B6]."""
    assert changes_between(COMPLETE, COMPLETE) == ()


def test_every_field_that_changed_is_named_in_order() -> None:
    """Texts are compared word by word, slugs and sums side by side [B6] [C1]."""
    picture = Picture(original="a", published="b", thumbnail="c")
    after = replace(
        COMPLETE,
        direction="sanitation",
        title="Абай алаңына бес орындық қою",
        territory="arman",
        latitude=50.4,
        longitude=80.2,
        estimate=Estimate(kind=EstimateKind.EXACT, typed=380_000),
        pictures=(picture,),
        author=Author(kind="resident", name="Басқа адам", phone="77000000001"),
    )
    found = {change.field: change for change in changes_between(COMPLETE, after)}
    assert list(found) == [
        Field.DIRECTION,
        Field.TITLE,
        Field.TERRITORY,
        Field.POINT,
        Field.COST,
        Field.ESTIMATE,
        Field.PICTURES,
        Field.AUTHOR,
    ]
    assert (found[Field.COST].before, found[Field.COST].after) == (340_000, 380_000)
    assert Part(PartKind.NEW, "бес орындық") in found[Field.TITLE].parts


def test_name_and_telephone_are_in_no_change() -> None:
    """That the author's answer changed is said, never what it says [P1] [L2]."""
    after = replace(COMPLETE, author=Author(kind="resident", name="Басқа адам", phone="77000000001"))
    (change,) = changes_between(COMPLETE, after)
    assert change.before is change.after is None
    assert change.parts == ()


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_comparison(former: str, latter: str) -> None:
    """Without what is new it reads as before, without what is gone as it does now [B6]."""
    parts = compare(former, latter)
    assert " ".join(part.text for part in parts if part.kind is not PartKind.NEW) == former
    assert " ".join(part.text for part in parts if part.kind is not PartKind.GONE) == latter
