"""The template of one message as it comes back: filled in, half filled in, rewritten."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.loader import read
from core.rules.digits import MoneyProblem
from core.rules.one_message import (
    TemplateAnswers,
    TemplateField,
    looks_like_template,
    match_direction,
    match_territory,
    read_template,
)

LABELS = {
    TemplateField.DIRECTION: ("Бағыты", "Бағыт", "Направление"),
    TemplateField.TITLE: ("Атауы", "Жобаның атауы", "Название", "Название проекта"),
    TemplateField.DESCRIPTION: ("Сипаттамасы", "Описание"),
    TemplateField.TERRITORY: ("Аумағы", "Территория", "Район"),
    TemplateField.PLACE: ("Орны", "Мекенжайы", "Место", "Адрес или ориентир"),
    TemplateField.COST: ("Құны", "Бағасы", "Стоимость", "Цена"),
    TemplateField.NAME: ("Аты-жөніңіз", "ФИО", "Имя"),
    TemplateField.PHONE: ("Телефоныңыз", "Телефон"),
}
BOOK = read(
    (Path(__file__).parents[3] / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8"), "semey-demo"
)

FILLED = """Сәлеметсіз бе! Өтінім:
1. Бағыты: 7
2. Атауы: Сквердегі орындықтар
3. Сипаттамасы: Қарттарға отыратын жер жоқ.
Он орындық қою керек.

Кешке де жарық болсын: шам орнатайық.
4. Аумағы: Самал
5. Орны: Тораңғы көшесі, 3-үй
6. Құны: 1,2 млн тг
7. Аты-жөніңіз: Айгүл Серікқызы
8. Телефоныңыз: 8 700 000 00 01"""

ALL = TemplateAnswers(
    direction="7",
    title="Сквердегі орындықтар",
    description=(
        "Қарттарға отыратын жер жоқ.\nОн орындық қою керек.\n\nКешке де жарық болсын: шам орнатайық."
    ),
    territory="Самал",
    place="Тораңғы көшесі, 3-үй",
    cost=1_200_000,
    cost_text="1,2 млн тг",
    name="Айгүл Серікқызы",
    phone="8 700 000 00 01",
)


def title(text: str) -> str | None:
    """Return the title that ``text`` gives."""
    return read_template(text, LABELS).title


def test_a_filled_template_is_read() -> None:
    """Every field is found, a description of several lines too, and the greeting before it is not [B5]."""
    assert read_template(FILLED, LABELS) == ALL
    assert looks_like_template(FILLED, LABELS)


@pytest.mark.parametrize(
    "line",
    [
        "Название: Парк",
        "НАЗВАНИЕ:Парк",
        "название  :   Парк  ",
        "Название - Парк",
        "Название – Парк",
        "Название — Парк",
        "Название = Парк",
        "2. Название: Парк",
        "2) Название: Парк",
        "2️⃣ Название: Парк",
        "✅ Название: Парк",
        "• Название: Парк",
        "Название -Парк",
        "Название проекта: Парк",
        "Название (одно предложение): Парк",
        "Название\nПарк",
        "Название:\n\nПарк\n",
        "атауы: Парк",
        "Жобанын атауы - Парк",
        "Название: ___Парк___",
    ],
)
def test_a_label_in_many_hands(line: str) -> None:
    """Case, plain letters, numbers, bullets, dashes, hints and line ends around a label don't matter [B5]."""
    assert title(f"Описание: зелень\n{line}\nСтоимость: 5 млн") == "Парк"
    assert title(line) == "Парк"


@pytest.mark.parametrize(
    "left",
    ["", " ", "...", "…", "____", "(…)", "(одно предложение)", "[атауы]", "<название>", "-", "–", "…\n..."],
)
def test_what_was_left_of_the_template_is_no_answer(left: str) -> None:
    """Dots, lines and hints in brackets mean that nothing was written there [B5]."""
    assert title(f"Название: {left}\nОписание: зелень") is None


@pytest.mark.parametrize(
    "text", ["", "Привет", "Названиями занимается акимат", "Название города известно", "Парк: да"]
)
def test_other_texts_are_no_template(text: str) -> None:
    """A word like a label inside a sentence is none [B5]."""
    assert read_template(text, LABELS) == TemplateAnswers()
    assert not looks_like_template(text, LABELS)


def test_one_label_is_not_yet_a_template() -> None:
    """Two different labels are, also in two languages; one label twice isn't [B5]."""
    assert not looks_like_template("Название: парк", LABELS)
    assert not looks_like_template("Название: парк\nАтауы: саябақ", LABELS)
    assert looks_like_template("Название: парк\nҚұны: 5 млн", LABELS)


def test_a_label_met_again_is_text() -> None:
    """Inside a long description a line may begin like a field that was answered before [B5]."""
    answers = read_template("Название: Парк\nОписание: Зелень.\nНазвание: так его зовут все", LABELS)
    assert answers.title == "Парк"
    assert answers.description == "Зелень.\nНазвание: так его зовут все"


def test_the_longer_label_wins() -> None:
    """A label that begins with another one is itself [B5]."""
    labels = {TemplateField.PLACE: ("Место",), TemplateField.TERRITORY: ("Место: район",)}
    assert read_template("Место район: Самал\nМесто: сквер", labels) == TemplateAnswers(
        territory="Самал", place="сквер"
    )


@pytest.mark.parametrize(
    ("typed", "cost"),
    [
        ("500 мың", 500_000),
        ("1,2 млн\nтенге", 1_200_000),
        ("много", MoneyProblem.NO_SUM),
        ("5-6 млн", MoneyProblem.SEVERAL_SUMS),
        ("...", None),
    ],
)
def test_the_cost_is_a_sum_or_its_problem(typed: str, cost: int | MoneyProblem | None) -> None:
    """What isn't understood as one sum keeps its reason, so that only this is asked again [B5] [B3]."""
    assert read_template(f"Стоимость: {typed}", LABELS).cost == cost


DIRECTIONS = [
    ("1", 0),
    ("№ 3", 2),
    ("9.", 8),
    ("10", None),
    ("0", None),
    ("1. Озеленение территории", 0),
    ("озеленение", 0),
    ("ОЗЕЛЕНЕНИЕ ТЕРРИТОРИИ", 0),
    ("аумақты көгалдандыру", 0),
    ("аумакты", 0),
    ("санитар", 8),
    ("обустройство", 1),
    ("метро", None),
    ("о", None),
    ("", None),
    ("...", None),
]


@pytest.mark.parametrize(("typed", "place"), DIRECTIONS)
def test_a_direction_by_number_or_beginning(typed: str, place: int | None) -> None:
    """The number in the list, or the beginning of a name in either language, if only one begins so [B5]."""
    expected = None if place is None else BOOK.directions[place].slug
    assert match_direction(typed, BOOK.directions) == expected


TERRITORIES = [
    ("Самал", "samal"),
    ("район Самал", "samal"),
    ("Самал ауданы", "samal"),
    ("самал-1", "samal-1"),
    ("мкр. Самал 2", "samal-2"),
    ("Центральный район", "ortalyq"),
    ("в центральном районе", "ortalyq"),
    ("Ескі қала", "eski-qala"),
    ("старый город", "eski-qala"),
    ("жағалау", "zhagalau"),
    ("Семей", "semey"),
    ("Алматы", None),
    ("район", None),
    ("", None),
    ("...", None),
]


@pytest.mark.parametrize(("typed", "slug"), TERRITORIES)
def test_a_territory_by_its_name(typed: str, slug: str | None) -> None:
    """A name in either language, in any case, with or without its kind; what could be two is none [B5]."""
    assert match_territory(typed, BOOK.territories) == slug


def test_every_name_of_the_rulebook_is_its_own_match() -> None:
    """Whatever stands in the rulebook is found under its own name, in both languages [B5]."""
    for node in BOOK.territories.nodes.values():
        assert {match_territory(name, BOOK.territories) for name in (node.name.kk, node.name.ru)} == {
            node.slug
        }
    for direction in BOOK.directions:
        texts = (direction.text.kk, direction.text.ru)
        assert {match_direction(text, BOOK.directions) for text in texts} == {direction.slug}


VALUE = (
    st.text("абвгқәұі АБВ,!«»12", min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: any(map(str.isalpha, text)))
)
STYLE = st.sampled_from(
    ["{0}: {1}", "{0} - {1}", "3. {0} — {1}", "• {0}:\n{1}", "{0}\n{1}", "✏️ {0} (подсказка): {1}"]
)


@given(
    st.dictionaries(st.sampled_from(TemplateField), st.tuples(VALUE, STYLE, st.integers(0, 1)), min_size=1)
)
def test_what_is_written_is_read(written: dict[TemplateField, tuple[str, str, int]]) -> None:
    """In any style and order, what stands behind a label comes back [B5]."""
    text = "\n".join(
        style.format(LABELS[field][which], value) for field, (value, style, which) in written.items()
    )
    answers = read_template(text, LABELS)
    for field in TemplateField:
        expected = written[field][0] if field in written else None
        got = answers.cost_text if field is TemplateField.COST else getattr(answers, field.value)
        assert got == expected
    assert looks_like_template(text, LABELS) == (len(written) > 1)


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([*FILLED.splitlines(), "(", "1.", "___"])).map("\n".join)
)
def test_any_text_is_read(text: str) -> None:
    """Nothing that is sent breaks the reading, and every answer has something in it [B5]."""
    answers = read_template(text, LABELS)
    looks_like_template(text, LABELS)
    match_direction(text, BOOK.directions)
    match_territory(text, BOOK.territories)
    for field in (answers.title, answers.description, answers.place, answers.name):
        assert field is None or any(letter.isalnum() for letter in field)
