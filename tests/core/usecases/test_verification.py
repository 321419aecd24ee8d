"""Showing who one is: own telephone, clerk's code, sessions (E2)."""

import asyncio

import pytest

from core.model.person import Verification
from core.model.refusals import Refusal, RuleViolation
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import see
from core.usecases.place.choosing import choose_place
from core.usecases.verification.code import issue_codes, verify_by_code
from core.usecases.verification.person import current_person, finish
from core.usecases.verification.phone import verify_by_phone
from tests.support.town import CAMPAIGN, IINS, RULEBOOK, Town, phone_of, row

ACCOUNT, OTHER = 7001, 7002


async def refused_phone(town: Town, number: str, *, is_own: bool = True) -> Refusal:
    """Return why the telephone is refused."""
    with pytest.raises(RuleViolation) as caught:
        await verify_by_phone(town.services, CAMPAIGN, ACCOUNT, number=number, is_own=is_own)
    return caught.value.refusal


async def refused_code(town: Town, typed: str, account: int = ACCOUNT) -> RuleViolation:
    """Return the violation with which the code is refused."""
    with pytest.raises(RuleViolation) as caught:
        await verify_by_code(town.services, CAMPAIGN, account, typed=typed)
    return caught.value


def wrong(code: str) -> str:
    """Return the code with another last sign: its first half still names it."""
    return code[:-1] + ("2" if code[-1] != "2" else "3")


@pytest.mark.parametrize("written", ["+77000000000", "8 700 000 00 00", "7 (700) 000-00-00", "77000000000"])
async def test_own_phone_in_any_writing(town: Town, written: str) -> None:
    """The same number is found however the messenger writes it [E2]."""
    await town.settle(ACCOUNT)
    person = await verify_by_phone(town.services, CAMPAIGN, ACCOUNT, number=written, is_own=True)
    assert person.verification is Verification.PHONE


async def test_refused_phones(town: Town) -> None:
    """Another's contact, foreign and anonymous numbers, unknown ones: each has its own refusal [E2] [P7]."""
    await town.settle(ACCOUNT)
    assert await refused_phone(town, phone_of(0), is_own=False) is Refusal.PHONE_NOT_OWN
    assert await refused_phone(town, "+79161234567") is Refusal.PHONE_FOREIGN
    assert await refused_phone(town, "+88812345678") is Refusal.PHONE_FOREIGN
    assert await refused_phone(town, "77770001122") is Refusal.PHONE_UNKNOWN


async def test_phone_beside_two_people_proves_neither(town: Town) -> None:
    """A telephone that stands beside grandmother and daughter verifies neither of them [E2]."""
    await town.register(row(0, phone="77000000000"), row(1, phone="77000000000"))
    await town.settle(ACCOUNT)
    assert await refused_phone(town, "77000000000") is Refusal.PHONE_SHARED


async def test_consent_comes_first(town: Town) -> None:
    """Without the consent neither telephone nor code is looked at [M1]."""
    await see(town.services, ACCOUNT)
    await choose_place(town.services, ACCOUNT, CAMPAIGN, "samal-1")
    assert await refused_phone(town, phone_of(0)) is Refusal.CONSENT_MISSING
    await town.issue(0)
    assert (await refused_code(town, town.codes[0])).refusal is Refusal.CONSENT_MISSING


async def test_new_account_takes_the_link_and_the_old_one_hears_it(town: Town) -> None:
    """The same telephone on a new account moves the link; the former account gets a security notice [E2]."""
    await town.settle(ACCOUNT)
    await town.settle(OTHER)
    await town.by_phone(ACCOUNT, 0)
    await town.by_phone(OTHER, 0)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is None
    assert await current_person(town.services, CAMPAIGN, OTHER) is not None
    notices = await claim(town.services, 10)
    assert [(item.account_id, item.kind) for item in notices] == [(ACCOUNT, NoticeKind.LINK_MOVED)]


async def test_code_is_read_as_people_type_it(town: Town) -> None:
    """Small letters, spaces, dashes and the Cyrillic twins of Latin letters are the same code [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    cyrillic = town.codes[0].translate(str.maketrans("ACEHKMPTXY", "АСЕНКМРТХУ"))
    typed = f" {cyrillic[:4].lower()} - {cyrillic[4:].lower()} "
    person = await verify_by_code(town.services, CAMPAIGN, ACCOUNT, typed=typed)
    assert person.verification is Verification.CODE


async def test_code_is_used_once(town: Town) -> None:
    """The same account may repeat its code while the session runs; another account is refused [E2]."""
    await town.settle(ACCOUNT)
    await town.settle(OTHER)
    await town.issue(0)
    session = await town.by_code(ACCOUNT, 0)
    assert await town.by_code(ACCOUNT, 0) == session
    assert (await refused_code(town, town.codes[0], OTHER)).refusal is Refusal.CODE_USED
    await finish(town.services, CAMPAIGN, ACCOUNT)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is None
    assert (await refused_code(town, town.codes[0])).refusal is Refusal.CODE_USED


async def test_session_ends_after_fifteen_minutes(town: Town) -> None:
    """A session holds for fifteen minutes, its end excluded; a household takes turns [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(0, 1)
    await town.by_code(ACCOUNT, 0)
    town.wait(minutes=14, seconds=59)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is not None
    town.wait(seconds=1)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is None
    second = await town.by_code(ACCOUNT, 1)
    present = await current_person(town.services, CAMPAIGN, ACCOUNT)
    assert present is not None
    assert present.session == second


async def test_code_expires(town: Town) -> None:
    """After its hours a code is refused with the instant at which it ended [E2] [P7]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    town.wait(hours=72)
    violation = await refused_code(town, town.codes[0])
    assert violation.refusal is Refusal.CODE_EXPIRED
    assert violation.reasons[0].facts["expired_at"] == town.clock.now()


async def test_wrong_codes_lock_the_code(town: Town) -> None:
    """Five wrong second halves lock a code, and the right one no longer opens it [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    for _ in range(5):
        assert (await refused_code(town, wrong(town.codes[0]))).refusal is Refusal.CODE_WRONG
        town.wait(seconds=1)
    assert (await refused_code(town, town.codes[0])).refusal is Refusal.CODE_LOCKED


async def test_wrong_codes_lock_the_account_for_a_day(town: Town) -> None:
    """After ten wrong codes the account waits a day; the attempts left are counted down [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    left = []
    for _ in range(10):
        left.append((await refused_code(town, "2222-2222")).reasons[0].facts["left"])
        town.wait(seconds=1)
    assert left == list(range(9, -1, -1))
    assert (await refused_code(town, town.codes[0])).refusal is Refusal.CODE_ATTEMPTS
    town.wait(days=1)
    assert await town.by_code(ACCOUNT, 0)


@pytest.mark.parametrize("typed", ["", "салем", "4ME7Y58", "4ME7-Y5855", "0000-0000", "4ME7 Y58Ж"])
async def test_what_cannot_be_a_code_is_no_attempt(town: Town, typed: str) -> None:
    """A greeting on the code screen costs nothing; only what could be a code counts [E2] [P7]."""
    await town.settle(ACCOUNT)
    assert (await refused_code(town, typed)).refusal is Refusal.CODE_UNREADABLE
    assert (await refused_code(town, "2222-2222")).reasons[0].facts == {"left": 9}


async def test_attempts_are_counted_one_by_one(town: Town) -> None:
    """Wrong codes that come at once from several processes cannot exceed the limit [E2]."""
    await town.settle(ACCOUNT)
    typed = [f"2222-{number:04d}".translate(str.maketrans("01", "AC")) for number in range(30)]
    results = await asyncio.gather(
        *(verify_by_code(town.services, CAMPAIGN, ACCOUNT, typed=code) for code in typed),
        return_exceptions=True,
    )
    refused = [result.refusal for result in results if isinstance(result, RuleViolation)]
    assert len(refused) == 30
    assert refused.count(Refusal.CODE_WRONG) <= 10


async def test_two_accounts_claim_one_person_at_once(town: Town) -> None:
    """A person's two telephones on two accounts at one moment end with one link and no error [E2]."""
    await town.register(row(0, phone="77000000000"), row(0, "arman", phone="77000000001"))
    for account in (ACCOUNT, OTHER):
        await town.settle(account)
    await asyncio.gather(
        *(
            verify_by_phone(town.services, CAMPAIGN, account, number=number, is_own=True)
            for account, number in ((ACCOUNT, "77000000000"), (OTHER, "77000000001")) * 5
        )
    )
    linked = [await current_person(town.services, CAMPAIGN, account) for account in (ACCOUNT, OTHER)]
    assert len([person for person in linked if person is not None]) == 1


async def test_codes_for_strangers_are_not_issued(town: Town) -> None:
    """One IIN that the register lacks stops the list; its position is said, not the number [E2] [P1]."""
    with pytest.raises(RuleViolation) as caught:
        await issue_codes(town.services, CAMPAIGN, [IINS[0], "991231200001"])
    assert caught.value.reasons[0].facts == {"position": 2}
    assert "991231200001" not in str(caught.value)
    await town.issue(0)
    await town.settle(ACCOUNT)
    assert await town.by_code(ACCOUNT, 0)


async def test_ways_that_the_rulebook_does_not_have(town: Town) -> None:
    """Where the rulebook allows no clerk's code, one is refused with whom to ask [E2] [P7]."""
    without = RULEBOOK.replace(
        'verification = { value = ["phone", "code"]', 'verification = { value = ["phone"]'
    )
    start, end = without.index("[voting.code]"), without.index("[outcome]")
    text = without[:start] + without[end:]
    town.wait(days=-3)
    await take_rulebook(town.services, text, "x.toml", takes_changes=True)
    town.wait(days=3)
    await town.settle(ACCOUNT)
    violation = await refused_code(town, "4ME7-Y585")
    assert violation.refusal is Refusal.VERIFICATION_NOT_ALLOWED
    assert "contact" in violation.reasons[0].facts
