"""What an announcement may say, when it may begin, and what may be done with it: tables and properties."""

import html
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.marks import as_html
from core.model.announcement import (
    Announcement,
    AnnouncementState,
    AnnouncementStep,
    Audience,
    Doubt,
    Written,
)
from core.model.language import Language, Text
from core.model.refusals import Refusal
from core.rules.announcement import (
    LEAST_AUDIENCE,
    TRIAL,
    approval_verdict,
    hour_verdict,
    is_late,
    is_trial_failed,
    may_repeat,
    needs_approval,
    size_verdict,
    step_verdict,
    steps_of,
    written_verdict,
)
from core.rules.announcement_text import (
    FOOTER_ROOM,
    MOST_CAPTION,
    MOST_TEXT,
    length_of,
    most_length,
    wrong_link,
)
from tests.core.rules.samples import LEFT, rulebook

NOON = datetime(2026, 11, 20, 7, tzinfo=UTC)
"""Twelve o'clock in Almaty."""

GOOD = Written(text=Text(kk="Жиналыс ертең.", ru="Собрание завтра."))
ITEM = Announcement(
    number=1,
    version=1,
    written=GOOD,
    attachment=None,
    state=AnnouncementState.DRAFT,
    cause=None,
    scheduled_at=None,
    size=None,
    written_by=1,
    asked_by=None,
    approved_by=None,
    created_at=NOON,
    begun_at=None,
    ended_at=None,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("просто", "просто"),
        ("**Завтра** в __шесть__", "<b>Завтра</b> в <i>шесть</i>"),
        ("[карта](https://akimat.kz/a_b?x=1&y=2)", '<a href="https://akimat.kz/a_b?x=1&amp;y=2">карта</a>'),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("**не закрыто", "**не закрыто"),
        ("**через\nстроку**", "**через\nстроку**"),
        ("snake__case", "snake__case"),
        ('<b>&"</b>', "&lt;b&gt;&amp;&quot;&lt;/b&gt;"),
        ("**<script>**", "<b>&lt;script&gt;</b>"),
        ('[x](https://a.kz/"onclick)', '<a href="https://a.kz/&quot;onclick">x</a>'),
    ],
)
def test_the_few_marks(text: str, shown: str) -> None:
    """Bold, italic and links become tags; everything else is shown as it was typed [G2]."""
    assert as_html(text) == shown


_PIECES = st.sampled_from(["**", "__", "[", "](https://a.kz)", "<", "&", '"', "слово", "\n", " ", "😀", "x"])


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_whatever_is_typed_is_sound_html(text: str) -> None:
    """Tags are ours alone, each is closed, and what is seen is as long as is said [G2]."""
    made = as_html(text)
    tags = re.findall(r"<(/?)(b|i|a)(?: href=\"https://[^\"]*\")?>", made)
    assert re.findall(r"<", made) == ["<"] * len(tags)
    names = [(bool(slash), name) for slash, name in tags]
    assert [name for is_end, name in names if not is_end] == [name for is_end, name in names if is_end]
    assert all(not names[i][0] and names[i + 1] == (True, names[i][1]) for i in range(0, len(names), 2))
    seen = html.unescape(re.sub(r"<[^>]*>", "", as_html(text.strip())))
    assert length_of(text) == len(seen.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://akimat.kz", None),
        ("[x](https://akimat.kz)", None),
        ("http://akimat.kz", "http://akimat.kz"),
        ("[x](http://akimat.kz)", "http://akimat.kz"),
        ("[x](javascript:alert)", "javascript:alert"),
        ("[x](tg://user?id=1)", "tg://user?id=1"),
        ("[x](https://akimat)", "https://akimat"),
        ("HTTP://AKIMAT.KZ", "HTTP://AKIMAT.KZ"),
    ],
)
def test_links_are_https(text: str, link: str | None) -> None:
    """Any other address is named and refused, below words and by itself [G2]."""
    assert wrong_link(text) == link


def _refusals(written: Written, *, has_file: bool = False) -> list[tuple[Refusal, object]]:
    reasons = written_verdict(written, rulebook(), has_file=has_file).reasons
    return [(reason.refusal, reason.facts.get("language")) for reason in reasons]


def test_what_may_be_kept() -> None:
    """Both languages, Telegram's length less the footer, no IIN, a known territory [G2] [P6] [P1]."""
    assert _refusals(GOOD) == []
    assert _refusals(replace(GOOD, audience=Audience(territory=LEFT))) == []
    only_ru = replace(GOOD, text=Text(kk=" \n", ru="Есть"))
    assert _refusals(only_ru) == [(Refusal.ANNOUNCEMENT_TEXT_MISSING, "kk")]
    for has_file, most in ((False, MOST_TEXT - FOOTER_ROOM), (True, MOST_CAPTION - FOOTER_ROOM)):
        assert most_length(has_file=has_file) == most
        fits = replace(GOOD, text=Text(kk="ә" * most, ru="**" + "я" * most + "**"))
        assert _refusals(fits, has_file=has_file) == []
        longer = replace(GOOD, text=Text(kk="ә" * most, ru="я" * (most + 1)))
        assert _refusals(longer, has_file=has_file) == [(Refusal.ANNOUNCEMENT_TEXT_LONG, "ru")]
    # Telegram counts a smile twice.
    smiles = replace(GOOD, text=Text(kk="😀" * 2000, ru="да"))
    assert _refusals(smiles) == [(Refusal.ANNOUNCEMENT_TEXT_LONG, "kk")]
    linked = replace(GOOD, text=Text(kk="http://a.kz", ru="ftp://a.kz"))
    assert _refusals(linked) == [(Refusal.ANNOUNCEMENT_LINK, "kk"), (Refusal.ANNOUNCEMENT_LINK, "ru")]
    iin = replace(GOOD, text=Text(kk="Ж", ru="ИИН 850715200007"))
    assert _refusals(iin) == [(Refusal.TEXT_HOLDS_IIN, None)]
    elsewhere = replace(GOOD, audience=Audience(territory="nowhere"))
    assert _refusals(elsewhere) == [(Refusal.TERRITORY_UNKNOWN, None)]


STEPS = {
    AnnouncementState.DRAFT: {"change", "schedule", "cancel"},
    AnnouncementState.WAITING: {"change", "schedule", "approve", "cancel"},
    AnnouncementState.SCHEDULED: {"change", "schedule", "pause", "cancel"},
    AnnouncementState.SENDING: {"pause", "cancel"},
    AnnouncementState.PAUSED: {"resume", "cancel"},
    AnnouncementState.CANCELLED: set[str](),
    AnnouncementState.DONE: set[str](),
}


@pytest.mark.parametrize("state", AnnouncementState)
@pytest.mark.parametrize("step", AnnouncementStep)
def test_each_step_in_each_state(state: AnnouncementState, step: AnnouncementStep) -> None:
    """What has begun is changed no more, what is over is over [G2]."""
    item = replace(ITEM, state=state, begun_at=NOON)
    verdict = step_verdict(item, step)
    assert verdict.is_allowed is (step.value in STEPS[state])
    if not verdict.is_allowed:
        assert verdict.reasons[0].facts == {"state": state.value}


def test_what_never_began_may_be_mended() -> None:
    """Paused before the first message, it may be changed and scheduled anew [G2]."""
    item = replace(ITEM, state=AnnouncementState.PAUSED)
    assert {AnnouncementStep.CHANGE, AnnouncementStep.SCHEDULE} <= steps_of(item)


@pytest.mark.parametrize(
    ("hour", "day", "refusal"),
    [
        (12, 0, None),
        (20, 0, None),
        (21, 0, Refusal.ANNOUNCEMENT_QUIET),
        (23, 0, Refusal.ANNOUNCEMENT_QUIET),
        (8, 1, Refusal.ANNOUNCEMENT_QUIET),
        (9, 1, None),
        (11, 0, Refusal.ANNOUNCEMENT_PAST),
    ],
)
def test_the_hour(hour: int, day: int, refusal: Refusal | None) -> None:
    """Nobody is disturbed from 21:00 to 09:00, by Almaty's clock, and no hour is in the past [G1] [G2]."""
    at = NOON + timedelta(days=day, hours=hour - 12)
    reasons = hour_verdict(at, NOON).reasons
    assert [reason.refusal for reason in reasons] == ([refusal] if refusal else [])
    if refusal is Refusal.ANNOUNCEMENT_QUIET:
        assert reasons[0].facts["until"] == NOON + timedelta(hours=21)


def test_at_once_in_the_night() -> None:
    """«At once» is an hour too [G1]."""
    assert hour_verdict(None, NOON).is_allowed
    night = NOON + timedelta(hours=10)
    assert hour_verdict(None, night).reasons[0].refusal is Refusal.ANNOUNCEMENT_QUIET


def test_sizes() -> None:
    """Under 20 it is refused without the number; above the limit of one person a second one is asked [G2]."""
    assert size_verdict(LEAST_AUDIENCE).is_allowed
    assert size_verdict(19).reasons[0].facts == {"least": 20}
    assert [needs_approval(size, 100) for size in (100, 101)] == [False, True]


def test_late_and_in_doubt() -> None:
    """Passed hours, trials and doubts are decided by rule [G2]."""
    waiting = replace(ITEM, state=AnnouncementState.WAITING, scheduled_at=NOON)
    assert approval_verdict(waiting, NOON).is_allowed
    late = approval_verdict(waiting, NOON + timedelta(seconds=1))
    assert late.reasons[0].refusal is Refusal.ANNOUNCEMENT_LATE
    assert approval_verdict(replace(waiting, scheduled_at=None), NOON).is_allowed
    assert [is_late(NOON, NOON + timedelta(hours=hours)) for hours in (24, 25)] == [False, True]
    # 30 % of the trial is 6.
    assert [is_trial_failed(failed) for failed in (6, 7, TRIAL)] == [False, True, True]
    assert may_repeat(Doubt.REPEAT, is_repeated=False)
    assert not may_repeat(Doubt.REPEAT, is_repeated=True)
    assert not may_repeat(Doubt.LEAVE, is_repeated=False)


def test_the_footer_has_its_room() -> None:
    """In both languages the footer and what parts it from the text fit into what is kept free [G2] [P6]."""
    from core.language.markup import plain  # noqa: PLC0415  (rules know no language; only this test does)
    from tests.support.front import strict_locales  # noqa: PLC0415

    for language in Language:
        footer = plain(strict_locales().words(language)("announcement-footer"))
        assert len(footer) + 2 <= FOOTER_ROOM
