"""Consent, what is kept, what is forgotten (M1)."""

from core.model.language import Language
from core.model.person import Verification
from core.usecases.browsing.listing import Filters, get_filters, keep_filters
from core.usecases.place.account import choose_language, see
from core.usecases.privacy.consent import give_consent, has_consent
from core.usecases.privacy.mydata import forget, my_data
from core.usecases.verification.person import current_person
from core.usecases.voting.asking import get_receipt
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN, Town

ACCOUNT = 7001


async def test_consent_is_asked_once_and_its_first_language_stands(town: Town) -> None:
    """Agreeing again in the other language changes nothing of the record [M1]."""
    await see(town.services, ACCOUNT)
    assert not await has_consent(town.services, CAMPAIGN, ACCOUNT)
    await town.settle(ACCOUNT)
    given = town.clock.now()
    town.wait(hours=1)
    await give_consent(town.services, CAMPAIGN, ACCOUNT, Language.RUSSIAN)
    kept = await my_data(town.services, ACCOUNT)
    assert kept is not None
    assert [(item.given_at, item.language) for item in kept.consents] == [(given, Language.KAZAKH)]


async def test_stranger_has_no_data(town: Town) -> None:
    """Whoever never wrote to the bot has nothing kept [M1]."""
    assert await my_data(town.services, 12345) is None


async def test_everything_kept_is_shown(town: Town) -> None:
    """Language, place, filters, consent, link, code and that a vote was counted: all of it is said [M1]."""
    await town.settle(ACCOUNT)
    await choose_language(town.services, ACCOUNT, Language.RUSSIAN)
    await keep_filters(town.services, CAMPAIGN, ACCOUNT, Filters(direction="greening", words="скамья"))
    await town.by_phone(ACCOUNT, 0)
    await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    await town.issue(1)
    await town.by_code(ACCOUNT, 1)
    kept = await my_data(town.services, ACCOUNT)
    assert kept is not None
    assert (kept.language, kept.campaign, kept.territory) == (Language.RUSSIAN, "semey-demo", "eski-qala")
    assert kept.filters == {"direction": "greening", "words": "скамья"}
    assert len(kept.phones_linked) == 1
    assert len(kept.codes_used) == 1
    assert [(item.campaign, item.verification) for item in kept.took_part] == [
        ("semey-demo", Verification.PHONE)
    ]
    assert "project" not in str(kept).lower()


async def test_forgetting_leaves_what_must_stay(town: Town) -> None:
    """Forgetting takes place, filters, consent and link; the counted vote stays [M1] [P4]."""
    await town.settle(ACCOUNT)
    await keep_filters(town.services, CAMPAIGN, ACCOUNT, Filters(words="скамья"))
    await town.by_phone(ACCOUNT, 0)
    receipt = await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    await forget(town.services, ACCOUNT)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is None
    assert not await has_consent(town.services, CAMPAIGN, ACCOUNT)
    assert await get_filters(town.services, CAMPAIGN, ACCOUNT) == Filters()
    assert (await see(town.services, ACCOUNT)).campaign_id is None
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    assert await get_receipt(town.services, CAMPAIGN, ACCOUNT) == receipt
    assert await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=2, session=None) == receipt
