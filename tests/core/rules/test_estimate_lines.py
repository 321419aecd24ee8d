"""Lines of an estimate as people type them: what is understood, and what is asked again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.proposal import EstimateLine
from core.rules.estimate_lines import QUANTITY_AT_MOST, LinesProblem, UnreadLine, read_lines

UNDERSTOOD = [
    ("Скамейка 4 шт по 85 000", "Скамейка, шт", "4", 85_000),
    ("орындық - 4 дана × 85 мың", "орындық, дана", "4", 85_000),
    ("Скамейка; 4; 85000", "Скамейка", "4", 85_000),
    ("асфальт 120,5 м2 * 6 500 тг", "асфальт, м2", "120.5", 6_500),
    ("асфальт 120.5 м² x 6500", "асфальт, м²", "120.5", 6_500),
    ("доставка 50 000", "доставка", "1", 50_000),
    ("Скамейка 4шт х 85000тг", "Скамейка, шт", "4", 85_000),
    ("1. Скамейка 4 шт по 85 000 тг/шт", "Скамейка, шт", "4", 85_000),
    ("2)Урна 3 × 20 000 ₸", "Урна", "3", 20_000),
    ("• Урна – 3 × 20 000 тг", "Урна", "3", 20_000),
    ("🪑 Скамейка: 4 × 85 000", "Скамейка", "4", 85_000),
    ("Скамейка 4 шт × 85 000 = 340 000", "Скамейка, шт", "4", 85_000),
    ("Скамейка 4 шт по 85 000 тг за штуку", "Скамейка, шт", "4", 85_000),
    ("Скамейка 4 шт по 85 000 тг каждая", "Скамейка, шт", "4", 85_000),
    ("орындық 4 дана 85 000 теңгеден", "орындық, дана", "4", 85_000),
    ("орындық 4 дана 85 мыңнан", "орындық, дана", "4", 85_000),
    ("4 скамейки по 85 000", "скамейки", "4", 85_000),
    ("10 дана орындық × 45 мың", "орындық, дана", "10", 45_000),
    ("Скамейка; шт; 4; 85000", "Скамейка, шт", "4", 85_000),
    ("Скамейка | 4 шт | 85 000", "Скамейка, шт", "4", 85_000),
    ("Скамейка\t4\t85 000", "Скамейка", "4", 85_000),
    ("Скамейка; 85000", "Скамейка", "1", 85_000),
    ("Скамейка; 4 × 85000", "Скамейка", "4", 85_000),
    ("труба 20х20 5 м по 1000", "труба 20х20, м", "5", 1_000),
    ("качели 2х местные 1 шт по 90 000", "качели 2х местные, шт", "1", 90_000),
    ("плитка по периметру 20 кв. м по 6500", "плитка по периметру, кв. м", "20", 6_500),
    ("работы по благоустройству 500 000", "работы по благоустройству", "1", 500_000),
    ("Монтаж: 1,2 млн", "Монтаж", "1", 1_200_000),
    ("Сквер №2 500 000", "Сквер №2", "1", 500_000),
    ("Асфальт 2 слоя 50 000", "Асфальт 2 слоя", "1", 50_000),
    ("Wi-Fi роутер 2 шт x 30 000", "Wi-Fi роутер, шт", "2", 30_000),
    ("саженцы 1 200 шт × 5 000", "саженцы, шт", "1200", 5_000),
]

ASKED_AGAIN = [
    # For one, or for all four?
    "Скамейка 4 шт 85 000",
    "Скамейка 4 85000",
    "шам 10 дана: 45 000",
    "Урна 50 л 12 000 тг",
    "Скамейка 4 шт × 85 000 = 350 000",
    "Скамейка",
    "85 000",
    "4 × 85 000",
    "скамейка 0 шт по 5",
    f"скамейка {QUANTITY_AT_MOST + 1} шт по 5",
    "песок 1,2345 т по 5000",
    "Скамейка 4 шт по 85 000 долларов",
    "Скамейка 4 шт по 85,5",
    "Скамейка; четыре; 85000",
    "Скамейка; 4; 5; 85000",
    "Скамейка; шт; дана; 4; 85000",
    "доставка по 50 000",
    "доска 50х150 * 4000",
    "; 4; 85000",
    "а" * 400 + " 5 × 5",
]


@pytest.mark.parametrize(("typed", "item", "quantity", "price"), UNDERSTOOD)
def test_lines_that_are_understood(typed: str, item: str, quantity: str, price: int) -> None:
    """Signs, words and fields between item, quantity and price are read, units stay with items [B2] [B3]."""
    assert read_lines(typed) == (EstimateLine(item=item, quantity=Decimal(quantity), price=price),)


@pytest.mark.parametrize("typed", ASKED_AGAIN)
def test_lines_that_are_asked_again(typed: str) -> None:
    """What could mean two sums, or none, is asked again and never guessed [B2] [B3]."""
    assert read_lines(typed) == LinesProblem(unread=(UnreadLine(line_number=1, text=typed),))


def test_several_lines_in_a_message() -> None:
    """Empty lines and rulers between lines are passed over [B2]."""
    read = read_lines("Скамейка 4 шт по 85 000\n\n---\nурна; 3; 20000\r\nдоставка 50 000\n")
    assert isinstance(read, tuple)
    assert [line.amount for line in read] == [340_000, 60_000, 50_000]


def test_every_bad_line_is_named() -> None:
    """A message with bad lines names each of them and takes none, so that nothing is left out [B2] [B3]."""
    assert read_lines("Скамейка 4 шт по 85 000\nурна\n\nшам 10 дана 45 000") == LinesProblem(
        unread=(UnreadLine(line_number=2, text="урна"), UnreadLine(line_number=3, text="шам 10 дана 45 000"))
    )


@pytest.mark.parametrize("nothing", ["", " \n ", "---", "…"])
def test_nothing_is_no_line(nothing: str) -> None:
    """Where nothing was typed, nothing can be named either [B2]."""
    assert read_lines(nothing) == LinesProblem(unread=())


ITEMS = st.sampled_from(["Скамейка", "орындық", "Плитка по периметру", "Wi-Fi роутер", "Шам бағаны"])
FORMS = st.sampled_from(
    [
        "{item} {quantity} × {price}",
        "{item} - {quantity} x {price} тг",
        "{item}: {quantity} по {price} ₸",
        "{item}; {quantity}; {price}",
        "- {item} {quantity}*{price}",
        "{item}\t{quantity}\t{price} теңге",
    ]
)


@given(
    st.lists(st.tuples(ITEMS, st.integers(1, 9999), st.integers(1, 10**9), FORMS), min_size=1, max_size=8),
    st.sampled_from(["", " ", "\u00a0"]),
)
def test_written_lines_are_read_back(written: list[tuple[str, int, int, str]], separator: str) -> None:
    """Whatever form each line has, the message gives the same items, quantities and prices [B2]."""
    text = "\n".join(
        form.format(item=item, quantity=quantity, price=f"{price:,}".replace(",", separator))
        for item, quantity, price, form in written
    )
    assert read_lines(text) == tuple(
        EstimateLine(item=item, quantity=Decimal(quantity), price=price)
        for item, quantity, price, _ in written
    )


@given(st.text("0123456789 .,;×xх*=-/\nшт по дана тг", max_size=120) | st.text(max_size=120))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed gives lines with something to pay, or the lines to ask again [B2]."""
    answer = read_lines(text)
    if isinstance(answer, tuple):
        assert answer
        assert all(line.price > 0 and line.quantity > 0 and line.item.strip() for line in answer)
    else:
        assert all(line.text for line in answer.unread)
