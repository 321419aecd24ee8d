"""Words that are one under different endings, and the telling words of titles and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.words import are_forms_of_one, stem_of, telling_words, words_of

ONE_WORD = [
    ("скамейка", "скамейки"),
    ("скамейка", "скамеек"),
    ("площадка", "площадок"),
    ("детская", "детской"),
    ("алаңы", "алаңындағы"),
    ("мектеп", "мектептің"),
    ("Ақжелкен", "Акжелкен"),
    ("орындық", "орындықтар"),
    ("жол", "жолды"),
    ("14", "14"),
    ("14а", "14А"),
]

TWO_WORDS = [
    ("спортивная", "спортсмен"),
    ("скамейка", "сквер"),
    ("жол", "жолбарыстар"),
    ("абая", "ауэзова"),
    ("14", "141"),
    ("14", "14а"),
    ("14а", "14б"),
    ("каток", "катер"),
]


@pytest.mark.parametrize(("former", "latter"), ONE_WORD)
def test_endings_do_not_part_a_word(former: str, latter: str) -> None:
    """One word in two cases, numbers or spellings is met as one [B3] [D3]."""
    one, other = (stem_of(words_of(word)[0]) for word in (former, latter))
    assert are_forms_of_one(one, other)
    assert are_forms_of_one(other, one)


@pytest.mark.parametrize(("former", "latter"), TWO_WORDS)
def test_other_words_and_numbers_stay_apart(former: str, latter: str) -> None:
    """A common beginning is not enough, and a house number is itself alone [B3] [D3]."""
    one, other = (stem_of(words_of(word)[0]) for word in (former, latter))
    assert not are_forms_of_one(one, other)


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Установка скамеек во дворе дома 14 по улице Акжелкен", {"скамеек", "14", "акжелкен"}),
        ("Ақжелкен көшесіндегі 14-үйдің ауласына орындық қою", {"акжелкен", "14", "орындык"}),
        ("дом 14 А и 16 б", {"14а", "16б"}),
        ("дом 14 и 16 в парке", {"14", "16", "парк"}),
        ("ремонт во дворе", set()),
    ],
)
def test_telling_words(text: str, telling: set[str]) -> None:
    """Words of every address and work say nothing; the letter of a house belongs to its number [B3]."""
    assert telling_words(text) == telling


@given(st.text(max_size=30), st.text(max_size=30))
def test_forms_are_mutual(former: str, latter: str) -> None:
    """Whether two words are one doesn't depend on which comes first [B3]."""
    assert are_forms_of_one(former, latter) == are_forms_of_one(latter, former)
    assert are_forms_of_one(former, former)
