"""Whether a place was looked at and can be built on: what is admitted must be buildable (C5)."""

from collections.abc import Iterator
from datetime import date

from core.model.refusals import Reason, Refusal, Verdict
from core.model.review import SiteCheck
from core.rules.decision import SITE_CHECK_AT_MOST
from core.rules.wording import both_reasons, wording_reasons

NAME_AT_MOST = 200
"""Characters of who came to the place, and of who keeps it on its balance."""


def site_check_verdict(check: SiteCheck | None, number: int) -> Verdict:
    """Say whether the application ``number`` may be admitted by its last site check; ``None`` for none (C5).

    Refusals: ``site-check-missing`` with ``number`` and ``what``: ``check`` where nobody went there, ``land``
    and ``networks`` where these stand against it.
    """
    return Verdict(reasons=tuple(_missing(what, number) for what in _stands_against(check)))


def _stands_against(check: SiteCheck | None) -> Iterator[str]:
    if check is None:
        yield "check"
        return
    if not check.land_is_clear:
        yield "land"
    if not check.networks_are_clear:
        yield "networks"


def recording_verdict(check: SiteCheck, number: int, today: date) -> Verdict:
    """Say whether a site check may be recorded so on the day ``today`` of Asia/Almaty (C5, P6).

    Refusals: ``site-check-missing`` with ``what``: ``who``, ``holder``, ``found`` (in both languages), or
    ``day`` for one that has not come yet; ``text-too-long`` most, length; ``text-holds-iin``.
    """
    missing = (_missing(what, number) for what in _left_empty(check, today))
    return Verdict(
        reasons=(
            *missing,
            *wording_reasons(check.checked_by, NAME_AT_MOST),
            *wording_reasons(check.balance_holder, NAME_AT_MOST),
            *both_reasons(check.found, SITE_CHECK_AT_MOST),
        )
    )


def _left_empty(check: SiteCheck, today: date) -> Iterator[str]:
    if check.checked_on > today:
        yield "day"
    if not check.checked_by.strip():
        yield "who"
    if not check.balance_holder.strip():
        yield "holder"
    if not check.found.kk.strip() or not check.found.ru.strip():
        yield "found"


def _missing(what: str, number: int) -> Reason:
    return Reason(refusal=Refusal.SITE_CHECK_MISSING, facts={"what": what, "number": number})
