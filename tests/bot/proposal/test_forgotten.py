"""The bot killed and its memory of screens deleted at any step: nothing is lost, the way goes on there."""

import pytest

from core.model.language import Language
from core.model.proposal import Step
from core.usecases.privacy.consent import give_consent
from core.usecases.verification.person import current_person
from tests.bot.proposal.author import EMPTY, FULL, KK, Writer, photo, writing
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import kazakh
from tests.support.town import CAMPAIGN

NAMED = {step: KK(f"proposal-name-{step}") for step in Step}
# What a person may send to the screen that they still see, and what is kept of it.
SENT = {
    Step.DIRECTION: ("4", "direction", "common-places"),
    Step.TITLE: ("Тораңғы көшесіне шам орнату", "title", "Тораңғы көшесіне шам орнату"),
    Step.DESCRIPTION: ("Кешке қараңғы.", "description", "Кешке қараңғы."),
    Step.PLACE: ("Тораңғы көшесі, 3-үй", "landmark", "Тораңғы көшесі, 3-үй"),
}


async def stand_at(street: Street, step: Step) -> Writer:
    """Reach a step with a bot that is killed then and whose screens are forgotten."""
    async with street.open_bot():
        contents = FULL if step is Step.PREVIEW else EMPTY
        writer = await writing(street, contents, step=step)
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    return writer


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.PAPERS])
async def test_the_way_back_leads_to_the_very_step(street: Street, step: Step) -> None:
    """An old button says that it is outdated, and from home two presses lead to the same step [B2] [G1]."""
    writer = await stand_at(street, step)
    async with street.open_bot():
        view = await writer.person.tap(KK("button-proposal-leave"))
        assert view.answer == KK("screen-outdated-alert")
        await writer.person.tap(KK("button-propose"))
        title = (await writer.contents()).title or KK("proposal-untitled")
        label = next(each for each in (await writer.person.chat()).labels if title[:10] in each)
        view = await writer.person.tap(label)
        shown = kazakh("proposal-preview") if step is Step.PREVIEW else f". {NAMED[step]}\n"
        assert shown in view.text


@pytest.mark.parametrize("step", SENT)
async def test_what_is_typed_to_a_forgotten_screen_counts(street: Street, step: Step) -> None:
    """Somebody who saw the question answers it, whatever the bot remembers [B2] [P5]."""
    writer = await stand_at(street, step)
    typed, field, kept = SENT[step]
    async with street.open_bot():
        await writer.person.send(typed)
        assert getattr(await writer.contents(), field) == kept


async def test_photos_to_a_forgotten_screen_count(street: Street) -> None:
    """An album that comes after the screen was lost is kept and answered once [B2] [P5]."""
    writer = await stand_at(street, Step.PICTURES)
    async with street.open_bot():
        await writer.person.send_album([photo(number) for number in range(3)])
        await writer.person.wait_for("3 / 10")
        assert len((await writer.contents()).pictures) == 3


async def test_a_number_to_a_forgotten_screen_is_the_authors(street: Street) -> None:
    """The key under the chat is still there: the number is the contact of the application [B2] [P1]."""
    async with street.open_bot():
        writer = await writing(street, step=Step.AUTHOR)
        await writer.person.tap("қала тұрғыны")
        await writer.person.tap(KK("button-proposal-own-phone"))
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    async with street.open_bot():
        await writer.person.tap(KK("button-verification-share"))
        assert (await writer.contents()).author.phone == "77000000000"


async def test_a_number_for_the_verification_verifies(street: Street) -> None:
    """Whoever was asked for the number to be verified, not for a contact, is verified by it [E2] [P5]."""
    async with street.open_bot():
        await give_consent(street.town.services, CAMPAIGN, AIGUL, Language.KAZAKH)
        writer = await writing(street, FULL, step=Step.PREVIEW)
        await writer.person.tap(KK("button-proposal-submit"))
        await writer.person.tap(KK("button-verification-phone"))
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    async with street.open_bot():
        await writer.person.tap(KK("button-verification-share"))
        assert await current_person(street.town.services, CAMPAIGN, AIGUL) is not None
        assert (await writer.contents()).author == FULL.author


async def test_a_sum_that_was_read_back_waits_in_its_button(street: Street) -> None:
    """The yes to a sum counts after a restart without any memory [B3] [P5]."""
    async with street.open_bot():
        writer = await writing(street, step=Step.ESTIMATE)
        await writer.person.send("1,2 млн тг")
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    async with street.open_bot():
        view = await writer.person.tap(KK("button-proposal-sum-yes"))
        assert kazakh("proposal-typed", typed=1_200_000) in view.text


async def test_pictures_that_waited_are_asked_again(street: Street) -> None:
    """Early pictures are remembered by the process alone; after a restart they are asked for again [P5]."""
    async with street.open_bot():
        writer = await writing(street)
        await writer.person.send_photo(photo())
    async with street.open_bot():
        view = await writer.person.tap(KK("button-proposal-add-pictures"))
        assert kazakh("proposal-pictures-again") in view.text
        assert f". {NAMED[Step.PICTURES]}\n" in view.text
