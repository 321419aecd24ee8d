"""Telephone numbers as registers and messengers write them, brought to one form."""

import re

_MOBILE = re.compile(r"77[0-9]{9}")
_SEPARATORS = re.compile(r"[\s()+.\-\u00a0]")


def normalise(number: str) -> str | None:
    """Return a Kazakh mobile as eleven digits (``77012345678``), ``None`` for any other number (E2).

    Numbers of other countries, land lines and numbers that belong to no SIM card prove nobody's identity.
    """
    digits = _SEPARATORS.sub("", number)
    if re.fullmatch(r"8?7[0-9]{9}", digits):
        digits = "7" + digits[-10:]
    return digits if _MOBILE.fullmatch(digits) else None
