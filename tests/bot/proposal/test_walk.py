"""Walks from the first wish to the number of an application, in both languages, kept as golden files."""

import pytest

from core.model.language import Language
from core.usecases.proposal.mine import my_proposals
from core.usecases.reminder.planning import plan
from tests.bot.proposal.applicant import Applicant, without_chance
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.telling import tell
from tests.support.reminding import at
from tests.support.town import CAMPAIGN

BOTH = pytest.mark.parametrize(("account", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])


@pytest.fixture(autouse=True)
def steady(street: Street) -> None:
    """Let nothing in the walks depend on chance."""
    without_chance(street)


async def arrive(street: Street, account: int, language: Language) -> Applicant:
    """Return somebody at home who has nothing yet, the bot being open."""
    person = await street.settled(account, language)
    return Applicant(person, language, street.folder / "fsm.sqlite3")


async def numbers(street: Street, account: int) -> list[int]:
    """Return the numbers of what the account has submitted."""
    mine = await my_proposals(street.town.services, CAMPAIGN, account, "eski-qala")
    return [each.number for each in mine.proposals]


async def begin_from_model(walker: Applicant) -> None:
    """Choose a model and say where: everything else of the text stands there already."""
    await walker.tap("button-propose")
    await walker.tap("button-proposal-models")
    await walker.tap("button-page-after")
    await walker.choose(walker.says.model)
    await walker.tap("button-proposal-take-model")
    await walker.choose("📍")
    await walker.send(walker.says.landmark)
    await walker.here()


@BOTH
async def test_the_shortest_way_from_a_model(street: Street, account: int, language: Language) -> None:
    """A model spares texts and estimate; what was sent so fast is withdrawn as fast [B1] [B2] [B8] [P5]."""
    async with street.open_bot():
        walker = await arrive(street, account, language)
        await begin_from_model(walker)
        await walker.photo(0)
        await walker.tap("button-proposal-next")
        await walker.press(walker.says.kind)
        await walker.send(walker.says.name)
        await walker.own_number()
        await walker.tap("button-proposal-next")
        await walker.agree()
        await walker.tap("button-proposal-submit")
        await walker.verify("button-verification-draft")
        await walker.tap("button-proposal-submit")
        (number,) = await numbers(street, account)
        await walker.tap("button-proposal-submitted")
        await walker.tap("button-mine-withdraw")
        await walker.tap("button-mine-withdraw-surely")
        view = await walker.tap("button-mine-all")
        assert walker.shown("proposal-status-withdrawn") in view.text
        assert f"№ {number}" in view.text
        await walker.keep("proposal-model")


async def write_most(walker: Applicant) -> None:
    """Pictures in two ways, the cost in two ways, a title that is changed later: then away."""
    await begin_from_model(walker)
    await walker.album(range(4))
    await walker.photo(4)
    await walker.tap("button-back")
    view = await walker.send(walker.says.cost)
    assert walker.shown("proposal-sum-read", typed=1_200_000, count=3) in view.text
    await walker.tap("button-proposal-sum-yes")
    view = await walker.send(walker.says.lines)
    assert walker.shown("proposal-lines-total", count=3, total=1_200_000) in view.text
    await walker.tap("button-proposal-next")
    await walker.tap("button-proposal-next")
    await walker.press(walker.says.kind)
    await walker.tap("button-proposal-preview")
    await walker.tap("button-proposal-step-title")
    view = await walker.photo(5)
    assert walker.shown("proposal-pictures-now", count=6) in view.text, "not the words that were asked for"
    await walker.send(walker.says.title)
    await walker.tap("button-proposal-go-on")
    await walker.tap("button-proposal-leave")


async def finish(walker: Applicant) -> None:
    """Go on where the reminder leads, to the number; the last press is doubled."""
    view = await walker.tap("button-draft-go-on")
    assert walker.shown("proposal-ask-author-name") in view.text
    await walker.send(walker.says.name)
    await walker.own_number()
    await walker.tap("button-proposal-next")
    await walker.agree()
    await walker.tap("button-proposal-submit")
    await walker.verify("button-verification-draft")
    await walker.submit_twice()


@BOTH
async def test_written_in_two_sittings(street: Street, account: int, language: Language) -> None:
    """Killed, its screens deleted, a week gone: the reminder leads to the very step [B2] [B7] [B8] [G1]."""
    street.town.clock.set_to(at("09-26 11:00"))
    async with street.open_bot():
        walker = await arrive(street, account, language)
        await write_most(walker)
        left = (await walker.person.chat()).last["message_id"]
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    street.town.clock.set_to(at("10-03 10:00"))
    await plan(street.town.services)
    await tell(street)
    async with street.open_bot():
        await finish(walker)
        (number,) = await numbers(street, account)
        view = await walker.person.tap(walker.words("button-proposal-resume"), left)
        assert walker.shown("proposal-submitted", number=number) in view.text, "the old button knows it"
        await walker.keep("proposal-writing")


@BOTH
async def test_all_in_one_message(street: Street, account: int, language: Language) -> None:
    """One message with one photo; then only what is missing is asked, and it is submitted [B5] [P5]."""
    async with street.open_bot():
        walker = await arrive(street, account, language)
        view = await walker.photo(0, walker.says.message)
        assert walker.shown("proposal-sum-read", typed=3_200_000, count=0) in view.text
        view = await walker.tap("button-proposal-sum-yes")
        assert walker.shown("proposal-name-description") in view.text
        await walker.send(walker.says.missing)
        await walker.press(walker.says.kind)
        await walker.tap("button-proposal-next")
        await walker.agree()
        await walker.tap("button-proposal-submit")
        await walker.verify("button-verification-draft")
        await walker.tap("button-proposal-submit")
        await walker.keep("proposal-one-message")
    assert len(await numbers(street, account)) == 1
