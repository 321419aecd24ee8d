"""A person's own edits: what can be written over, and what the bot is told."""

import pytest

from sandbox.client import Person, SandboxRefusal
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api, picture


async def test_a_text_is_written_over(api: Api, aigul: Person) -> None:
    """The newest own message gets another text, and the bot an edited_message with its id [N1]."""
    sent = (await aigul.send("Саябақ 120 мың", wait=False)).messages[-1]
    await api.call("sendMessage", chat_id=aigul.id, text="Жақсы")
    view = await aigul.edit_text("Саябақ 1,2 млн", wait=False)
    edited = (await api.updates())[-1]["edited_message"]
    assert (edited["message_id"], edited["text"]) == (sent["message_id"], "Саябақ 1,2 млн")
    assert edited["edit_date"] >= edited["date"]
    assert view.find("1,2")["is_edited"]  # type: ignore[index]
    assert "edits to:\n    Саябақ 1,2 млн" in await aigul.transcript()


async def test_a_caption_is_written_over(api: Api, aigul: Person) -> None:
    """The caption of a photo may be changed and taken away, the photo stays [N1]."""
    sent = (await aigul.send_photo(picture(), "Аула", wait=False)).messages[-1]
    await aigul.edit_text("Біздің аула", sent["message_id"], wait=False)
    await aigul.edit_text("", wait=False)
    first, second = [update["edited_message"] for update in (await api.updates())[2:]]
    assert (first["caption"], "caption" in second) == ("Біздің аула", False)
    assert first["photo"] == second["photo"]


async def test_what_cannot_be_written_over(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Not the bot's message, nothing without text, not the same, not blank, nothing too long or old [N1]."""
    theirs = await api.call("sendMessage", chat_id=aigul.id, text="Сәлем")
    await aigul.send_location(43.2, 76.9, wait=False)
    with pytest.raises(SandboxRefusal, match="no such message"):
        await aigul.edit_text("x", theirs["message_id"], wait=False)
    for text, reason in (("/start", "same"), (" ", "characters"), ("x" * 4097, "characters")):
        with pytest.raises(SandboxRefusal, match=reason):
            await aigul.edit_text(text, wait=False)
    await sandbox.move_clock(seconds=48 * 3600 + 1)
    with pytest.raises(SandboxRefusal, match="48 hours"):
        await aigul.edit_text("/help", wait=False)
    with pytest.raises(SandboxRefusal, match="integer"):
        await sandbox.post(f"/api/people/{aigul.id}/edit", json={"text": "x", "message_id": "1"})
