"""QR codes of links into the bot: a poster's, a slip's, a card's (A7, B9, D2)."""

from io import BytesIO

import segno

from core.rulebook.model import Rulebook

PLACE_LINK = "t-"
CARD_LINK = "c-"
_LINK = "https://t.me/{bot}"
_BORDER = 4
"""Light modules around the code: readers expect four (ISO/IEC 18004)."""


def bot_link(rulebook: Rulebook, payload: str = "") -> str:
    """Return the address that opens the official bot, with a deep link's payload; empty without a bot."""
    if not rulebook.official.bot:
        return ""
    link = _LINK.format(bot=rulebook.official.bot)
    return f"{link}?start={payload}" if payload else link


def card_link(rulebook: Rulebook, number: int) -> str:
    """Return the address of a project's or proposal's card, empty without a bot (D2, D5)."""
    return bot_link(rulebook, f"{CARD_LINK}{rulebook.campaign}-{number}")


def place_link(rulebook: Rulebook, territory: str) -> str:
    """Return the address that sets a newcomer down in a territory, empty without a bot (A7, D5)."""
    return bot_link(rulebook, f"{PLACE_LINK}{rulebook.campaign}-{territory}")


def qr_png(text: str, *, scale: int = 10) -> bytes:
    """Return ``text`` as a QR code in PNG, ``scale`` pixels a module; it reads with a quarter of it lost."""
    out = BytesIO()
    _code(text).save(out, kind="png", scale=scale, border=_BORDER)
    return out.getvalue()


def qr_svg(text: str) -> bytes:
    """Return ``text`` as a QR code in SVG that grows to any size."""
    out = BytesIO()
    _code(text).save(out, kind="svg", border=_BORDER, xmldecl=False, svgns=True, omitsize=True)
    return out.getvalue()


def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="q", boost_error=False)
