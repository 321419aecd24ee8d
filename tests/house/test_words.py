"""Text for people stands in the locales: code has none, and every refusal has its text in both languages."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from core.model.refusals import Refusal
from tests.house import tree

# Folding, number words and vowels are made of letters: the one package that may hold them (architecture.md).
LETTERS = Path("core/model/letters")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LANGUAGES = ("kk", "ru")


def test_code_holds_no_text_for_people() -> None:
    """No string of the code has a Kazakh or Russian letter [P6]."""
    offences = [
        f"{name}:{node.lineno} {node.value!r}"
        for name in tree.modules(*tree.STOREYS)
        if not name.is_relative_to(LETTERS)
        for node in _strings(name)
        if CYRILLIC.search(str(node.value))
    ]
    assert offences == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_text(language: str) -> None:
    """Every refusal of the core can be explained to the person in their language [P7]."""
    keys = {f"refusal-{refusal.value}" for refusal in Refusal}
    assert keys - _messages(language) == set()


def _strings(name: Path) -> list[ast.Constant]:
    docstrings = tree.docstrings(name)
    return [
        node
        for node in ast.walk(tree.tree(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def _messages(language: str) -> set[str]:
    parser = FluentParser()
    files = [name for name in tree.files() if name.match(f"locales/{language}/*.ftl")]
    entries = [entry for name in files for entry in parser.parse(tree.source(name)).body]
    return {entry.id.name for entry in entries if isinstance(entry, fluent.Message)}
