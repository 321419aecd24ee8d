"""Whatever else people send while an application is open: each gets an answer, and the step stays."""

import pytest

from core.model.proposal import Step
from tests.bot.proposal.author import KK, photo, writing
from tests.bot.residents import Street
from tests.bot.walking import kazakh

pytestmark = pytest.mark.usefixtures("front")

STEPS = [step for step in Step if step not in {Step.PAPERS, Step.PREVIEW}]


@pytest.mark.parametrize("step", STEPS)
async def test_what_no_step_can_use(street: Street, step: Step) -> None:
    """A sticker and a voice message are answered above the question, which stays where it is [B2] [P7]."""
    writer = await writing(street, step=step)
    view = await writer.person.send_sticker()
    assert kazakh("proposal-useless-sticker") in view.text
    view = await writer.person.send_voice()
    assert kazakh("proposal-useless-voice") in view.text
    assert f". {KK(f'proposal-name-{step}')}\n" in view.text
    assert (await writer.read()).step is step


@pytest.mark.parametrize("step", [step for step in STEPS if step is not Step.PLACE])
async def test_a_location_where_none_is_asked(street: Street, step: Step) -> None:
    """A location says at which step it is wanted, and is not kept [B2] [P1]."""
    writer = await writing(street, step=step)
    view = await writer.person.send_location(50.4111, 80.2275)
    assert kazakh("proposal-useless-location") in view.text
    assert (await writer.contents()).latitude is None


@pytest.mark.parametrize("step", [step for step in STEPS if step is not Step.AUTHOR])
async def test_a_contact_where_none_is_asked(street: Street, step: Step) -> None:
    """A contact card at another step says what verifying takes, as everywhere; no answer is lost [B2]."""
    writer = await writing(street, step=step)
    before = await writer.contents()
    view = await writer.person.contact("+77019999999", None)
    assert kazakh("refusal-phone-not-own") in str(view) or kazakh("refusal-consent-missing") in str(view)
    assert await writer.contents() == before


async def test_words_where_a_picture_is_asked(street: Street) -> None:
    """Text at the pictures is told what to send, also to whom has no photo [B2] [P7]."""
    writer = await writing(street, step=Step.PICTURES)
    assert kazakh("proposal-picture-not-text") in (await writer.person.send("сурет жоқ")).text


async def test_a_photo_where_words_are_asked(street: Street) -> None:
    """A photo at the title is added, said so, and the title is asked for still [B2]."""
    writer = await writing(street, step=Step.TITLE)
    view = await writer.person.send_photo(photo())
    assert kazakh("proposal-pictures-now", count=1) in view.text
    assert f". {KK('proposal-name-title')}\n" in view.text


async def test_an_edited_answer_counts_while_its_step_is_open(street: Street) -> None:
    """A sum that is corrected in place is read back anew [B2] [B3]."""
    writer = await writing(street, step=Step.ESTIMATE)
    await writer.person.send("12 млн")
    view = await writer.person.edit_text("1,2 млн")
    assert kazakh("proposal-sum-read", typed=1_200_000, count=0) in view.text
    await writer.person.tap(KK("button-proposal-sum-yes"))
    assert (await writer.contents()).estimate.cost == 1_200_000


async def test_an_edited_answer_to_a_step_that_is_over(street: Street) -> None:
    """The title edited two steps later is not guessed: it is to be sent anew [B2] [P7]."""
    writer = await writing(street, step=Step.TITLE)
    await writer.person.send("Тораңғы көшесіне шам орнату")
    view = await writer.person.edit_text("Басқа атау")
    assert kazakh("unexpected-edit") in str(view)
    assert (await writer.contents()).title == "Тораңғы көшесіне шам орнату"


async def test_an_iin_never_becomes_an_answer(street: Street) -> None:
    """Twelve digits are deleted before any step reads them [P1]."""
    writer = await writing(street, step=Step.AUTHOR)
    await writer.person.send("Серікова Айгүл 850715200007")
    assert (await writer.contents()).author.name is None
    assert "850715200007" not in str(await writer.person.chat())


async def test_html_in_an_answer_is_text(street: Street) -> None:
    """A title with signs of HTML is shown letter by letter [P5]."""
    writer = await writing(street, step=Step.TITLE)
    await writer.person.send("Шам <b>& жарық</b> орнату")
    view = await writer.person.tap(KK("button-proposal-preview"))
    assert "Шам <b>& жарық</b> орнату" in view.text


async def test_a_command_leaves_and_nothing_is_lost(street: Street) -> None:
    """/rules in the middle opens the rules; the application waits at its step [B2]."""
    writer = await writing(street, step=Step.PLACE)
    await writer.person.send("Тораңғы көшесі, 3-үй")
    await writer.person.send("/rules")
    view = await writer.open((await writer.read()).step)
    assert "Тораңғы көшесі, 3-үй" in view.text
