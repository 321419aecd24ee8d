"""What authors and followers hear of the outcome, and filing again (F5)."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.outcome import Decision
from core.model.proposal import Step
from core.model.refusals import Refusal, RuleViolation
from core.rulebook.shift import moved
from core.rules.review import ReviewAct
from core.store import files
from core.store.outbox import outbox
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.following.following import follow
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.outcome.advance import advance
from core.usecases.outcome.lot import settle_lot
from core.usecases.outcome.project import get_project_result
from core.usecases.place.account import choose_language
from core.usecases.proposal.again import begin_again
from core.usecases.proposal.drafting import list_drafts
from core.usecases.voting.casting import cast_vote
from messenger.notices.telling import render
from tests.support.front import strict_locales
from tests.support.proposals import INTAKE, account_of, author, decided, refusal_of, registered, told
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town

FOLLOWER = 7800
NEXT = CampaignId("semey", "semey-next")
YEAR = 364
"""Days by which the next campaign comes later: the same days of the week."""


async def admitted(town: Town, person: int) -> int:
    """Return the number of a project that the person has proposed."""
    number = await registered(town, person)
    await decided(town, number, ReviewAct.ADMIT)
    return number


async def count(town: Town, votes: dict[int, Sequence[int]]) -> None:
    """Let people vote, close, open and count; ``votes`` has the people of each project."""
    town.clock.set_to(OPEN)
    for number, people in votes.items():
        for person in people:
            account = await author(town, person)
            await cast_vote(town.services, CAMPAIGN, account, number=number, session=None)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)


async def told_text(town: Town, account: int, language: Language) -> tuple[str, list[str]]:
    """Return the result's notice to an account, and where its buttons lead."""
    await choose_language(town.services, account, language)
    notices = [
        notice
        for notice in await claim(town.services, 1000)
        if notice.kind is NoticeKind.PROJECT_RESULT and notice.account_id == account
    ]
    assert len(notices) == 1
    rendered = await render(town.services, strict_locales(), notices[0])
    assert rendered is not None
    data = [row[0].callback_data or "" for row in rendered.keyboard.inline_keyboard]
    return rendered.text.replace("\N{NO-BREAK SPACE}", " "), data


async def take_next(town: Town, days: int, *, name: str = NEXT.campaign) -> None:
    """Load the campaign of another year of the same akimat."""
    text = RULEBOOK.replace('campaign = "semey-demo"', f'campaign = "{name}"')
    await take_rulebook(town.services, moved(text, days), "next.toml")


async def test_author_and_followers_hear_of_the_winner(town: Town) -> None:
    """Place, votes against the minimum and money go to the author and to who follows, once each [F5] [D7]."""
    town.clock.set_to(INTAKE)
    number = await admitted(town, 0)
    await town.settle(FOLLOWER, "samal-1")
    for account in (FOLLOWER, account_of(0)):
        await follow(town.services, CAMPAIGN, account, number)
    await count(town, {number: range(6)})
    assert await told(town, "project-result") == [account_of(0), FOLLOWER]
    text, data = await told_text(town, FOLLOWER, Language.KAZAKH)
    assert text.startswith(f"<b>Сіз жазылған № {number} жобаның қорытындысы</b>\nАбай алаңына")
    assert "Берілген дауыс: <b>6</b>, ең аз дауыс саны: 5." in text
    assert "340 000 ₸ бөлінді" in text
    assert "Сараптамалық кеңес" in text
    assert data == ["at:outcome:semey-demo:ortalyq"]


@pytest.mark.parametrize(
    ("language", "missing"),
    [(Language.KAZAKH, "Жетпей қалғаны: 3 дауыс."), (Language.RUSSIAN, "Не хватило 3 голосов.")],
)
async def test_what_did_not_win_may_be_filed_again(town: Town, language: Language, missing: str) -> None:
    """The author reads how many votes lacked, and has one button for the next year [F5] [P6]."""
    town.clock.set_to(INTAKE)
    number = await admitted(town, 0)
    await count(town, {number: range(2)})
    text, data = await told_text(town, account_of(0), language)
    assert missing in text
    assert data == [f"again:semey-demo:{number}", "at:outcome:semey-demo:ortalyq"]
    result = await get_project_result(town.services, CAMPAIGN, number, account_of(0))
    assert result is not None
    assert result.line is not None
    assert (result.line.decision, result.votes_missing) == (Decision.BELOW_THRESHOLD, 3)


async def test_a_follower_of_a_loser_has_nothing_to_file(town: Town) -> None:
    """Only who wrote it may file it again [F5]."""
    town.clock.set_to(INTAKE)
    number = await admitted(town, 0)
    await town.settle(FOLLOWER)
    await follow(town.services, CAMPAIGN, FOLLOWER, number)
    await count(town, {number: [1]})
    _, data = await told_text(town, FOLLOWER, Language.RUSSIAN)
    assert data == ["at:outcome:semey-demo:ortalyq"]


async def test_money_that_lacks_is_named(town: Town) -> None:
    """A project for which too little money is left is told how much [F5] [F1]."""
    rules = RULEBOOK.replace("ortalyq = { value = 120000000", "ortalyq = { value = 500000")
    town.clock.set_to(INTAKE)
    await take_rulebook(town.services, rules, "poor.toml", takes_changes=True)
    first, second = await admitted(town, 0), await admitted(town, 1)
    await count(town, {first: range(5), second: range(5, 10)})
    text, _ = await told_text(town, account_of(1), Language.KAZAKH)
    assert "Өтпеді: кезегі келгенде" in text
    assert "Жетпей қалғаны: 180 000 ₸." in text


async def test_a_hidden_count_stays_hidden(town: Town) -> None:
    """Where few voted, nobody learns votes or place of what did not win, its author neither [F5] [E6]."""
    hiding = RULEBOOK.replace('small_count = { value = "publish"', 'small_count = { value = "hide"')
    town.clock.set_to(INTAKE)
    await take_rulebook(town.services, hiding, "hiding.toml", takes_changes=True)
    number, winner = await admitted(town, 0), await admitted(town, 1)
    await count(town, {number: range(2), winner: range(2, 8)})
    for author_of, each in ((0, number), (1, winner)):
        result = await get_project_result(town.services, CAMPAIGN, each, account_of(author_of))
        assert result is not None
        assert result.has_lost is (each == number)
        assert result.line is None or result.line.votes is None
    text, data = await told_text(town, account_of(0), Language.RUSSIAN)
    assert "Среди победителей этого проекта нет." in text
    assert "минимум" not in text
    assert data[0].startswith("again:")


async def test_a_lot_is_told_to_whom_it_concerned(town: Town) -> None:
    """After the lot only those hear again whose projects waited for it [F5] [F1]."""
    rules = RULEBOOK.replace('ties = { value = ["cheaper", "earlier_number"]', 'ties = { value = ["lot"]')
    rules = rules.replace("ortalyq = { value = 120000000", "ortalyq = { value = 400000")
    town.clock.set_to(INTAKE)
    await take_rulebook(town.services, rules, "lots.toml", takes_changes=True)
    tied = [await admitted(town, person) for person in (0, 1)]
    below = await admitted(town, 2)
    await count(town, {tied[0]: range(5), tied[1]: range(5, 10)})
    people = [account_of(person) for person in range(3)]
    assert await told(town, "project-result") == people
    await settle_lot(town.services, CAMPAIGN, "ortalyq", "521.33")
    assert await told(town, "project-result") == sorted([*people, *people[:2]])
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(outbox.c.facts).where(outbox.c.kind == "project-result"))
        assert sorted(facts["number"] for facts in rows.scalars()) == sorted([*tied, *tied, below])


async def test_filing_again_keeps_words_and_pictures(town: Town) -> None:
    """In the next campaign the draft has everything but consent, and its pictures are kept for it [F5]."""
    town.clock.set_to(INTAKE)
    number = await admitted(town, 0)
    await count(town, {})
    town.clock.set_to(INTAKE)
    town.wait(days=YEAR)
    await take_next(town, YEAR)
    draft = await begin_again(town.services, account_of(0), CAMPAIGN, number)
    assert await begin_again(town.services, account_of(0), CAMPAIGN, number) == draft
    assert (draft.campaign_id, draft.step, draft.number) == (NEXT, Step.PREVIEW, None)
    contents = draft.contents
    assert contents.title == "Абай алаңына орындықтар қою"
    assert (contents.agreed_version, contents.has_answered_question) == (None, False)
    assert len(contents.pictures) == 1
    assert len(await list_drafts(town.services, NEXT, account_of(0))) == 1
    async with town.services.database.write() as connection:
        used_by = files.proposal_use(CAMPAIGN, number)
        await files.drop_uses(connection, CAMPAIGN.akimat, used_by)
        town.wait(days=400)
        unused = await files.take_unused(connection, CAMPAIGN.akimat, town.clock.now())
    assert contents.pictures[0].published not in unused[1]


async def test_nobody_files_again_for_another(town: Town) -> None:
    """A stranger cannot take somebody's proposal along; a co-author would not get the telephone [F5] [P1]."""
    town.clock.set_to(INTAKE)
    number = await registered(town, 0)
    await take_next(town, 0)
    stranger = await author(town, 1)
    filing = begin_again(town.services, stranger, CAMPAIGN, number)
    assert await refusal_of(filing) is Refusal.PROPOSAL_UNKNOWN


async def test_a_guide_takes_nothing_again(town: Town) -> None:
    """Where only an official page takes applications now, the press leads there [F5] [A6]."""
    town.clock.set_to(INTAKE)
    number = await registered(town, 0)
    await take_next(town, 0)
    guide = RULEBOOK.replace('campaign = "semey-demo"', f'campaign = "{NEXT.campaign}"').replace(
        'mode = { value = "sole"', 'mode = { value = "guide"'
    )
    await take_rulebook(town.services, guide, "next.toml", takes_changes=True)
    filing = begin_again(town.services, account_of(0), CAMPAIGN, number)
    assert await refusal_of(filing) is Refusal.PROPOSALS_ELSEWHERE


async def test_without_an_open_intake_it_is_said_when(town: Town) -> None:
    """Before the next campaign is known, and before it opens, the press says so [F5] [P7]."""
    town.clock.set_to(INTAKE)
    number = await registered(town, 0)
    for phase in ("unknown", "planned"):
        with pytest.raises(RuleViolation) as caught:
            await begin_again(town.services, account_of(0), CAMPAIGN, number)
        assert caught.value.refusal is Refusal.AGAIN_LATER
        assert caught.value.reasons[0].facts["phase"] == phase
        if phase == "unknown":
            await take_next(town, YEAR)
