"""Transcripts: the same conversation is always the same text, with every edit, alert and keyboard."""

from sandbox.client import Person
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
    await aigul.attach_photo(picture(), "Аула", wait=False)
    await api.call("deleteMessage", **to, message_id=phone["message_id"])
    await api.call("sendMessage", **to, text="Рақмет", reply_markup={"remove_keyboard": True})
    await aigul.block(wait=False)
    assert await aigul.transcript() == GOLDEN
    assert "#1" not in await sandbox.person(1002).transcript()
