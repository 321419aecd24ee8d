"""The guides for staff say what the office does: its rights, its words, both languages alike."""

import re

import pytest

from core.model.language import Language
from core.rules.permissions import OfficeAct
from tests.house import rights_table, texts, tree

QUOTED = re.compile(r"«([^»]+)»")
FORMS = {"нет", "да", "жоқ", "иә"}
"""Answers that a guide repeats in the middle of a sentence."""


@pytest.mark.parametrize("language", list(Language))
def test_the_rights_are_those_of_the_table(language: Language) -> None:
    """Who may do what in which stage stands in the guide as `PERMISSIONS` has it [L1]."""
    page = tree.source(rights_table.PAGES[language])
    assert rights_table.render(page, language) == page, "run `python -m tests.house.rights_table`"
    assert page.count("\n| ") >= len(OfficeAct), "the table has lost its rows"


@pytest.mark.parametrize("language", list(Language))
def test_the_guide_calls_things_as_the_pages_do(language: Language) -> None:
    """What a guide quotes is printed somewhere, to the letter: a renamed button shows here [K3] [L4]."""
    page = re.sub(r"\s+", " ", tree.source(rights_table.PAGES[language]))
    printed = [text.words.casefold() for text in texts.texts(language.value)]
    quoted = {words.casefold() for words in QUOTED.findall(page)} - FORMS
    assert sorted(words for words in quoted if not any(words in text for text in printed)) == []


def test_both_guides_have_the_same_parts() -> None:
    """Neither language lacks a chapter, a step, a question or a row of the other [P6] [K3]."""
    shapes = [
        [
            re.split(r"[^#|*\d.`-]", line, maxsplit=1)[0]
            for line in tree.source(page).splitlines()
            if re.match(r"#|\||- |\d\. |\*\*|```", line)
        ]
        for page in rights_table.PAGES.values()
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", list(Language))
def test_the_guides_have_no_calques(language: Language) -> None:
    """What no text of the bot may say the guides do not say either [P6]."""
    page = re.sub(r"\s+", " ", tree.source(rights_table.PAGES[language]))
    calques = [calque for calque in texts.calques() if calque.language == language.value]
    assert [calque.right for calque in calques if calque.wrong.search(page)] == []
