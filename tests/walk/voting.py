"""People of the okrug vote in the bot: each on the own telephone, a household in turn on one."""

from collections.abc import Sequence

from core.model.language import Language
from demo.villagers import sandbox_villagers
from sandbox.client import View
from tests.walk.demo import Resident

AIGERIM, VIKTOR, _DANIYAR, _ARSEN, KULASH, DAUGHTER, MARIA = (row.iin for row in sandbox_villagers())
"""Who is who in the register of the okrug."""

HOUSEHOLD = (KULASH, DAUGHTER)
COUNTED = {Language.KAZAKH: "Дауысыңыз есепке алынды", Language.RUSSIAN: "Ваш голос учтён"}


async def be_verified(resident: Resident) -> None:
    """Agree to the consent and share the own telephone."""
    await resident.person.send("/verify")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-phone")
    await resident.person.contact()


async def vote(resident: Resident, number: int) -> View:
    """Open a card by its number, vote for it, and read that it is counted."""
    await resident.person.send("/projects")
    await resident.person.send(str(number))
    await resident.press("button-browsing-vote")
    view = await resident.press("button-voting-yes")
    assert view.text.startswith(COUNTED[resident.language]), view.text
    return view


async def vote_in_turn(resident: Resident, codes: Sequence[str], *numbers: int) -> None:
    """Let each of a household vote by the own code; the next one finds nothing of whoever was before."""
    for place, (code, number) in enumerate(zip(codes, numbers, strict=True)):
        if place == 0:
            await resident.person.send("/verify")
            await resident.press("button-consent-agree")
        else:
            await resident.press("button-verify")
        await resident.press("button-verification-code")
        await resident.person.send(code.lower())
        await vote(resident, number)
        view = await resident.press("button-voting-put-away")
        assert code not in str(view.messages)
