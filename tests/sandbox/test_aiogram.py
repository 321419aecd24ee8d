"""An aiogram 3.31 bot against the sandbox, end to end over HTTP."""

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, InputMediaPhoto

from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import PEOPLE, picture
from tests.sandbox.echo_bot import running_bot

# aiogram's own polling confirms updates before it has handled them: idle must last a little.
SETTLE = 0.1


async def talk(person: Person) -> None:
    """A conversation through everything that the bot can do."""
    view = await person.start()
    assert (view.text, view.buttons) == ("Сәлем! Жалғастырамыз ба?", [["Иә", "Жоқ"]])
    view = await person.tap("Жоқ")
    assert (view.answer, view.is_alert, len(view.messages)) == ("Өкінішті", True, 2)
    view = await person.tap("Иә")
    assert (view.answer, view.is_alert) == ("Жақсы", False)
    assert (view.messages[1]["text"], view.keyboard) == ("Келістік", [["Нөмірім"]])
    view = await person.tap("Нөмірім")
    assert (view.text, view.keyboard) == ("77010000001", [])
    view = await person.send_photo(picture(), "Аула")
    uploaded, reused = view.messages[-2:]
    assert (uploaded["kind"], uploaded["text"]) == ("photo", "Міне")
    assert uploaded["photo"] == reused["photo"]
    view = await person.send("Осы ма")
    assert view.text == "Осы ма?"


async def test_an_aiogram_bot_talks() -> None:
    """Commands, edits, callback answers, contacts, uploads, downloads and reuse work with aiogram [N1]."""
    async with RunningSandbox(people=PEOPLE, settle=SETTLE) as sandbox, running_bot(sandbox):
        person = sandbox.person(1001)
        await talk(person)
        assert (await person.chat()).raw["commands"][0]["command"] == "start"
        assert {call["status"] for call in await sandbox.calls()} == {200}


async def test_albums_places_and_cards_with_aiogram() -> None:
    """An aiogram bot sends an album, repeats a place and answers inline queries page by page [N1]."""
    async with RunningSandbox(people=PEOPLE, settle=SETTLE) as sandbox, running_bot(sandbox) as bot:
        aigul, igor = sandbox.person(1001), sandbox.person(1002)
        await aigul.start()
        files = [BufferedInputFile(picture(), f"{number}.png") for number in range(2)]
        sent = await bot.send_media_group(aigul.id, [InputMediaPhoto(media=file) for file in files])
        assert len({message.media_group_id for message in sent}) == 1
        view = await aigul.send_location(43.238949, 76.889709)
        assert [message["kind"] for message in view.messages[-2:]] == ["location", "text"]
        answer = await aigul.inline("саябақ")
        assert answer.titles == ["саябақ 1", "саябақ 2"]
        further = await aigul.inline("саябақ", answer.next_offset)
        with pytest.raises(LookupError, match="саябақ 1"):
            await aigul.choose(further, "саябақ 1")
        await aigul.choose(further, "саябақ 3")
        assert (await sandbox.neighbours()).find("Жоба: саябақ 3") is not None
        view = await igor.tap_among_neighbours("Толығырақ")
        assert view.messages[0]["text"] == "/start p2"
        assert {call["status"] for call in await sandbox.calls()} == {200}


async def test_refusals_are_aiograms_errors() -> None:
    """Refusals arrive as the exceptions that aiogram has for them [N1]."""
    async with RunningSandbox(people=PEOPLE, settle=SETTLE) as sandbox, running_bot(sandbox) as bot:
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(1001, "эй")
        person = sandbox.person(1001)
        await person.start()
        with pytest.raises(TelegramBadRequest, match="can't parse entities"):
            await bot.send_message(1001, "<b>эй", parse_mode="HTML")
        await person.block()
        with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
            await bot.send_message(1001, "эй")


async def test_a_restarted_bot_gets_what_it_missed() -> None:
    """What people did while no bot ran is handled by the next one that starts [N1]."""
    async with RunningSandbox(people=PEOPLE, settle=SETTLE) as sandbox:
        person = sandbox.person(1001)
        async with running_bot(sandbox):
            await person.start()
        await person.tap("Иә", wait=False)
        await person.send("Бар ма?", wait=False)
        async with running_bot(sandbox):
            view = await person.wait_for("Бар ма??")
            assert view.raw["waiting"] == []
            assert view.notifications[-1]["text"] == "Жақсы"
