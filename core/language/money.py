"""Numbers as both languages print them: groups of three, the tenge sign, shares as per cent.

Separate because rules read money and language prints it; nothing here knows a language.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NBSP = "\u00a0"
"""The space that doesn't break a line, between groups of digits and before a sign (CLDR, kk and ru_KZ)."""

TENGE = "₸"


def grouped(number: int) -> str:
    """Return a whole number in groups of three digits: ``1 200 000`` with NBSP."""
    return f"{number:,}".replace(",", NBSP)


def tenge(amount: int) -> str:
    """Return whole tenge with their sign: ``1 200 000 ₸`` with NBSP (glossary, style)."""
    return f"{grouped(amount)}{NBSP}{TENGE}"


def hundredths(share: Fraction | Decimal, digits: int = 1) -> str:
    """Return ``share`` of one per cent, at most ``digits`` after the comma, halves rounded up: ``12,5``."""
    exact = Fraction(share) * 100
    step = Decimal(1).scaleb(-digits)
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)
    whole, _, rest = f"{rounded:z,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", NBSP) + (f",{rest}" if rest else "")
