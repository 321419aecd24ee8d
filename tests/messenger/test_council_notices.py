"""What a late member of the council is told, in both languages: a count, a term, a link."""

from dataclasses import replace

import pytest

from core.model.language import Language
from core.usecases.notice.kinds import Notice
from core.usecases.place.account import choose_language
from messenger.notices.telling import render
from tests.support.council import NO, Table, account_of_member, ready, seated
from tests.support.front import strict_locales
from tests.support.proposals import COMPLETE, INTAKE
from tests.support.reminding import remind
from tests.support.town import Town

LATE = account_of_member(2)


@pytest.fixture
async def table(town: Town) -> Table:
    """A council of three of whom the last one is late with two proposals."""
    town.clock.set_to(INTAKE)
    table = await seated(town)
    numbers = [await ready(town, person) for person in range(2)]
    sitting = await table.open()
    for number in numbers:
        await table.say(sitting, number, NO, NO)
    return table


async def due(town: Town) -> Notice:
    """Return the reminder of three days before the term."""
    found = [each for each in await remind(town, "09-17 10:00") if each.account_id == LATE]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("language", "waits", "left", "label"),
    [
        (
            Language.KAZAKH,
            "№ 1 отырыстың күн тәртібіндегі 2 өтінім бойынша пікіріңізді әлі айтқан жоқсыз.",
            "Тағы 3 күн бар: 2026 жылғы 20 қыркүйекке дейін (қоса алғанда).",
            "Отырысты ашу",
        ),
        (
            Language.RUSSIAN,
            "В повестке заседания № 1 осталось 2 заявки, по которым вы ещё не высказались.",
            "Осталось 3 дня: до 20 сентября 2026 года включительно.",
            "Открыть заседание",
        ),
    ],
)
async def test_a_late_member(
    town: Town, table: Table, language: Language, waits: str, left: str, label: str
) -> None:
    """How many, until when and where; no title, no name, and a link to the sitting [G1] [C2] [P1]."""
    notice = await due(town)
    await choose_language(town.services, LATE, language)
    services = replace(town.services, web_url="https://qatysu.example")
    rendered = await render(services, strict_locales(), notice)
    assert rendered is not None
    text = rendered.text.replace("\N{NO-BREAK SPACE}", " ")
    assert waits in text
    assert left in text
    assert str(COMPLETE.title) not in text
    assert all(member.name not in text for member in table.members)
    button = rendered.keyboard.inline_keyboard[0][0]
    assert button.url == "https://qatysu.example/office/semey-demo/sittings/1"
    assert button.text == label
    assert rendered.line


async def test_without_pages_it_leads_home(town: Town, table: Table) -> None:
    """Where no pages are served, the button opens the bot; who has spoken is told nothing [G1]."""
    notice = await due(town)
    rendered = await render(town.services, strict_locales(), notice)
    assert rendered is not None
    assert rendered.keyboard.inline_keyboard[0][0].url is None
    for number in (44, 45):
        await table.say(1, number, None, None, NO)
    assert await render(town.services, strict_locales(), notice) is None
