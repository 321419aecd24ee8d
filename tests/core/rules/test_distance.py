"""Metres between places, against distances that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.distance import metres_between

PLACES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
HALF_ROUND = 20_015_087


@pytest.mark.parametrize(
    ("here", "there", "metres", "tolerance"),
    [
        ((50.4111, 80.2275), (50.4111, 80.2275), 0, 0),
        # A degree of latitude is 111.2 km on the sphere; one of longitude shrinks with the cosine.
        ((50.0, 80.0), (51.0, 80.0), 111_195, 5),
        ((50.0, 80.0), (50.0, 81.0), 71_474, 50),
        ((50.4111, 80.2275), (50.4111, 80.2296), 149, 2),
        # Almaty and Astana.
        ((43.238, 76.945), (51.169, 71.449), 972_000, 5_000),
        ((0.0, 179.999), (0.0, -179.999), 222, 2),
    ],
)
def test_known_distances(
    here: tuple[float, float], there: tuple[float, float], metres: int, tolerance: int
) -> None:
    """The distance is that of the sphere, to the metre where people live [B3]."""
    assert abs(metres_between(here, there) - metres) <= tolerance


@given(PLACES, PLACES)
def test_any_two_places_have_a_distance(here: tuple[float, float], there: tuple[float, float]) -> None:
    """It is the same in both directions and never more than half around the Earth [B3]."""
    assert metres_between(here, there) == metres_between(there, here)
    assert 0 <= metres_between(here, there) <= HALF_ROUND + 1
