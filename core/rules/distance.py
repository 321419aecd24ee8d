"""How far two places lie apart; apart, because likeness and location both ask it (B3)."""

from math import asin, cos, radians, sin, sqrt

_RADIUS = 6_371_000
"""Metres from the middle of the Earth to its surface, as a sphere of the same volume has them."""


def metres_between(here: tuple[float, float], there: tuple[float, float]) -> int:
    """Return whole metres between two places in degrees (latitude, longitude), by haversines (B3)."""
    (north, east), (other_north, other_east) = (map(radians, place) for place in (here, there))
    half_chord = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    )
    return round(2 * _RADIUS * asin(sqrt(min(1.0, half_chord))))
