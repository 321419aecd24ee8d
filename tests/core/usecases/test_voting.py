"""The one vote: counted once, never changed, refused with every reason (E1-E5)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.identity.keys import read_campaign_keys
from core.ledger.receipt import is_genuine, verifying_half
from core.model.refusals import Refusal, RuleViolation
from core.model.vote import Absence, Counted, Receipt
from core.store.box import waiting
from core.store.ledger import roll
from core.store.verification import code_session
from core.store.voting import participation
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.opening import open_territory
from core.usecases.privacy.forgetting import forget
from core.usecases.verification.person import current_person
from core.usecases.voting.asking import VoteQuestion, ask, ask_whether_counted
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town, phone_of, row

ACCOUNT = 7001
PROJECT, OTHER_PROJECT, FOREIGN_PROJECT, REFUSED_PROJECT = 1, 2, 24, 41


async def vote(
    town: Town, account: int = ACCOUNT, project: int = PROJECT, session: str | None = None
) -> Receipt:
    """Cast the account's vote."""
    return await cast_vote(town.services, CAMPAIGN, account, number=project, session=session)


async def refusals(town: Town, account: int = ACCOUNT, project: int = PROJECT) -> list[Refusal]:
    """Return every reason for which the vote is refused."""
    with pytest.raises(RuleViolation) as caught:
        await vote(town, account, project)
    return [reason.refusal for reason in caught.value.reasons]


async def test_vote_is_counted_and_promised(town: Town) -> None:
    """A verified resident votes and gets a receipt that the campaign's key signed [E3] [E5]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    receipt = await vote(town)
    signing = town.services.keys.read_signing(CAMPAIGN.akimat, CAMPAIGN.campaign)
    assert is_genuine(verifying_half(signing), CAMPAIGN.campaign, receipt)
    assert receipt.entry.number == 0
    assert receipt.entry.territory == "ortalyq"


async def test_second_vote_gives_the_same_receipt(town: Town) -> None:
    """A repeated press, on another project too, is answered with the very same receipt [E3] [E5]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    first = await vote(town)
    assert await vote(town) == first
    assert await vote(town, project=OTHER_PROJECT) == first
    assert await ask(town.services, CAMPAIGN, ACCOUNT, OTHER_PROJECT) == first
    found = await ask_whether_counted(town.services, CAMPAIGN, ACCOUNT)
    assert isinstance(found, Counted)
    assert found.receipt == first


async def test_question_names_what_is_confirmed(town: Town) -> None:
    """Before the vote the person is asked once more, and nothing is counted by asking [E3]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    question = await ask(town.services, CAMPAIGN, ACCOUNT, PROJECT)
    assert isinstance(question, VoteQuestion)
    assert (question.project.number, question.territory.slug) == (PROJECT, "ortalyq")
    assert isinstance(await ask_whether_counted(town.services, CAMPAIGN, ACCOUNT), Absence)


async def test_refusals_of_the_ballot(town: Town) -> None:
    """Who is not verified or wants what is not on the ballot is told which rule it is [E1] [P7]."""
    await town.settle(ACCOUNT)
    assert await refusals(town) == [Refusal.NOT_VERIFIED]
    await town.by_phone(ACCOUNT, 0)
    assert await refusals(town, project=FOREIGN_PROJECT) == [Refusal.OTHER_TERRITORY]
    assert await refusals(town, project=REFUSED_PROJECT) == [Refusal.PROJECT_NOT_ON_BALLOT]
    assert await refusals(town, project=999) == [Refusal.PROJECT_UNKNOWN]


async def test_minor_in_another_district_hears_both(town: Town) -> None:
    """All reasons are told at once: under age on the counting date, and another district [E1] [P7]."""
    await town.register(row(0, "samal-1", born="2008-11-30", phone=phone_of(0)))
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    assert await refusals(town) == [Refusal.UNDER_AGE, Refusal.OTHER_TERRITORY]


async def test_of_age_on_the_last_day(town: Town) -> None:
    """Whoever turns eighteen on the last day of voting may vote on any of its days [E1]."""
    await town.register(row(0, born="2008-11-29", phone=phone_of(0)))
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    assert (await vote(town)).entry.number == 0


async def test_stage_is_half_open(town: Town) -> None:
    """The last microsecond of voting counts; midnight and the eve of the opening do not [A2] [P8]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    town.clock.set_to(CLOSED)
    assert await refusals(town) == [Refusal.VOTING_CLOSED]
    town.clock.set_to(OPEN)
    town.wait(days=-2)
    assert await refusals(town) == [Refusal.VOTING_NOT_OPEN_YET]
    town.clock.set_to(CLOSED)
    town.wait(microseconds=-1)
    assert (await vote(town)).entry.number == 0


async def test_two_registrations_one_vote(town: Town) -> None:
    """Registered in two districts, a person may choose where to vote, and votes once [E1] [E3]."""
    await town.register(
        row(0, "eski-qala", phone=phone_of(0)),
        row(0, "samal-1", kind="temporary", since="2026-01-10", until="2027-01-09", phone=phone_of(0)),
    )
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    receipt = await vote(town, project=FOREIGN_PROJECT)
    assert receipt.entry.territory == "samal"
    assert await vote(town, project=PROJECT) == receipt


async def test_code_and_phone_are_one_person(town: Town) -> None:
    """Who voted by telephone gets the receipt, not a second vote, by a code elsewhere [E3] [P3]."""
    await town.settle(ACCOUNT)
    await town.settle(7002)
    await town.by_phone(ACCOUNT, 0)
    first = await vote(town)
    await town.issue(0)
    session = await town.by_code(7002, 0)
    assert await vote(town, 7002, OTHER_PROJECT, session) == first


async def test_lent_phone_votes_for_its_session_alone(town: Town) -> None:
    """During a code's session the owner's button counts for nobody; afterwards he votes [E2]."""
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    await town.issue(1)
    session = await town.by_code(ACCOUNT, 1)
    assert await refusals(town) == [Refusal.SCREEN_OF_ANOTHER]
    guest = await vote(town, session=session)
    owner = await vote(town)
    assert (guest.entry.number, owner.entry.number) == (0, 1)
    assert await vote(town, session=session) == guest


async def test_ended_session_counts_nobody(town: Town) -> None:
    """A confirmation that comes after the fifteen minutes of a code's session is refused [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(1)
    session = await town.by_code(ACCOUNT, 1)
    town.wait(minutes=15)
    with pytest.raises(RuleViolation) as caught:
        await vote(town, session=session)
    assert caught.value.refusal is Refusal.SCREEN_OF_ANOTHER


async def test_nothing_beside_a_person_tells_the_choice(town: Town) -> None:
    """Roll and participation have no project, and what waits is sealed in one length [E7] [P4]."""
    for person, project in ((0, 1), (1, 6), (2, 10)):
        await town.settle(ACCOUNT + person)
        await town.by_phone(ACCOUNT + person, person)
        await vote(town, ACCOUNT + person, project)
    async with town.services.database.read() as connection:
        taken = (await connection.execute(select(participation))).mappings().all()
        entries = (await connection.execute(select(roll))).mappings().all()
        sealed = (await connection.execute(select(waiting))).mappings().all()
    assert {len(item["sealed"]) for item in sealed} == {144}
    assert set(sealed[0]) == {"akimat_id", "campaign_id", "waiting_id", "territory", "sealed"}
    assert set(entries[0]) == {"akimat_id", "campaign_id", "number", "token", "channel", "territory"}
    assert not {"project", "sealed", "waiting_id"} & set(taken[0])
    assert [item["number"] for item in entries] == [0, 1, 2]


async def test_tokens_differ_between_campaigns(town: Town) -> None:
    """The same person has another token in another campaign: years cannot be joined [E7]."""
    keys = read_campaign_keys(town.services.keys, CAMPAIGN.akimat, CAMPAIGN.campaign)
    person = b"p" * 32
    assert keys.token(person) != keys.voter(person)
    other = type(keys)(campaign="another", key=keys.key)
    assert other.token(person) != keys.token(person)


async def test_slow_clock_does_not_vote_into_a_closed_box(town: Town) -> None:
    """Once the seals are entered no vote is taken, whatever the clock of another machine says [E3] [A2]."""
    await town.settle(ACCOUNT)
    await town.settle(7002)
    await town.by_phone(ACCOUNT, 0)
    await town.by_phone(7002, 1)
    await vote(town, 7002)
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, "ortalyq")
    town.clock.set_to(OPEN)
    assert await refusals(town) == [Refusal.VOTING_CLOSED]
    town.clock.set_to(CLOSED)
    opened = await open_territory(town.services, CAMPAIGN, "ortalyq")
    assert opened is not None
    assert opened.votes == 1


async def test_session_ends_with_a_repeated_receipt_too(town: Town) -> None:
    """Whoever voted by telephone and comes with a code gets the receipt, and the session is over [E2]."""
    await town.settle(ACCOUNT)
    await town.settle(7002)
    await town.by_phone(ACCOUNT, 0)
    first = await vote(town)
    await town.issue(0)
    await town.by_code(7002, 0)
    assert await ask(town.services, CAMPAIGN, 7002, OTHER_PROJECT) == first
    assert await current_person(town.services, CAMPAIGN, 7002) is None


async def test_button_of_a_former_session_tells_the_next_person_nothing(town: Town) -> None:
    """While the next person's session runs, a former confirmation gives no receipt [E2]."""
    await town.settle(ACCOUNT)
    await town.issue(0, 1)
    former = await town.by_code(ACCOUNT, 0)
    await vote(town, session=former)
    await town.by_code(ACCOUNT, 1)
    with pytest.raises(RuleViolation) as caught:
        await vote(town, session=former)
    assert caught.value.refusal is Refusal.SCREEN_OF_ANOTHER


async def test_session_keeps_no_instant_of_the_vote(town: Town) -> None:
    """The end of a session is its term, not the moment of the vote: the roll's order has no times [E7]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    session = await town.by_code(ACCOUNT, 0)
    term = town.clock.now() + timedelta(minutes=15)
    town.wait(minutes=3)
    await vote(town, session=session)
    async with town.services.database.read() as connection:
        kept = (await connection.execute(select(code_session))).mappings().one()
    assert (kept["ends_at"], kept["is_over"]) == (term, True)


async def test_withdrawn_consent_stops_the_vote(town: Town) -> None:
    """After /forget neither a session nor a button of before counts a vote [M1]."""
    await town.settle(ACCOUNT)
    await town.issue(0)
    session = await town.by_code(ACCOUNT, 0)
    await forget(town.services, ACCOUNT)
    with pytest.raises(RuleViolation) as caught:
        await vote(town, session=session)
    assert caught.value.refusal is Refusal.NOT_VERIFIED
