"""The site check: what must be clear before admission, and what a record of it needs."""

from dataclasses import replace
from datetime import date

import pytest

from core.model.language import Text
from core.model.refusals import Refusal
from core.model.review import SiteCheck
from core.rules.decision import SITE_CHECK_AT_MOST
from core.rules.site_check import NAME_AT_MOST, recording_verdict, site_check_verdict

TODAY = date(2026, 10, 20)
CLEAR = SiteCheck(
    land_is_clear=True,
    networks_are_clear=True,
    balance_holder="Көркейту бөлімі",
    found=Text(kk="Жер бос, желі жоқ.", ru="Земля свободна, сетей нет."),
    checked_on=TODAY,
    checked_by="Ә. Серікқызы, су арнасының маманы",
)


@pytest.mark.parametrize(
    ("check", "missing"),
    [
        (CLEAR, []),
        (None, ["check"]),
        (replace(CLEAR, land_is_clear=False), ["land"]),
        (replace(CLEAR, networks_are_clear=False), ["networks"]),
        (replace(CLEAR, land_is_clear=False, networks_are_clear=False), ["land", "networks"]),
    ],
)
def test_what_is_admitted_is_buildable(check: SiteCheck | None, missing: list[str]) -> None:
    """Nothing is admitted before land and networks were looked at and found clear [C5] [C2]."""
    reasons = site_check_verdict(check, 44).reasons
    assert [(reason.refusal, reason.facts) for reason in reasons] == [
        (Refusal.SITE_CHECK_MISSING, {"what": what, "number": 44}) for what in missing
    ]


@pytest.mark.parametrize(
    ("check", "found"),
    [
        (CLEAR, []),
        (replace(CLEAR, checked_on=date(2026, 10, 21)), ["day"]),
        (replace(CLEAR, checked_by=" "), ["who"]),
        (replace(CLEAR, balance_holder=""), ["holder"]),
        (replace(CLEAR, found=Text(kk="Бос.", ru="")), ["found"]),
        (
            replace(CLEAR, checked_by="", balance_holder="", found=Text(kk="", ru="")),
            ["who", "holder", "found"],
        ),
        (
            replace(CLEAR, checked_by="ә" * (NAME_AT_MOST + 1), balance_holder="991231100000"),
            ["text-too-long", "text-holds-iin"],
        ),
        (
            replace(CLEAR, found=Text(kk="ә" * (SITE_CHECK_AT_MOST + 1), ru="991231100000")),
            ["text-too-long", "text-holds-iin"],
        ),
    ],
)
def test_a_record_is_whole(check: SiteCheck, found: list[str]) -> None:
    """Who, when, whose, and what in both languages; everything that lacks is said at once [C5] [P6] [P7]."""
    reasons = recording_verdict(check, 44, TODAY).reasons
    assert [reason.facts.get("what", reason.refusal.value) for reason in reasons] == found
