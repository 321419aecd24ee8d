"""Swear words and the innocent words that look like them, with the list that ships."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.swearing import read_stems
from core.rules.swearing import find_swearing

REPOSITORY = Path(__file__).parents[3]
STEMS = read_stems(REPOSITORY / "locales")

SWEARING = [
    "сука",
    "СУКА!",
    "сууууука",
    "с у к а",
    "с.у.к.а.",
    "с-у-к-а",
    "с_у_к_а",
    "cyka",
    "suka",
    "cукa",
    "хуйня",
    "xyйня",
    "х*йня",
    "**х*й**",
    "бл*дь",
    "пи3дец",
    "pizdec",
    "blyat",
    "сук@",
    "заебали уже",
    "қотақ",
    "КОТАК",
    "қ*тақ",
    "сіктір",
    "қаншық",
    "Поставьте скамейки, мудаки",
    "жопа",
]

INNOCENT = [
    "страховка",
    "подстрахуй забор",
    "команда",
    "мандарин и мандат",
    "сук дерева",
    "сучок и сучья",
    "сукно",
    "суккулент",
    "котлован",
    "учёба, хлеб и небо",
    "рубля и корабля",
    "употреблять, оскорблять",
    "колебание",
    "жөпелдемеде",
    "сигнал, сигара",
    "хутор, художник",
    "Херсон",
    "шешен сөйлейді",
    "көтеру, көтерме",
    "боқша",
    "eBay, Philips Hue, Huawei, webhook, C++",
    "5 к 2 а, 3 б",
    "А. С. Пушкина, К. И. Сатпаева",
    "2*3*4 м",
    "**жирным**, *курсивом*",
    "***",
    "",
]


@pytest.mark.parametrize("text", SWEARING)
def test_swearing_is_found(text: str) -> None:
    """A swear word is found plain, in other letters, spelt apart, stretched and behind a star [B3]."""
    assert find_swearing(text, STEMS)


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_words_are_left_alone(text: str) -> None:
    """Words that only hold or resemble a swear word are none [B3]."""
    assert not find_swearing(text, STEMS)


@pytest.mark.parametrize("name", ["rulebooks/semey-demo.toml", "demo/semey-demo/projects.toml"])
def test_no_shipped_text_swears(name: str) -> None:
    """Among the words of forty projects and a rulebook none is taken for a swear word [B3]."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert [word for word in re.findall(r"[^\W_]+", text) if find_swearing(word, STEMS)] == []
    assert not find_swearing(text, STEMS)


def test_without_a_list_nothing_is_found() -> None:
    """An akimat that empties the list is warned of nothing [B3]."""
    assert not find_swearing("сука", frozenset())


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    """No text breaks the search, and a swear word beside it is found all the same [B3]."""
    find_swearing(text, STEMS)
    assert find_swearing(f"{text}\nсука\n", STEMS)
