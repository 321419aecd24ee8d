"""A rulebook's fingerprint follows its meaning, and a changed file shows what it would change."""

import json

import pytest

from core.rulebook.changes import Change, canonical, difference, fingerprint
from core.rulebook.loader import read
from tests.core.rulebook.sample import DEMO, SHIPPED, edited

SOUND = read(DEMO, "demo")


@pytest.mark.parametrize(
    "edits",
    [
        (("# Үлгі:", "# Басқа үлгі:"),),
        (
            ("plan_year = 2027\n", ""),
            ('default_language = "kk"', 'plan_year   = 2_027\ndefault_language = "kk"'),
        ),
        (("opens = 2026-11-19T09:00:00", "opens = 2026-11-19T04:00:00Z"),),
        (("Озеленение территории", "Озеленение   территории "),),
    ],
    ids=["comment", "order", "offset", "spaces"],
)
def test_writing_differently_is_no_change(edits: tuple[tuple[str, str], ...]) -> None:
    """Comments, order of keys, offsets and white space change neither fingerprint nor anything [A1] [A4]."""
    same = read(edited(*edits), "same")
    assert fingerprint(same) == fingerprint(SOUND)
    assert difference(SOUND, same) == ()


def test_a_change_is_shown_by_key_old_and_new() -> None:
    """What a changed file would change is told by dotted key with both values before it is taken [A1]."""
    new = read(
        edited(
            ("threshold = { value = 5,", 'threshold = { value = "1/20",'),
            ('bot = "qatysu_demo_bot"', 'bot = "other_demo_bot"'),
            ("population = 61400\n", ""),
            ("closes = 2026-11-30T00:00:00", "closes = 2026-11-29T00:00:00"),
        ),
        "new",
    )
    assert fingerprint(new) != fingerprint(SOUND)
    assert set(difference(SOUND, new)) == {
        Change(key="voting.threshold.value", old="5", new='"1/20"'),
        Change(key="official.bot", old='"qatysu_demo_bot"', new='"other_demo_bot"'),
        Change(key="territories.ortalyq.population", old="61400", new=None),
        Change(
            key="stages.voting.closes",
            old='"2026-11-29T19:00:00+00:00"',
            new='"2026-11-28T19:00:00+00:00"',
        ),
    }


def test_a_list_is_compared_by_slug() -> None:
    """A direction that moves down its list is not told as nine changes [A1]."""
    text = 'text = { kk = "Тротуарларды жайластыру", ru = "Обустройство тротуаров" }'
    block = f'[[directions]]\nslug = "sidewalk-arrangement"\n{text}\n\n'
    new = read(edited((block, ""), ("[[requirements]]", f"{block}[[requirements]]")), "new")
    assert difference(SOUND, new) == ()
    gone = read(edited((block, "")), "gone")
    assert {change.key for change in difference(SOUND, gone)} == {
        "directions[sidewalk-arrangement].slug",
        "directions[sidewalk-arrangement].text.kk",
        "directions[sidewalk-arrangement].text.ru",
    }


def test_fingerprints_tell_campaigns_apart() -> None:
    """Shipped campaigns have fingerprints of 64 hexadecimal digits, all different [A4]."""
    prints = {fingerprint(read(path.read_text(encoding="utf-8"), path.name)) for path in SHIPPED}
    assert len(prints) == len(SHIPPED)
    assert all(len(print_) == 64 and int(print_, 16) for print_ in prints)


def test_canonical_json_is_sorted_dense_and_whole() -> None:
    """The canonical form has sorted keys, no spaces, no fractions as floats, and texts as they are [A4]."""
    text = canonical(SOUND)
    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text
    assert '"quorum":{"act":"choice","value":"2/3"}' in text
    assert "Озеленение территории" in text
