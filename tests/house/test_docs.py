"""The pages for people are true: links lead somewhere, words of `make` exist, CI runs what they say."""

import re
from pathlib import Path

from tests.house import tree

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
WORD = re.compile(r"\bmake ([a-z]+)\b")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def _pages() -> list[Path]:
    return [name for name in tree.files() if name.suffix == ".md"]


def test_links_lead_somewhere() -> None:
    """Every link of every page to a file of the project finds it."""
    broken = [
        f"{page}: {link}"
        for page in _pages()
        for link in LINK.findall(tree.source(page))
        if not (tree.ROOT / page.parent / link).exists()
    ]
    assert broken == []


def test_commands_exist() -> None:
    """Every `make …` that a page names in code is a target of the Makefile."""
    targets = set(TARGET.findall(tree.source(Path("Makefile"))))
    named = {
        (str(page), word)
        for page in _pages()
        for code in re.findall(r"```.*?```|`[^`]+`", tree.source(page), re.DOTALL)
        for word in WORD.findall(code)
    }
    assert {(page, word) for page, word in named if word not in targets} == set()


def test_ci_runs_the_command_of_the_readme() -> None:
    """CI and a newcomer run the same thing [N1]."""
    assert "make test" in tree.source(Path("README.md"))
    assert tree.source(Path(".ci/run")).rstrip().endswith("exec make test")
