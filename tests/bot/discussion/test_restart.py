"""What outlives the bot's process, and what depends on how it was started (B2, D6)."""

from core.model.proposal import Author
from core.rules.review import ReviewAct
from core.usecases.proposal.uploading import open_link
from core.usecases.review.reading import list_waiting
from tests.bot.discussion.talking import QUESTION, open_card, own
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import kazakh, told
from tests.support.proposals import decided, registered
from tests.support.town import CAMPAIGN, Town

ASK, SEND = kazakh("button-discussion-ask"), kazakh("button-discussion-send")
PAPERS = kazakh("button-papers-get")


async def test_a_question_survives_a_restart(street: Street, town: Town) -> None:
    """What was read back stands in the chat: it is sent after a restart without any screen [D6] [P5]."""
    number = await registered(town, 5)
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        await open_card(aigul, number)
        await aigul.tap(ASK)
        await aigul.send(QUESTION)
    for file in street.folder.glob("fsm.sqlite3*"):
        file.unlink()
    async with street.open_bot():
        await aigul.tap(SEND)
    (question,) = (await list_waiting(town.services, CAMPAIGN)).questions
    assert question.text == QUESTION


async def test_papers_go_past_the_chat(street: Street, town: Town) -> None:
    """Where the pages have an address, a press gives a link; once decided there is none [B2] [P1]."""
    async with street.open_bot(web_url="https://qatysu.example/"):
        aigul = await street.voter(AIGUL, 0)
        elder = Author(kind="house-elder", name="Айгүл Серікқызы", phone="77000000000")
        number = await own(town, AIGUL, author=elder)
        page = (await open_card(aigul, number)).last["message_id"]
        view = await aigul.tap(PAPERS)
        (button,) = (button for row in view.last["buttons"] for button in row)
        address, _, token = button["url"].rpartition("/")
        assert address == "https://qatysu.example/papers"
        assert (await open_link(town.services, token)).number == number
        await decided(town, number, ReviewAct.REFUSE)
        assert "қабылданбаған" in told(await aigul.tap(PAPERS, page))
