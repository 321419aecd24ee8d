"""What anybody may read: lists, decisions, history, numbers and open data, and nothing else (C3, D1, D3)."""

import json
from typing import Any

import pytest

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.project import ProjectStatus
from core.model.publication import PublicStatus
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.model import ListOrder
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.store import appeal, browsing
from core.store import proposal as proposals
from core.usecases.outcome.advance import advance
from core.usecases.publishing.data import FIELDS, describe_campaign, list_rows
from core.usecases.publishing.listing import PAGE_SIZE, PublicFilter, PublicPage, list_published
from core.usecases.publishing.overview import get_overview
from core.usecases.publishing.project import get_published
from core.usecases.review.enacting import enact, require_proposal
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import account_of, decided, refusal_of
from tests.support.publishing import MARKUP, PROFANE, REASON, SITE, TRANSLATED, Published, publish
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town

LISTED = 43
"""Projects of the sample list, three of them refused."""

REFUSED = 3


@pytest.fixture
async def published(town: Town) -> Published:
    """Proposals in every state beside the sample list."""
    return await publish(town)


async def found(
    town: Town, *, page: int = 0, seed: str = "", order: ListOrder = ListOrder.NUMBER, **wanted: Any
) -> PublicPage:
    """Return a page of the list; ``wanted`` are fields of the filter by name."""
    asked = PublicFilter(**wanted)
    return await list_published(town.services, CAMPAIGN, asked, order=order, seed=seed, page=page)


def numbers(page: PublicPage) -> list[int]:
    """Return the application numbers in their order."""
    return [line.number for line in page.lines]


async def test_the_list_has_what_is_published(town: Town, published: Published) -> None:
    """Projects and registered proposals, refused ones too; nothing that waits or is withdrawn [C3] [D1]."""
    page = await found(town, status=PublicStatus.REFUSED)
    assert {published.unread_refused, published.council_refused} <= set(numbers(page))
    assert page.total == REFUSED + 2
    page = await found(town, status=PublicStatus.REGISTERED)
    assert numbers(page) == [published.talked_about]
    assert page.lines[0].title is not None
    assert page.lines[0].title.kk == MARKUP
    everything = await found(town)
    assert everything.total == LISTED + 4
    assert everything.pages == -(-everything.total // PAGE_SIZE)
    for number in (published.waiting, published.withdrawn):
        assert number not in numbers(await found(town, words=str(number)))
        assert await refusal_of(get_published(town.services, CAMPAIGN, number)) is Refusal.PROJECT_UNKNOWN


async def test_nobody_reads_what_nobody_has_let_pass(town: Town, published: Published) -> None:
    """Refused before its registration: number, ground and reason only, and no word finds it [C3] [B3]."""
    shown = await get_published(town.services, CAMPAIGN, published.unread_refused)
    assert (shown.status, shown.ground, shown.reason) == (PublicStatus.REFUSED, "offensive", REASON)
    assert (shown.wording, shown.pictures, shown.talk, shown.costs) == (None, (), None, ())
    assert (await found(town, words="сөгіс")).total == 0
    only = (await found(town, words=str(published.unread_refused))).lines
    assert [line.title for line in only] == [None]
    assert (await found(town, words=str(published.unread_refused), cost_at_most=10**9)).total == 0
    assert PROFANE not in json.dumps(await list_rows(town.services, CAMPAIGN), ensure_ascii=False)


@pytest.mark.parametrize("words", ["шам кою", "ОСВЕТИТЬ дорожка", "jcdtnbnm", "№ 47", " 47 "])
async def test_search_forgives(town: Town, published: Published, words: str) -> None:
    """Endings, case, plain letters, another layout and a number find the same project [D3]."""
    assert published.admitted in numbers(await found(town, words=words))


async def test_filters_narrow_together(town: Town, published: Published) -> None:
    """Territory with what lies below it, direction, status and cost at most are all kept to [D1]."""
    page = await found(town, territory="ortalyq", status=PublicStatus.ADMITTED, cost_at_most=500_000)
    assert numbers(page) == [published.admitted]
    assert (await found(town, territory="zhagalau", cost_at_most=340_000)).total == 0
    assert (await found(town, direction="rest-and-play")).total >= 3


@pytest.mark.usefixtures("published")
async def test_a_random_order_is_steady(town: Town) -> None:
    """Pages of one seed have every line once, another seed orders anew; refused ones come last [D1]."""
    first = await found(town, order=ListOrder.RANDOM, seed="1")
    lines = [
        line
        for page in range(first.pages)
        for line in (await found(town, order=ListOrder.RANDOM, seed="1", page=page)).lines
    ]
    assert len({line.number for line in lines}) == first.total
    assert [line.status for line in lines][-5:] == [PublicStatus.REFUSED] * 5
    again = await found(town, order=ListOrder.RANDOM, seed="1")
    other = await found(town, order=ListOrder.RANDOM, seed="2")
    assert numbers(again) == numbers(first) != numbers(other)
    assert (await found(town, page=first.pages)).lines == ()


async def test_a_project_tells_everything(town: Town, published: Published) -> None:
    """Both languages with the original, site, history of cost, who excludes it, steps [C3] [C4] [C5]."""
    shown = await get_published(town.services, CAMPAIGN, published.admitted)
    assert shown.wording is not None
    assert (shown.wording.title, shown.wording.original) == (TRANSLATED, "kk")
    assert shown.wording.author_name is None
    assert shown.site_check == SITE
    assert [(each.land_is_clear, each.networks_are_clear) for each in shown.findings] == [(True, False)]
    assert [(step.before, step.after) for step in shown.costs] == [(340_000, 412_500)]
    assert [number for number, _ in shown.excludes] == [1]
    assert [event.status.value for event in shown.history] == ["submitted", "registered", "admitted"]
    assert len(shown.pictures) == 1
    listed = await get_published(town.services, CAMPAIGN, 1)
    assert [number for number, _ in listed.excludes] == [published.admitted]


async def test_talk_is_shown_once_it_is_read(town: Town, published: Published) -> None:
    """Support, questions with answers and the name of whoever agreed; not what waits to be read [D6] [B2]."""
    shown = await get_published(town.services, CAMPAIGN, published.talked_about)
    assert shown.talk is not None
    assert shown.talk.supports == 1
    assert [(each.text, each.answer) for each in shown.talk.questions] == [
        ("Қашан басталады?", "Мамырда, күн жылынғанда.")
    ]
    assert shown.wording is not None
    assert shown.wording.author_name == "Әсел Серікқызы"


async def test_an_appeal_shows_without_its_words(town: Town, published: Published) -> None:
    """That an appeal waits is public, what its author wrote is not; then it is looked at again [B6]."""
    number = published.council_refused
    filed = Appeal(
        number=number,
        ordinal=3,
        text=PROFANE,
        language=Language.KAZAKH,
        filed_at=town.clock.now(),
        due_at=None,
        is_upheld=None,
        reason=None,
        decided_by=None,
        decided_at=None,
    )
    async with town.services.database.write() as connection:
        await appeal.add_appeal(connection, CAMPAIGN, filed)
    shown = await get_published(town.services, CAMPAIGN, number)
    assert shown.appeal is not None
    assert shown.appeal.is_upheld is None
    assert PROFANE not in repr(shown)
    async with town.services.database.write() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN, lock=True)
        refused = await require_proposal(connection, CAMPAIGN, number, None)
        reopened = Decision(act=ReviewAct.REOPEN, reason=REASON)
        await enact(town.services, connection, rulebook, refused, reopened, None)
    again = await get_published(town.services, CAMPAIGN, number)
    assert (again.status, again.ground) == (PublicStatus.REGISTERED, None)
    assert numbers(await found(town, words=str(number), status=PublicStatus.REGISTERED)) == [number]
    assert (await get_overview(town.services, CAMPAIGN)).numbers.refused == REFUSED + 1


async def test_what_a_clerk_asked_to_mend_stays_between_two(town: Town, published: Published) -> None:
    """A return is a step of the public history, its reason is not [C1]."""
    await decided(town, published.waiting, ReviewAct.RETURN)
    assert await refusal_of(get_published(town.services, CAMPAIGN, published.waiting)) is (
        Refusal.PROJECT_UNKNOWN
    )
    async with town.services.database.write() as connection:
        await proposals.change_proposal(connection, CAMPAIGN, published.waiting, status="submitted")
    await decided(town, published.waiting, ReviewAct.REGISTER)
    shown = await get_published(town.services, CAMPAIGN, published.waiting)
    assert [event.reason for event in shown.history if event.status.value == "returned"] == [None]


@pytest.mark.usefixtures("published")
async def test_numbers_and_council(town: Town) -> None:
    """Submitted, admitted, refused, withdrawn add up; the chair leads the council's names [A3] [C2]."""
    overview = await get_overview(town.services, CAMPAIGN)
    told = overview.numbers
    assert (told.submitted, told.registered, told.withdrawn) == (LISTED + 6, 1, 1)
    assert (told.admitted, told.refused) == (LISTED - REFUSED + 1, REFUSED + 2)
    assert [member.is_chair for member in overview.members] == [True, False]
    assert {window.stage for window in overview.open_stages} == {Stage.INTAKE, Stage.DISCUSSION}


async def test_open_data_is_steady_and_nobody_s(town: Town, published: Published) -> None:
    """Rows by number with the same fields, no person in them; the campaign with acts and money [C3] [P1]."""
    rows = await list_rows(town.services, CAMPAIGN)
    listed = [int(str(row["number"])) for row in rows]
    assert listed == sorted(listed)
    assert all(tuple(row) == FIELDS for row in rows)
    told = {row["number"]: row for row in rows}
    assert told[published.admitted]["decided_on"] == "2026-09-10"
    assert told[published.admitted]["title_ru"] == TRANSLATED.ru
    assert told[published.unread_refused]["reason_ru"] == REASON.ru
    assert told[published.unread_refused]["cost"] is None
    written = json.dumps(rows, ensure_ascii=False)
    assert "Серікқызы" not in written
    assert "7700" not in written
    facts = await describe_campaign(town.services, CAMPAIGN)
    assert json.loads(json.dumps(facts))["numbers"]["submitted"] == LISTED + 6


async def test_no_vote_is_seen_before_the_count(town: Town) -> None:
    """While voting lasts, and until it is counted, neither list nor page nor data has a number [E6] [D2]."""
    town.clock.set_to(OPEN)
    for person in range(6):
        account = account_of(person)
        await town.settle(account)
        await town.by_phone(account, person)
        await cast_vote(town.services, CAMPAIGN, account, number=5, session=None)
    for moment in (OPEN, CLOSED):
        town.clock.set_to(moment)
        page = await found(town, order=ListOrder.VOTES, seed="1")
        assert (page.has_votes, page.order) == (False, ListOrder.RANDOM)
        assert {line.votes for line in page.lines} == {None}
        assert (await get_published(town.services, CAMPAIGN, 5)).votes is None
        assert {row["votes"] for row in await list_rows(town.services, CAMPAIGN)} == {None}
    await advance(town.services, opens_boxes=True)
    page = await found(town, order=ListOrder.VOTES)
    assert (page.lines[0].number, page.lines[0].votes) == (5, 6)
    assert page.lines[0].status is PublicStatus.WON
    shown = await get_published(town.services, CAMPAIGN, 5)
    assert (shown.votes, shown.status) == (6, PublicStatus.WON)


async def test_another_akimat_sees_nothing_of_this_one(town: Town, published: Published) -> None:
    """Every query asks for the akimat first [P9]."""
    elsewhere = CampaignId("elsewhere", CAMPAIGN.campaign)
    for reading in (
        get_published(town.services, elsewhere, published.admitted),
        list_published(town.services, elsewhere, PublicFilter()),
        get_overview(town.services, elsewhere),
        list_rows(town.services, elsewhere),
        describe_campaign(town.services, elsewhere),
    ):
        assert await refusal_of(reading) is Refusal.CAMPAIGN_UNKNOWN


@pytest.mark.parametrize("number", [0, -1, 10**9, 10**30])
async def test_numbers_that_no_application_has(town: Town, number: int) -> None:
    """No number breaks the database [D5]."""
    assert await refusal_of(get_published(town.services, CAMPAIGN, number)) is Refusal.PROJECT_UNKNOWN


async def test_a_stopped_project_keeps_its_page(town: Town) -> None:
    """A project that was stopped is still shown, and says so [A4]."""
    async with town.services.database.write() as connection:
        await browsing.set_status(connection, CAMPAIGN, 5, ProjectStatus.STOPPED)
    assert (await get_published(town.services, CAMPAIGN, 5)).status is PublicStatus.STOPPED
