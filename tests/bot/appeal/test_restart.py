"""An appeal outlives the bot's process and the loss of its memory (B6, P5)."""

from core.model.staff import Role
from core.usecases.appeal.filing import my_appeal
from tests.bot.discussion.talking import open_card, own
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import kazakh
from tests.support.appeals import APPEALED, refused_by
from tests.support.office import actor
from tests.support.town import CAMPAIGN, Town


async def test_what_was_read_back_is_filed_after_a_restart(street: Street, town: Town) -> None:
    """The words stand in the chat: they are sent although the bot remembers no screen [B6] [P5]."""
    clerk = await actor(town, Role.CLERK)
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        number = await own(town, AIGUL)
        await refused_by(town, number, clerk)
        await open_card(aigul, number)
        await aigul.tap(kazakh("button-appeal"))
        await aigul.send(APPEALED)
    for file in street.folder.glob("fsm.sqlite3*"):
        file.unlink()
    async with street.open_bot():
        view = await aigul.tap(kazakh("button-appeal-send"))
    assert "қаралып жатыр" in view.text
    appeal = (await my_appeal(town.services, CAMPAIGN, AIGUL, number)).appeal
    assert appeal is not None
    assert appeal.text == APPEALED


async def test_writing_goes_on_after_a_restart(street: Street, town: Town) -> None:
    """The screen that asks is known to the next process, and so is what it is about [B6] [P5]."""
    clerk = await actor(town, Role.CLERK)
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        number = await own(town, AIGUL)
        await refused_by(town, number, clerk)
        await open_card(aigul, number)
        await aigul.tap(kazakh("button-appeal"))
    async with street.open_bot():
        view = await aigul.send(APPEALED)
        assert APPEALED in view.text
        await aigul.tap(kazakh("button-appeal-send"))
    assert (await my_appeal(town.services, CAMPAIGN, AIGUL, number)).appeal is not None
