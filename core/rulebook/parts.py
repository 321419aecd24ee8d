"""The parts of a rulebook that describe: akimat, acts, territories, texts; apart from those that decide."""

from collections.abc import Mapping

from core.model.territory import Territory, TerritoryKind, TerritoryTree
from core.rulebook.kinds import (
    BIN,
    BOT,
    DAY,
    LINK,
    SHARE,
    SLUG,
    TRUTH,
    WORDS,
    Kind,
    UnfitError,
    one_of,
    several,
    whole,
)
from core.rulebook.model import Act, Akimat, AuthorKind, Contact, CouncilRules, Named, Official
from core.rulebook.problems import suggestion
from core.rulebook.sourced import CHOICE, Sourced
from core.rulebook.table import Table, ValueT


def read_akimat(table: Table) -> Akimat:
    """Return the akimat with its contacts (A1, A3)."""
    akimat = Akimat(
        slug=table.value("slug", SLUG),
        name=table.text("name"),
        bin=table.optional("bin", BIN),
        contacts=read_contacts(table, "contacts"),
    )
    table.finish()
    return akimat


def read_contacts(table: Table, key: str) -> tuple[Contact, ...]:
    """Return a list of contacts; an address is given where there is one to go to."""
    contacts = []
    for row in table.tables(key):
        address = row.text("address") if "address" in row else None
        contacts.append(Contact(name=row.text("name"), phone=row.value("phone", WORDS), address=address))
        row.finish()
    return tuple(contacts)


def read_acts(table: Table) -> Mapping[str, Act]:
    """Return the legal acts and documents that numbers refer to (P2)."""
    acts = {}
    for slug, row in _by_slug(table):
        if slug == CHOICE:
            row.report(f"{CHOICE!r} is kept for the akimat's own choice")
        acts[slug] = Act(
            title=row.text("title"),
            number=row.value("number", WORDS) if "number" in row else "",
            date=row.value("date", DAY),
            link=row.value("link", LINK) if "link" in row else "",
        )
        row.finish()
    return acts


def read_territories(table: Table) -> TerritoryTree:
    """Return the territory tree, parents before children; unknown and circular parents are reported (A1)."""
    rows = dict(_by_slug(table))
    nodes = {}
    for slug, row in rows.items():
        nodes[slug] = Territory(
            slug=slug,
            name=row.text("name"),
            kind=row.value("kind", one_of(TerritoryKind)),
            parent=row.value("parent", SLUG) if "parent" in row else None,
            population=row.value("population", whole(least=0)) if "population" in row else None,
        )
        row.finish()
    return TerritoryTree(nodes={slug: nodes[slug] for slug in _parents_first(nodes, rows)})


def _parents_first(nodes: Mapping[str, Territory], rows: Mapping[str, Table]) -> tuple[str, ...]:
    ordered: dict[str, None] = {}
    for slug, node in nodes.items():
        line, above = [slug], node.parent
        while above is not None and above in nodes and above not in line:
            line.append(above)
            above = nodes[above].parent
        if above == slug:
            rows[slug].report("lies below itself", "parent")
        elif node.parent is not None and node.parent not in nodes:
            rows[slug].report(f"{node.parent!r} is no territory{suggestion(node.parent, nodes)}", "parent")
        ordered.update(dict.fromkeys(reversed(line)))
    return tuple(ordered)


def read_named(table: Table, key: str) -> tuple[Named, ...]:
    """Return a list of slugs with their texts; a slug is used once."""
    named: dict[str, Named] = {}
    for row in table.tables(key):
        slug = row.value("slug", SLUG)
        if slug and slug in named:
            row.report(f"{slug!r} is used twice", "slug")
        named[slug] = Named(slug=slug, text=row.text("text"))
        row.finish()
    return tuple(named.values())


def read_authors(table: Table, key: str) -> tuple[AuthorKind, ...]:
    """Return the kinds of author, each with its papers, which may be none (A1)."""
    authors = []
    for row in table.tables(key):
        papers = row.texts("papers") if "papers" in row else ()
        authors.append(AuthorKind(slug=row.value("slug", SLUG), text=row.text("text"), papers=papers))
        row.finish()
    return tuple(authors)


def read_council(table: Table) -> CouncilRules:
    """Return the council's name and rules; shares of its members as fractions (C2)."""
    council = CouncilRules(
        name=table.text("name"),
        quorum=table.optional_sourced("quorum", SHARE),
        majority=table.optional_sourced("majority", SHARE),
        conflict_leaves_denominator=table.optional_sourced("conflict_leaves_denominator", TRUTH),
    )
    table.finish()
    return council


def read_official(table: Table) -> Official:
    """Return the official bot and pages, and whom to turn to outside the akimat (A3, E9)."""
    official = Official(
        bot=table.optional("bot", BOT) or "",
        pages=table.value("pages", several(LINK)),
        outside_contacts=read_contacts(table, "outside_contacts") if table.has("outside_contacts") else (),
        application_form=table.optional("application_form", LINK),
    )
    table.finish()
    return official


def read_sourced(table: Table, kinds: Mapping[str, Kind[ValueT]]) -> Mapping[str, Sourced[ValueT]]:
    """Return those of ``kinds`` that a source or a choice settles; the others must be unstated (A1)."""
    read = {key: table.optional_sourced(key, kind) for key, kind in kinds.items()}
    table.finish()
    return {key: sourced for key, sourced in read.items() if sourced is not None}


def _by_slug(table: Table) -> tuple[tuple[str, Table], ...]:
    rows = []
    for slug in table.keys():  # noqa: SIM118 - a table of the file is no mapping
        try:
            SLUG.convert(slug)
        except UnfitError as error:
            table.report(str(error), slug)
        rows.append((slug, table.table(slug)))
    return tuple(rows)
