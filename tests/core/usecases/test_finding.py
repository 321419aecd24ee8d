"""Which card a number opens, for whom; what one's authors are asked; what one follows by title (D5-D7)."""

import pytest

from core.model.language import Language
from core.model.refusals import Refusal
from core.rules.review import ReviewAct
from core.usecases.browsing.inline import find_cards
from core.usecases.discussion.asked import list_asked_of
from core.usecases.discussion.finding import CardKind, find_card
from core.usecases.discussion.moderating import moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.following.following import follow
from core.usecases.following.listing import list_followed_page
from core.usecases.place.choosing import resolve_card_link
from tests.support.proposals import INTAKE, account_of, author, decided, refusal_of, registered, submitted
from tests.support.town import CAMPAIGN, OPEN, Town

READER = 7001


@pytest.fixture(autouse=True)
async def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion, with a reader."""
    town.clock.set_to(INTAKE)
    await town.settle(READER)


async def kind(town: Town, account: int, number: int, *, is_own_first: bool = False) -> CardKind:
    """Return which card the number opens."""
    found = await find_card(town.services, CAMPAIGN, account, number, is_own_first=is_own_first)
    return found.kind


async def test_what_a_number_opens(town: Town) -> None:
    """A submitted one opens for its author alone, then the card, then the project [D5] [B4]."""
    number = await submitted(town, 0)
    assert await refusal_of(kind(town, READER, number)) is Refusal.PROJECT_UNKNOWN
    assert await kind(town, account_of(0), number) is CardKind.OWN
    await decided(town, number, ReviewAct.REGISTER)
    assert await kind(town, READER, number) is CardKind.PROPOSAL
    await decided(town, number, ReviewAct.ADMIT)
    assert await kind(town, READER, number) is CardKind.PROJECT
    assert await kind(town, account_of(0), number) is CardKind.PROJECT
    assert await kind(town, account_of(0), number, is_own_first=True) is CardKind.OWN
    assert await refusal_of(kind(town, READER, 999)) is Refusal.PROJECT_UNKNOWN


@pytest.mark.parametrize(
    ("payload", "number"),
    [("semey-demo-12", 12), ("semey-demo-", 0), ("semey-demo-x", 0), ("semey-demo-²", 0)],
)
async def test_a_link_names_a_number(town: Town, payload: str, number: int) -> None:
    """The campaign may have hyphens; what is no number is 0, which nothing has [D5]."""
    assert await resolve_card_link(town.services, payload) == (CAMPAIGN, number)
    if not number:
        assert await refusal_of(kind(town, READER, number)) is Refusal.PROJECT_UNKNOWN


async def test_a_link_to_no_campaign(town: Town) -> None:
    """A poster may outlive its campaign [D5] [P7]."""
    refused = resolve_card_link(town.services, "elsewhere-12")
    assert await refusal_of(refused) is Refusal.CAMPAIGN_UNKNOWN


async def test_questions_without_an_answer_come_first(town: Town) -> None:
    """The author sees what is shown to all, the own answer before it was read, and nobody else does [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    asked = [
        await ask(town.services, CAMPAIGN, asker, number, text=text, language=Language.KAZAKH)
        for text in ("Бірінші?", "Екінші?", "Үшінші?")
    ]
    for question in asked[:2]:
        await moderate_question(town.services, CAMPAIGN, question.question_id, is_shown=True)
    await answer(town.services, CAMPAIGN, account_of(0), asked[0].question_id, text="Иә.")
    mine = await list_asked_of(town.services, CAMPAIGN, account_of(0), number)
    assert [(each.text, each.answer) for each in mine] == [("Екінші?", None), ("Бірінші?", "Иә.")]
    theirs = list_asked_of(town.services, CAMPAIGN, asker, number)
    assert await refusal_of(theirs) is Refusal.PROPOSAL_UNKNOWN


async def test_what_is_followed_has_titles(town: Town) -> None:
    """Projects and proposals, six a page, the last page for one that is no more [D7]."""
    number = await registered(town, 0)
    for each in (*range(1, 7), number):
        await follow(town.services, CAMPAIGN, READER, each)
    first = await list_followed_page(town.services, READER, 0)
    last = await list_followed_page(town.services, READER, 9)
    assert (first.total, first.pages, last.page) == (7, 2, 1)
    assert all(line.is_project for line in first.lines)
    assert [(line.number, line.title.kk, line.is_project) for line in last.lines] == [
        (number, "Абай алаңына орындықтар қою", False)
    ]
    assert (await list_followed_page(town.services, 7999, 0)).lines == ()


async def test_inline_offers_what_is_under_discussion(town: Town) -> None:
    """While the stage lasts; by its number afterwards too; never before somebody has read it [D4] [D6]."""
    number = await registered(town, 0)
    hidden = await submitted(town, 1, title="Абай алаңына шам орнату")

    async def found(words: str) -> list[int]:
        page = await find_cards(town.services, READER, words, "")
        return [card.number for card in page.cards]

    assert number in await found("Абай алаңы")
    assert hidden not in await found("Абай алаңы")
    assert await found(f"№{number}") == [number]
    assert await found(f"№{hidden}") == []
    town.clock.set_to(OPEN)
    assert number not in await found("Абай алаңы")
    assert await found(f"№{number}") == [number]
