"""Albums: every photo counts, one answer for all of them, whatever else happens meanwhile."""

import asyncio

from core.model.proposal import Picture, Step
from sandbox.client import View
from tests.bot.proposal.author import FULL, KK, Writer, begin, photo, without, writing
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import kazakh
from tests.support.front import Front

KEPT = tuple(
    Picture(original=f"{place:064d}", published=f"{place:064d}", thumbnail=f"{place:064d}")
    for place in range(8)
)


def answers(view: View, text: str) -> int:
    """Return how many messages of the bot say this."""
    return sum(text in message["text"] for message in view.messages if message["from"] == "bot")


async def first_picture(writer: Writer) -> None:
    """Wait until the first picture of several stands in the database."""
    for _ in range(500):
        if (await writer.contents()).pictures:
            return
        await asyncio.sleep(0.02)


async def test_an_album_of_four_and_one_more(street: Street, front: Front) -> None:
    """Four photos are kept and answered once, and one more by itself makes five [B2] [P5]."""
    del front
    writer = await writing(street, step=Step.PICTURES)
    await writer.person.send_album([photo(number) for number in range(4)], "Біздің аула")
    view = await writer.person.wait_for(kazakh("proposal-pictures-now", count=4))
    assert answers(view, kazakh("proposal-pictures-now", count=4)) == 1
    assert len((await writer.contents()).pictures) == 4
    view = await writer.person.send_photo(photo(4))
    assert kazakh("proposal-pictures-count", count=5, most=10) in view.text


async def test_the_same_photo_counts_once(street: Street, front: Front) -> None:
    """A photo that is there already changes nothing [B7]."""
    del front
    writer = await writing(street, step=Step.PICTURES)
    await writer.person.send_photo(photo())
    view = await writer.person.send_photo(photo())
    assert kazakh("proposal-pictures-count", count=1, most=10) in view.text


async def test_ten_for_a_draft_of_eight(street: Street, front: Front) -> None:
    """Two find room; that eight do not is said once, with their number and the rule [B2] [B3] [P7]."""
    del front
    writer = await writing(street, without(pictures=KEPT), step=Step.PICTURES)
    await writer.person.send_album([photo(number) for number in range(10)])
    view = await writer.person.wait_for("Қосылмаған сурет: 8.")
    assert kazakh("proposal-pictures-count", count=10, most=10) in view.text
    assert answers(view, "Қосылмаған сурет") == 1
    assert len((await writer.contents()).pictures) == 10


async def test_one_bad_photo_takes_no_other_with_it(street: Street, front: Front) -> None:
    """Of three documents the broken one is named, two are kept [B7] [P7]."""
    del front
    writer = await writing(street, step=Step.PICTURES)
    documents = [
        (photo(1), "a.jpg", "image/jpeg"),
        (photo(2)[:3000], "b.jpg", "image/jpeg"),
        (photo(3), "c.jpg", "image/jpeg"),
    ]
    await writer.person.send_documents(documents)
    view = await writer.person.wait_for("Қосылмаған сурет: 1.")
    assert kazakh("refusal-picture-refused", problem="broken") in view.text
    assert len((await writer.contents()).pictures) == 2


async def test_photos_that_come_early_are_kept(street: Street, front: Front) -> None:
    """An album at the title is added, and the title is still asked for [B2] [P5]."""
    del front
    writer = await writing(street, step=Step.TITLE)
    await writer.person.send_album([photo(number) for number in range(3)])
    view = await writer.person.wait_for(kazakh("proposal-pictures-now", count=3))
    assert KK("proposal-name-title") in view.text
    view = await writer.person.send_photo(photo(5))
    assert kazakh("proposal-pictures-now", count=4) in view.text


async def test_an_album_for_nobody_is_answered_once(street: Street, front: Front) -> None:
    """Without an open application four photos get one answer, not four [B2] [P5]."""
    del front
    aigul = await street.settled(AIGUL)
    await aigul.send_album([photo(number) for number in range(4)])
    view = await aigul.wait_for(kazakh("unexpected-file"))
    assert answers(view, kazakh("unexpected-file")) == 1


async def test_an_album_is_offered_to_the_only_draft(street: Street, front: Front) -> None:
    """Sent from anywhere, an album waits for one press that adds all of it [B2] [P5]."""
    del front
    writer = await writing(street, without(pictures=()))
    await writer.person.send_album([photo(number) for number in range(3)])
    view = await writer.person.wait_for(kazakh("proposal-add-pictures", title=FULL.title))
    assert answers(view, kazakh("proposal-add-pictures", title=FULL.title)) == 1
    view = await writer.person.tap(KK("button-proposal-add-pictures"))
    assert kazakh("proposal-pictures-count", count=3, most=10) in view.text


async def test_two_drafts_get_no_offer(street: Street, front: Front) -> None:
    """Where nobody knows for which application pictures are, nothing is guessed [B2]."""
    del front
    await writing(street)
    await begin(street.town, AIGUL)
    view = await street.sandbox.person(AIGUL).send_photo(photo())
    assert kazakh("unexpected-file") in str(view)


async def test_somebody_who_went_on_meanwhile(street: Street, front: Front) -> None:
    """Gone to the next step before the answer came, one reads the count there [B2] [P5]."""
    del front
    writer = await writing(street, step=Step.PICTURES)
    await writer.person.send_album([photo(number) for number in range(2)], wait=False)
    await writer.person.tap(KK("button-proposal-skip"))
    view = await writer.person.wait_for(kazakh("proposal-pictures-now", count=2))
    assert KK("proposal-name-author") in view.text


async def test_a_restart_in_the_middle_of_an_album(street: Street) -> None:
    """Stopped among eight photos, the bot takes the rest when it is open again: none is lost [B2] [P5]."""
    async with street.open_bot():
        writer = await writing(street, step=Step.PICTURES)
        await writer.person.send_album([photo(number) for number in range(8)], wait=False)
        await first_picture(writer)
    async with street.open_bot():
        view = await writer.person.wait_for("8 / 10")
        assert len((await writer.contents()).pictures) == 8
        assert KK("button-proposal-picture", place=8) in view.labels


async def test_stopping_answers_what_waits(street: Street) -> None:
    """An album whose moment has not come is answered before the process ends [B2]."""
    async with street.open_bot():
        writer: Writer = await writing(street, step=Step.PICTURES)
        await writer.person.send_album([photo(number) for number in range(2)])
    assert kazakh("proposal-pictures-now", count=2) in (await writer.person.chat()).text
