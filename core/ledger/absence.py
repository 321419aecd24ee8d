"""The signed «no»: that a token stood nowhere in the roll up to a size and an instant (ledger 7)."""

from datetime import datetime

from core.ledger.receipt import is_signed, sign
from core.model.encoding import entry
from core.model.vote import Absence


def absence_text(campaign: str, token: bytes, size: int, at: datetime) -> str:
    """Return what a «no» signs: none of the first ``size`` entries, numbered from 0, has the token.

    ``head`` is empty as long as no head was published: the size and the instant say what was looked through.
    """
    instant = at.isoformat(timespec="seconds")
    return entry("none", campaign, token=token.hex(), size=size, at=instant, head=None)


def make_absence(signing_key: bytes, campaign: str, token: bytes, size: int, at: datetime) -> Absence:
    """Sign a «no» with the campaign's key."""
    text = absence_text(campaign, token, size, at)
    return Absence(token=token, size=size, at=at, signature=sign(signing_key, text))


def is_genuine_absence(public_key: bytes, campaign: str, absence: Absence) -> bool:
    """Say whether the campaign's key signed this «no»."""
    text = absence_text(campaign, absence.token, absence.size, absence.at)
    return is_signed(public_key, text, absence.signature)
