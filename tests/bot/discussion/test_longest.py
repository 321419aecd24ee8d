"""The longest proposal on the screens of others: card, list, questions, what is sent on (P5)."""

import pytest
from aiogram import Bot
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent, User

from bot.dialogs.browsing.texts import card_text as project_text
from bot.dialogs.discussion.texts import card_text, list_text, question_pages
from bot.sharing import TITLE_LENGTH, results
from core.language.markup import plain
from core.model.language import Language, Text
from core.rules.decision import SITE_CHECK_AT_MOST
from core.rules.discussion import ANSWER_AT_MOST, QUESTION_AT_MOST
from core.rules.proposal import DESCRIPTION_AT_MOST, TITLE_AT_MOST
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.browsing.card import card
from core.usecases.browsing.inline import find_cards
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.listing import ProposalFilter, list_proposals
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from tests.bot.walking import WORDS
from tests.support.proposals import INTAKE, LONGEST, account_of, author, decided, registered
from tests.support.town import CAMPAIGN, Town
from tests.transcripts import SCREEN_LENGTH

MESSAGE = 4096
DESCRIPTION_OF_RESULT = 255
"""Telegram cuts a longer line below the title of a result."""


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def refused_proposal(town: Town, person: int) -> int:
    """Return the number of the longest proposal that was refused at length."""
    number = await registered(town, person, **LONGEST)
    reason = Text(kk="ә " * (REASON_AT_MOST // 2), ru="ә" * REASON_AT_MOST)
    found = Text(kk="ә" * SITE_CHECK_AT_MOST, ru="ә" * SITE_CHECK_AT_MOST)
    title = Text(kk="Ә" * TITLE_AT_MOST, ru="Ә" * TITLE_AT_MOST)
    said = Text(kk="ә" * DESCRIPTION_AT_MOST, ru="ә" * DESCRIPTION_AT_MOST)
    await decided(
        town, number, ReviewAct.REFUSE, reason=reason, title=title, description=said, site_check=found
    )
    return number


@pytest.mark.parametrize("language", Language)
async def test_the_longest_card(town: Town, language: Language) -> None:
    """The short card fits on two screens of a phone, the whole one into a message [D6] [P5]."""
    words = WORDS[language]
    open_one, refused = await registered(town, 0, **LONGEST), await refused_proposal(town, 1)
    asker = await author(town, 2)
    await ask(town.services, CAMPAIGN, asker, open_one, text="ә" * QUESTION_AT_MOST, language=language)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=True)
    await answer(town.services, CAMPAIGN, account_of(0), 1, text="ә" * ANSWER_AT_MOST)
    await moderate_answer(town.services, CAMPAIGN, 1, is_shown=True)
    for number in (open_one, refused):
        found = await proposal_card(town.services, CAMPAIGN, asker, number)
        for is_whole, most in ((False, SCREEN_LENGTH), (True, MESSAGE)):
            text, _ = card_text(words, found, town.clock.now(), is_whole=is_whole)
            assert len(plain(text)) <= most
        assert all(len(plain(page)) <= MESSAGE for page in question_pages(words, found.questions))
    project = await card(town.services, CAMPAIGN, refused)
    for is_whole, most in ((False, SCREEN_LENGTH), (True, MESSAGE)):
        assert len(plain(project_text(words, project, is_whole=is_whole)[0])) <= most


@pytest.mark.parametrize("language", Language)
async def test_the_longest_line_and_result(town: Town, language: Language) -> None:
    """A list cuts titles, and so does a card that is offered in another chat [D4] [D6] [P5]."""
    words = WORDS[language]
    number = await registered(town, 0, **LONGEST)
    page = await list_proposals(town.services, CAMPAIGN, account_of(0), 0, ProposalFilter())
    assert len(plain(list_text(words, page))) <= SCREEN_LENGTH
    offered = await find_cards(town.services, account_of(0), f"№{number}", "")
    async with Bot("42:TEST") as bot:
        bot._me = User(id=42, is_bot=True, first_name="Qatysu", username="qatysu_bot")
        (result,) = await results(bot, words, offered, "")
    assert isinstance(result, InlineQueryResultArticle)
    assert isinstance(result.input_message_content, InputTextMessageContent)
    assert len(result.title) <= TITLE_LENGTH
    assert len(result.description or "") <= DESCRIPTION_OF_RESULT
    assert len(plain(result.input_message_content.message_text)) <= SCREEN_LENGTH
