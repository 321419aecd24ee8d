"""The other channel's participants: handed in, approved, refused here, known where they are in both (A6)."""

import json
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import text

from core.ledger.tree import root
from core.model.refusals import Refusal, RuleViolation
from core.model.register import ImportState
from core.model.staff import Role
from core.rules.elsewhere import LEAST_LISTED
from core.store import audit, elsewhere, ledger
from core.usecases.elsewhere.approving import approve_list, reject_list
from core.usecases.elsewhere.handing_in import find_lines, hand_in
from core.usecases.elsewhere.looking import Struck, get_list, get_overview
from core.usecases.elsewhere.striking import confirm_struck, mark_struck
from core.usecases.voting.asking import ask
from core.usecases.voting.casting import cast_vote
from core.usecases.voting.facts import campaign_keys
from tests.support.elsewhere import (
    CHEAP,
    bring,
    build_joint,
    clerk,
    secretary,
    strangers,
    table,
    take,
    vote,
)
from tests.support.office import actor, of_another_akimat
from tests.support.town import CAMPAIGN, IINS, Town, build_town

PAPER = "№ 12-3/45, 2026-11-30"


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def refused(town: Town, person: int) -> RuleViolation:
    """Return how somebody's vote is refused."""
    with pytest.raises(RuleViolation) as caught:
        await vote(town, person, CHEAP)
    return caught.value


async def test_who_voted_there_is_refused_here_in_every_way(town: Town) -> None:
    """From the approval on neither telephone nor code votes, at the question as at the vote [A6] [P3]."""
    first, second = await clerk(town), await secretary(town)
    handed = await bring(town, first, 0, 1)
    # Before a second person nobody is refused.
    await vote(town, 1, CHEAP)
    await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    caught = await refused(town, 0)
    assert caught.refusal is Refusal.VOTED_ELSEWHERE
    with pytest.raises(RuleViolation) as caught_question:
        await ask(town.services, CAMPAIGN, 7000, CHEAP)
    assert caught_question.value.refusal is Refusal.VOTED_ELSEWHERE
    await town.settle(8000)
    await town.issue(0)
    session = await town.by_code(8000, 0)
    with pytest.raises(RuleViolation) as caught_code:
        await cast_vote(town.services, CAMPAIGN, 8000, number=CHEAP, session=session)
    assert caught_code.value.refusal is Refusal.VOTED_ELSEWHERE
    # Whoever voted before keeps the vote and the receipt.
    receipt = await cast_vote(town.services, CAMPAIGN, 7001, number=CHEAP, session=None)
    assert receipt.entry.number == 0
    await vote(town, 2, CHEAP)


async def test_each_approved_list_is_a_signed_act_over_what_is_new(town: Town) -> None:
    """Daily and at the close: count and root over the sorted new tokens, nothing of a person [A6] [P1]."""
    first, second = await clerk(town), await secretary(town)
    await take(town, first, second, 3, 0)
    await take(town, first, second, 0, 3, 5)
    await take(town, first, second, 5)
    keys = campaign_keys(town.services, CAMPAIGN)
    async with town.services.database.read() as connection:
        acts = [json.loads(each) for each in await ledger.list_acts(connection, CAMPAIGN)]
        tokens = list(await elsewhere.list_tokens(connection, CAMPAIGN))
    imports = [each for each in acts if each["type"] == "import"]
    assert [each["count"] for each in imports] == [2, 1, 0]
    assert len(tokens) == 3
    newest = [token for token in tokens if root([token]).hex() == imports[1]["root"]]
    assert len(newest) == 1
    assert imports[0]["root"] == root(sorted(set(tokens) - set(newest))).hex()
    assert imports[2]["root"] == root([]).hex()
    assert all(len(token) == 32 for token in tokens)
    assert keys.voter(tokens[0]) not in tokens


async def test_no_iin_is_kept_of_a_list(town: Town) -> None:
    """No table, note, log or file name holds a number of the list, good or bad [A6] [P1] [E7]."""
    first, second = await clerk(town), await secretary(town)
    wrong = "991231100001"
    content = BytesIO(f"iin\n{IINS[0]}\n{wrong}\n{IINS[2].lstrip('0')}\n".encode())
    handed = await hand_in(town.services, first, CAMPAIGN, content, f"{IINS[0]}.csv")
    await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    found, _, notes = await get_list(town.services, first, CAMPAIGN, handed.import_id)
    assert (found.file_name, found.people, found.refused, found.rows) == ("", 2, 1, 3)
    assert [line for line, _ in notes] == [3]
    kept = await everything(town)
    assert kept
    for number in (IINS[0], wrong, IINS[2]):
        assert number not in kept


async def everything(town: Town) -> str:
    """Return what stands in the tables of the other channel and in both logs."""
    tables = (
        "elsewhere_import",
        "elsewhere_note",
        "elsewhere_waiting",
        "elsewhere",
        "elsewhere_both",
        "act",
        "act_entry",
        "access_entry",
    )
    async with town.services.database.read() as connection:
        rows = [list(await connection.execute(text(f"SELECT * FROM {name}"))) for name in tables]  # noqa: S608
    return str(rows)


async def test_a_second_person_approves(town: Town) -> None:
    """One person with two logins is one; a clerk does not approve, a stranger sees nothing [L1] [A6] [P9]."""
    first = await clerk(town)
    handed = await bring(town, first, 0)
    same = await actor(town, Role.SECRETARY, login="same", person=0)
    for who, refusal in (
        (same, Refusal.OFFICE_SAME_PERSON),
        (first, Refusal.OFFICE_FORBIDDEN),
        (of_another_akimat(await secretary(town)), Refusal.CAMPAIGN_UNKNOWN),
    ):
        with pytest.raises(RuleViolation) as caught:
            await approve_list(town.services, who, CAMPAIGN, handed.import_id)
        assert caught.value.refusal is refusal
    await vote(town, 0, CHEAP)


async def test_a_list_that_was_sent_back_refuses_nobody(town: Town) -> None:
    """A rejected list is settled for good, and its people are gone [A6] [M2]."""
    first, second = await clerk(town), await secretary(town)
    handed = await bring(town, first, 0)
    await reject_list(town.services, second, CAMPAIGN, handed.import_id)
    await vote(town, 0, CHEAP)
    for again in (approve_list, reject_list):
        with pytest.raises(RuleViolation) as caught:
            await again(town.services, second, CAMPAIGN, handed.import_id)
        assert caught.value.refusal is Refusal.ELSEWHERE_LIST_SETTLED
        with pytest.raises(RuleViolation) as caught:
            await again(town.services, second, CAMPAIGN, 99)
        assert caught.value.refusal is Refusal.ELSEWHERE_LIST_UNKNOWN
    found, waiting, _ = await get_list(town.services, first, CAMPAIGN, handed.import_id)
    assert (found.state, waiting) == (ImportState.REJECTED, None)
    async with town.services.database.read() as connection:
        assert not list(await connection.execute(text("SELECT * FROM elsewhere_waiting")))


async def test_a_file_that_is_no_table_leaves_nothing(town: Town) -> None:
    """What cannot be read is refused, and no list waits [A6] [L3]."""
    first = await clerk(town)
    for content in (b"", b"%PDF-1.4"):
        with pytest.raises(RuleViolation) as caught:
            await hand_in(town.services, first, CAMPAIGN, BytesIO(content), "x.csv")
        assert caught.value.refusal is Refusal.SHEET_REFUSED
    assert not (await get_overview(town.services, first, CAMPAIGN)).imports


async def test_a_list_of_nobody_cannot_be_approved(town: Town) -> None:
    """Where every line is bad there is nothing to approve, and the lines are told [A6]."""
    first, second = await clerk(town), await secretary(town)
    handed = await bring(town, first, "1", "2")
    with pytest.raises(RuleViolation) as caught:
        await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    assert caught.value.refusal is Refusal.ELSEWHERE_LIST_EMPTY
    assert caught.value.reasons[0].facts == {"refused": 2}


async def test_who_is_in_both_is_known_by_line_and_roll_number_alone(town: Town) -> None:
    """The same file brings back the lines to strike, the page has numbers; looks are logged [A6] [P1]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 4, CHEAP)
    await vote(town, 2, CHEAP)
    people = (0, 2, 3, 4, *strangers(LEAST_LISTED - 4))
    handed = await bring(town, first, *people)
    own = town.services, first, CAMPAIGN, handed.import_id
    _, waiting, _ = await get_list(*own)
    assert waiting is not None
    assert (waiting.new, waiting.strangers) == (LEAST_LISTED, LEAST_LISTED - 4)
    # One more votes while the list waits: the approval knows.
    await vote(town, 3, CHEAP)
    await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    found = await get_overview(town.services, second, CAMPAIGN)
    assert [(each.number, each.struck) for each in found.both] == [(n, Struck.NO) for n in (0, 1, 2)]
    assert await find_lines(*own, table(*people)) == [(3, 1), (4, 2), (5, 0)]
    with pytest.raises(RuleViolation) as caught:
        await find_lines(*own, table(0, 2, 3))
    assert caught.value.refusal is Refusal.ELSEWHERE_FILE_OTHER
    with pytest.raises(RuleViolation) as caught:
        await find_lines(town.services, first, CAMPAIGN, 99, table(0))
    assert caught.value.refusal is Refusal.ELSEWHERE_LIST_UNKNOWN
    async with town.services.database.read() as connection:
        looks = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=10)
    assert [each["subject"] for each in looks if each["what"] == "elsewhere-both"] == ["1: 3"]


async def test_somebody_who_may_not_vote_here_is_shown_as_such(town: Town) -> None:
    """A person whom the register does not have is counted apart: the protocol has that vote too [A6]."""
    first, second = await clerk(town), await secretary(town)
    handed = await bring(town, first, 0, "991231101118")
    found, waiting, _ = await get_list(town.services, second, CAMPAIGN, handed.import_id)
    assert waiting is not None
    assert (found.people, waiting.strangers) == (2, 1)


async def test_two_people_record_who_was_struck_there(town: Town) -> None:
    """What the other channel has struck counts once from the second person on, by a signed act [A6] [L1]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 0, CHEAP)
    await vote(town, 1, CHEAP)
    await take(town, first, second, 0, 1)
    for numbers, paper, refusal in (
        ({0}, "  ", Refusal.ELSEWHERE_PAPER_MISSING),
        ({0}, f"{PAPER} {IINS[0]}", Refusal.ELSEWHERE_PAPER_MISSING),
        (set[int](), PAPER, Refusal.ELSEWHERE_NUMBERS_WRONG),
        ({0, 7}, PAPER, Refusal.ELSEWHERE_NUMBERS_WRONG),
    ):
        with pytest.raises(RuleViolation) as caught:
            await mark_struck(town.services, first, CAMPAIGN, numbers, paper)
        assert caught.value.refusal is refusal
    with pytest.raises(RuleViolation) as caught:
        await confirm_struck(town.services, second, CAMPAIGN, {0})
    assert caught.value.refusal is Refusal.ELSEWHERE_NUMBERS_WRONG
    await mark_struck(town.services, first, CAMPAIGN, {0}, PAPER)
    assert await count(town) == 2
    same = await actor(town, Role.SECRETARY, login="same", person=0)
    with pytest.raises(RuleViolation) as caught:
        await confirm_struck(town.services, same, CAMPAIGN, {0})
    assert caught.value.refusal is Refusal.OFFICE_SAME_PERSON
    await confirm_struck(town.services, second, CAMPAIGN, {0})
    assert await count(town) == 1
    struck = (await get_overview(town.services, first, CAMPAIGN)).both[0]
    assert (struck.struck, struck.paper) == (Struck.CONFIRMED, PAPER)
    with pytest.raises(RuleViolation) as caught:
        await mark_struck(town.services, first, CAMPAIGN, {0}, PAPER)
    assert caught.value.refusal is Refusal.ELSEWHERE_NUMBERS_WRONG
    async with town.services.database.read() as connection:
        acts = [json.loads(each) for each in await ledger.list_acts(connection, CAMPAIGN)]
    assert acts[-1]["type"] == "struck"
    assert acts[-1]["numbers"] == [0]
    assert await count(town) == 1


async def count(town: Town) -> int:
    """Return how many count twice."""
    async with town.services.database.read() as connection:
        return await elsewhere.count_both(connection, CAMPAIGN, "ortalyq")


async def test_a_sole_campaign_has_no_other_channel(database_url: str, tmp_path: Path) -> None:
    """Where votes are cast here alone nothing of it can be entered [A6]."""
    town = await build_town(database_url, tmp_path)
    first = await clerk(town)
    for attempt in (bring(town, first, 0), get_overview(town.services, first, CAMPAIGN)):
        with pytest.raises(RuleViolation) as caught:
            await attempt
        assert caught.value.refusal is Refusal.ELSEWHERE_NOT_JOINT
    await vote(town, 0, CHEAP)
    await town.services.database.dispose()
