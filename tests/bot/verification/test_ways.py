"""Which ways of verification stand there: those of the rulebook, and none where a guide needs none."""

import re

import pytest

from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from sandbox.client import View
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import WORDS
from tests.support.town import OPEN, RULEBOOK, Town

KK = WORDS[Language.KAZAKH]
BY_PHONE, BY_CODE = KK("button-verification-phone"), KK("button-verification-code")
ALLOWED = 'verification = { value = ["phone", "code"]'


async def ways_of(street: Street, town: Town, rulebook: str) -> View:
    """Return the ways that a resident sees under a rulebook that was changed before voting opened."""
    town.clock.set_to(OPEN.replace(day=1))
    await take_rulebook(town.services, rulebook, "changed.toml", takes_changes=True)
    town.clock.set_to(OPEN)
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        await aigul.send("/verify")
        return await aigul.tap(KK("button-consent-agree"))


@pytest.mark.parametrize(
    ("allowed", "shown"), [('["phone"]', [BY_PHONE]), ('["code", "phone"]', [BY_PHONE, BY_CODE])]
)
async def test_the_rulebook_decides(street: Street, town: Town, allowed: str, shown: list[str]) -> None:
    """A way that the akimat does not allow is neither offered nor described [E2] [P2]."""
    changed = RULEBOOK.replace(ALLOWED, f"verification = {{ value = {allowed}")
    if BY_CODE not in shown:
        changed = re.sub(r"\[voting\.code\].*?(?=\[outcome\])", "", changed, flags=re.DOTALL)
    view = await ways_of(street, town, changed)
    assert [label for label in view.labels if label in {BY_PHONE, BY_CODE}] == shown
    assert ("Растау кодымен." in view.text) is (BY_CODE in shown)


async def test_a_guide_needs_no_verification(street: Street, town: Town) -> None:
    """Where votes are counted on the official page the bot asks nobody who he is [A6] [E2]."""
    guide = RULEBOOK.replace('mode = { value = "sole"', 'mode = { value = "guide"')
    view = await ways_of(street, town, guide)
    assert "растаудың қажеті жоқ" in view.text
    assert not {BY_PHONE, BY_CODE} & set(view.labels)
