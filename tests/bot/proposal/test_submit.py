"""Preview and submitting: what is missing and refused, verification in between, one number, no way back."""

import asyncio
from datetime import timedelta

import pytest

from core.model.proposal import Step
from core.usecases.proposal import drafting
from core.usecases.proposal.mine import my_proposals
from tests.bot.proposal.author import FULL, KK, begin, without, writing
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import kazakh, told
from tests.support.town import CAMPAIGN

pytestmark = pytest.mark.usefixtures("front")
SUBMIT = KK("button-proposal-submit")


async def numbers(street: Street) -> list[int]:
    """Return the numbers of what Aigul has submitted."""
    mine = await my_proposals(street.town.services, CAMPAIGN, AIGUL, "eski-qala")
    return [each.number for each in mine.proposals]


async def test_what_is_missing_is_asked(street: Street) -> None:
    """The preview names what is missing, leads there, and offers no submitting before [B2] [B3]."""
    writer = await writing(street, without(title=None, pictures=()), step=Step.PREVIEW)
    view = await writer.person.chat()
    assert "❗ Жетпейтіні: Атауы және Суреттері" in view.text
    assert SUBMIT not in view.labels
    view = await writer.person.tap(KK("button-proposal-go-on"))
    assert KK("proposal-name-title") in view.text
    view = await writer.person.send("Тораңғы көшесіне он шам орнату")
    assert KK("proposal-name-pictures") in view.text


async def test_an_answer_changed_from_the_preview_returns_there(street: Street) -> None:
    """Each answer is one press away, and leads back [B2]."""
    writer = await writing(street, FULL, step=Step.PREVIEW)
    await writer.person.tap(KK("button-proposal-step-title"))
    view = await writer.person.send("Тораңғы көшесіне жиырма шам орнату")
    assert "Тораңғы көшесіне жиырма шам орнату" in view.text
    assert SUBMIT in view.labels


async def test_verification_only_when_it_is_submitted(street: Street) -> None:
    """Submitting asks who one is, after consent and phone the application is one press away [B1] [E2]."""
    writer = await writing(street, FULL, step=Step.PREVIEW)
    await writer.person.tap(SUBMIT)
    await writer.person.tap(KK("button-consent-agree"))
    await writer.person.tap(KK("button-verification-phone"))
    await writer.person.tap(KK("button-verification-share"))
    view = await writer.person.tap(KK("button-verification-draft"))
    assert str(FULL.title) in view.text
    view = await writer.person.tap(SUBMIT)
    (number,) = await numbers(street)
    assert kazakh("proposal-submitted", number=number) in view.text


async def test_two_presses_are_one_number(street: Street) -> None:
    """Pressed twice at once, the second press reads the same number [B1] [B4]."""
    await street.voter(AIGUL, 0)
    writer = await writing(street, FULL, step=Step.PREVIEW)
    await asyncio.gather(*(writer.person.tap(SUBMIT, wait=False) for _ in range(2)))
    await street.sandbox.idle()
    (number,) = await numbers(street)
    assert kazakh("proposal-submitted", number=number) in str(await writer.person.chat())


async def test_old_buttons_of_what_was_submitted(street: Street) -> None:
    """The reminder's button opens the number; an answer that comes too late is refused with it [B1] [P7]."""
    await street.voter(AIGUL, 0)
    writer = await writing(street, FULL, step=Step.ESTIMATE)
    await writer.person.send("5 млн")
    old = (await writer.person.chat()).last["message_id"]
    await writer.person.tap(KK("button-proposal-preview"))
    await writer.person.tap(SUBMIT)
    (number,) = await numbers(street)
    await writer.person.send("/start")
    with pytest.raises(Exception, match="button"):
        await writer.person.tap(KK("button-proposal-sum-yes"), old)
    place = (street.town.services, CAMPAIGN, AIGUL, writer.draft_id)
    assert (await drafting.require_draft(*place)).number == number


async def test_a_second_application_is_refused(street: Street) -> None:
    """One place per author: the second one reads the number of the first [B1] [B3] [P7]."""
    await street.voter(AIGUL, 0)
    first = await writing(street, FULL, step=Step.PREVIEW)
    await first.person.tap(SUBMIT)
    (number,) = await numbers(street)
    second = await writing(street, without(title="Басқа көшеге шам орнату"), step=Step.PREVIEW)
    view = await second.person.chat()
    assert kazakh("refusal-second-proposal", number=number, most=1) in view.text
    assert SUBMIT not in view.labels


async def test_intake_that_ended_meanwhile(street: Street) -> None:
    """Pressed a second too late, it says what can still be done; the answers stay [B3] [P7] [P8]."""
    await street.voter(AIGUL, 0)
    writer = await writing(street, FULL, step=Step.PREVIEW)
    street.town.clock.advance(timedelta(days=40))
    view = await writer.person.tap(SUBMIT)
    assert "Өтінім қабылдау аяқталды" in view.text
    assert await numbers(street) == []
    assert (await writer.contents()) == FULL


async def test_somebody_elses_application(street: Street) -> None:
    """A forwarded button opens nothing of another account [B1] [P9]."""
    draft_id = await begin(street.town, AIGUL, FULL)
    igor = await street.settled(IGOR)
    with pytest.raises(Exception, match="draft-unknown"):
        await drafting.require_draft(street.town.services, CAMPAIGN, IGOR, draft_id)
    assert str(FULL.title) not in (await igor.send("/propose")).text


async def test_similar_ones_are_shown_with_a_way_to_them(street: Street) -> None:
    """Nearly the same is on the ballot already: its number, its title and a button to it [B3]."""
    similar = without(
        direction="sports-and-playgrounds",
        title="«Арман» шағын ауданына қоршалған футбол алаңын салу",
        territory="arman",
        landmark="«Арман» шағын ауданы, бос алаң",
    )
    writer = await writing(street, similar, step=Step.PREVIEW)
    view = await writer.person.chat()
    assert "Ұқсас ұсыныс бар: № 7." in view.text
    view = await writer.person.tap(KK("button-proposal-similar", number=7))
    assert "№ 7." in view.text


async def test_leaving_says_until_when(street: Street) -> None:
    """Everything is kept and can be submitted until intake ends; one press goes on [B2] [P8]."""
    writer = await writing(street, FULL, step=Step.DESCRIPTION)
    view = await writer.person.tap(KK("button-proposal-leave"))
    assert "2026 жылғы 10 қазанға дейін (қоса алғанда)" in view.text
    view = await writer.person.tap(KK("button-proposal-resume"))
    assert KK("proposal-name-description") in view.text


async def test_throwing_away(street: Street) -> None:
    """Asked once more, then it is gone [B2] [M1]."""
    writer = await writing(street, FULL, step=Step.PREVIEW)
    await writer.person.tap(KK("button-proposal-discard"))
    await writer.person.tap(KK("button-proposal-discard-yes"))
    assert await drafting.list_drafts(street.town.services, CAMPAIGN, AIGUL) == []


async def test_a_fourth_draft_is_refused(street: Street) -> None:
    """A household's phone holds three unfinished applications, and reads what to do with them [B1] [P7]."""
    for _ in range(3):
        await begin(street.town, AIGUL)
    aigul = await street.settled(AIGUL)
    await aigul.send("/propose")
    await aigul.tap(KK("button-proposal-new"))
    view = await aigul.tap(KK("button-proposal-scratch"))
    assert kazakh("refusal-too-many-drafts", most=3) in told(view)


async def test_a_guide_leads_to_the_official_page(street: Street) -> None:
    """Outside of intake home offers no proposing; the command says when intake is [A6] [A3]."""
    street.town.clock.advance(timedelta(days=60))
    aigul = await street.settled(AIGUL)
    assert KK("button-propose") not in (await aigul.chat()).labels
    view = await aigul.send("/propose")
    assert "Өтінім қабылдау аяқталды" in view.text
    assert KK("button-proposal-new") not in view.labels
