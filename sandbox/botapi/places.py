"""Locations and venues as content of a message; sent by methods and by inline results alike."""

from sandbox.errors import bad_request
from sandbox.records import LARGEST_ANGLES, Json

LIVE = frozenset({"live_period", "heading", "proximity_alert_radius"})
VENUE_FIELDS = (
    "title",
    "address",
    "foursquare_id",
    "foursquare_type",
    "google_place_id",
    "google_place_type",
)


def location_content(params: Json) -> Json:
    """Content fields of a location; raises ApiError for one that is nowhere on Earth or live."""
    if LIVE & params.keys():
        raise bad_request("live locations are not emulated by the sandbox")
    return {"location": _location(params, "wrong location specified")}


def venue_content(params: Json) -> Json:
    """Content fields of a venue: the place, its title and address."""
    location = _location(params, "wrong venue location specified")
    named = {name: params[name] for name in VENUE_FIELDS if params.get(name)}
    return {"venue": {"location": location, **named}, "location": location}


def _location(params: Json, refusal: str) -> Json:
    if any(abs(params[name]) > bound for name, bound in LARGEST_ANGLES.items()):
        raise bad_request(refusal)
    kept = (*LARGEST_ANGLES, "horizontal_accuracy")
    return {name: params[name] for name in kept if name in params}
