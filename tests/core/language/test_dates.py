"""Days, hours and last days as both languages print them."""

from datetime import UTC, date, datetime

import pytest

from core.language import dates
from core.language.functions import Functions
from core.language.locales import Words
from core.model.language import Language

# Semey's clocks stood at +6 until 1 March 2024 and at +5 from then on.
OPENS = datetime(2024, 1, 19, 18, 0, tzinfo=UTC)
CLOSES = datetime(2024, 4, 24, 19, 0, tzinfo=UTC)
EVENING = datetime(2024, 4, 24, 13, 0, tzinfo=UTC)


@pytest.fixture
def kk(kazakh: Words) -> Functions:
    """Return the functions of Kazakh texts."""
    return Functions(Language.KAZAKH, kazakh.say)


@pytest.fixture
def ru(russian: Words) -> Functions:
    """Return the functions of Russian texts."""
    return Functions(Language.RUSSIAN, russian.say)


def test_the_official_date(kk: Functions, ru: Functions) -> None:
    """A day has the official style of each language, an instant is read on Almaty's clocks [P6] [P8]."""
    assert kk.date(date(2024, 1, 20)) == kk.date(OPENS) == "2024 жылғы 20 қаңтар"
    assert ru.date(date(2024, 1, 20)) == ru.date(OPENS) == "20 января 2024 года"
    assert kk.day(OPENS) == "20 қаңтар"
    assert ru.day(OPENS) == "20 января"


def test_every_month(kk: Functions, ru: Functions) -> None:
    """All twelve months have their names [P6]."""
    days = [date(2025, month, 1) for month in range(1, 13)]
    assert [kk.day(day)[2:] for day in days] == [
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ]
    assert [ru.day(day)[2:] for day in days] == [
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ]


@pytest.mark.parametrize(
    ("day", "forms"),
    [
        (date(2024, 1, 20), "қаңтардан қаңтарға қаңтарда"),
        (date(2024, 2, 29), "ақпаннан ақпанға ақпанда"),
        (date(2024, 3, 1), "наурыздан наурызға наурызда"),
        (date(2024, 4, 5), "сәуірден сәуірге сәуірде"),
        (date(2024, 7, 6), "шілдеден шілдеге шілдеде"),
        (date(2024, 9, 1), "қыркүйектен қыркүйекке қыркүйекте"),
        (date(2024, 10, 25), "қазаннан қазанға қазанда"),
        (date(2024, 11, 1), "қарашадан қарашаға қарашада"),
    ],
)
def test_a_day_takes_suffixes_by_its_month(kk: Functions, day: date, forms: str) -> None:
    """A suffix after a day follows the name of its month, without a hyphen [P6]."""
    month = kk.day(day).split()[1]
    assert " ".join(month + kk.suffix(day, case) for case in ("abl", "dat", "loc")) == forms


@pytest.mark.parametrize(("minute", "suffix"), [(0, "-ге"), (5, "-ке"), (30, "-ға"), (59, "-ға")])
def test_hours_take_suffixes_by_their_minutes(kk: Functions, minute: int, suffix: str) -> None:
    """18:00 is heard as ending on «нөл», 23:59 on «тоғыз» [P6]."""
    assert kk.suffix(EVENING.replace(minute=minute), "dat", of="time") == suffix


def test_hours(kk: Functions, ru: Functions) -> None:
    """An instant has hours and minutes of the campaign's zone [P8]."""
    assert kk.time(EVENING) == "18:00"
    assert kk.datetime(EVENING) == "2024 жылғы 24 сәуір, сағат 18:00"
    assert ru.datetime(EVENING) == "24 апреля 2024 года, 18:00"


def test_the_last_day_is_said_to_count(kk: Functions, ru: Functions) -> None:
    """A window that ends at midnight is named by the day before, «қоса алғанда» / «включительно» [P8]."""
    assert kk.last_day(CLOSES) == "2024 жылғы 24 сәуір (қоса алғанда)"
    assert ru.last_day(CLOSES) == "24 апреля 2024 года включительно"
    assert kk.until(CLOSES) == "2024 жылғы 24 сәуірге дейін (қоса алғанда)"
    assert ru.until(CLOSES) == "до 24 апреля 2024 года включительно"


def test_an_end_within_a_day_is_an_hour(kk: Functions, ru: Functions) -> None:
    """A window that ends in the evening names the hour and doesn't claim the whole day [P8]."""
    assert kk.last_day(EVENING) == "2024 жылғы 24 сәуір, сағат 18:00"
    assert kk.until(EVENING) == "2024 жылғы 24 сәуір, сағат 18:00-ге дейін"
    assert ru.until(EVENING) == "до 18:00 24 апреля 2024 года"


def test_a_period(kk: Functions, ru: Functions) -> None:
    """A stage is printed from its first to its last day, the year once where it is the same [P6] [P8]."""
    assert kk.period(OPENS, CLOSES) == ("2024 жылғы 20 қаңтардан бастап 24 сәуірге дейін (қоса алғанда)")
    assert ru.period(OPENS, CLOSES) == "с 20 января по 24 апреля 2024 года включительно"
    earlier = datetime(2023, 12, 19, 18, 0, tzinfo=UTC)
    assert kk.period(earlier, CLOSES) == (
        "2023 жылғы 20 желтоқсаннан бастап 2024 жылғы 24 сәуірге дейін (қоса алғанда)"
    )
    assert ru.period(earlier, CLOSES) == "с 20 декабря 2023 года по 24 апреля 2024 года включительно"
    assert ru.period(OPENS, OPENS.replace(day=20)) == "20 января 2024 года (один день)"
    assert kk.period(EVENING.replace(month=1), CLOSES) == (
        "2024 жылғы 24 қаңтар, сағат 19:00 – 2024 жылғы 24 сәуір (қоса алғанда)"
    )
    assert ru.period(OPENS, EVENING) == "20 января 2024 года, 00:00 – 24 апреля 2024 года, 18:00"


def test_the_hour_that_happened_twice() -> None:
    """On 29 February 2024 an end at the first midnight isn't the end of the day, the second one is [P8]."""
    first_midnight = datetime(2024, 2, 29, 18, 0, tzinfo=UTC)
    second_midnight = datetime(2024, 2, 29, 19, 0, tzinfo=UTC)
    assert dates.local(first_midnight).hour == 23
    assert not dates.is_day_end(first_midnight)
    assert dates.is_day_end(second_midnight)
    assert dates.last_day(first_midnight) == dates.last_day(second_midnight) == date(2024, 2, 29)


@pytest.mark.parametrize("function", ["date", "time", "last_day", "until"])
def test_an_instant_without_a_zone_is_refused(kk: Functions, function: str) -> None:
    """A naive datetime is an error before it is printed hours off [P8]."""
    with pytest.raises(ValueError, match="without a zone"):
        getattr(kk, function)(EVENING.replace(tzinfo=None))
