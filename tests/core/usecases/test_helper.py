"""Helper mode on SQLite and PostgreSQL: nothing of the owner's is used, nothing of the former stays (K1)."""

from datetime import timedelta

from core.model.refusals import Refusal
from core.rules.concern import HELPING_FOR
from core.store import outbox
from core.usecases.browsing.listing import Filters, get_filters, keep_filters
from core.usecases.helper.mode import begin_helping, call_next, get_served_receipt, stop_helping
from core.usecases.notice.kinds import NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import see
from core.usecases.verification.person import current_person
from core.usecases.verification.phone import verify_by_phone
from core.usecases.voting.casting import cast_vote
from tests.support.register_import import refusal_of
from tests.support.town import CAMPAIGN, Town, phone_of

HELPER = 2001


async def helping(town: Town) -> None:
    """Let a helper who is linked herself lend her telephone."""
    await town.settle(HELPER)
    await town.by_phone(HELPER, 0)
    await begin_helping(town.services, CAMPAIGN, HELPER)


async def test_the_own_link_rests(town: Town) -> None:
    """While others are served the helper is nobody, votes for nobody and is not verified anew [K1] [E2]."""
    await helping(town)
    assert await current_person(town.services, CAMPAIGN, HELPER) is None
    own = cast_vote(town.services, CAMPAIGN, HELPER, number=12, session=None)
    assert await refusal_of(own) is Refusal.NOT_VERIFIED
    again = verify_by_phone(town.services, CAMPAIGN, HELPER, number=phone_of(0), is_own=True)
    assert await refusal_of(again) is Refusal.HELPER_ON
    await stop_helping(town.services, CAMPAIGN, HELPER)
    person = await current_person(town.services, CAMPAIGN, HELPER)
    assert person is not None
    assert person.session is None


async def test_a_time_that_ran_out_gives_nothing_back_by_itself(town: Town) -> None:
    """Laid aside for an hour, the telephone is still nobody's until its owner was told [K1]."""
    await helping(town)
    town.clock.advance(HELPING_FOR)
    viewer = await see(town.services, HELPER)
    assert viewer.helping_until == town.clock.now()
    assert await current_person(town.services, CAMPAIGN, HELPER) is None


async def test_two_people_in_turn(town: Town) -> None:
    """Each votes by the own code; the next one clears receipt and searches of the former [K1] [E2] [E5]."""
    await town.issue(1, 2)
    await helping(town)
    await keep_filters(town.services, CAMPAIGN, HELPER, Filters(words="скамья"))
    first = await town.by_code(HELPER, 1)
    receipt = await cast_vote(town.services, CAMPAIGN, HELPER, number=12, session=first)
    served = await get_served_receipt(town.services, CAMPAIGN, HELPER, first)
    assert served == receipt
    await call_next(town.services, CAMPAIGN, HELPER)
    assert await get_filters(town.services, CAMPAIGN, HELPER) == Filters()
    gone = get_served_receipt(town.services, CAMPAIGN, HELPER, first)
    assert await refusal_of(gone) is Refusal.SCREEN_OF_ANOTHER
    second = await town.by_code(HELPER, 2)
    none = get_served_receipt(town.services, CAMPAIGN, HELPER, second)
    assert await refusal_of(none) is Refusal.SCREEN_OF_ANOTHER
    other = await cast_vote(town.services, CAMPAIGN, HELPER, number=12, session=second)
    assert other.entry.number == receipt.entry.number + 1
    for session in ("", first):
        refused = get_served_receipt(town.services, CAMPAIGN, HELPER, session)
        assert await refusal_of(refused) is Refusal.SCREEN_OF_ANOTHER


async def test_the_owners_news_wait(town: Town) -> None:
    """While others look at the screen only security notices come; the rest come afterwards [K1] [G1]."""
    await helping(town)
    async with town.services.database.write() as connection:
        for kind in (NoticeKind.PAPERS_RECEIVED, NoticeKind.LINK_MOVED):
            await outbox.write_notice(
                connection,
                CAMPAIGN,
                notice_id=f"{kind.value}:1",
                account_id=HELPER,
                kind=kind.value,
                facts={},
                due_at=town.clock.now(),
            )
    assert [each.kind for each in await claim(town.services, 9)] == [NoticeKind.LINK_MOVED]
    await stop_helping(town.services, CAMPAIGN, HELPER)
    town.clock.advance(HELPING_FOR + timedelta(seconds=31))
    kinds = {each.kind for each in await claim(town.services, 9)}
    assert NoticeKind.PAPERS_RECEIVED in kinds
