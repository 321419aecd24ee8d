"""The card in the chat: what it says, which buttons it has, and that it works however it is reached."""

from io import BytesIO
from random import Random
from urllib.parse import parse_qs, urlparse

import pytest
from PIL import Image

from core.model.language import Language
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.following.following import Followed, list_followed
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import kazakh
from tests.support.clock import FakeClock
from tests.support.front import Front
from tests.support.town import CAMPAIGN, CLOSED, OPEN, PROJECTS, RULEBOOK, Town

VOTE = kazakh("button-browsing-vote")
MOST_ADDRESS = 2048
"""Characters of an address that every browser and server takes."""


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody at the home screen, in Kazakh."""
    return await street.settled(AIGUL)


async def open_card(person: Person, number: int) -> View:
    """Open the card by its number."""
    await person.send("/projects")
    return await person.send(f"№{number}")


def link(view: View, label: str) -> str:
    """Return where the button with this label leads."""
    return next(
        str(button["url"]) for row in view.last["buttons"] for button in row if button["label"] == label
    )


async def test_a_card_is_two_taps_away(aigul: Person) -> None:
    """From home: the list, then the card, which says everything in one short message [D2] [D5] [P5]."""
    view = await aigul.tap(kazakh("button-projects"))
    number = next(label for label in view.labels if label.startswith("№ "))
    view = await aigul.tap(number)
    assert view.text.startswith(f"{number}. ")
    assert len(view.text) <= 1000
    for fact in (
        "Бағыты: ",
        "Аумағы: ",
        "Орны: ",
        "Құны: ",
        "Мәртебесі: дауыс беруге жіберілді",
        "Орнын қарау: ",
    ):
        assert f"\n{fact}" in view.text
    assert view.labels[0] == VOTE
    assert (await aigul.tap(kazakh("button-browsing-list"))).text.startswith("Жобалар: 40")


async def test_back_leads_to_the_page_that_was_left(aigul: Person) -> None:
    """The list opens on the page from which the card was opened [D5]."""
    await aigul.send("/projects")
    await aigul.tap(kazakh("button-page-after"))
    view = await aigul.tap(kazakh("button-page-after"))
    number = next(label for label in view.labels if label.startswith("№ "))
    await aigul.tap(number)
    assert (
        kazakh("browsing-list-page", page=3, pages=7)
        in (await aigul.tap(kazakh("button-browsing-list"))).text
    )


async def test_a_deep_link_opens_the_card(street: Street, front: Front) -> None:  # noqa: ARG001
    """A poster's link leads a newcomer through the language to its card, and sets the place [D5] [P9]."""
    igor = street.sandbox.person(IGOR)
    await igor.start("c-semey-demo-13")
    view = await igor.tap("Русский")
    assert view.text.startswith("№ 13. Пешеходная дорожка вдоль берега")
    assert "📍 район Жагалау" in (await igor.send("/start")).text


async def test_a_refused_project_shows_why(aigul: Person) -> None:
    """Ground and reason stand on the card, and nobody can vote [D2] [P7]."""
    view = await open_card(aigul, 41)
    assert "Мәртебесі: қабылданбады" in view.text
    assert "Қабылданбау себебі: соңғы бес жыл ішінде" in view.text
    assert "Негіздеме: Бұл аула 2023 жылы абаттандырылған" in view.text
    assert VOTE not in view.labels


async def test_the_vote_button_is_there_while_voting_lasts(
    town: Town, clock: FakeClock, aigul: Person
) -> None:
    """Before the opening and after the close the card has no vote button [D2] [A2]."""
    del clock
    assert VOTE in (await open_card(aigul, 1)).labels
    town.clock.set_to(CLOSED)
    assert VOTE not in (await open_card(aigul, 1)).labels


async def test_a_guide_leads_to_the_official_page(street: Street, town: Town) -> None:
    """Where another channel is the official one, the button opens its page instead [A6]."""
    guide = RULEBOOK.replace('mode = { value = "sole"', 'mode = { value = "guide"')
    town.clock.set_to(OPEN.replace(day=1))
    await take_rulebook(town.services, guide, "guide.toml", takes_changes=True)
    town.clock.set_to(OPEN)
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        view = await open_card(aigul, 1)
        assert VOTE not in view.labels
        assert link(view, kazakh("button-browsing-official")) == "https://example.kz/semey-demo"


async def test_the_place_opens_on_a_map(aigul: Person) -> None:
    """The button opens the phone's map at the place; a place in words alone has no such button [D2]."""
    view = await open_card(aigul, 1)
    assert parse_qs(urlparse(link(view, kazakh("button-browsing-map"))).query)["query"] == ["50.4127,80.2516"]


async def test_a_place_without_degrees_has_words_alone(street: Street, town: Town) -> None:
    """Without degrees the landmark in words is all that a card can show [D2]."""
    listed = PROJECTS.replace(", latitude = 50.4127, longitude = 80.2516", "")
    await take_projects(town.services, CAMPAIGN, listed, "projects.toml", lambda name: name.encode())
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        assert kazakh("button-browsing-map") not in (await open_card(aigul, 1)).labels


async def test_sharing_offers_the_deep_link(aigul: Person) -> None:
    """Sharing hands on the link with place, cost and what can be done until when [D2] [D5]."""
    address = link(await open_card(aigul, 12), kazakh("button-browsing-share"))
    shared = parse_qs(urlparse(address).query)
    assert shared["url"] == ["https://t.me/qatysu_demo_bot?start=c-semey-demo-12"]
    assert shared["text"][0].replace("\u00a0", " ").splitlines() == [
        "📍 Сырнай көшесі, 19, мектептің арты",
        "№ 12. Мектеп жанындағы бос жерге сирень бағын егу",
        "Құны: 4 900 000 ₸",
        "",
        "Бұл жобаға 2026 жылғы 29 қарашаға дейін (қоса алғанда) дауыс беруге болады.",
    ]
    assert len(address) <= MOST_ADDRESS


async def test_a_card_is_offered_to_any_chat(aigul: Person) -> None:
    """The second way of sharing asks the bot for this very card in another chat [D4]."""
    view = await open_card(aigul, 12)
    button = next(
        button
        for row in view.last["buttons"]
        for button in row
        if button["label"] == kazakh("button-sharing-inline")
    )
    assert (await aigul.inline(button["query"])).titles[0] == "Мектеп жанындағы бос жерге сирень бағын егу"


async def test_following_a_project(aigul: Person, street: Street, town: Town) -> None:
    """Never pre-ticked, one press each way, whatever is open meanwhile; no number in any screen [D7] [E7]."""
    follow, unfollow = kazakh("button-following-begin"), kazakh("button-following-end")
    view = await open_card(aigul, 12)
    card = view.last["message_id"]
    assert follow in view.labels
    await aigul.tap(follow, wait=False)
    view = await aigul.tap(follow, card)
    assert unfollow in view.labels
    assert await list_followed(town.services, AIGUL) == [Followed(campaign_id=CAMPAIGN, number=12)]
    view = await aigul.send("/following")
    assert "12. Мектеп жанындағы бос жерге сирень бағын егу" in view.text
    await aigul.tap("№ 12")
    assert follow in (await aigul.tap(unfollow)).labels
    assert await list_followed(town.services, AIGUL) == []
    written = [path.read_bytes() for path in street.folder.glob("fsm.sqlite3*")]
    assert not any(b'"number"' in each for each in written)


async def test_a_long_description_is_cut_at_a_word(street: Street, town: Town) -> None:
    """A card has a thousand characters at most; the rest is one press away [D2] [P5]."""
    long = "Ұзақ сипаттама осында тұр. " * 60
    listed = PROJECTS.replace("Ауламызда алпыстан астам бала өсіп келеді", long)
    await take_projects(town.services, CAMPAIGN, listed, "projects.toml", lambda name: name.encode())
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        view = await open_card(aigul, 1)
        assert len(view.text) <= 1000
        assert "…" in view.text
        view = await aigul.tap(kazakh("button-browsing-whole-text"))
        assert "Көлік тұрағынан аласа қоршаумен бөлінеді." in view.text
        assert kazakh("button-browsing-whole-text") not in view.labels
        assert VOTE in view.labels


async def test_the_longest_card_is_short_all_the_same(street: Street, town: Town) -> None:
    """Whatever a council writes, a card has a thousand characters, and all of it on request [D2] [P5]."""
    long = "Кеңес былай деп шешті. " * 25
    listed = PROJECTS.replace("Бұл аула 2023 жылы абаттандырылған", long).replace("Аулада тұрақ, ойын", long)
    await take_projects(town.services, CAMPAIGN, listed, "projects.toml", lambda name: name.encode())
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        assert len((await open_card(aigul, 41)).text) <= 1000
        view = await aigul.tap(kazakh("button-browsing-whole-text"))
        assert 1000 < len(view.text) < 4096


def photograph(name: str) -> bytes:
    """Return a picture that weighs more than a weak connection bears, another one for each name."""
    noise = Random(name).randbytes(400 * 300 * 3)
    out = BytesIO()
    Image.frombytes("RGB", (400, 300), noise).resize((1600, 1200)).save(out, "JPEG", quality=95)
    return out.getvalue()


async def test_pictures_come_on_request_small_and_once(street: Street, town: Town) -> None:
    """Nothing is sent unasked; pictures are small, and the second person costs no upload [D2] [P5]."""
    await take_projects(town.services, CAMPAIGN, PROJECTS, "projects.toml", photograph)
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        view = await open_card(aigul, 2)
        assert await street.sandbox.calls("sendPhoto") == []
        label = next(label for label in view.labels if label.startswith("Суреттер: 3"))
        view = await aigul.tap(label)
        assert [message["text"] for message in view.messages[-3:]] == [
            kazakh("browsing-picture-caption", number=2, place=place, count=3) for place in (1, 2, 3)
        ]
        uploads = await street.sandbox.calls("sendPhoto")
        assert len(uploads) == 3
        assert all(1024 < call["bytes_in"] < 64 * 1024 for call in uploads)
        igor = await street.settled(IGOR, Language.RUSSIAN)
        label = next(each for each in (await open_card(igor, 2)).labels if each.startswith("Фото: 3"))
        await igor.tap(label)
        repeated = (await street.sandbox.calls("sendPhoto"))[3:]
        assert len(repeated) == 3
        assert all(call["bytes_in"] < 2048 for call in repeated)


async def test_a_project_without_pictures_offers_none(aigul: Person) -> None:
    """Where there is no picture there is no button [D2]."""
    assert not any(label.startswith("Суреттер") for label in (await open_card(aigul, 18)).labels)


async def test_an_old_card_works_for_years(street: Street) -> None:
    """List and card of a forgotten screen still open, after a restart without the file of screens [D5]."""
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        view = await aigul.send("/projects")
        old = view.last["message_id"]
        number = next(label for label in view.labels if label.startswith("№ "))
    for file in street.folder.glob("fsm.sqlite3*"):
        file.unlink()
    async with street.open_bot():
        assert f"{number}. " in str(await aigul.tap(number, old))
        assert (await aigul.tap(kazakh("button-browsing-list"), old)).text.startswith("Жобалар: 40")


async def test_no_screen_remembers_which_card_was_open(street: Street) -> None:
    """The number of a card reaches neither the state of screens nor its free pages (trap 25) [E7] [P4]."""
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        await open_card(aigul, 23)
        written = [path.read_bytes() for path in street.folder.glob("fsm.sqlite3*")]
        await aigul.tap(VOTE)
        written += [path.read_bytes() for path in street.folder.glob("fsm.sqlite3*")]
    assert b"Browsing:card" in b"".join(written)
    assert not any(b'"number"' in each for each in written)
