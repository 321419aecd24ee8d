"""The title of one's own proposal in lists, whole, cut, or gone with its term."""

import pytest

from bot.dialogs.titles import own_title
from core.model.language import Language
from tests.bot.walking import WORDS


@pytest.mark.parametrize(
    ("language", "cleared"), [(Language.KAZAKH, "мәтіні өшірілген"), (Language.RUSSIAN, "текст удалён")]
)
def test_cleared_words_are_said(language: Language, cleared: str) -> None:
    """What the night has cleared is told as that, never as an empty line [M2] [B6]."""
    assert own_title(WORDS[language], "", 40) == cleared
    assert own_title(WORDS[language], "Орындық", 40) == "Орындық"
    assert own_title(WORDS[language], "Абай алаңына төрт орындық қою", 20) == "Абай алаңына төрт…"
