"""What a query finds among projects as people title them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.letters import fold
from core.rules.search import search_steps

TITLES = [
    "Абай көшесіндегі алаңды көгалдандыру",
    "«Қазақстан» шағынауданындағы балалар алаңы",
    "Мектеп жанындағы жаяу жүргінші жолын жөндеу",
    "Освещение сквера у подъезда № 12",
    "Установка скамеек и урн в парке",
    "Ёлка и каток на площади",
    "Wi-Fi зона в библиотеке",
]


def found(query: str) -> list[str]:
    """Look as a store does: each word by its beginning, until a step finds something."""
    for step in search_steps(query):
        hits = [title for title in TITLES if all(_has(title, forms) for forms in step)]
        if hits:
            return hits
    return []


def _has(title: str, forms: tuple[str, ...]) -> bool:
    words = " " + " ".join(fold(title).replace("«", " ").replace("»", " ").replace("-", " ").split())
    return any(f" {form}" in words for form in forms)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        pytest.param("казакстан", 1, id="plain letters for Kazakh ones"),
        pytest.param("ҚАЗАҚСТАН", 1, id="capitals"),
        pytest.param("0аза0стан", 1, id="Kazakh top row on the Russian layout"),
        pytest.param("0fpf0cnfy", 1, id="Kazakh top row on the Latin layout"),
        pytest.param("rjitcsylt", 0, id="Latin layout, other ending"),
        pytest.param("к-ше", 0, id="ө as the minus key"),
        pytest.param("жондеу", 2, id="ө as о"),
        pytest.param("мектептің", 2, id="case ending"),
        pytest.param("мектептерге", 2, id="plural and case"),
        pytest.param("сквер", 3, id="beginning of a word"),
        pytest.param("скверов", 3, id="Russian ending"),
        pytest.param("сквер 12", 3, id="word and number"),
        pytest.param("скамейки в парке", 4, id="a preposition that stands nowhere else"),
        pytest.param("crfvtqrb", 4, id="Latin layout, Russian"),
        pytest.param("елка", 5, id="е for ё"),
        pytest.param("wi-fi", 6, id="Latin word with a hyphen"),
        pytest.param("библиотека, wi-fi!", 6, id="punctuation"),
    ],
)
def test_a_project_is_found(query: str, title: int) -> None:
    """Layouts, plain letters, endings and case do not hide a project [D3]."""
    assert TITLES[title] in found(query)


@pytest.mark.parametrize("query", ["бассейн", "сквер 13", "алаң бассейн", "...", "", "   ", "—"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    """Every word must be met, and a query without a word finds nothing [D3]."""
    assert found(query) == []


def test_whole_words_go_first() -> None:
    """Shorter beginnings are looked for only where longer ones find nothing [D3]."""
    steps = search_steps("скамейки")
    assert [step[0] for step in steps] == [("скамейк",), ("скамей",), ("скаме",), ("скам",)]


@pytest.mark.parametrize("query", ["скамья", "скамьи", "СКАМЬЮ", "орындық", "орындығы"])
def test_one_and_many_are_the_same_find(query: str) -> None:
    """A plain ending hides nothing: one bench and many benches are found together [D3]."""
    titles = ["скамьи в парке", "скамья у дома"] if "ск" in query.lower() else ["орындық", "орындықтар"]
    step = search_steps(query)[0][0] if query != "орындығы" else search_steps(query)[2][0]
    assert all(any(word.startswith(step) for word in fold(title).split()) for title in titles)


def test_numbers_and_short_words_are_not_cut() -> None:
    """House numbers and words of four letters have no shorter beginnings [D3]."""
    assert search_steps("12345 парк") == ((("12345",), ("парк",)),)


def test_a_query_of_function_words_is_taken_as_it_is() -> None:
    """Where nothing but small words was typed, they are what is looked for [D3]."""
    assert search_steps("и") == ((("и",),),)


@given(st.text(max_size=300))
def test_any_text_gives_safe_forms(query: str) -> None:
    """Forms hold letters, digits and single spaces alone, of a bounded number and length [D3]."""
    steps = search_steps(query)
    assert len(steps) <= 7
    for step in steps:
        assert 0 < len(step) <= 8
        for forms in step:
            assert forms
            assert all(part.isalnum() for form in forms for part in form.split(" "))
