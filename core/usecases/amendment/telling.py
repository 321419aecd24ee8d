"""What an amendment did, in the reader's words: one wording for office, pages and notices (A2)."""

from collections.abc import Mapping

from core.language.locales import Words
from core.model.amendment import Amendment, AmendmentKind, Correction, EarlyFreeze, Extension, Merger, Stop
from core.rulebook.model import Rulebook

TOLD_TEXTS = tuple(f"amendment-told-{kind}" for kind in AmendmentKind)
"""How each kind is told."""


def tell_of(words: Words, rulebook: Rulebook, amendment: Amendment) -> str:
    """Return what the amendment changes, with the old and the new of it; without its reason."""
    return words(f"amendment-told-{amendment.kind}", **_facts(words, rulebook, amendment))


def _facts(words: Words, rulebook: Rulebook, amendment: Amendment) -> Mapping[str, object]:
    nodes = rulebook.territories
    match amendment.what:
        case Extension() as extension:
            place = extension.territory
            return {
                "stage": words(f"stage-{extension.stage}"),
                "is_campaign": place is None,
                "territory": nodes.require(place) if place is not None else "",
                "old": extension.old,
                "new": extension.new,
            }
        case Merger(territories=territories, name=name):
            return {"territories": tuple(nodes.require(slug) for slug in territories), "name": name}
        case EarlyFreeze(territory=territory):
            return {"territory": nodes.require(territory)}
        case Stop(number=number):
            return {"number": number}
        case Correction() as mended:
            return {"number": mended.number, "field": mended.field, "old": mended.old, "new": mended.new}
