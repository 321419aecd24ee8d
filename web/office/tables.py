"""A table that was chosen in a form; apart, because register, codes and yards take one alike (L3)."""

from collections.abc import Iterator
from io import BytesIO
from typing import IO

from core.model.language import Language
from core.rulebook.model import Rulebook
from web.office.desk import Desk

ACCEPTED = ".csv,.xlsx"
"""What a browser offers to choose."""

FIELD = "table"
"""The field of the form."""

_INDENT = "\u2003"


def chosen(desk: Desk) -> tuple[IO[bytes], str]:
    """Return content and name of the table, empty where none was chosen: then it is refused as empty."""
    file = desk.form.file(FIELD)
    return (BytesIO(), "") if file is None else (file.content, file.name)


def territories_of(desk: Desk) -> dict[str, str]:
    """Return the names of the campaign's territories by their slugs, in the order of the rulebook."""
    nodes = desk.campaign_rules.territories.nodes
    return {slug: node.name.in_language(desk.language) for slug, node in nodes.items()}


def territory_tree(
    rulebook: Rulebook, language: Language, above: str | None = None, depth: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield slug and name of every territory, each below its parent and set in from it, for a choice."""
    for each in rulebook.territories.children(above):
        yield each.slug, _INDENT * depth + each.name.in_language(language)
        yield from territory_tree(rulebook, language, each.slug, depth + 1)
