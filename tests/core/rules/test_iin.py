"""IINs that nobody has: born in the nineteenth century or at the end of this one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.iin import contains_iin, control_digit, is_bin, is_iin

ONE_PASS = ["990101100000", "990101200007", "991231100000", "850715200007", "700101100002", "991231500006"]
SECOND_PASS = ["990101100111", "991231100109", "991231100110", "850715200805", "700101100303", "991231500707"]
NEVER_ISSUED = ["99010110010", "99123110016", "85071520088"]
EXAMPLES = ["061211600012", "791028302728"]


@pytest.mark.parametrize("iin", ONE_PASS + SECOND_PASS + EXAMPLES)
def test_the_control_digit(iin: str) -> None:
    """The twelfth digit follows from the eleven before it, for some of them in a second pass [E7]."""
    assert is_iin(iin)
    others = (iin[:-1] + digit for digit in "0123456789" if digit != iin[-1])
    assert not any(is_iin(other) for other in others)


@pytest.mark.parametrize("first", NEVER_ISSUED)
def test_ten_in_the_second_pass_is_never_issued(first: str) -> None:
    """Eleven digits that leave ten twice have no twelfth, not even zero [E7]."""
    assert control_digit(first) is None
    assert not any(is_iin(first + digit) for digit in "0123456789")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("99010110000", id="eleven digits"),
        pytest.param("9901011000000", id="thirteen digits"),
        pytest.param("990101100000\n", id="a line end"),
        pytest.param(" 990101100000", id="a space"),
        pytest.param("٩٩٠١٠١١٠٠٠٠٠", id="digits of another script"),
        pytest.param("9.9010110E+11", id="as Excel breaks it"),
    ],
)
def test_only_twelve_ascii_digits_are_an_iin(text: str) -> None:
    """Nothing but twelve ASCII digits is taken for an IIN where one is asked for [E7]."""
    assert not is_iin(text)
    assert not is_bin(text)


def test_the_birth_date_is_not_asked() -> None:
    """An IIN whose first digits are no date is one: since 2013 they need not tell it [E7]."""
    first = "99999910000"
    assert is_iin(first + str(control_digit(first)))


@pytest.mark.parametrize(
    ("number", "expected"), [("990140000385", True), ("050651234567", True), (ONE_PASS[0], False)]
)
def test_a_bin_is_known_by_its_fifth_digit(number: str, expected: bool) -> None:  # noqa: FBT001
    """An organisation's number is recognised, so that the person can be told what was typed [P7]."""
    assert is_bin(number) is expected


SEEN = [
    "850715200007",
    "мой ИИН 850715200007, проверьте",
    "ЖСН:850715200007",
    "850715200008",
    "850715 200007",
    "850715-200007",
    "850 715 200 007",
    "8507 1520 0007",
    "8507.1520.0007",
    "850715\u00a0200007",
    "850715\u2009200007",
    "850715–200007",
    "850715  200007",
    "8 5 0 7 1 5 2 0 0 0 0 7",
    "850715\u200b200007",
    "٨٥٠٧١٥٢٠٠٠٠٧",
    "８５０７１５２０００07",
    "850715 200007 кв 12",
    "12 850715 200007",
    "+7 701 255 70 11, 850715200007",
    "8 701 255 70 11 850715200007",
    "1 200 000 тг\n850715200007",
    "850715 - 200007",
    "850715 – 200007",
    "850715/200007",
    "850715_200007",
    "850715,200007",
    "(850715)(200007)",
    "850715\n200007",
    "8\ufe0f\u20e35\ufe0f\u20e30\ufe0f\u20e37\ufe0f\u20e31\ufe0f\u20e35\ufe0f\u20e3200007",
]
NOT_SEEN = [
    "",
    "сәлем",
    "+7 701 255 70 11",
    "+77012557011",
    "87012557011",
    "8 (701) 255-70-11",
    "8 701 255 70 11 5",
    "8-701-255-70-11",
    "+998 90 123 45 67",
    "+998901234567",
    "52-12-48, 35-36-53",
    "1 200 000",
    "12 500 000 1 200 000",
    "100 000-500 000",
    "4400 4302 1234 5678",
    "4400430212345678",
    "01.03.2026 10.00",
    "20.01.2024-01.03.2024",
    "2024-01-20 10:30:00",
    "c-17 t-4",
    "85071520000",
    "8507152000070",
]


@pytest.mark.parametrize("text", SEEN)
def test_twelve_digits_in_a_message_are_seen(text: str) -> None:
    """Twelve digits are noticed however they are grouped, in any script, right or mistyped [P1]."""
    assert contains_iin(text)


@pytest.mark.parametrize("text", NOT_SEEN)
def test_phones_sums_and_dates_are_let_be(text: str) -> None:
    """Phones, sums, ranges, cards and dates are not taken for an IIN [P1]."""
    assert not contains_iin(text)


_ELEVEN = st.text("0123456789", min_size=11, max_size=11)


@given(_ELEVEN, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(first: str, place: int, by: int) -> None:
    """Where one pass is enough, a slip in the first ten digits changes the twelfth [E7]."""
    changed = first[:place] + str((int(first[place]) + by) % 10) + first[place + 1 :]
    if _first_rest(first) != 10 and _first_rest(changed) != 10:
        assert control_digit(changed) != control_digit(first)


def _first_rest(first: str) -> int:
    return sum(int(digit) * weight for weight, digit in enumerate(first, start=1)) % 11


@given(_ELEVEN, st.sampled_from(["", " ", "-", "."]), st.integers(1, 6), st.text("абв ,;\n", max_size=5))
def test_any_even_grouping_is_seen(first: str, separator: str, size: int, around: str) -> None:
    """Twelve digits in equal groups are noticed in the middle of words [P1]."""
    digits = first + "0"
    groups = separator.join(digits[start : start + size] for start in range(0, 12, size))
    assert contains_iin(f"{around}\n{groups}\n{around}")
