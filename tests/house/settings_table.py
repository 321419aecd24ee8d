"""Writes docs/settings.md from the settings model: `python -m tests.house.settings_table`.

Separate from the model, because the page is for people and the model for machines; a test compares them.
"""

import json
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from core.settings import Settings
from tests.house import tree

PAGE = Path("docs/settings.md")
HEADING = "| name | kind | default | meaning |"


def render(page: str) -> str:
    """Return the page with its table made anew; the words around it stay."""
    before, _, rest = page.partition(HEADING)
    _, _, after = rest.partition("\n\n")
    rows = [HEADING, "|---|---|---|---|", *(_row(*item) for item in Settings.model_fields.items())]
    return f"{before}{chr(10).join(rows)}\n\n{after}"


def _row(name: str, field: FieldInfo) -> str:
    return (
        f"| `{name.upper()}` | {_kind(field.annotation)} | {_default(field.default)} | {field.description} |"
    )


def _kind(annotation: object) -> str:
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    if isinstance(annotation, UnionType):
        return _kind(next(each for each in get_args(annotation) if each is not NoneType))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ", ".join(f"`{value}`" for value in annotation)
    kinds: dict[object, str] = {str: "text", int: "number", Path: "path", SecretStr: "secret"}
    return kinds[annotation]


def _default(value: object) -> str:
    if value is None or value == "":
        return "none"
    return f"`{value}`" if isinstance(value, str | Path) else f"`{json.dumps(value)}`"


if __name__ == "__main__":
    (tree.ROOT / PAGE).write_text(render(tree.source(PAGE)), encoding="utf-8")
