"""Which ways of verification stand there: those of the rulebook, and none where a guide needs none."""

import re

import pytest

from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.privacy.consent import has_consent
from sandbox.client import View
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import WORDS
from tests.support.town import CAMPAIGN, OPEN, RULEBOOK, Town

KK = WORDS[Language.KAZAKH]
BY_PHONE, BY_CODE = KK("button-verification-phone"), KK("button-verification-code")
AGREE = KK("button-consent-agree")
ALLOWED = 'verification = { value = ["phone", "code"]'


async def ways_of(street: Street, town: Town, rulebook: str) -> View:
    """Return the ways that a resident sees under a rulebook that was changed before voting opened."""
    town.clock.set_to(OPEN.replace(day=1))
    await take_rulebook(town.services, rulebook, "changed.toml", takes_changes=True)
    town.clock.set_to(OPEN)
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        view = await aigul.send("/verify")
        return await aigul.tap(AGREE) if AGREE in view.labels else view


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
    """Where votes are counted on the official page nobody is asked for consent, but led there [A6] [M1]."""
    guide = RULEBOOK.replace('mode = { value = "sole"', 'mode = { value = "guide"')
    view = await ways_of(street, town, guide)
    assert "растаудың қажеті жоқ" in view.text
    assert view.labels == [KK("button-official-page"), KK("button-home")]
    assert "https://example.kz/semey-demo" in str(view.last["buttons"])
    assert not await has_consent(town.services, CAMPAIGN, AIGUL)
