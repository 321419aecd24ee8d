"""Sending, editing, deleting, copying: what the bot gets back and what the person sees."""

from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api

BUTTONS = {
    "inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}, {"text": "Жоқ", "callback_data": "no"}]]
}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


async def test_a_message_is_returned_as_telegram_returns_it(api: Api, aigul: Person) -> None:
    """A sent message comes back with its chat, entities in UTF-16 units and keyboard [N1]."""
    sent = await api.call(
        "sendMessage",
        chat_id=aigul.id,
        text="🏟 <b>Сәлем</b>, https://t.me/x",
        parse_mode="HTML",
        reply_markup=BUTTONS,
    )
    assert sent["text"] == "🏟 Сәлем, https://t.me/x"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "url", "offset": 10, "length": 14},
    ]
    assert sent["reply_markup"] == BUTTONS
    assert sent["from"]["is_bot"]
    assert sent["chat"] == {
        "id": 1001,
        "type": "private",
        "first_name": "Айгүл",
        "last_name": "Серікқызы",
        "username": "aigul",
    }
    view = await aigul.chat()
    assert view.buttons == [["Иә", "Жоқ"]]


async def test_editing_replaces_text_and_keyboard(api: Api, aigul: Person) -> None:
    """An edit without a keyboard removes it, the same edit twice is refused [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=BUTTONS)
    place = {"chat_id": aigul.id, "message_id": sent["message_id"]}
    same = await api.refusal("editMessageText", **place, text=" a ", reply_markup=BUTTONS)
    assert same == (400, NOT_MODIFIED)
    edited = await api.call("editMessageText", **place, text="b")
    assert "edit_date" in edited
    assert "reply_markup" not in edited
    assert await api.refusal("editMessageReplyMarkup", **place) == (400, NOT_MODIFIED)
    await api.call("editMessageReplyMarkup", **place, reply_markup=BUTTONS)
    view = await aigul.chat()
    assert (view.text, view.labels, view.last["is_edited"]) == ("b", ["Иә", "Жоқ"], True)
    refusal = await api.refusal("editMessageCaption", **place, caption="c")
    assert refusal == (400, "Bad Request: there is no caption in the message to edit")


async def test_messages_with_a_reply_keyboard_cannot_be_edited(api: Api, aigul: Person) -> None:
    """Only messages without a keyboard or with an inline one can be edited, as is documented [N1]."""
    markup = {"keyboard": [["A", {"text": "B"}]], "input_field_placeholder": "Таңдаңыз"}
    sent = await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=markup)
    refusal = await api.refusal("editMessageText", chat_id=aigul.id, message_id=sent["message_id"], text="b")
    assert refusal == (400, "Bad Request: message can't be edited")
    assert (await aigul.chat()).keyboard == [["A", "B"]]
    await api.call("sendMessage", chat_id=aigul.id, text="b", reply_markup={"remove_keyboard": True})
    assert (await aigul.chat()).keyboard == []


async def test_a_keyboard_leaves_with_its_message(api: Api, aigul: Person) -> None:
    """When the bot deletes the message that brought a reply keyboard, phones drop the keyboard [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup={"keyboard": [["A"]]})
    await api.call("deleteMessage", chat_id=aigul.id, message_id=sent["message_id"])
    assert (await aigul.chat()).keyboard == []


async def test_deleting(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Both sides' messages can be deleted for 48 hours by the conversation's clock, and only once [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="a")
    place = {"chat_id": aigul.id, "message_id": sent["message_id"]}
    await api.call("deleteMessage", **place)
    assert await api.refusal("deleteMessage", **place) == (400, "Bad Request: message to delete not found")
    assert await api.refusal("editMessageText", **place, text="b") == (
        400,
        "Bad Request: message to edit not found",
    )
    assert [message["text"] for message in (await aigul.chat()).messages] == ["/start"]
    old = await api.call("sendMessage", chat_id=aigul.id, text="b")
    await sandbox.move_clock(seconds=48 * 3600 + 1)
    assert await api.refusal("deleteMessage", chat_id=aigul.id, message_id=old["message_id"]) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    new = await api.call("sendMessage", chat_id=aigul.id, text="c")
    numbers = [old["message_id"], new["message_id"], 12345]
    assert await api.call("deleteMessages", chat_id=aigul.id, message_ids=numbers)
    assert [message["text"] for message in (await aigul.chat()).messages] == ["/start", "b"]


async def test_replying(api: Api, aigul: Person) -> None:
    """A reply carries the message it answers; a missing one is an error unless it may be missing [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="a", reply_parameters={"message_id": 1})
    assert sent["reply_to_message"]["text"] == "/start"
    lonely = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.call(
        "sendMessage", chat_id=aigul.id, text="b", reply_parameters=lonely
    )


async def test_a_forced_reply_answers_the_question(api: Api, aigul: Person) -> None:
    """After ForceReply the person's next text is a reply to that message [N1]."""
    asked = await api.call(
        "sendMessage", chat_id=aigul.id, text="Атыңыз?", reply_markup={"force_reply": True}
    )
    await aigul.send("Айгүл", wait=False)
    answer = (await api.updates())[-1]["message"]
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert (await aigul.chat()).raw["reply_keyboard"] is None


async def test_copying_and_forwarding(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A copy has no origin and a keyboard of its own, a forwarded message tells whose it was [N1]."""
    igor = sandbox.person(1002)
    await igor.start(wait=False)
    await aigul.send("Маған ұнайды", wait=False)
    source = {"from_chat_id": aigul.id, "message_id": (await api.updates())[-1]["message"]["message_id"]}
    copied = await api.call("copyMessage", chat_id=igor.id, **source, reply_markup=BUTTONS)
    forwarded = await api.call("forwardMessage", chat_id=igor.id, **source)
    assert set(copied) == {"message_id"}
    assert forwarded["forward_origin"]["sender_user"]["id"] == aigul.id
    shown = (await igor.chat()).messages[-2:]
    assert [(m["text"], m["is_forwarded"], len(m["buttons"])) for m in shown] == [
        ("Маған ұнайды", False, 1),
        ("Маған ұнайды", True, 0),
    ]


async def test_typing_shows_until_the_next_message(api: Api, aigul: Person) -> None:
    """A chat action is seen by the person until the bot writes [N1]."""
    await api.call("sendChatAction", chat_id=aigul.id, action="typing")
    assert (await aigul.chat()).raw["is_typing"]
    await api.call("sendMessage", chat_id=aigul.id, text="a")
    assert not (await aigul.chat()).raw["is_typing"]
