"""The longest that people may write, on every screen that shows it: Telegram takes each, a phone too (P5)."""

import pytest

from core.model.language import Language, Text
from core.model.proposal import Contents, Step
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.proposal.submitting import submit
from sandbox.client import View
from tests.bot.proposal.author import photo, without, writing
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import WORDS
from tests.support.proposals import INTAKE, LONGEST, decided, written
from tests.support.town import CAMPAIGN
from tests.transcripts import SCREEN_LENGTH, assert_fits

MESSAGE = 4096
"""Characters of a message: more nobody can send at once."""

STEPS = [step for step in Step if step is not Step.PAPERS]
RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]

pytestmark = pytest.mark.usefixtures("front")


def carried(language: Language) -> Contents:
    """Return a draft in which each text is as long as its step keeps it, refused or not."""
    refused = {"title": "Ә" * MESSAGE, "description": "ә" * MESSAGE, "reason": "ә" * MESSAGE}
    texts = {**LONGEST, **refused}
    return without(**texts, direction="other", language=language)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_a_step_of_the_longest_draft(
    street: Street, step: Step, number: int, language: Language
) -> None:
    """Nobody is locked out of an application by what is written in it [B2] [P5]."""
    writer = await writing(street, carried(language), account=number)
    view = await writer.open(step)
    assert_fits(view)
    assert view.labels


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_what_stands_around_the_longest_draft(street: Street, number: int, language: Language) -> None:
    """Its list, its whole description, going away, what is kept, an early photo: all of it is sent [M1]."""
    words = WORDS[language]
    writer = await writing(street, carried(language), account=number, step=Step.PREVIEW)
    person = writer.person
    await person.tap(words("button-proposal-whole"))
    sent = [message["text"] for message in (await person.chat()).messages]
    assert "ә" * MESSAGE in sent
    for command in ("/propose", "/mydata", "/forget"):
        await person.send(command)
        assert_short(await person.chat())
    await person.send_photo(photo())
    view = await person.chat()
    assert_short(view)
    assert words("button-proposal-add-pictures") in view.labels


def assert_short(view: View) -> None:
    """Assert that the newest message fits on a phone."""
    assert len(view.last["text"]) <= SCREEN_LENGTH


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_the_longest_message_that_cannot_be_read(
    street: Street, number: int, language: Language
) -> None:
    """Two thousand lines without a price are answered by as many notes as a phone shows [B3] [P5]."""
    writer = await writing(street, without(language=language), account=number, step=Step.ESTIMATE)
    view = await writer.person.send("ә\n" * (MESSAGE // 2))
    assert_short(view)
    assert "⛔" in view.text


@pytest.mark.parametrize("act", [ReviewAct.RETURN, ReviewAct.REFUSE])
@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_the_longest_proposal_and_decision(
    street: Street, act: ReviewAct, number: int, language: Language
) -> None:
    """Where it stands is said in short, the history has the reason whole, the card is cut [B6] [P7] [D6]."""
    town, words = street.town, WORDS[language]
    person = await street.voter(number, 0, language)
    town.clock.set_to(INTAKE)
    draft_id = await written(town, number, **LONGEST)
    own = (await submit(town.services, CAMPAIGN, number, draft_id)).number
    reason = Text(kk="ә" * REASON_AT_MOST, ru="ә" * REASON_AT_MOST)
    await decided(town, own, act, reason=reason)
    await person.send("/propose")
    view = await person.tap(words("button-proposal-number-own", number=own))
    assert_short(view)
    view = await person.tap(words("button-mine-history"))
    assert reason.ru in view.text
    assert len(view.text) <= MESSAGE
