"""The days of the voting on the demo's processes: frozen, extended, on paper and in the bot, opened, decided.

Every part goes on where the one before it has ended, as the okrug's year does, so they run in their order.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright

from core.model.language import Language
from tests.conftest import CHROMIUM_FLAGS
from tests.support.services import require_browser
from tests.walk import announcing, concluding, counting, freezing, registering, signing, voting
from tests.walk.demo import Resident, running_demo
from tests.walk.looking import anybody, read
from tests.walk.staff import Office, Story

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

AIGERIM, VIKTOR, DANIYAR, KULASH, MARIA = 1001, 1002, 1003, 1005, 1006
HOMES = {
    AIGERIM: (Language.KAZAKH, "Айнакөл", "Теректісай"),
    KULASH: (Language.KAZAKH, "Айнакөл", "Қоңырсай"),
    MARIA: (Language.RUSSIAN, "Айнаколь", "Теректысай"),
    VIKTOR: (Language.RUSSIAN, "Айнаколь", "Теректысай"),
}
"""Which language somebody speaks, whose news of which okrug and village somebody reads.

Nobody who has voted is among those who speak Kazakh in Ainakol: so few left out would refuse an announcement.
"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def story(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """The demo with all its processes, whose boxes two people open, and a browser."""
    folder = tmp_path_factory.mktemp("walk") / "demo"
    async with running_demo(folder, "--by-hand") as demo, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=require_browser(), args=list(CHROMIUM_FLAGS)
        )
        yield Story(demo=demo, office=Office(demo.sandbox, browser))
        await browser.close()


def resident(story: Story, number: int) -> Resident:
    """Return somebody at the own telephone."""
    return story.demo.resident(number, HOMES[number][0])


async def test_the_list_is_frozen(story: Story) -> None:
    """The observer reads what will be frozen; two people freeze it; one alone changes no cost after.

    [A4] [A2] [L1] [P7]
    """
    await freezing.decide_all(story.demo)
    for number, (_, *places) in HOMES.items():
        await resident(story, number).settle(*places)
    await story.demo.sandbox.move_clock(freezing.BEFORE)
    observer = await story.worker("observer")
    await freezing.look_ahead(observer)
    await freezing.freeze(await story.worker("secretary"), await story.worker("akim"), observer)
    clerk = await story.worker("clerk")
    await freezing.find_cost_frozen(clerk)
    await story.demo.sandbox.move_clock(freezing.OPENING)
    await freezing.change_cost(clerk, clerk.say("refusal-office-stage"))


async def test_the_voting_is_extended(story: Story) -> None:
    """Proposed by the secretary, approved by the akim, signed; phones and pages show both days.

    [A2] [A4] [G1] [P6]
    """
    observer = await story.worker("observer")
    await freezing.extend(await story.worker("secretary"), await story.worker("akim"), observer)
    for number in (AIGERIM, MARIA):
        await freezing.hear_of_extension(resident(story, number))
    url = await story.public()
    async with anybody(story.office.browser, url) as page:
        for language in Language:
            said = await read(page, url, "", language)
            assert all(day in said for day in freezing.DAYS[language])
            assert freezing.LATER[f"reason-{language}"] in await read(page, url, "freeze/", language)


async def test_people_vote_in_the_bot(story: Story) -> None:
    """By the own telephone, and a household in turn on one telephone by codes [E2] [E3] [K1]."""
    for number in (AIGERIM, MARIA, VIKTOR):
        await voting.be_verified(resident(story, number))
    await voting.vote(resident(story, AIGERIM), freezing.PUMPS)
    await voting.vote(resident(story, MARIA), freezing.BRIDGE)
    codes = await registering.print_codes(await story.worker("clerk"), voting.HOUSEHOLD)
    await voting.vote_in_turn(resident(story, KULASH), codes, freezing.PUMPS, freezing.ROOM)


async def test_a_paper_sheet(story: Story) -> None:
    """Two clerks type lines; one has voted and is refused, another says it was not him: the observer's case.

    [E8] [E10] [E9] [L1]
    """
    clerk, second = await story.worker("clerk"), await story.worker("clerk2")
    await signing.open_sheet(clerk)
    await signing.take_lines(clerk)
    await signing.type_again(second)
    viktor = resident(story, VIKTOR)
    await signing.say_it_was_not_me(viktor)
    await signing.see_case(await story.worker("observer"))
    await signing.hear_answer(viktor)


async def test_an_announcement(story: Story) -> None:
    """To a village's Kazakh speakers who have not voted, at ten, past a pause and a killed process [G2]."""
    writer, approver = await story.worker("clerk"), await story.worker("akim")
    await announcing.gather(story.demo)
    await announcing.write(writer, story.demo.resident(DANIYAR, Language.KAZAKH))
    await announcing.order(writer, approver)
    await announcing.send(story.demo, writer, approver, await story.worker("observer"))


async def test_the_box_is_opened(story: Story) -> None:
    """Slips by two people, the box by two people, the observer reading; the numbers add up to the roll.

    [E6] [E8] [F1] [F5] [L1]
    """
    observer = await story.worker("observer")
    await counting.close(story.demo, observer)
    await counting.count_slips(await story.worker("clerk"), await story.worker("clerk2"))
    secretary, akim = await story.worker("secretary"), await story.worker("akim")
    await counting.open_box(secretary, akim, observer)
    await counting.destroy_key(akim, secretary, observer)
    await counting.read_result(story.office.browser, await story.public())
    for number in (AIGERIM, MARIA):
        await counting.hear_result(resident(story, number))


async def test_the_council_decides_on_results(story: Story) -> None:
    """Other settings bind nobody; the council decides with reasons, and a difference is shown [F2] [F4]."""
    await concluding.try_other_settings(await story.worker("clerk"))
    members = [await story.worker(f"council{place}") for place in range(1, 6)]
    await concluding.decide(await story.worker("secretary"), members)
    await concluding.read_decision(story.office.browser, await story.public())
    await concluding.hear_decision(resident(story, MARIA))
