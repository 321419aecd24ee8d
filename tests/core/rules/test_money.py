"""Sums as people write them: what is understood, and what is asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.digits import MoneyProblem
from core.rules.money import MOST, read_money

UNDERSTOOD = [
    ("1200000", 1_200_000),
    ("1 200 000", 1_200_000),
    ("1\u00a0200\u00a0000", 1_200_000),
    ("1\u202f200\u202f000 ₸", 1_200_000),
    ("1,200,000", 1_200_000),
    ("1.200.000", 1_200_000),
    ("1'200'000", 1_200_000),
    ("1’200’000", 1_200_000),
    ("1 200 000,00 тг", 1_200_000),
    ("1.200.000,00", 1_200_000),
    ("1,200,000.00", 1_200_000),
    ("１２０００００", 1_200_000),
    ("1,200", 1_200),
    ("1.200", 1_200),
    ("500", 500),
    ("1,2 млн", 1_200_000),
    ("1.2 млн", 1_200_000),
    ("1,2млн", 1_200_000),
    ("1,25 миллиона тенге", 1_250_000),
    ("0,500 млн", 500_000),
    ("1,2345 млн", 1_234_500),
    ("4,5 млрд", 4_500_000_000),
    ("500 мың", 500_000),
    ("500мың", 500_000),
    ("500 тыс. тг.", 500_000),
    ("500к", 500_000),
    ("500k", 500_000),
    ("10 000 мың теңге", 10_000_000),
    ("12 млн 500 мың тг", 12_500_000),
    ("12 млн 500 000", 12_500_000),
    ("5 мың 200 теңге", 5_200),
    ("1 млрд 200 млн 300 мың", 1_200_300_000),
    ("₸ 500000", 500_000),
    ("500000₸", 500_000),
    ("KZT 500 000", 500_000),
    ("500 000тг", 500_000),
    ("2 mln tg", 2_000_000),
    ("(500 000 теңге)", 500_000),
    ("+500 000", 500_000),
    ("~3 млн", 3_000_000),
    ("шамамен 3 млн", 3_000_000),
    ("примерно 3 млн", 3_000_000),
    ("бес жүз мың теңге", 500_000),
    ("екі миллион үш жүз елу мың", 2_350_000),
    ("ЕКІ МИЛЛИОН", 2_000_000),
    ("он бес млн", 15_000_000),
    ("5 жүз мың", 500_000),
    ("бір жарым миллион", 1_500_000),
    ("2 жарым млн", 2_500_000),
    ("жарты миллион", 500_000),
    ("миллион", 1_000_000),
    ("двести пятьдесят тысяч", 250_000),
    ("сто двадцать пять тысяч четыреста тенге", 125_400),
    ("полтора миллиона", 1_500_000),
    ("полмиллиона", 500_000),
    ("два с половиной миллиона", 2_500_000),
]

ASKED_AGAIN = [
    ("", MoneyProblem.NO_SUM),
    ("   ", MoneyProblem.NO_SUM),
    ("тг", MoneyProblem.NO_SUM),
    ("көп", MoneyProblem.NO_SUM),
    ("5 скамеек", MoneyProblem.NO_SUM),
    ("3 млн дейін", MoneyProblem.NO_SUM),
    ("½ млн", MoneyProblem.NO_SUM),
    ("٥٠٠", MoneyProblem.NO_SUM),
    ("500/600", MoneyProblem.NO_SUM),
    ("500-700 мың", MoneyProblem.SEVERAL_SUMS),
    ("500 000 – 700 000", MoneyProblem.SEVERAL_SUMS),
    ("500 000 + 200 000", MoneyProblem.SEVERAL_SUMS),
    ("500 тг 300 тг", MoneyProblem.SEVERAL_SUMS),
    ("бес алты", MoneyProblem.SEVERAL_SUMS),
    ("20 бес", MoneyProblem.SEVERAL_SUMS),
    ("500 000 (пятьсот тысяч)", MoneyProblem.SEVERAL_SUMS),
    # A million and two hundred tenge, or two hundred thousand?
    ("12 млн 500", MoneyProblem.AMBIGUOUS),
    ("миллион двести", MoneyProblem.AMBIGUOUS),
    # Thousands of millions, or a fraction with three digits?
    ("1,200 млн", MoneyProblem.AMBIGUOUS),
    ("1.500 мың", MoneyProblem.AMBIGUOUS),
    ("1200,500", MoneyProblem.AMBIGUOUS),
    ("1 200,500", MoneyProblem.AMBIGUOUS),
    ("1,200.500", MoneyProblem.AMBIGUOUS),
    ("1 2 млн", MoneyProblem.AMBIGUOUS),
    ("12 34", MoneyProblem.AMBIGUOUS),
    ("1 200 00", MoneyProblem.AMBIGUOUS),
    ("1,20,000", MoneyProblem.AMBIGUOUS),
    ("0500", MoneyProblem.AMBIGUOUS),
    ("2 млн 3 млн", MoneyProblem.AMBIGUOUS),
    ("1,5 млн 200 мың", MoneyProblem.AMBIGUOUS),
    ("2 млн 1500 мың", MoneyProblem.AMBIGUOUS),
    ("5 млн мың", MoneyProblem.AMBIGUOUS),
    ("1000 $", MoneyProblem.OTHER_CURRENCY),
    ("500 рублей", MoneyProblem.OTHER_CURRENCY),
    ("€100", MoneyProblem.OTHER_CURRENCY),
    # Often a forgotten word for millions.
    ("1,5", MoneyProblem.PART_OF_TENGE),
    ("1 200 000,50", MoneyProblem.PART_OF_TENGE),
    ("1,2345 мың", MoneyProblem.PART_OF_TENGE),
    ("жарты", MoneyProblem.PART_OF_TENGE),
    ("0", MoneyProblem.NOT_POSITIVE),
    ("нөл теңге", MoneyProblem.NOT_POSITIVE),
    ("-500 000", MoneyProblem.NOT_POSITIVE),
    ("5 000 млрд", MoneyProblem.TOO_LARGE),
    ("9" * 50, MoneyProblem.TOO_LARGE),
    ("9" * 5000, MoneyProblem.NO_SUM),
]


@pytest.mark.parametrize(("text", "tenge"), UNDERSTOOD)
def test_sums_that_are_understood(text: str, tenge: int) -> None:
    """Digits with any separators, thousands and millions, number words and currencies are read [B3]."""
    assert read_money(text) == tenge


@pytest.mark.parametrize(("text", "problem"), ASKED_AGAIN)
def test_sums_that_are_asked_again(text: str, problem: MoneyProblem) -> None:
    """What is no sum, more than one, or could mean two is refused with its reason and never guessed [B3]."""
    assert read_money(text) is problem


_TENGE = st.integers(1, MOST)


@given(
    _TENGE,
    st.sampled_from([" ", "\u00a0", "\u202f", ",", ".", "'", ""]),
    st.sampled_from(["", " ₸", " тг", " теңге"]),
)
def test_grouped_digits_are_read_back(tenge: int, separator: str, currency: str) -> None:
    """Any whole sum in groups of three by one separator is that sum [B3]."""
    assert read_money(f"{tenge:,}".replace(",", separator) + currency) == tenge


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 999))
def test_millions_thousands_and_the_rest(millions: int, thousands: int, rest: int) -> None:
    """A sum told in millions, thousands and tenge is their sum [B3]."""
    expected = millions * 10**6 + thousands * 1000 + rest
    assert read_money(f"{millions} млн {thousands} мың {rest} тг") == expected


@given(st.integers(1, 9999), st.sampled_from("12456789"), st.sampled_from([("мың", 1000), ("млн", 10**6)]))
def test_one_digit_after_the_comma(whole: int, digit: str, scale: tuple[str, int]) -> None:
    """Tenths of thousands and of millions are whole tenge, with a comma and with a dot [B3]."""
    word, size = scale
    expected = whole * size + int(digit) * size // 10
    assert read_money(f"{whole},{digit} {word}") == expected
    assert read_money(f"{whole}.{digit} {word}") == expected


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed gives a sum between one and the most, or a reason [B3]."""
    answer = read_money(text)
    assert isinstance(answer, MoneyProblem) or 0 < answer <= MOST


@given(st.text("0123456789 .,-+", max_size=14))
def test_digits_are_never_read_as_other_digits(text: str) -> None:
    """What is understood of bare digits has exactly those digits, but for zeros after the comma [B3]."""
    answer = read_money(text)
    if not isinstance(answer, MoneyProblem):
        digits = "".join(letter for letter in text if letter.isdigit())
        assert digits in {str(answer) + "0" * zeros for zeros in range(14)}
