"""Votes that are not taken, and what the person is told instead (P7)."""

import pytest

from core.model.campaign import CampaignId
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.account import see
from core.usecases.place.choosing import choose_place
from sandbox.client import Person
from tests.bot.residents import AIGUL, DANA, Street
from tests.bot.voting.booth import KK, NO, TITLE, VOTE, YES, ask, votes
from tests.bot.walking import kazakh
from tests.support.front import Front
from tests.support.town import CAMPAIGN, CLOSED, PROJECTS, RULEBOOK, Town, phone_of, row


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """A verified resident of the first district, in Kazakh."""
    return await street.voter(AIGUL, 0)


async def test_a_vote_from_another_district(aigul: Person, town: Town) -> None:
    """Refused with the own district by name; the card stays where it was [E1] [P7]."""
    view = await ask(aigul, 24)
    said = view.answer + view.text
    assert "Бұл жоба басқа аумақта" in said
    assert "Орталық ауданы" in said
    assert "№ 24. " in str(view)
    assert VOTE in str(view.raw)
    assert await votes(town) == (0, 0)


async def test_a_vote_under_age(aigul: Person, town: Town) -> None:
    """Seventeen on the counting date: refused with the age, the date and whom to ask [E1] [P7]."""
    await town.register(row(0, born="2008-12-02", phone=phone_of(0)))
    view = await ask(aigul)
    said = view.answer + view.text
    assert "18 жастан" in said
    assert "2026 жылғы 2 желтоқсан" in said
    assert await votes(town) == (0, 0)


async def test_a_vote_after_the_close(aigul: Person, town: Town) -> None:
    """A question that stayed open over the close is refused, with the last day that counted [E3] [P7]."""
    await ask(aigul)
    town.clock.set_to(CLOSED)
    view = await aigul.tap(YES)
    said = view.answer + view.text
    assert "Дауыс беру аяқталды" in said
    assert "2026 жылғы 29 қараша (қоса алғанда)" in said
    assert await votes(town) == (0, 0)


async def test_a_refused_question_leaves_the_screen(aigul: Person, town: Town) -> None:
    """The refusal takes the question's place: no choice stays, only the way back to it [E3] [P7]."""
    question = (await ask(aigul)).last["message_id"]
    town.clock.set_to(CLOSED)
    view = await aigul.tap(YES)
    assert view.last["message_id"] == question
    assert TITLE not in view.text
    assert view.labels == [KK("button-verification-card"), KK("button-go-home")]
    assert (await aigul.tap(KK("button-verification-card"))).text.startswith(f"№ 12. {TITLE}")


async def test_a_link_that_moved_away_leaves_a_way_back(aigul: Person, street: Street, town: Town) -> None:
    """Whoever lost the phone's link over the question may verify anew or go back to the card [E2] [P7]."""
    question = (await ask(aigul)).last["message_id"]
    await town.settle(DANA)
    await town.by_phone(DANA, 0)
    view = await aigul.tap(YES, question)
    assert kazakh("refusal-not-verified") == view.text
    assert view.labels == [
        kazakh(f"button-{key}") for key in ("verification-card", "go-verification", "go-home")
    ]
    assert await votes(town) == (0, 0)
    del street


async def test_every_reason_is_told_at_once(aigul: Person, town: Town) -> None:
    """Under age and from another district: both are said in one answer [P7]."""
    await town.register(row(0, "samal-1", born="2008-12-02", phone=phone_of(0)))
    view = await ask(aigul)
    assert "Бұған 2 себеп бар." in view.text
    assert "жастан" in view.text
    assert "басқа аумақта" in view.text


async def test_nobody_is_verified_for_nothing(street: Street, town: Town, front: Front) -> None:
    """A vote button that outlived the voting says that it is over, and asks for no verification [E3] [P7]."""
    del front
    dana = await street.settled(DANA)
    await dana.send("/projects")
    await dana.send("12")
    town.clock.set_to(CLOSED)
    view = await dana.tap(VOTE)
    assert "Дауыс беру аяқталды" in view.answer + view.text
    assert KK("button-consent-agree") not in view.labels


async def test_a_link_to_another_campaign_takes_its_place(street: Street, town: Town, front: Front) -> None:
    """Whoever votes in a campaign that is not the chosen place is verified in that campaign [P9] [E2]."""
    del front
    other = RULEBOOK.replace('campaign = "semey-demo"', 'campaign = "semey-second"')
    await take_rulebook(town.services, other, "second.toml")
    dana = await street.settled(DANA)
    await dana.send("/projects")
    await dana.send("12")
    await choose_place(town.services, DANA, CampaignId("semey", "semey-second"), "samal")
    view = await dana.tap(VOTE)
    assert KK("button-consent-agree") in view.labels
    assert (await see(town.services, DANA)).campaign_id == CAMPAIGN


async def test_a_project_that_is_gone(aigul: Person, town: Town) -> None:
    """Buttons of a project that the list no longer has are refused in words [P7]."""
    view = await ask(aigul)
    question = view.last["message_id"]
    fewer = PROJECTS.replace("number = 12\n", "number = 112\n")
    await take_projects(town.services, CAMPAIGN, fewer, "projects.toml", lambda name: name.encode())
    for label in (NO, YES):
        view = await aigul.tap(label, question)
        assert "Мұндай жоба табылмады" in view.answer + view.text
    assert await votes(town) == (0, 0)
