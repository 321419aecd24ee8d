"""Letters of both languages: folding, keyboards, and how a word ends for a Kazakh suffix."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.letters import (
    FUNCTION_WORDS,
    KAZAKH_LETTERS,
    NUMBER_WORDS,
    SCALE_WORDS,
    TENGE_WORDS,
    Ending,
    Harmony,
    ending,
    fold,
    from_kazakh_row,
    from_latin_keys,
    harmony,
    last_spoken_word,
    spoken_abbreviation,
)

BACK, FRONT = Harmony.BACK, Harmony.FRONT

FOLDED = [
    ("Қазақстан", "казакстан"),
    ("ҚАЗАҚСТАН", "казакстан"),
    ("казакстан", "казакстан"),
    ("жөндеу", "жондеу"),
    ("үй", "уй"),
    ("ұлы", "улы"),
    ("гауһар", "гаухар"),
    ("іңір", "инир"),
    ("әжеғұл", "ажегул"),
    ("Ёлка", "елка"),
    ("скверы и арыки", "скверы и арыки"),
    ("е\u0308лка", "елка"),
    ("Тiлек", "тилек"),
    ("cквер", "сквер"),
    ("Park", "park"),
    ("Wi-Fi зона", "wi-fi зона"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folding(text: str, expected: str) -> None:
    """Case, Kazakh letters, ё and Latin look-alikes in a Cyrillic word make no difference [D3]."""
    assert fold(text) == expected


def test_every_kazakh_letter_is_folded() -> None:
    """No letter that a phone without a Kazakh layout lacks is left in a folded text [D3]."""
    assert not KAZAKH_LETTERS & set(fold("".join(KAZAKH_LETTERS)))
    assert all(fold(letter) == fold(letter.upper()) for letter in KAZAKH_LETTERS)


_LETTERS = st.text("абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcxyz 0123456789-", max_size=30)


@given(_LETTERS)
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is, whatever its case and composition were before [D3]."""
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(text.upper()) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0аза0стан", "қазақстан"),
        ("к-ше", "көше"),
        ("5имарат", "ғимарат"),
        ("8й", "үй"),
        ("9лт", "ұлт"),
        ("ала4", "алаң"),
        ("б3р", "бір"),
        ("2ке", "әке"),
        ("гау=ар", "гауһар"),
        ("12", None),
        ("2025-2026", None),
        ("сквер", None),
    ],
)
def test_the_kazakh_top_row(typed: str, meant: str | None) -> None:
    """Digits inside a word are the Kazakh letters of the same keys, numbers stay numbers [D3]."""
    assert from_kazakh_row(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rjit", "коше"),
        ("gfhr", "парк"),
        ("Crdth", "сквер"),
        ("k.rb", "люки"),
        ("0fpf0cnfy", "0аза0стан"),
        ("парк", None),
    ],
)
def test_the_latin_layout(typed: str, meant: str | None) -> None:
    """What was typed with the Latin layout on is read by the keys of the Russian one [D3]."""
    assert from_latin_keys(typed) == meant


WORDS = [
    ("қала", BACK, Ending.VOWEL),
    ("көше", FRONT, Ending.VOWEL),
    ("қатысу", BACK, Ending.GLIDE),
    ("беру", FRONT, Ending.GLIDE),
    ("су", BACK, Ending.GLIDE),
    ("би", FRONT, Ending.GLIDE),
    ("аудан", BACK, Ending.NASAL),
    ("әкім", FRONT, Ending.NASAL),
    ("мектеп", FRONT, Ending.HARD),
    ("жауап", BACK, Ending.HARD),
    ("клуб", BACK, Ending.HARD),
    ("тоғыз", BACK, Ending.SIBILANT),
    ("ауыл", BACK, Ending.LIQUID),
    ("округ", FRONT, Ending.HARD),
    ("банк", FRONT, Ending.HARD),
    ("комиссия", BACK, Ending.VOWEL),
    ("сентябрь", FRONT, Ending.GLIDE),
    ("Семей", FRONT, Ending.GLIDE),
    ("Абай", BACK, Ending.GLIDE),
    ("мәслихат", BACK, Ending.HARD),
]


@pytest.mark.parametrize(("word", "vowels", "last"), WORDS)
def test_how_a_word_ends(word: str, vowels: Harmony, last: Ending) -> None:
    """A suffix follows the last vowel that has a side and the class of the last sound [P6]."""
    assert (harmony(word), ending(word)) == (vowels, last)


NUMBERS = [
    (0, "нөл"),
    (1, "бір"),
    (6, "алты"),
    (10, "он"),
    (11, "бір"),
    (20, "жиырма"),
    (40, "қырық"),
    (50, "елу"),
    (70, "жетпіс"),
    (100, "жүз"),
    (110, "он"),
    (1_000, "мың"),
    (1_200_000, "мың"),
    (2_000_000, "миллион"),
    (3_000_000_000, "миллиард"),
    (-50, "елу"),
]


@pytest.mark.parametrize(("number", "word"), NUMBERS)
def test_the_last_spoken_word(number: int, word: str) -> None:
    """A number takes the suffix of the word on which it ends when it is read aloud [P6]."""
    assert last_spoken_word(number) == word


@pytest.mark.parametrize(
    ("abbreviation", "heard"), [("АЕК", "аек"), ("ЖСН", "эн"), ("ЭЦҚ", "қы"), ("ТКШ", "ша")]
)
def test_abbreviations_are_heard(abbreviation: str, heard: str) -> None:
    """An abbreviation is a word where it can be read as one, otherwise its last letter is named [P6]."""
    assert spoken_abbreviation(abbreviation) == heard


def test_word_lists_are_folded_and_apart() -> None:
    """Lists of words are folded, and no word stands in two that mean different things [B3] [D3]."""
    lists = [set(NUMBER_WORDS), set(SCALE_WORDS), set(TENGE_WORDS)]
    for words in [*lists, set(FUNCTION_WORDS)]:
        assert {fold(word) for word in words} == words
    assert len(set.union(*lists)) == sum(map(len, lists))
