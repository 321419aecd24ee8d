"""What people are told of an extension, a merger and a stopped project, in their own language (A2, A4)."""

import pytest

from core.model.language import Language
from core.usecases.following.following import follow
from core.usecases.notice.kinds import Manner, Notice, NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import choose_language
from messenger.notices.rendered import Rendered
from messenger.notices.telling import render
from tests.support.amending import before_voting, pair_of
from tests.support.front import strict_locales
from tests.support.reminding import at
from tests.support.town import CAMPAIGN, Town

READER = 7000

EXTENDED = {
    Language.KAZAKH: """Мерзім ұзартылды. Халық қатысатын бюджет (үлгі)

«дауыс беру» кезеңі ұзартылды. Аумағы: Орталық ауданы. Бұрынғы мерзімі: 2026 жылғы 29 қараша (қоса алғанда). \
Жаңа мерзімі: 2026 жылғы 2 желтоқсан (қоса алғанда).

Себебі: Жол жабық болды

Мұны әкімдіктегі екі адам шешті. Шешім жазылып, жарияланды. Сұрағыңыз болса, әкімдіктің байланысы: /rules""",
    Language.RUSSIAN: """Срок продлён. Бюджет народного участия (образец)

Этап «голосование» продлён. Территория: Центральный район. Прежний срок: 29 ноября 2026 года включительно. \
Новый срок: 2 декабря 2026 года включительно.

Причина: Дорога была закрыта

Это решили два человека в акимате. Решение записано и опубликовано, вопросы – по контактам акимата: /rules""",
}


async def told(town: Town, language: Language) -> Rendered:
    """Return the one notice that the reader gets."""
    await choose_language(town.services, READER, language)
    (notice,) = [each for each in await claim(town.services, 100) if each.account_id == READER]
    assert notice.kind.manner is Manner.DECISION
    rendered = await render(town.services, strict_locales(), notice)
    assert rendered is not None
    return rendered


def plain(rendered: Rendered) -> str:
    """Return the text with plain spaces."""
    return rendered.text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", Language)
async def test_an_extension(town: Town, language: Language) -> None:
    """Stage, place, old and new date, the reason and who decided, with the way home [A2] [P6] [P7]."""
    await town.settle(READER)
    pair = await pair_of(town)
    await pair.done(pair.extend(territory="ortalyq"))
    rendered = await told(town, language)
    assert plain(rendered) == EXTENDED[language]
    assert rendered.keyboard.inline_keyboard[0][0].callback_data == "at:home:semey-demo:"


@pytest.mark.parametrize("language", Language)
async def test_a_merger_and_a_stop(town: Town, language: Language) -> None:
    """Both territories with the common name; the project's card is a press away [A4] [K1]."""
    await before_voting(town)
    await town.settle(READER, "samal-1")
    pair = await pair_of(town)
    await pair.done(pair.merge("ortalyq", "samal"))
    said = plain(await told(town, language))
    name = {"kk": "«Орталық ауданы – Самал ауданы»", "ru": "«Центральный район – район Самал»"}[
        language.value
    ]
    assert name in said
    stop = Notice(
        campaign_id=CAMPAIGN,
        notice_id="stage-extended:x",
        account_id=READER,
        kind=NoticeKind.PROJECT_STOPPED,
        facts={"amendment": 99},
        attempts=1,
    )
    assert await render(town.services, strict_locales(), stop) is None


@pytest.mark.parametrize("language", Language)
async def test_a_stopped_project(town: Town, language: Language) -> None:
    """Its followers hear that it is stopped and why, and that votes stay [A4] [D7]."""
    await town.settle(READER)
    await follow(town.services, CAMPAIGN, READER, 2)
    pair = await pair_of(town)
    await pair.done(pair.stop(2))
    town.clock.set_to(at("11-20 12:00"))
    rendered = await told(town, language)
    assert "№ 2" in plain(rendered)
    assert rendered.keyboard.inline_keyboard[0][0].callback_data == "prop:semey-demo:2"
