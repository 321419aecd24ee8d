"""What stays of proposals that others have never seen, and of former versions (M2)."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from core.model.proposal import Contents
from core.rules.review import ReviewAct
from core.store.proposal import proposal_version
from core.usecases.privacy.forgetting import forget
from core.usecases.proposal.drafting import change
from core.usecases.proposal.mine import my_proposal, my_proposals
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.proposal.withdrawing import withdraw
from tests.core.usecases.test_retention import YEAR, cleaned, contents_of, lie, row_of
from tests.support.proposals import INTAKE, account_of, decided, registered, submitted
from tests.support.town import CAMPAIGN, CLOSED, Town

LAST = CLOSED + YEAR


async def unread(town: Town, how: str) -> int:
    """Return the number of a proposal of the first person that nobody else has ever been shown."""
    number = await submitted(town, 0, latitude=50.4, longitude=80.2)
    match how:
        case "withdrawn":
            await withdraw(town.services, CAMPAIGN, account_of(0), number)
        case "refused":
            await decided(town, number, ReviewAct.REFUSE)
        case "returned":
            await decided(town, number, ReviewAct.RETURN)
        case _:
            pass
    return number


async def versions(town: Town, number: int) -> list[int]:
    """Return which versions of a proposal are kept."""
    query = select(proposal_version.c.version).where(proposal_version.c.number == number)
    async with town.services.database.read() as connection:
        return list((await connection.execute(query.order_by(proposal_version.c.version))).scalars())


async def require_wordless(town: Town, number: int, before: Contents) -> None:
    """Assert that nothing is left of what somebody wrote and showed."""
    after = await contents_of(town, number)
    kept = {"language", "direction", "territory"}
    assert after == replace(
        Contents(**{name: getattr(before, name) for name in kept}),
        author=replace(after.author, kind=before.author.kind),
    )
    found = await row_of(town, number)
    assert (found["title"], found["landmark"], found["folded"]) == ("", "", "")
    assert (found["latitude"], found["longitude"]) == (None, None)
    assert (found["direction"], found["cost"]) == (before.direction, before.estimate.cost)
    assert found["person_key"]


@pytest.mark.parametrize("how", ["waiting", "returned", "withdrawn", "refused"])
async def test_what_was_never_published(town: Town, how: str) -> None:
    """Of a proposal that nobody has read only number, status, place and cost are left [M2]."""
    town.clock.set_to(INTAKE)
    number = await unread(town, how)
    before, status = await contents_of(town, number), (await row_of(town, number))["status"]
    (shot,) = before.pictures
    assert (await cleaned(town, LAST))["proposals"] == 1
    await require_wordless(town, number, before)
    assert (await row_of(town, number))["status"] == status
    assert lie(town, shot.original, shot.published, shot.thumbnail) == [False, False, False]
    assert "proposals" not in await cleaned(town)


async def test_forgetting_what_was_withdrawn_unread(town: Town) -> None:
    """After /forget nothing is left of it at once, and its author, back again, sees its number [M1] [M2]."""
    town.clock.set_to(INTAKE)
    number = await unread(town, "withdrawn")
    before = await contents_of(town, number)
    await forget(town.services, account_of(0))
    await require_wordless(town, number, before)
    await town.settle(account_of(0))
    await town.by_phone(account_of(0), 0)
    assert (await my_proposal(town.services, CAMPAIGN, account_of(0), number)).contents.title is None
    mine = await my_proposals(town.services, CAMPAIGN, account_of(0), "eski-qala")
    assert [each.number for each in mine.proposals] == [number]


async def test_former_versions(town: Town) -> None:
    """Only the version that was published last stays, in the words in which it was read [M2] [B4]."""
    town.clock.set_to(INTAKE)
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    where = town.services, CAMPAIGN, account_of(0), draft.draft_id
    await change(*where, lambda contents: replace(contents, title="Абай алаңына алты орындық қою"))
    await submit(*where)
    await decided(town, number, ReviewAct.REGISTER)
    other = await registered(town, 1)
    assert await versions(town, number) == [1, 2]
    assert (await cleaned(town, LAST))["proposals"] == 2
    assert (await versions(town, number), await versions(town, other)) == ([2], [1])
    assert (await row_of(town, number))["title"] == "Абай алаңына алты орындық қою"
    assert "proposals" not in await cleaned(town)
