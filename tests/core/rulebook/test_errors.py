"""The table of mistakes: each is one edit of a sound file, told at its line and key with what to do."""

from typing import NamedTuple

import pytest

from tests.core.rulebook.sample import edited, errors_of, line_of

VOTING = 'verification = { value = ["phone", "code"], act = "choice" }'
REGISTRATION = 'registration = { value = ["permanent", "temporary"], act = "semey-2024-instruction" }'
THRESHOLD = "threshold = { value = 5,"
TIES = '["cheaper", "earlier_number"]'
GREENING = 'text = { kk = "Аумақты көгалдандыру", ru = "Озеленение территории" }'
UNSTATED = 'unstated = ["akimat.bin", "official.application_form"]'
TERRITORIES = 'territories = ["ortalyq", "zhagalau", "samal", "qaragaily"]'
CAP = 'multiplier = { value = 15000, act = "choice" }\nindex_year = 2026'
LIVE = "live_counts = { shown = false, from_entitled = { value = 5000"
OVERRIDE = '[stage_overrides.{}.voting]\nopens = {}\ncloses = 2026-11-29T00:00:00\nact = "choice"\n\n[limits]'


class Mistake(NamedTuple):
    """One edit, the key it is told at, the line (by a fragment of it) and a part of the message."""

    old: str
    new: str
    key: str
    at: str
    message: str


MISTAKES = {
    "bare-number": Mistake(
        THRESHOLD, "threshold = 5 #", "voting.threshold", "threshold = 5 #", "without its act"
    ),
    "act-missing": Mistake(
        'full_age = { value = 18, act = "civil-code" }',
        "full_age = { value = 18 }",
        "voting.full_age.act",
        "full_age",
        "is missing",
    ),
    "act-unknown": Mistake(
        'act = "civil-code" }',
        'act = "civil-kode" }',
        "voting.full_age.act",
        "civil-kode",
        "did you mean 'civil-code'?",
    ),
    "act-called-choice": Mistake(
        "[acts.civil-code]",
        '[acts.choice]\ntitle = { kk = "бір", ru = "два" }\ndate = 2024-01-01\n\n[acts.civil-code]',
        "acts.choice",
        "[acts.choice]",
        "kept for the akimat's own choice",
    ),
    "key-unknown": Mistake(
        "[outcome]\n", "[outcome]\nprize = 1\n", "outcome.prize", "prize", "is no key of a rulebook"
    ),
    "key-misspelt": Mistake(
        "not_fitting =", "not_fiting =", "outcome.not_fiting", "not_fiting", "mean 'not_fitting'?"
    ),
    "key-missing": Mistake(
        'kind = "city_district"\n', "", "territories.ortalyq.kind", "[territories.ortalyq]", "is missing"
    ),
    "table-missing": Mistake(
        "[retention]\n", "[retentions]\n", "retentions", "[retentions]", "did you mean 'retention'?"
    ),
    "table-expected": Mistake(
        'name = { kk = "Семей қаласының әкімдігі", ru = "Акимат города Семей" }',
        'name = "Semey"',
        "akimat.name",
        'name = "Semey"',
        "must be a table",
    ),
    "list-expected": Mistake(
        'pages = ["https://example.kz/semey-demo"]',
        'pages = "https://example.kz"',
        "official.pages",
        "pages =",
        "a list in",
    ),
    "list-of-tables-expected": Mistake(
        'papers = [{ kk = "тұрғындардың',
        'papers = ["none", { kk = "тұрғындардың',
        "authors[2].papers",
        'papers = ["none"',
        "a list of tables",
    ),
    "text-number": Mistake(
        'phone = "00-00-02"', "phone = 2", "akimat.contacts[2].phone", "phone = 2", "a text in quotes"
    ),
    "text-empty": Mistake(
        'phone = "00-00-02"', 'phone = " "', "akimat.contacts[2].phone", 'phone = " "', "not be empty"
    ),
    "text-control": Mistake(
        'phone = "00-00-02"', 'phone = "\\u0000"', "akimat.contacts[2].phone", "u0000", "control character"
    ),
    "kk-missing": Mistake(
        GREENING, 'text = { ru = "Озеленение территории" }', "directions[1].text.kk", "{ ru =", "is missing"
    ),
    "ru-copied": Mistake(
        "Озеленение территории",
        "Аумақты көгалдандыру",
        "directions[1].text.ru",
        "Аумақты көгалдандыру",
        "was copied",
    ),
    "slug": Mistake(
        'slug = "semey"\n', 'slug = "Семей"\n', "akimat.slug", 'slug = "Семей"', "small Latin letters"
    ),
    "slug-long": Mistake(
        'slug = "semey"\n',
        f'slug = "{"s" * 31}"\n',
        "akimat.slug",
        "s" * 31,
        "at most 30 small Latin letters",
    ),
    "slug-twice": Mistake('slug = "dumps"', 'slug = "greening"', "directions[6].slug", "", "used twice"),
    "link": Mistake('"https://example.kz', '"example.kz', "official.pages", '"example.kz', "https://"),
    "bot": Mistake(
        '"qatysu_demo_bot"', '"@qatysu_demo"', "official.bot", "@qatysu_demo", "user name without @"
    ),
    "day": Mistake(
        "date = 1994-12-27", 'date = "1994"', "acts.civil-code.date", 'date = "1994"', "a day without a time"
    ),
    "truth": Mistake(
        "{ shown = false", "{ shown = 0", "voting.live_counts.shown", "shown = 0", "true or false"
    ),
    "choice": Mistake(
        'value = "skip"', 'value = "skipp"', "outcome.not_fitting.value", "skipp", "mean 'skip'?"
    ),
    "year": Mistake(
        "plan_year = 2027", "plan_year = 27", "plan_year", "plan_year = 27", "between 2000 and 2100"
    ),
    "number-true": Mistake(
        "plan_year = 2027", "plan_year = true", "plan_year", "plan_year = true", "a whole number"
    ),
    "share": Mistake(
        'value = "2/3"', "value = 0.66", "council.quorum.value", "0.66", "written as a fraction"
    ),
    "share-over-one": Mistake(
        'value = "2/3"', 'value = "3/2"', "council.quorum.value", "3/2", "written as a fraction"
    ),
    "threshold-float": Mistake(
        THRESHOLD, "threshold = { value = 0.05,", "voting.threshold.value", "0.05", '"1/20"'
    ),
    "threshold-zero-share": Mistake(
        THRESHOLD, 'threshold = { value = "0/9",', "voting.threshold.value", "0/9", '"1/20"'
    ),
    "instant-day": Mistake(
        "opens = 2026-08-24T09:00:00",
        "opens = 2026-08-24",
        "stages.announcement.opens",
        "opens = 2026-08-24",
        "a day is not an instant: write 2026-08-24T00:00:00",
    ),
    "instant-text": Mistake(
        "opens = 2026-08-24T09:00:00",
        'opens = "tomorrow"',
        "stages.announcement.opens",
        "tomorrow",
        "a date with a time",
    ),
    "instant-year": Mistake(
        "opens = 2026-08-24T09:00:00",
        "opens = 1926-08-24T09:00:00",
        "stages.announcement.opens",
        "1926",
        "the year must",
    ),
    "stage-reversed": Mistake(
        "closes = 2026-09-01T00:00:00",
        "closes = 2026-08-24T09:00:00",
        "stages.announcement.closes",
        "closes = 2026-08-24T09:00:00",
        "does not lie after the opening",
    ),
    "stage-overlaps": Mistake(
        "closes = 2026-11-16T00:00:00",
        "closes = 2026-11-20T00:00:00",
        "stages.voting.opens",
        "opens = 2026-11-19T09:00:00",
        "opens before review is over",
    ),
    "stage-too-early": Mistake(
        "opens = 2026-10-11T00:00:00",
        "opens = 2026-08-31T00:00:00",
        "stages.review.opens",
        "opens = 2026-08-31T00:00:00",
        "opens before intake has begun",
    ),
    "stage-missing": Mistake(
        "[stages.voting]", "[stages.vote]", "stages.vote", "[stages.vote]", "did you mean 'voting'?"
    ),
    "override-unknown": Mistake(
        "[limits]",
        OVERRIDE.format("samaal", "2026-11-20T09:00:00"),
        "stage_overrides.samaal",
        "[stage_overrides.samaal.voting]",
        "is no territory (did you mean 'samal'?)",
    ),
    "override-overlaps": Mistake(
        "[limits]",
        OVERRIDE.format("samal", "2026-11-01T09:00:00"),
        "stage_overrides.samal.voting.opens",
        "opens = 2026-11-01T09:00:00",
        "opens before review is over",
    ),
    "override-inside": Mistake(
        "[limits]",
        OVERRIDE.format("samal-1", "2026-11-20T09:00:00"),
        "stage_overrides.samal-1.voting",
        "[stage_overrides.samal-1.voting]",
        "lies below the voting territories",
    ),
    "parent-unknown": Mistake(
        'parent = "qaragaily"',
        'parent = "qaragail"',
        "territories.ormandy.parent",
        '"qaragail"',
        "mean 'qaragaily'?",
    ),
    "parent-circular": Mistake(
        'parent = "semey"',
        'parent = "ortalyq"',
        "territories.ortalyq.parent",
        'parent = "ortalyq"',
        "lies below itself",
    ),
    "voting-territory-unknown": Mistake(
        TERRITORIES,
        TERRITORIES.replace('"samal"', '"samaal"'),
        "voting.territories[3]",
        '"samaal"',
        "is no territory (did you mean 'samal'?)",
    ),
    "voting-territory-twice": Mistake(
        TERRITORIES,
        TERRITORIES.replace('"samal"', '"ortalyq"'),
        "voting.territories",
        '"ortalyq", "q',
        "something twice",
    ),
    "money-missing": Mistake(
        'qaragaily = { value = 40000000, act = "choice" }\n',
        "",
        "money.territories",
        "[money.territories]",
        "qaragaily",
    ),
    "money-elsewhere": Mistake(
        "[money.territories]\n",
        '[money.territories]\nsemey = { value = 1, act = "choice" }\n',
        "money.territories.semey",
        "semey = {",
        "is not in voting.territories",
    ),
    "money-none": Mistake(
        "{ value = 40000000", "{ value = 0", "money.territories.qaragaily.value", "{ value = 0", "between 1"
    ),
    "cap-both": Mistake(
        CAP, f'{CAP}\ntenge = {{ value = 1, act = "choice" }}', "cost_cap", "[cost_cap]", "either multiplier"
    ),
    "cap-neither": Mistake(CAP, "", "cost_cap", "[cost_cap]", "either multiplier"),
    "cap-year": Mistake(
        "index_year = 2026", "index_year = 1995", "cost_cap.index_year", "index_year = 1995", "between"
    ),
    "ties-open": Mistake(TIES, '["cheaper"]', "outcome.ties.value", '["cheaper"]', "may leave a tie"),
    "ties-beyond": Mistake(
        TIES, '["lot", "cheaper", "lot"]', "outcome.ties.value", '["lot"', "names something twice"
    ),
    "ties-unreached": Mistake(
        TIES, '["lot", "earlier_number"]', "outcome.ties.value", '["lot"', "always decides"
    ),
    "exclusive": Mistake(
        "[outcome]\n", "[outcome]\nexclusive = [[7, 7]]\n", "outcome.exclusive", "[[7, 7]]", "a pair of"
    ),
    "votes": Mistake(
        "votes_per_person = { value = 1",
        "votes_per_person = { value = 3",
        "limits.votes_per_person.value",
        "votes_per_person",
        "several votes per person",
    ),
    "registration-empty": Mistake(
        REGISTRATION,
        REGISTRATION.replace('"permanent", "temporary"', ""),
        "voting.registration.value",
        "registration = ",
        "at least one entry",
    ),
    "verification-unknown": Mistake(
        VOTING, VOTING.replace("phone", "sms"), "voting.verification.value", "sms", "must be one of"
    ),
    "code-missing": Mistake(
        "[voting.code]", "[voting.kode]", "voting.kode", "[voting.kode]", "did you mean 'code'?"
    ),
    "code-unused": Mistake(
        VOTING, VOTING.replace(', "code"', ""), "voting.code", "[voting.code]", "has no code"
    ),
    "live-counts": Mistake(
        LIVE,
        "live_counts = { shown = true, from_entitled = { value = 50",
        "voting.live_counts.from_entitled.value",
        "live_counts",
        "must be at least 200",
    ),
    "reminder-form": Mistake(
        '"D-7 10:00"', '"a week before"', "reminders.intake.value", "a week before", '"D-3 10:00"'
    ),
    "reminder-at-night": Mistake(
        '"D 18:00"', '"D 21:00"', "reminders.intake.value", "D 21:00", "quiet hours"
    ),
    "unstated-given": Mistake(
        UNSTATED,
        'unstated = ["akimat.bin", "official.application_form", "money"]',
        "unstated[3]",
        "unstated",
        "is given",
    ),
    "unstated-unknown": Mistake(
        UNSTATED,
        'unstated = ["akimat.bim", "akimat.bin", "official.application_form"]',
        "unstated[1]",
        "unstated",
        "cannot be left open (did you mean 'akimat.bin'?)",
    ),
    "not-unstated": Mistake(
        UNSTATED, 'unstated = ["official.application_form"]', "akimat.bin", "[akimat]", "name it in unstated"
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told(name: str) -> None:
    """Every mistake is told once, at its line and dotted key, with what would be right [A1] [P2] [P8]."""
    mistake = MISTAKES[name]
    text = edited((mistake.old, mistake.new))
    errors = errors_of(text)
    assert [error.key for error in errors] == [mistake.key]
    assert mistake.message in errors[0].message
    if mistake.at:
        assert errors[0].line == line_of(text, mistake.at)


def test_a_bin_is_twelve_digits() -> None:
    """A BIN of another length, or without quotes, is told [A1]."""
    for written in ('"12345"', "123456789012"):
        text = edited((UNSTATED, UNSTATED.replace('"akimat.bin", ', "")))
        text = edited(('slug = "semey"\n', f'slug = "semey"\nbin = {written}\n'), text=text)
        assert [(error.key, error.line) for error in errors_of(text)] == [
            ("akimat.bin", line_of(text, "bin = "))
        ]


def test_voting_territories_stand_at_one_level() -> None:
    """Money, threshold and outcome cannot stand at two levels of the tree, and the levels are named [A1]."""
    text = edited((TERRITORIES, TERRITORIES.replace('"samal"', '"samal-1", "samal-2"')))
    text = edited(
        (
            'samal = { value = 60000000, act = "choice" }',
            'samal-1 = { value = 1, act = "choice" }\nsamal-2 = { value = 1, act = "choice" }',
        ),
        text=text,
    )
    (error,) = errors_of(text)
    assert error.key == "voting.territories"
    assert "samal-1 (level 3)" in error.message


def test_an_open_outcome_needs_a_guide() -> None:
    """A campaign with unstated voting keys is refused unless it only guides [A1] [A6]."""
    start, end = edited().index("[outcome]"), edited().index("[review]")
    text = edited((UNSTATED, UNSTATED.replace("]", ', "outcome"]')))
    text = edited((edited()[start:end], ""), text=text)
    (error,) = errors_of(text)
    assert (error.key, error.line) == ("unstated[3]", line_of(text, "unstated"))
    assert errors_of(edited(('mode = { value = "sole"', 'mode = { value = "guide"'), text=text)) == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2024-02-29T23:30:00", "write 2024-02-29T23:30:00+06:00 or 2024-02-29T23:30:00+05:00"),
        ("2024-02-29T22:59:59", None),
        ("2024-02-29T23:30:00+06:00", None),
        ("2024-02-29T23:30:00+05:00", None),
        ("2024-03-01T00:00:00", None),
        ("2004-03-28T02:30:00", "never happened"),
    ],
)
def test_the_hour_that_happened_twice_needs_an_offset(written: str, message: str | None) -> None:
    """On 29 February 2024 23:30 came twice in Almaty, so the file must say which one it means [P8]."""
    text = edited(("opens = 2026-08-24T09:00:00", f"opens = {written}"))
    errors = errors_of(text)
    assert [error.key for error in errors] == (["stages.announcement.opens"] if message else [])
    assert all(message is not None and message in error.message for error in errors)
