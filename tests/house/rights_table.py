"""Writes the table of rights in the guides for staff: `python -m tests.house.rights_table`.

Separate from the table itself, because the guides are for people and in their words; a test compares them.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from core.model.language import Language
from core.model.staff import Role
from core.model.stage import Stage
from core.rules.permissions import PERMISSIONS, OfficeAct, Permission
from tests.house import texts, tree

PAGES: Mapping[Language, Path] = {
    Language.KAZAKH: Path("docs/office.md"),
    Language.RUSSIAN: Path("docs/office.ru.md"),
}
_ANY: Mapping[Language, str] = {Language.KAZAKH: "кез келген кезеңде", Language.RUSSIAN: "на любом"}
_TABLE = re.compile(
    r"(?P<heading>^\|[^\n]*\|[^\n]*\|[^\n]*\|\n\|---\|---\|---\|\n)(?:\|[^\n]*\n)*", re.MULTILINE
)
_LABEL = re.compile(r"^\s+\[(?P<act>[a-z-]+)\] (?P<label>.+)$", re.MULTILINE)


def render(page: str, language: Language) -> str:
    """Return the page with the rows of its first table of three columns made anew."""
    rows = "".join(f"{row}\n" for row in _rows(language))
    return _TABLE.sub(lambda found: found["heading"] + rows, page, count=1)


def _rows(language: Language) -> Iterator[str]:
    labels, words = _labels(language), _words(language)
    for act in OfficeAct:
        permission = PERMISSIONS[act]
        roles = ", ".join(words[f"role-{role.value}"] for role in Role if role in permission.roles)
        yield f"| {labels[act.value]} | {roles} | {_stages(permission, language, words)} |"


def _stages(permission: Permission, language: Language, words: Mapping[str, str]) -> str:
    """Return the stages in a row as from … to …, and the others after them."""
    if permission.stages == frozenset(Stage):
        return _ANY[language]
    places = [place for place, stage in enumerate(Stage) if stage in permission.stages]
    runs = [
        [place for _, place in run] for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0])
    ]
    names = [words[f"stage-{stage.value}"] for stage in Stage]
    return ", ".join(
        names[run[0]] if len(run) == 1 else f"{names[run[0]]} – {names[run[-1]]}" for run in runs
    )


def _words(language: Language) -> Mapping[str, str]:
    return {text.key: text.words for text in texts.texts(language.value)}


def _labels(language: Language) -> Mapping[str, str]:
    """Return what pages call each act: it stands in the refusal of whoever has no right to it."""
    source = texts.folder_files(language.value)["refusals"]
    message = source.partition("refusal-office-forbidden =")[2].partition("\n}")[0]
    return {
        found["act"]: found["label"] for found in _LABEL.finditer(message) if found["act"] in set(OfficeAct)
    }


if __name__ == "__main__":
    for language, page in PAGES.items():
        (tree.ROOT / page).write_text(render(tree.source(page), language), encoding="utf-8")
