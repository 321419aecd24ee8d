"""From the bot to the page and back: the button, the link, the papers, the notice (B2, P1)."""

from pathlib import Path

import pytest

from core.model.language import Language
from core.usecases.place.account import choose_language
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.running import RunningSandbox
from tests.bot.discussion.talking import open_card, own
from tests.bot.residents import AIGUL, Street, sandbox, street
from tests.bot.walking import WORDS
from tests.support.front import strict_locales
from tests.support.papers import ELDER, PDF, kept
from tests.support.town import Town
from tests.web.conftest import Site
from worker.notices import NoticeSender

__all__ = ["sandbox", "street"]


@pytest.mark.parametrize("language", Language)
async def test_from_the_bot_to_the_page_and_back(
    street: Street, town: Town, site: Site, language: Language
) -> None:
    """A press gives a link, its page takes papers in the same language, a notice tells of it [B2] [P6]."""
    words = WORDS[language]
    async with street.open_bot(web_url=site.url):
        aigul = await street.voter(AIGUL, 0, language)
        number = await own(town, AIGUL, author=ELDER)
        await choose_language(town.services, AIGUL, language)
        await open_card(aigul, number)
        view = await aigul.tap(words("button-papers-get"))
        ((button,),) = view.last["buttons"]
        assert view.labels == [words("button-papers-open")]
        path = button["url"].removeprefix(site.url)
        status, page = await site.send(path, PDF)
        assert (status, f'<html lang="{language}">' in page) == (200, True)
        await _send_notices(street.sandbox, town)
        said = {"kk": "өтінімге 1 құжат қосылды, барлығы – 1.", "ru": "добавлено документов: 1, всего – 1."}
        await aigul.wait_for(said[language])
        assert len(await kept(town, number)) == 1
    assert _is_nowhere(path.rpartition("/")[2], street.folder)


async def test_without_pages_the_desk_is_named(street: Street, town: Town, site: Site) -> None:
    """A button of the time when there were pages says where the desk is, and makes no link [B2] [P7]."""
    async with street.open_bot(web_url=site.url):
        aigul = await street.voter(AIGUL, 0)
        number = await own(town, AIGUL, author=ELDER)
        card = (await open_card(aigul, number)).last["message_id"]
    async with street.open_bot():
        view = await aigul.tap(WORDS[Language.KAZAKH]("button-papers-get"), card)
        assert "Бұл құжаттарды әкімдікке өзіңіз апарыңыз: Экономика" in view.text


async def _send_notices(telegram: RunningSandbox, town: Town) -> None:
    pace = ProcessPace(1000)
    bot = make_notifying_bot(telegram.token, telegram.url, pace)
    await NoticeSender(town.services, strict_locales(), bot, pace).send_due()
    await bot.session.close()


def _is_nowhere(token: str, folder: Path) -> bool:
    """Say whether no file of the bot, of the database or of the store holds the secret of a link."""
    return all(token.encode() not in file.read_bytes() for file in folder.rglob("*") if file.is_file())
