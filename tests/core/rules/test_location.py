"""Places in writing: pairs of degrees and links out of maps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.location import is_map_link, read_location

HERE = (50.4111, 80.2275)


@pytest.mark.parametrize(
    "text",
    [
        "50.4111, 80.2275",
        "50.4111 80.2275",
        "50,4111 80,2275",
        "50,4111; 80,2275",
        "80.2275, 50.4111",
        "50.4111°N 80.2275°E",
        "geo:50.4111,80.2275?z=17",
        "Міне: 50.4111, 80.2275 (аула)",
        "https://www.google.com/maps/@50.4111,80.2275,17z",
        "https://maps.google.com/?q=50.4111,80.2275",
        "https://yandex.kz/maps/?ll=80.227500%2C50.411100&z=15",
        "https://2gis.kz/semey/geo/80.2275,50.4111",
    ],
)
def test_what_people_copy_out_of_maps(text: str) -> None:
    """Degrees by themselves or in a link, in the order of each map, are one point [B2]."""
    assert read_location(text) == HERE


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("https://yandex.kz/maps/?ll=51.37%2C51.22", None),
        ("https://yandex.kz/maps/?ll=51.370%2C51.222", (51.222, 51.37)),
        ("51.222, 51.370", (51.222, 51.37)),
    ],
)
def test_where_both_orders_lie_in_the_country(text: str, point: tuple[float, float] | None) -> None:
    """In the west the order of the map decides; two digits after the point are too few for a place [B2]."""
    assert read_location(text) == point


@pytest.mark.parametrize(
    "text", ["", "Абай көшесі, 12-үй", "8 701 123 45 67", "55.7558, 37.6173", "1 200 000", "50.4111"]
)
def test_what_is_no_place(text: str) -> None:
    """Addresses, telephones, sums and places abroad are none [B2]."""
    assert read_location(text) is None


@given(st.floats(min_value=40.001, max_value=45.999), st.floats(min_value=56.001, max_value=87.999))
def test_every_point_of_the_country_is_read(latitude: float, longitude: float) -> None:
    """Whatever point a map prints, it is the one that is read, in either order [B2]."""
    point = (round(latitude, 5), round(longitude, 5))
    north, east = (f"{degrees:.5f}" for degrees in point)
    assert read_location(f"{north}, {east}") == point
    assert read_location(f"{east},{north}") == point


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    """Anything may be typed [B2]."""
    read_location(text)
    is_map_link(text)
