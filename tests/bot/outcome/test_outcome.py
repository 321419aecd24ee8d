"""What was counted, told to whoever opens the outcome: the own territory, others, before the count (F5)."""

import pytest

from core.model.language import Language
from core.usecases.outcome.advance import advance
from core.usecases.voting.casting import cast_vote
from sandbox.client import View
from tests.bot.residents import AIGUL, IGOR, Street
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, CLOSED
from tests.transcripts import assert_fits, keep

WORDS = {language: strict_locales().words(language) for language in Language}
KK = WORDS[Language.KAZAKH]
RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]
WON, SECOND = 5, 2

pytestmark = pytest.mark.usefixtures("front")


async def count(street: Street) -> None:
    """Let five people vote for one project and two for another, and count after the end."""
    for person, project in enumerate([WON, WON, SECOND, WON, SECOND, WON, WON]):
        await street.town.settle(7000 + person)
        await street.town.by_phone(7000 + person, person)
        await cast_vote(street.town.services, CAMPAIGN, 7000 + person, number=project, session=None)
    street.town.clock.set_to(CLOSED)
    await advance(street.town.services, opens_boxes=True)


async def read_on(view: View, street: Street, number: int, language: Language) -> str:
    """Return all pages of an outcome from the first on."""
    texts, person = [view.text], street.sandbox.person(number)
    while WORDS[language]("button-page-after") in view.labels:
        view = await person.tap(WORDS[language]("button-page-after"))
        assert_fits(view)
        texts.append(view.text)
    return "\n".join(texts)


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_the_own_territory_is_told_in_full(street: Street, number: int, language: Language) -> None:
    """Place, votes against the minimum, decision with reason, money and leftover, page by page [F5] [F1]."""
    words = WORDS[language]
    person = await street.settled(number, language)
    await count(street)
    await person.start()
    view = await person.tap(words("button-outcome"))
    assert_fits(view)
    told = await read_on(view, street, number, language)
    expected = {
        Language.KAZAKH: (
            "Ең аз дауыс саны: 5",
            "№ 5. ",
            "5 дауыс",
            "✅ Жеңді, 6\u00a0400\u00a0000\u00a0₸ бөлінді.",
            "Өтпеді: кемінде 5 дауыс керек еді.",
            "Артылғаны: 113\u00a0600\u00a0000\u00a0₸, бюджетте қалады.",
        ),
        Language.RUSSIAN: (
            "Минимум голосов: 5",
            "№ 5. ",
            "Голосов: 5",
            "✅ Победил, выделено 6\u00a0400\u00a0000\u00a0₸.",
            "Не прошёл: минимум голосов – 5.",
            "Остаток: 113\u00a0600\u00a0000\u00a0₸, он остаётся в бюджете.",
        ),
    }
    assert [part for part in expected[language] if part not in told] == []
    await keep(person, language.value, "outcome")


async def test_another_territory_is_two_presses_away(street: Street) -> None:
    """Every voting territory can be read, from its first page; the place stays as it was [F5] [P9]."""
    await count(street)
    aigul = await street.settled(AIGUL)
    await aigul.send("/outcome")
    await aigul.tap(KK("button-page-after"))
    view = await aigul.tap(KK("button-outcome-elsewhere"))
    assert view.labels[:4] == [
        "✅ Орталық ауданы",
        "✅ Жағалау ауданы",
        "✅ Самал ауданы",
        "✅ Қарағайлы ауданы",
    ]
    view = await aigul.tap("✅ Самал ауданы")
    assert view.text.startswith("Самал ауданы: қорытынды")
    assert "Жеңген жобалар: 0" in view.text
    view = await aigul.tap(KK("button-home"))
    assert "📍 Орталық ауданы" in view.text


async def test_before_the_count_it_is_said_why_there_is_nothing(street: Street) -> None:
    """Before, during and after voting the screen says when and why, and never a number of votes [F5] [E6]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.send("/outcome")
    assert "Дауыс беру жүріп жатыр, 2026 жылғы 29 қарашаға дейін (қоса алғанда)" in view.text
    street.town.clock.set_to(CLOSED)
    view = await aigul.send("/outcome")
    assert KK("outcome-counting") in view.text
    assert KK("button-page-after") not in view.labels


async def test_a_button_from_before_the_count_shows_the_outcome(street: Street) -> None:
    """A screen opened before the count leads to the counted outcome when it is pressed later [F5] [P5]."""
    aigul = await street.settled(AIGUL)
    await aigul.send("/outcome")
    await count(street)
    await aigul.tap(KK("button-outcome-elsewhere"))
    view = await aigul.tap("✅ Орталық ауданы")
    assert "Ең аз дауыс саны: 5" in view.text
