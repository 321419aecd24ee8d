"""A table that was chosen in a form; apart, because register, codes and yards take one alike (L3)."""

from io import BytesIO
from typing import IO

from web.office.desk import Desk

ACCEPTED = ".csv,.xlsx"
"""What a browser offers to choose."""

FIELD = "table"
"""The field of the form."""


def chosen(desk: Desk) -> tuple[IO[bytes], str]:
    """Return content and name of the table, empty where none was chosen: then it is refused as empty."""
    file = desk.form.file(FIELD)
    return (BytesIO(), "") if file is None else (file.content, file.name)


def territories_of(desk: Desk) -> dict[str, str]:
    """Return the names of the campaign's territories by their slugs, in the order of the rulebook."""
    nodes = desk.campaign_rules.territories.nodes
    return {slug: node.name.in_language(desk.language) for slug, node in nodes.items()}
