"""The territory tree of an akimat: where people are registered and where money, votes and projects stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.model.language import Text


class TerritoryKind(StrEnum):
    """Administrative kind of a territory; ``part`` is any freer kind such as a micro-section (A1)."""

    OBLAST = "oblast"
    CITY_OF_REPUBLICAN_SIGNIFICANCE = "city_of_republican_significance"
    CITY_OF_OBLAST_SIGNIFICANCE = "city_of_oblast_significance"
    CITY_OF_DISTRICT_SIGNIFICANCE = "city_of_district_significance"
    DISTRICT = "district"
    CITY_DISTRICT = "city_district"
    RURAL_OKRUG = "rural_okrug"
    VILLAGE = "village"
    SETTLEMENT = "settlement"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """One node of the tree; ``population`` counts people, ``parent`` is empty for the root."""

    slug: str
    name: Text
    kind: TerritoryKind
    parent: str | None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryTree:
    """All territories of a campaign by slug, parents before children (A1)."""

    nodes: Mapping[str, Territory]

    def require(self, slug: str) -> Territory:
        """Return the territory called ``slug``; raise ``KeyError`` where the tree has none."""
        return self.nodes[slug]

    def line(self, slug: str) -> Iterator[Territory]:
        """Yield ``slug`` itself and then everything above it, up to the root."""
        node: Territory | None = self.nodes[slug]
        while node is not None:
            yield node
            node = self.nodes[node.parent] if node.parent is not None else None

    def is_within(self, slug: str, above: str) -> bool:
        """Say whether ``slug`` is ``above`` or lies anywhere below it."""
        return any(node.slug == above for node in self.line(slug))

    def children(self, slug: str | None) -> tuple[Territory, ...]:
        """Return the territories directly below ``slug`` (``None``: the roots), in rulebook order."""
        return tuple(node for node in self.nodes.values() if node.parent == slug)
