"""A person who comes with another account is told there of everything that is his (E2, B4)."""

import pytest

from core.model.language import Language
from core.rules.review import ReviewAct
from core.usecases.discussion.merging import offer, settle
from core.usecases.discussion.moderating import moderate_question
from core.usecases.discussion.questions import ask
from core.usecases.privacy.forgetting import forget
from core.usecases.proposal.submitting import submit
from tests.support.proposals import (
    INTAKE,
    REASON,
    account_of,
    author,
    decided,
    registered,
    submitted,
    told,
    written,
)
from tests.support.town import CAMPAIGN, Town, phone_of, row

NEW = 7900
"""The account with which a person comes back."""


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file happen while proposals are taken."""
    town.clock.set_to(INTAKE)


async def come_back(town: Town, person: int) -> None:
    """Let the person link the new account by telephone."""
    await town.settle(NEW)
    await town.by_phone(NEW, person)


async def test_decisions_follow_the_telephone(town: Town) -> None:
    """Whoever moved the link reads the decision, the former account does not [E2] [B4]."""
    number = await submitted(town, 0)
    await come_back(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await told(town, "proposal-decided") == [NEW]


async def test_co_authors_and_askers_are_told_there_too(town: Town) -> None:
    """A merged proposal and a question belong to the person, not to the account [E2] [D6]."""
    into, number = await registered(town, 0), await registered(town, 1)
    await offer(town.services, CAMPAIGN, account_of(1), number, into)
    await settle(town.services, CAMPAIGN, account_of(0), number, into, agrees=True)
    about = await registered(town, 2)
    asked = await ask(town.services, CAMPAIGN, account_of(1), about, text="Қашан?", language=Language.KAZAKH)
    await come_back(town, 1)
    await decided(town, into, ReviewAct.ADMIT)
    await moderate_question(town.services, CAMPAIGN, asked.question_id, is_shown=False, reason=REASON)
    assert NEW in await told(town, "proposal-decided")
    assert await told(town, "question-hidden") == [NEW]


async def test_whoever_was_forgotten_is_told_once_linked_again(town: Town) -> None:
    """Erasing cuts the account off; the person who comes back is told again [M1] [B4]."""
    number = await submitted(town, 0)
    await forget(town.services, account_of(0))
    await author(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await told(town, "proposal-decided") == [account_of(0)]


@pytest.mark.parametrize("is_forgotten", [True, False])
async def test_a_code_takes_nothing_from_another_account(town: Town, *, is_forgotten: bool) -> None:
    """A code's account is told only where nobody is: it may be a neighbour's telephone [E2] [B4]."""
    number = await submitted(town, 0)
    if is_forgotten:
        await forget(town.services, account_of(0))
    await town.issue(0)
    await town.settle(NEW)
    await town.by_code(NEW, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await told(town, "proposal-decided") == [NEW if is_forgotten else account_of(0)]


async def test_a_telephone_that_changed_hands_tells_nothing_of_its_former_owner(town: Town) -> None:
    """The number is another person's in the new register: the former one's decisions stay away [E2] [P1]."""
    number = await submitted(town, 0)
    await town.register(row(0), row(1, phone=phone_of(0)))
    await town.by_phone(account_of(0), 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await told(town, "proposal-decided") == []


async def test_a_household_is_told_of_what_was_submitted_by_code(town: Town) -> None:
    """Linking one's own account again takes no neighbour's proposal off it [E2] [B4]."""
    account = await author(town, 0)
    await town.issue(1)
    await town.by_code(account, 1)
    draft_id = await written(town, account)
    number = (await submit(town.services, CAMPAIGN, account, draft_id)).number
    await town.by_phone(account, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert await told(town, "proposal-decided") == [account]
