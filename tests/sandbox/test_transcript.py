"""Transcripts: the same conversation is always the same text, with every edit, alert and keyboard."""

from sandbox.client import InlineAnswer, Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api, picture

GOLDEN = """\
#1 Айгүл Серікқызы:
    /start

#2 bot:
    Тіл?
    [ Қазақша ] [ Русский ]

(Айгүл Серікқызы taps [ Қазақша ] under #2)

(toast: Жақсы)

#2 bot edits to:
    Сәлем
    екі жол

#3 bot:
    Нөміріңіз?

keyboard:
    [ Жіберу ] [ Кейін ]

#4 Айгүл Серікқызы:
    <contact 77010000001 Айгүл>

#5 Айгүл Серікқызы:
    <photo 1000x500>
    Аула

(bot deletes #3)

#6 bot:
    Рақмет

(keyboard removed)

(Айгүл Серікқызы blocks the bot)

"""


async def test_a_conversation_as_text(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A transcript tells who said what, rows of buttons, edits, alerts, without any id or time [N1]."""
    to = {"chat_id": aigul.id}
    languages = [[{"text": "Қазақша", "callback_data": "kk"}, {"text": "Русский", "callback_data": "ru"}]]
    asked = await api.call("sendMessage", **to, text="Тіл?", reply_markup={"inline_keyboard": languages})
    await aigul.tap("Қазақша", wait=False)
    query = (await api.updates())[-1]["callback_query"]
    await api.call("answerCallbackQuery", callback_query_id=query["id"], text="Жақсы")
    await api.call("editMessageText", **to, message_id=asked["message_id"], text="Сәлем\nекі жол")
    keys = [[{"text": "Жіберу", "request_contact": True}, {"text": "Кейін"}]]
    phone = await api.call("sendMessage", **to, text="Нөміріңіз?", reply_markup={"keyboard": keys})
    await aigul.tap("Жіберу", wait=False)
    await aigul.send_photo(picture(), "Аула", wait=False)
    await api.call("deleteMessage", **to, message_id=phone["message_id"])
    await api.call("sendMessage", **to, text="Рақмет", reply_markup={"remove_keyboard": True})
    await aigul.block(wait=False)
    assert await aigul.transcript() == GOLDEN
    assert "#1" not in await sandbox.person(1002).transcript()


PLACES_AND_ALBUMS = """\
#1 Айгүл Серікқызы:
    /start

#2 Айгүл Серікқызы:
    <photo 1000x500 of an album>
    Аула

#3 Айгүл Серікқызы:
    <photo 1000x500 of an album>

#4 Айгүл Серікқызы:
    <location 43.238949,76.889709>

#5 Айгүл Серікқызы:
    <venue 43.200000,76.900000 Саябақ, Абай, 44>

(Айгүл Серікқызы asks the bot inline: саябақ)

Айгүл Серікқызы among the neighbours:
    Саябақ
    [ Көру ]

"""


async def test_albums_places_and_inline_as_text(api: Api, aigul: Person) -> None:
    """A transcript tells pictures of an album, coordinates, queries and what the neighbours got [N1]."""
    await aigul.send_album([picture(), picture()], "Аула", wait=False)
    await aigul.send_location(43.238949, 76.889709, wait=False)
    await aigul.send_location(43.2, 76.9, title="Саябақ", address="Абай, 44", wait=False)
    answer = await aigul.inline("саябақ", wait=False)
    result = {
        "type": "article",
        "id": "1",
        "title": "Саябақ",
        "input_message_content": {"message_text": "Саябақ"},
        "reply_markup": {"inline_keyboard": [[{"text": "Көру", "url": "https://t.me/qatysu_demo_bot"}]]},
    }
    await api.call("answerInlineQuery", inline_query_id=answer.raw["query_id"], results=[result])
    await aigul.choose(InlineAnswer(answer.raw | {"results": [result]}), "Саябақ", wait=False)
    assert await aigul.transcript() == PLACES_AND_ALBUMS
