"""What people do with slips: links, wrong screens, codes that are nothing, a second account."""

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.usecases.office.linking import is_linked, make_invitation
from core.usecases.place.account import stop
from core.usecases.verification.person import current_person
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.bot.walking import WORDS
from tests.support.office import actor
from tests.support.paper import entered, slip_of
from tests.support.town import CAMPAIGN

pytestmark = pytest.mark.usefixtures("front")

KK = WORDS[Language.KAZAKH]


async def slip(street: Street) -> tuple[int, str]:
    """Return number and code of a fresh slip."""
    clerk = await actor(street.town, Role.CLERK)
    number = await entered(street.town, clerk, 4)
    return number, await slip_of(street.town, clerk, number)


async def test_a_link_opens_it_for_a_newcomer(street: Street) -> None:
    """Language first, then the proposal at once, with its place set; no code stays in a screen [B9] [D5]."""
    number, code = await slip(street)
    dana = street.sandbox.person(DANA)
    await dana.start(f"claim-{CAMPAIGN.campaign}-{code}")
    view = await dana.tap(KK("button-language-own"))
    assert f"№ {number}" in view.text
    view = await dana.tap(KK("button-claim-open"))
    assert f"№ {number}" in view.text
    assert await current_person(street.town.services, CAMPAIGN, DANA) is None
    kept = b"".join(path.read_bytes() for path in street.folder.glob("fsm.sqlite3*"))
    assert code.encode() not in kept


@pytest.mark.parametrize("payload", ["claim-", "claim-semey-demo", "claim-semey-demo-12", "claim-x-4ME7Y585"])
async def test_a_link_that_was_cut_leads_home(street: Street, payload: str) -> None:
    """It says what a code looks like, and the home screen follows [B9] [P7]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.start(payload)
    assert KK("button-projects") in view.labels or "4ME7-Y585" in str(view.messages)


async def test_a_second_account_is_told(street: Street) -> None:
    """What was used is said with its day, and nothing of the proposal [B9] [P7]."""
    number, code = await slip(street)
    link = f"claim-{CAMPAIGN.campaign}-{code}"
    aigul, igor = await street.settled(AIGUL), await street.settled(IGOR)
    await aigul.start(link)
    await igor.start(link)
    said = " ".join(str(message["text"]) for message in (await igor.chat()).messages)
    assert "қолданылған" in said
    assert f"№ {number}" not in said


async def test_a_slip_among_codes_of_the_vote(street: Street) -> None:
    """Typed where a clerk's code belongs, it opens the proposal and verifies nobody [B9] [E2]."""
    number, code = await slip(street)
    await street.town.settle(AIGUL)
    aigul = await street.settled(AIGUL)
    await aigul.send("/verify")
    await aigul.tap(KK("button-verification-code"))
    view = await aigul.send(f"{code[:4]}-{code[4:]}")
    assert f"№ {number}" in view.text
    assert await current_person(street.town.services, CAMPAIGN, AIGUL) is None


async def test_a_code_of_the_vote_among_slips(street: Street) -> None:
    """Typed where a slip's code belongs, it is refused with the way, and verifies nobody [B9] [E2] [P7]."""
    await street.town.issue(3)
    aigul = await street.settled(AIGUL)
    await aigul.send("/propose")
    await aigul.tap(KK("button-claim"))
    view = await aigul.send(street.town.codes[3])
    assert "/verify" in view.text
    assert await current_person(street.town.services, CAMPAIGN, AIGUL) is None


async def test_an_old_button_sends_no_file(street: Street) -> None:
    """Once a new slip has ended the old one, the application is sent to that account no more [B4] [B9]."""
    number, code = await slip(street)
    aigul = await street.settled(AIGUL)
    await aigul.start(f"claim-{CAMPAIGN.campaign}-{code}")
    await aigul.tap(KK("button-claim-open"))
    clerk = await actor(street.town, Role.CLERK, login="second", person=1)
    await slip_of(street.town, clerk, number)
    view = await aigul.tap(KK("button-mine-application"))
    assert "document" not in [message["kind"] for message in view.messages]


async def test_staff_are_reminded_here(street: Street) -> None:
    """The office's link is good once and says what never comes; /stop is obeyed [L1] [P1] [G4]."""
    clerk = await actor(street.town, Role.CLERK)
    token = await make_invitation(street.town.services, clerk)
    aigul = await street.settled(AIGUL)
    await aigul.start(f"staff-{token}")
    said = [str(message["text"]) for message in (await aigul.chat()).messages]
    assert any("ешқашан келмейді" in each for each in said)
    assert await is_linked(street.town.services, clerk)
    await aigul.start(f"staff-{token}")
    said = [str(message["text"]) for message in (await aigul.chat()).messages]
    assert any("енді жарамсыз" in each for each in said)
    await stop(street.town.services, AIGUL)
    assert await is_linked(street.town.services, clerk)
