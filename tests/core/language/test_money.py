"""Money, numbers and shares as printed, compared with CLDR where CLDR is right."""

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from core.language import money
from core.language.functions import Functions
from core.language.locales import LocaleError, Words
from core.model.language import Language


@pytest.mark.parametrize("locale", ["kk", "ru_KZ"])
@given(amount=st.integers(min_value=-(10**13), max_value=10**13))
def test_tenge_as_cldr_prints_them(locale: str, amount: int) -> None:
    """Whole tenge look as CLDR prints them for kk and ru_KZ: NBSP between groups and before the sign [P6]."""
    expected = format_currency(amount, "KZT", format="#,##0 ¤", locale=locale, currency_digits=False)
    # CLDR's pattern has a plain space before the sign where it is given by hand.
    assert money.tenge(amount) == expected.replace(" ", money.NBSP)


def test_money_in_a_text(kazakh: Words, russian: Words) -> None:
    """Both languages print 1 200 000 ₸ with spaces that never break the line [P6]."""
    for words, language in ((kazakh, Language.KAZAKH), (russian, Language.RUSSIAN)):
        printed = Functions(language, words.say).money(1_200_000)
        assert printed == "1\u00a0200\u00a0000\u00a0₸"


@pytest.mark.parametrize(
    ("share", "digits", "expected"),
    [
        (Fraction(13, 100), 1, "13"),
        (Fraction(1, 8), 1, "12,5"),
        (Fraction(1, 3), 1, "33,3"),
        (Fraction(2, 3), 2, "66,67"),
        (Fraction(1, 2000), 1, "0,1"),
        (Decimal("0.779"), 1, "77,9"),
        (Fraction(0), 1, "0"),
        (Fraction(1), 1, "100"),
        (Fraction(50), 1, "5\u00a0000"),
        (Fraction(-1, 200), 1, "-0,5"),
        (Fraction(-1, 20_000), 1, "0"),
    ],
)
def test_shares(share: Fraction | Decimal, digits: int, expected: str) -> None:
    """A share is rounded half up to the digits asked for, without empty ones, with a comma [P6]."""
    assert money.hundredths(share, digits) == expected


def test_per_cent_signs(kazakh: Words, russian: Words) -> None:
    """Kazakh joins the sign, Russian parts it by NBSP [P6]."""
    assert Functions(Language.KAZAKH, kazakh.say).percent(Fraction(13, 100)) == "13%"
    assert Functions(Language.RUSSIAN, russian.say).percent(Fraction(13, 100)) == "13\u00a0%"
    assert Functions(Language.RUSSIAN, russian.say).percent(Fraction(2, 3), 2) == "66,67\u00a0%"


@given(number=st.integers(min_value=0, max_value=10**12))
def test_groups_as_cldr_prints_them(number: int) -> None:
    """Groups of digits are the same as a plain number in a text, which Fluent prints by CLDR [P6]."""
    assert money.grouped(number) == format_decimal(number, locale="kk") == format_decimal(number, locale="ru")


def test_a_number_that_is_a_name_has_no_groups(kazakh: Words) -> None:
    """A year or an application number isn't a quantity [P6]."""
    assert Functions(Language.KAZAKH, kazakh.say).plain(2024) == "2024"


def test_money_is_whole_tenge(kazakh: Words) -> None:
    """A fraction of a tenge, or a sum as text, is refused instead of printed [P6]."""
    functions = Functions(Language.KAZAKH, kazakh.say)
    for wrong in (Fraction(1, 2), "1200000", Decimal("1.5")):
        with pytest.raises(TypeError, match="int is needed"):
            functions.money(wrong)
    with pytest.raises(LocaleError, match="float"):
        kazakh.say("language-item", item=0.5)
