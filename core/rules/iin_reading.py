"""IINs as spreadsheets leave them; apart from what an IIN is, for here a number is mended or refused (L3)."""

import re
from enum import StrEnum

from core.rules.iin import is_iin

_LENGTH = 12
_FEWEST_DIGITS = 9
"""Born in January 2000: three zeros lead, and what is left of the number is never shorter."""

_SCIENTIFIC = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+")
_ROUNDED = re.compile(r"[0-9]{6}0{6}")


class IinFault(StrEnum):
    """What is to be said of an IIN; the value is the code under which a front tells it."""

    MISSING = "iin-missing"
    SCIENTIFIC = "iin-scientific"
    WRONG = "iin-wrong"
    ZEROS_RESTORED = "iin-zeros-restored"
    DOUBTFUL = "iin-doubtful"

    @property
    def keeps_iin(self) -> bool:
        """Say whether the number is taken all the same."""
        return self in {IinFault.ZEROS_RESTORED, IinFault.DOUBTFUL}


def read_iin(written: str) -> tuple[str | None, IinFault | None]:
    """Return the IIN that ``written`` means and what is to be said of it.

    A number of which a spreadsheet kept six digits ends in six zeros. Whether it lost others there, only the
    control digit can tell: where that is wrong the number is refused, where it is right it is doubtful.
    """
    iin = written.zfill(_LENGTH)
    if not written.strip("0"):
        return None, IinFault.MISSING
    if _SCIENTIFIC.fullmatch(written):
        return None, IinFault.SCIENTIFIC
    is_rounded = _ROUNDED.fullmatch(iin) is not None
    if len(written) < _FEWEST_DIGITS or not is_iin(iin):
        return None, IinFault.SCIENTIFIC if is_rounded else IinFault.WRONG
    if is_rounded:
        return iin, IinFault.DOUBTFUL
    return iin, IinFault.ZEROS_RESTORED if iin != written else None
