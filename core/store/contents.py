"""An application's contents as JSON and back; apart, because drafts and versions keep the same (B2)."""

from decimal import Decimal
from typing import Any

from core.model.language import Language
from core.model.proposal import Author, Contents, Estimate, EstimateKind, EstimateLine, Picture, PictureKind

_PLAIN = (
    "direction",
    "reason",
    "title",
    "description",
    "territory",
    "landmark",
    "latitude",
    "longitude",
    "model",
    "agreed_version",
    "has_answered_question",
)


def to_json(contents: Contents) -> dict[str, Any]:
    """Return the contents as JSON keeps them; quantities are texts, so that no digit is lost."""
    estimate, author = contents.estimate, contents.author
    return {
        "language": contents.language.value,
        **{name: getattr(contents, name) for name in _PLAIN},
        "estimate": {
            "kind": estimate.kind.value,
            "typed": estimate.typed,
            "lines": [[line.item, str(line.quantity), line.price] for line in estimate.lines],
            "file": estimate.file,
        },
        "pictures": [
            [picture.original, picture.published, picture.thumbnail, picture.kind.value]
            for picture in contents.pictures
        ],
        "author": {
            "kind": author.kind,
            "name": author.name,
            "phone": author.phone,
            "is_name_public": author.is_name_public,
        },
    }


def from_json(kept: dict[str, Any]) -> Contents:
    """Return what ``to_json`` was given."""
    return Contents(
        language=Language(kept["language"]),
        **{name: kept[name] for name in _PLAIN},
        estimate=_estimate(kept["estimate"]),
        pictures=tuple(_picture(row) for row in kept["pictures"]),
        author=Author(**kept["author"]),
    )


def _estimate(kept: dict[str, Any]) -> Estimate:
    return Estimate(
        kind=EstimateKind(kept["kind"]),
        typed=kept["typed"],
        lines=tuple(
            EstimateLine(item=item, quantity=Decimal(quantity), price=price)
            for item, quantity, price in kept["lines"]
        ),
        file=kept["file"],
    )


def _picture(row: list[str]) -> Picture:
    original, published, thumbnail, kind = row
    return Picture(original=original, published=published, thumbnail=thumbnail, kind=PictureKind(kind))


def files_of(contents: Contents) -> frozenset[str]:
    """Return the digests of every file that the contents name."""
    pictures = (
        digest
        for picture in contents.pictures
        for digest in (picture.original, picture.published, picture.thumbnail)
    )
    return frozenset(filter(None, (*pictures, contents.estimate.file)))
