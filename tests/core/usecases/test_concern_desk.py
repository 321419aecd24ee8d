"""Whether a vote was counted: asked in the bot and at the desk, on SQLite and PostgreSQL (E10)."""

import pytest

from core.ledger.absence import absence_text, is_genuine_absence
from core.ledger.receipt import is_genuine, verifying_half
from core.model.refusals import Refusal
from core.model.staff import Role
from core.model.vote import Absence, Counted
from core.store import audit
from core.usecases.concern.desk import ask_at_desk
from core.usecases.notice.kinds import NoticeKind
from core.usecases.voting.asking import ask_whether_counted
from tests.core.usecases.test_concern import OWN, linked, notices, voted_by_code
from tests.support.office import actor
from tests.support.register_import import refusal_of
from tests.support.town import CAMPAIGN, IINS, Town


async def test_whether_a_vote_was_counted(town: Town) -> None:
    """«No» is signed over token, size and instant; «yes» has receipt, day and way [E10] [E5]."""
    await linked(town)
    await voted_by_code(town, person=2)
    public = verifying_half(town.services.keys.read_signing(CAMPAIGN.akimat, CAMPAIGN.campaign))
    none = await ask_whether_counted(town.services, CAMPAIGN, OWN)
    assert isinstance(none, Absence)
    assert is_genuine_absence(public, CAMPAIGN.campaign, none)
    assert (none.size, none.at) == (1, town.clock.now().replace(microsecond=0))
    assert '"head":null' in absence_text(CAMPAIGN.campaign, none.token, none.size, none.at)
    changed = Absence(token=none.token, size=2, at=none.at, signature=none.signature)
    assert not is_genuine_absence(public, CAMPAIGN.campaign, changed)
    await voted_by_code(town)
    found = await ask_whether_counted(town.services, CAMPAIGN, OWN)
    assert isinstance(found, Counted)
    assert is_genuine(public, CAMPAIGN.campaign, found.receipt)
    assert found.receipt.entry.token == none.token
    assert (str(found.day), found.is_by_code) == ("2026-11-20", True)


async def test_the_desk_asks(town: Town) -> None:
    """Answered, logged by the control number, told to the person; the IIN stays nowhere [E10] [P1]."""
    clerk = await actor(town, Role.CLERK)
    await linked(town)
    no = await ask_at_desk(town.services, clerk, CAMPAIGN, f" {IINS[0]} ")
    assert isinstance(no, Absence)
    await voted_by_code(town)
    yes = await ask_at_desk(town.services, clerk, CAMPAIGN, IINS[0])
    assert isinstance(yes, Counted)
    control = no.token.hex()[:16].upper()
    async with town.services.database.read() as connection:
        looks = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=9)
    subjects = [(each["what"], each["subject"].replace(" ", "")) for each in looks]
    assert subjects == [("ask-vote", control)] * 2
    told = await notices(town, NoticeKind.VOTE_ASKED)
    assert [each["account_id"] for each in told] == [OWN, OWN]
    assert not any(IINS[0] in repr(each) for each in (*looks, *told))


@pytest.mark.parametrize("typed", ["", "12", "990101100001", f"{IINS[0]}\n{IINS[1]}", "990101100111"])
async def test_what_the_desk_cannot_ask(town: Town, typed: str) -> None:
    """No number, a wrong one, two, a stranger's: told by line, nothing logged, nobody told [E10] [P7]."""
    clerk = await actor(town, Role.CLERK)
    assert await refusal_of(ask_at_desk(town.services, clerk, CAMPAIGN, typed)) is Refusal.IIN_WRONG
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    forbidden = ask_at_desk(town.services, observer, CAMPAIGN, IINS[0])
    assert await refusal_of(forbidden) is Refusal.OFFICE_FORBIDDEN
    async with town.services.database.read() as connection:
        assert await audit.list_accesses(connection, CAMPAIGN.akimat, limit=9) == []
