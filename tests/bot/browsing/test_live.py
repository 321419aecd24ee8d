"""What a card and the list say of live counts: how many, of when, and that it is a part (E6)."""

from pathlib import Path

import pytest

from bot.dialogs.browsing.texts import card_text, list_text
from core.language.markup import plain
from core.model.language import Language
from core.usecases.browsing.card import card
from core.usecases.browsing.listing import list_page
from core.usecases.outcome.advance import advance
from tests.support.boxes import LIVE, entitle, put_in
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, OPEN, build_town

HOUR = OPEN.replace(hour=9)


@pytest.mark.parametrize(
    ("language", "on_card", "on_list"),
    [
        (
            Language.RUSSIAN,
            "Голосов на 20 ноября 2026 года, 14:00: 100. Подсчитана случайная часть",
            "Голоса подсчитаны на 20 ноября 2026 года, 14:00",
        ),
        (
            Language.KAZAKH,
            "Дауыс саны (2026 жылғы 20 қараша, сағат 14:00): 100. Кездейсоқ алынған бөлігі",
            "Дауыстар саналған уақыт: 2026 жылғы 20 қараша, сағат 14:00",
        ),
    ],
)
async def test_a_card_and_the_list(
    sqlite_url: str, tmp_path: Path, language: Language, on_card: str, on_list: str
) -> None:
    """Before the hour neither has a number; then both say when, in both languages [E6] [D1] [D2] [P6]."""
    town = await build_town(sqlite_url, tmp_path, rulebook=LIVE)
    words = strict_locales().words(language)
    await entitle(town, 5000)
    await put_in(town, *[5] * 200)
    await town.settle(7000)
    shown, _ = card_text(words, await card(town.services, CAMPAIGN, 5), is_whole=True)
    assert "100" not in shown
    town.clock.set_to(HOUR)
    await advance(town.services, opens_boxes=False)
    shown, _ = card_text(words, await card(town.services, CAMPAIGN, 5), is_whole=True)
    assert on_card in plain(shown).replace("\u00a0", " ")
    listed = list_text(words, await list_page(town.services, CAMPAIGN, 7000))
    assert on_list in plain(listed).replace("\u00a0", " ")
    await town.services.database.dispose()
