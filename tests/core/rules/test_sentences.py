"""Sentences of titles as people write them, with dots that end nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.sentences import count_sentences

ONE = [
    "Скамейки в парке",
    "Скамейки в парке.",
    "Скамейки в парке!",
    "Абай көшесіндегі алаңды жөндеу.",
    "Скамейки на ул. Абая, д. 5",
    "Скамейки на ул.Абая, д.5, кв.12",
    "Абай көш. 12, 5-үй. ауласына орындық қою",
    "Абай көш., 5-үй. Аулаға орындық қою",
    "Площадка в мкр. Самал-2, р-н. Центральный",
    "Памятник А. С. Пушкину и сквер им. Ч.Валиханова",
    "К.Сәтбаев атындағы саябақ",
    "Сквер за 3.5 млн. тенге до 01.09.2027",
    "1. Озеленение двора",
    "Парк... и каток",
    "Парк… Каток",
    "Парк «Алға!» мен «Қайда?» кафесі арасы",
    "Тротуар, освещение и т.д. для пр. Шакарима",
    "орындық, шам т.б. керек",
    "Wi-Fi на остановке, см. gov.kz",
    "освещ. двора по ул. абая",
    "Қоқыс жәшігі, 4 дана. Орталық көше",
]

SEVERAL = [
    ("Скамейки в парке. Урны тоже", 2),
    ("Орындық қою керек. Жарық та керек.", 2),
    ("Скамейки! Урны! Фонари", 3),
    ("Скамейки\nУрны", 2),
    ("Скамейки\n\n\nУрны\n", 2),
    ("Почему темно? Нужны фонари", 2),
    ("почему темно? нужны фонари", 2),
    ("поставить скамейки. поставить урны", 2),
    ("жарық орнату. орындық қою", 2),
    ("Скамейки в парке.Урны тоже", 2),
    ("Парк «Жеңіс». Каток", 2),
    ("Скамейки на ул. Абая. Урны на ул. Ауэзова. Фонари", 3),
]


@pytest.mark.parametrize("title", ONE)
def test_dots_of_abbreviations_and_numbers_end_nothing(title: str) -> None:
    """Abbreviations, initials, house numbers, dates, ellipses and names with a mark are one sentence [B3]."""
    assert count_sentences(title) == 1


@pytest.mark.parametrize(("title", "count"), SEVERAL)
def test_several_sentences_are_counted(title: str, count: int) -> None:
    """Line ends, exclamations, questions and dots after whole words end a sentence [B3]."""
    assert count_sentences(title) == count


@pytest.mark.parametrize("nothing", ["", " ", "\n", "...", "?!", "—"])
def test_without_a_word_there_is_no_sentence(nothing: str) -> None:
    """Marks alone are no sentence [B3]."""
    assert count_sentences(nothing) == 0


@given(st.text(max_size=300))
def test_any_text_has_a_count(text: str) -> None:
    """Whatever is typed has at least one sentence where it has a word, and none without [B3]."""
    has_word = any(letter.isalnum() for letter in text)
    assert (count_sentences(text) > 0) == has_word or "_" in text


@given(st.lists(st.sampled_from(["Скамейки в парке", "Урны у дома", "Орындық қою"]), min_size=1, max_size=6))
def test_joined_sentences_are_as_many_as_were_joined(sentences: list[str]) -> None:
    """However many sentences stand in a row, each counts once [B3]."""
    assert count_sentences("! ".join(sentences)) == len(sentences)
    assert count_sentences(". ".join(sentences)) == len(sentences)
    assert count_sentences("\n".join(sentences)) == len(sentences)
