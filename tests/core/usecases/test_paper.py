"""Applications on paper: kept while they are typed, judged as in the bot, entered once."""

import pytest
from sqlalchemy import select

from core.model.proposal import Channel, ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.paper import PaperFault
from core.rules.proposal import ProposalWarning
from core.rules.review import ReviewAct
from core.store import audit, files
from core.store import proposal as proposals
from core.store.paper import paper_draft
from core.usecases.paper.checking import check_paper
from core.usecases.paper.entering import enter_paper
from core.usecases.paper.filling import (
    SentPicture,
    begin_paper,
    begin_rework,
    discard_paper,
    keep_paper,
    list_begun,
)
from core.usecases.paper.slips import get_paper_proposal
from core.usecases.proposal.pictures import id_of
from core.usecases.review.reading import get_submission
from tests.support.office import actor, of_another_akimat
from tests.support.paper import FORM, entered, filled
from tests.support.papers import PROGRAM
from tests.support.proposals import INTAKE, author, decided, picture, refusal_of, registered, submitted
from tests.support.town import CAMPAIGN, IINS, OPEN, Town, row


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """A clerk during the intake."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


async def test_a_paper_becomes_a_proposal(town: Town, clerk: Actor) -> None:
    """A sheet that is in order gets a number, its channel and its day; the form keeps nothing [B9] [B4]."""
    draft = await filled(town, clerk, 0, received_on="2026-09-08")
    told = await enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    again = await enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert again == told
    found = await get_submission(town.services, CAMPAIGN, told.number)
    assert found.proposal.channel is Channel.PAPER
    assert found.proposal.status is ProposalStatus.SUBMITTED
    assert found.proposal.account_id is None
    assert found.proposal.submitted_at.isoformat() == "2026-09-08T18:59:59+00:00"
    assert found.contents.author.phone == "77000000000"
    assert found.contents.agreed_version is not None
    assert len(found.contents.pictures) == 1
    async with town.services.database.read() as connection:
        (kept,) = (await connection.execute(select(paper_draft))).mappings()
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=10)
    assert (kept["typed"], kept["pictures"], kept["person_key"]) == ({}, [], None)
    assert [(act["act"], act["subject"]) for act in acts] == [("enter-paper", str(told.number))]
    assert IINS[0] not in str([dict(act) for act in acts])


async def test_the_author_known_in_the_bot_is_told(town: Town, clerk: Actor) -> None:
    """Who is verified by telephone hears of a proposal in his name, whoever brought it [B9] [E2]."""
    account = await author(town, 0)
    number = await entered(town, clerk, 0)
    async with town.services.database.read() as connection:
        found = await proposals.get_proposal(connection, CAMPAIGN, number)
    assert found is not None
    assert found.account_id == account


async def test_nothing_typed_is_lost(town: Town, clerk: Actor) -> None:
    """Faults leave every word, picture and the person where they are; the next sending mends [B9] [P5]."""
    draft = await filled(town, clerk, 0, sum="көп", title="")
    found = await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert [each.fault for each in found.troubles] == [PaperFault.SUM_UNREADABLE]
    assert [str(step) for step in found.missing] == ["title"]
    assert await refusal_of(enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)) is (
        Refusal.PROPOSAL_INCOMPLETE
    )
    kept = await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin="")
    assert kept.draft.pictures == draft.pictures
    assert kept.draft.person_key == draft.person_key
    assert kept.has_changed
    again = await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin="")
    assert not again.has_changed
    assert (await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)).can_be_entered


@pytest.mark.parametrize("iin", ["990101200008", "12", "abcdefghijkl", "99010120000７"])
async def test_a_wrong_iin_is_no_person(town: Town, clerk: Actor, iin: str) -> None:
    """Digits that do not check are refused at once, and nobody's proposal is entered [B9] [P1]."""
    draft = await begin_paper(town.services, clerk, CAMPAIGN)
    kept = await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin=iin)
    assert [each.fault for each in kept.troubles] == [PaperFault.IIN_WRONG]
    found = await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert PaperFault.IIN_MISSING in [each.fault for each in found.troubles]
    assert Refusal.AUTHOR_NOT_VERIFIED not in [each.refusal for each in found.reasons]


async def test_no_iin_stays_in_what_is_typed(town: Town, clerk: Actor) -> None:
    """An IIN in a text is hidden before the text is kept, and said [B9] [P1]."""
    draft = await begin_paper(town.services, clerk, CAMPAIGN)
    typed = {**FORM, "description": f"Арыз беруші {IINS[1]}"}
    kept = await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=typed, iin=IINS[0])
    assert [each.fault for each in kept.troubles] == [PaperFault.IIN_REMOVED]
    async with town.services.database.read() as connection:
        rows = (await connection.execute(select(paper_draft))).mappings().all()
    assert all(number not in str([dict(each) for each in rows]) for number in IINS)


async def test_the_rules_of_the_bot_hold(town: Town, clerk: Actor) -> None:
    """All that stands against it is said at once: time, age, sum, title, a second one [B1] [B3] [B9]."""
    await submitted(town, 2)
    await town.register(
        row(0, born="2015-01-01"), row(1, "eski-qala", until="2020-01-01", since="2019-01-01"), row(2)
    )
    changes = {"received_on": "2026-08-01", "title": "Бір. Екі.", "sum": "900 млн"}
    draft = await filled(town, clerk, 0, pictures=1, **changes)
    found = await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert [each.refusal for each in found.reasons] == [
        Refusal.INTAKE_NOT_OPEN_YET,
        Refusal.AUTHOR_UNDER_AGE,
        Refusal.TITLE_TOO_MANY_SENTENCES,
        Refusal.COST_OVER_CAP,
    ]
    for person, refusal in (
        (1, Refusal.AUTHOR_NOT_RESIDENT),
        (2, Refusal.SECOND_PROPOSAL),
        (3, Refusal.AUTHOR_NOT_VERIFIED),
    ):
        draft = await filled(town, clerk, person)
        assert await refusal_of(enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)) is refusal


async def test_similar_ones_are_a_hint(town: Town, clerk: Actor) -> None:
    """A similar proposal is shown and refuses nothing [B3] [B9]."""
    other = await registered(town, 1)
    draft = await filled(town, clerk, 0)
    found = await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert [each.number for each in found.similar] == [other]
    assert [each.warning for each in found.warnings] == [ProposalWarning.SIMILAR]
    assert found.can_be_entered


async def test_pictures_are_cleaned_and_counted(town: Town, clerk: Actor) -> None:
    """A bad file takes no good one with it, and ten pictures are the most [B7] [B9]."""
    draft = await filled(town, clerk, 0, pictures=0)
    sent = [SentPicture(name=f"{each}.jpg", content=picture(each)) for each in range(11)]
    sent += [SentPicture(name="<b>.jpg", content=PROGRAM), SentPicture(name="0.jpg", content=picture(0))]
    kept = await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin="", pictures=sent)
    assert len(kept.draft.pictures) == 10
    assert {(name, reason.refusal) for name, reason in kept.refused} == {
        ("<b>.jpg", Refusal.PICTURE_REFUSED),
        ("10.jpg", Refusal.TOO_MANY_PICTURES),
        ("0.jpg", Refusal.TOO_MANY_PICTURES),
    }
    first = kept.draft.pictures[0]
    fewer = await keep_paper(
        town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin="", dropped=[id_of(first)]
    )
    assert first not in fewer.draft.pictures
    use = files.draft_use(CAMPAIGN, draft.draft_id)
    async with town.services.database.read() as connection:
        left = await connection.execute(
            select(files.file_use.c.digest).where(files.file_use.c.used_by == use)
        )
    assert first.published not in set(left.scalars())


async def test_papers_lie_at_the_desk(town: Town, clerk: Actor) -> None:
    """An elder's papers handed in with the sheet are counted, and what is due is known [B2] [B9]."""
    number = await entered(town, clerk, 0, author_kind="house-elder", papers="2")
    found = await get_paper_proposal(town.services, clerk, CAMPAIGN, number)
    assert found.received == 2
    assert found.asked
    assert found.papers_due_at is not None


async def test_a_colleague_types_his_own(town: Town, clerk: Actor) -> None:
    """Nobody sees what a colleague is typing, other roles and akimats nothing at all [L1] [L2] [P9]."""
    draft = await filled(town, clerk, 0)
    colleague = await actor(town, Role.CLERK, login="second", person=1)
    assert await list_begun(town.services, colleague, CAMPAIGN) == []
    assert await refusal_of(check_paper(town.services, colleague, CAMPAIGN, draft.draft_id)) is (
        Refusal.DRAFT_UNKNOWN
    )
    assert await refusal_of(enter_paper(town.services, colleague, CAMPAIGN, draft.draft_id)) is (
        Refusal.DRAFT_UNKNOWN
    )
    secretary = await actor(town, Role.SECRETARY, login="secretary", person=2)
    assert await refusal_of(begin_paper(town.services, secretary, CAMPAIGN)) is Refusal.OFFICE_FORBIDDEN
    stranger = of_another_akimat(clerk)
    assert await refusal_of(begin_paper(town.services, stranger, CAMPAIGN)) is Refusal.CAMPAIGN_UNKNOWN
    town.clock.set_to(OPEN)
    assert await refusal_of(begin_paper(town.services, clerk, CAMPAIGN)) is Refusal.OFFICE_STAGE


async def test_an_empty_form_is_opened_again(town: Town, clerk: Actor) -> None:
    """Opening the form twice leaves one; what is thrown away is gone [B9]."""
    first = await begin_paper(town.services, clerk, CAMPAIGN)
    assert await begin_paper(town.services, clerk, CAMPAIGN) == first
    await discard_paper(town.services, clerk, CAMPAIGN, first.draft_id)
    assert await list_begun(town.services, clerk, CAMPAIGN) == []


async def test_a_returned_paper_is_mended_at_the_desk(town: Town, clerk: Actor) -> None:
    """The rework begins with what was submitted; each look at that is logged [B6] [B9] [L1] [L2]."""
    number = await entered(town, clerk, 0)
    assert await refusal_of(begin_rework(town.services, clerk, CAMPAIGN, number)) is (
        Refusal.PROPOSAL_NOT_RETURNED
    )
    await decided(town, number, ReviewAct.RETURN)
    draft = await begin_rework(town.services, clerk, CAMPAIGN, number)
    assert await begin_rework(town.services, clerk, CAMPAIGN, number) == draft
    for _ in range(2):
        await check_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    typed = {**draft.typed, "received_on": "2026-09-10", "title": "Абай алаңына бес орындық"}
    await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=typed, iin="")
    told = await enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    assert (told.number, told.is_rework) == (number, True)
    found = await get_submission(town.services, CAMPAIGN, number)
    assert (found.proposal.version, found.proposal.title) == (2, "Абай алаңына бес орындық")
    assert found.proposal.status is ProposalStatus.SUBMITTED
    assert len(found.contents.pictures) == 1
    async with town.services.database.read() as connection:
        looks = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=10)
    assert [(look["what"], look["subject"]) for look in looks] == [("author", str(number))] * 2


async def test_only_paper_is_mended_at_the_desk(town: Town, clerk: Actor) -> None:
    """What came by the bot is its author's alone to change [B6] [B9]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    for asked in (begin_rework, get_paper_proposal):
        assert await refusal_of(asked(town.services, clerk, CAMPAIGN, number)) is Refusal.PROPOSAL_UNKNOWN


async def test_an_old_rework_gives_way(town: Town, clerk: Actor) -> None:
    """A rework begun before a newer version came is refused [B6] [B9]."""
    number = await entered(town, clerk, 0)
    await decided(town, number, ReviewAct.RETURN)
    draft = await begin_rework(town.services, clerk, CAMPAIGN, number)
    colleague = await actor(town, Role.CLERK, login="second", person=1)
    newer = await begin_rework(town.services, colleague, CAMPAIGN, number)
    for who, each in ((colleague, newer), (clerk, draft)):
        typed = {**each.typed, "received_on": "2026-09-10"}
        await keep_paper(town.services, who, CAMPAIGN, each.draft_id, typed=typed, iin="")
    await enter_paper(town.services, colleague, CAMPAIGN, newer.draft_id)
    await decided(town, number, ReviewAct.RETURN)
    assert await refusal_of(enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)) is (
        Refusal.PROPOSAL_CHANGED
    )


async def test_what_is_entered_is_typed_no_more(town: Town, clerk: Actor) -> None:
    """A form sent again from an old page says under which number it was entered [B9]."""
    draft = await filled(town, clerk, 0)
    await enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    late = keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=FORM, iin=IINS[1])
    assert await refusal_of(late) is Refusal.DRAFT_SUBMITTED
