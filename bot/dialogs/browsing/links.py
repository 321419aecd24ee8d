"""Links that leave a card: to the place on a map, and to the card itself for somebody else (D2, D5).

Separate because their forms belong to others: to the phone's map application and to Telegram.
"""

from urllib.parse import quote, urlencode

from core.model.project import Place

# Telegram opens no `geo:` links. This address is opened by the map application itself on Android and iPhone,
# a phone without one gets a page; the landmark in words stands on the card in any case (P5).
_MAP = "https://www.google.com/maps/search/?api=1&query={latitude},{longitude}"
_SHARE = "https://t.me/share/url?"


def map_link(place: Place) -> str | None:
    """Return where the place stands on a map, ``None`` for one that has words only."""
    if place.latitude is None or place.longitude is None:
        return None
    return _MAP.format(latitude=place.latitude, longitude=place.longitude)


def card_payload(campaign: str, number: int) -> str:
    """Return the payload of the deep link to a card: ``c-<campaign>-<number>`` (D5)."""
    return f"c-{campaign}-{number}"


def share_link(link: str, text: str) -> str:
    """Return the address at which Telegram asks to whom ``link`` goes, with ``text`` beside it."""
    return _SHARE + urlencode({"url": link, "text": text}, quote_via=quote)
