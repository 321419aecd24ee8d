"""A whole application in one message: from anywhere in the chat, with a photo, in either language."""

import pytest

from core.language.markup import plain
from core.model.language import Language
from core.model.proposal import Draft, Step
from core.rules.proposal import LANDMARK_AT_MOST, NAME_AT_MOST
from core.usecases.proposal import drafting
from tests.bot.proposal.author import KK, photo, writing
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import WORDS, kazakh
from tests.support.town import CAMPAIGN

pytestmark = pytest.mark.usefixtures("front")

FILLED = """Бағыты: 4
Атауы: Тораңғы көшесіне он шам орнату
Сипаттамасы: Кешке мектептен қайтқан балалар қараңғыда жүреді.
Аумағы: Ескі қала
Орны: Тораңғы көшесі, 3-үй
Құны: 3,2 млн тг
Аты-жөніңіз: Серікова Айгүл Маратқызы
Телефоныңыз: 8 701 123 45 67"""


async def drafts(street: Street, account: int = AIGUL) -> list[Draft]:
    """Return what somebody has begun."""
    return [*await drafting.list_drafts(street.town.services, CAMPAIGN, account)]


async def test_one_message_with_one_photo(street: Street) -> None:
    """Answers and photo are kept, the sum is read back, only what is missing is asked [B5] [P5]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.send_photo(photo(), FILLED)
    assert kazakh("proposal-sum-read", typed=3_200_000, count=0) in view.text
    (draft,) = await drafts(street)
    contents = draft.contents
    assert (contents.direction, contents.territory) == ("common-places", "eski-qala")
    assert contents.landmark == "Тораңғы көшесі, 3-үй"
    assert (contents.author.name, contents.author.phone) == ("Серікова Айгүл Маратқызы", "77011234567")
    assert len(contents.pictures) == 1
    view = await aigul.tap(KK("button-proposal-sum-yes"))
    assert f". {KK('proposal-name-author')}\n" in view.text, "as whom one proposes has not been said"
    await aigul.tap("қала тұрғыны")
    view = await aigul.tap(KK("button-proposal-next"))
    assert f". {KK('proposal-name-rules')}\n" in view.text


async def test_what_is_not_understood_is_named(street: Street) -> None:
    """Each field that is no answer is said by its name, the others count [B5] [P7]."""
    aigul = await street.settled(AIGUL)
    text = (
        FILLED.replace("Бағыты: 4", "Бағыты: 77").replace("3,2 млн тг", "көп").replace("Ескі қала", "Астана")
    )
    view = await aigul.send(text)
    assert kazakh("proposal-template-unread", fields=("Бағыты", "Аумағы", "Құны")) in view.text
    assert f". {KK('proposal-name-direction')}\n" in view.text
    (draft,) = await drafts(street)
    assert draft.contents.title == "Тораңғы көшесіне он шам орнату"


async def test_what_is_too_long_is_asked_again(street: Street) -> None:
    """A name or a place that its own step would not take is none here either [B5] [B3]."""
    aigul = await street.settled(AIGUL)
    text = FILLED.replace("Серікова", "Ә" * NAME_AT_MOST).replace("3-үй", "ә" * LANDMARK_AT_MOST)
    view = await aigul.send(text)
    labels = KK("proposal-template-place"), KK("proposal-template-name")
    fields = tuple(plain(each).split("|")[0] for each in labels)
    assert kazakh("proposal-template-unread", fields=fields) in view.text
    (draft,) = await drafts(street)
    assert (draft.contents.landmark, draft.contents.author.name) == (None, None)
    assert draft.contents.author.phone == "77011234567"


async def test_the_same_message_twice_is_one_draft(street: Street) -> None:
    """Sent again, or mended in place, it changes the draft that it has begun [B5]."""
    aigul = await street.settled(AIGUL)
    await aigul.send(FILLED)
    await aigul.send("/start")
    await aigul.send(FILLED.replace("Ескі қала", "Самал-1"))
    await aigul.edit_text(FILLED.replace("3-үй", "5-үй"))
    (draft,) = await drafts(street)
    assert (draft.contents.territory, draft.contents.landmark) == ("eski-qala", "Тораңғы көшесі, 5-үй")


async def test_it_completes_the_open_application(street: Street) -> None:
    """Sent at any step, it answers the rest of the application that is open [B5]."""
    writer = await writing(street, step=Step.TITLE)
    await writer.person.send(FILLED)
    assert len(await drafts(street)) == 1
    assert (await writer.contents()).landmark == "Тораңғы көшесі, 3-үй"


async def test_an_album_with_the_template_under_it(street: Street) -> None:
    """The caption stands under the first photo; the others follow it into the draft [B5] [B2]."""
    aigul = await street.settled(AIGUL)
    await aigul.send_album([photo(number) for number in range(3)], FILLED)
    await aigul.wait_for(kazakh("proposal-pictures-now", count=3))
    (draft,) = await drafts(street)
    assert len(draft.contents.pictures) == 3


async def test_the_labels_of_the_other_language(street: Street) -> None:
    """Whoever reads Russian may fill in the Kazakh template, and the other way round [B5] [P6]."""
    igor = await street.settled(IGOR, Language.RUSSIAN)
    await igor.send(FILLED)
    (draft,) = await drafts(street, IGOR)
    assert draft.contents.title == "Тораңғы көшесіне он шам орнату"
    assert draft.contents.language is Language.RUSSIAN


@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_the_printed_template_is_understood(street: Street, number: int, language: Language) -> None:
    """What is copied from the screen, and filled in, is known for a template again [B5]."""
    words = WORDS[language]
    person = await street.settled(number, language)
    await person.send("/propose")
    view = await person.tap(words("button-proposal-template"))
    lines = [line.rstrip() for line in view.text.splitlines() if line.rstrip().endswith(":")]
    assert len(lines) == 8
    assert [plain(line) for line in lines] == lines
    await person.send("\n".join(f"{line} 4" for line in lines))
    (draft,) = await drafts(street, number)
    assert (draft.contents.direction, draft.contents.title) == ("common-places", "4")
