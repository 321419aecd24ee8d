"""A place as people hand it over in writing: a pair of degrees, or a link out of a map (B2).

Separate because each map writes its links in an order of its own.
"""

import re

_NUMBER = r"[-+]?[0-9]{1,3}[.,][0-9]{3,}"
_PAIR = re.compile(rf"(?<![0-9.,])({_NUMBER})°?[^\W\d_]?(?:\s*[,;]\s*|\s+|/)({_NUMBER})°?[^\W\d_]?(?![0-9.])")
_EAST_FIRST = re.compile(r"yandex|2gis")
_ESCAPED_COMMA = re.compile("%2c", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+")

LATITUDES = (40.0, 56.0)
LONGITUDES = (46.0, 88.0)
"""Between which degrees Kazakhstan lies, to the north and to the east."""


def read_location(text: str) -> tuple[float, float] | None:
    """Return degrees north and east that ``text`` names, ``None`` where it names none of Kazakhstan (B2).

    Two numbers with three digits after the point at least, by themselves or inside a link. Maps write the
    east first now and then: where only that order lies in the country, it is the right one.
    """
    plain = _ESCAPED_COMMA.sub(",", text)
    for first, second in _PAIR.findall(plain):
        one, other = _degrees(first), _degrees(second)
        if _EAST_FIRST.search(plain):
            one, other = other, one
        if _is_here(one, other):
            return one, other
        if _is_here(other, one):
            return other, one
    return None


def is_map_link(text: str) -> bool:
    """Say whether ``text`` is a link and no words: a short one hides its place and can't be read."""
    return _LINK.fullmatch(text.strip()) is not None


def _degrees(written: str) -> float:
    return float(written.replace(",", "."))


def _is_here(latitude: float, longitude: float) -> bool:
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]
