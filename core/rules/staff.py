"""What a login of the office needs, and that somebody always remains who can give one (L1)."""

import re
from collections.abc import Collection

from core.model.language import Text
from core.model.refusals import Reason, Refusal, Verdict
from core.model.staff import Role, Staff
from core.rules.iin import contains_iin, is_iin

_LOGIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]{1,62})[a-z0-9]")
_LONGEST_NAME = 200


def staff_verdict(
    name: str, position: Text, roles: Collection[Role], *, login: str | None = None, iin: str | None = None
) -> Verdict:
    """Say whether a login may be kept; ``login`` and ``iin`` are ``None`` where it has been added before.

    Refusals, all at once: ``staff-name-missing`` with the ``part`` that lacks or holds an IIN,
    ``staff-iin-wrong``.
    """
    texts = (name, position.kk, position.ru)
    lacking = [
        ("login", login is not None and _LOGIN.fullmatch(login) is None),
        ("name", not 0 < len(name) <= _LONGEST_NAME),
        ("position", not all(0 < len(text) <= _LONGEST_NAME for text in texts[1:])),
        ("iin", any(contains_iin(text) for text in (*texts, login or ""))),
        ("roles", not roles),
    ]
    reasons = [
        Reason(refusal=Refusal.STAFF_NAME_MISSING, facts={"part": part}) for part, is_so in lacking if is_so
    ]
    if iin is not None and not is_iin(iin):
        reasons.append(Reason(refusal=Refusal.STAFF_IIN_WRONG))
    return Verdict(reasons=tuple(reasons))


def may_remain(every: Collection[Staff], staff_id: int, roles: Collection[Role]) -> Verdict:
    """Say whether the login ``staff_id`` may have these ``roles`` from now on: an administrator must remain.

    Refusal: ``last-administrator``.
    """
    left = [
        each
        for each in every
        if not each.is_blocked
        and Role.SYSTEM_ADMINISTRATOR in (roles if each.staff_id == staff_id else each.roles)
    ]
    was = any(
        each.staff_id == staff_id and not each.is_blocked and Role.SYSTEM_ADMINISTRATOR in each.roles
        for each in every
    )
    if was and not left:
        return Verdict(reasons=(Reason(refusal=Refusal.LAST_ADMINISTRATOR),))
    return Verdict()
