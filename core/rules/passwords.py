"""What a password of the office must be, and how long a login stays locked after wrong ones (L1)."""

from datetime import timedelta

from core.model.letters.passwords import COMMON_PASSWORDS
from core.model.refusals import Reason, Refusal, Verdict

SHORTEST = 12
"""Characters; length makes a password strong, not signs that nobody remembers."""

LONGEST = 200

FAILURES = 5
"""Wrong attempts in a row after which a login is locked."""

_FIRST_LOCK = timedelta(minutes=15)
_LONGEST_LOCK = timedelta(hours=8)
_MOST_DOUBLINGS = 10
_LEAST_DIFFERENT = 5


def password_verdict(password: str, login: str) -> Verdict:
    """Say whether somebody with ``login`` may take ``password``; every reason against it at once.

    Refusal: ``password-weak`` with its ``problem``: ``short``, ``long``, ``login``, ``common`` or ``same``.
    """
    folded = password.casefold()
    problems = [
        ("short", len(password) < SHORTEST),
        ("long", len(password) > LONGEST),
        ("login", bool(login) and login.casefold() in folded),
        ("common", _is_common(folded)),
        ("same", len(set(folded)) < _LEAST_DIFFERENT),
    ]
    return Verdict(
        reasons=tuple(
            Reason(
                refusal=Refusal.PASSWORD_WEAK, facts={"problem": problem, "least": SHORTEST, "most": LONGEST}
            )
            for problem, is_so in problems
            if is_so
        )
    )


def _is_common(folded: str) -> bool:
    """Say whether nothing but digits and signs is left without the words that everybody takes."""
    rest = folded
    for word in sorted(COMMON_PASSWORDS, key=len, reverse=True):
        rest = rest.replace(word, "")
    return rest != folded and not any(character.isalpha() for character in rest)


def lock_after(failures: int) -> timedelta | None:
    """Return for how long a login is locked by its wrong attempt number ``failures``, ``None`` for not.

    Each five more double it.
    """
    if failures == 0 or failures % FAILURES:
        return None
    doubled: int = 2 ** min(failures // FAILURES - 1, _MOST_DOUBLINGS)
    return min(_FIRST_LOCK * doubled, _LONGEST_LOCK)
