"""Blocking and coming back, groups, and what Telegram itself shows of the bot."""

from typing import Any

from aiogram import Bot
from aiogram.types import Update

from bot import commands
from core.model.language import Language
from core.store import place
from core.usecases.place import account
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.support.front import Front, strict_locales
from tests.support.telegram_stub import running_stub
from tests.support.town import Town


async def test_blocking_is_known_before_anything_is_sent(aigul: Person, town: Town) -> None:
    """A block is kept from Telegram's own event, and unblocking takes it back (trap 19) [G4]."""
    await aigul.block()
    assert await _is_unreachable(town, aigul.id)
    await aigul.unblock()
    assert not await _is_unreachable(town, aigul.id)


async def test_unblocking_does_not_end_a_stop(aigul: Person, town: Town) -> None:
    """Who said /stop and blocked is still stopped after unblocking; only /start ends that [G4]."""
    await account.stop(town.services, aigul.id)
    await aigul.block()
    await aigul.unblock()
    assert (await account.see(town.services, aigul.id)).is_stopped


async def test_a_group_gets_the_link_once_and_is_left(front: Front) -> None:
    """Added to a group the bot names its private chat in both languages and leaves [P1]."""
    async with running_stub() as stub:
        bot = make_answering_bot("4242424242:stub", stub.url, ProcessPace(1000))
        stub.prepare("getMe", 200, result={"id": 1, "is_bot": True, "first_name": "Q", "username": "our_bot"})
        stub.prepare("leaveChat", 200, result=True)
        await front.dispatcher.feed_update(bot, _added_to_group(bot))
        await bot.session.close()
    assert [method for method, _ in stub.asked] == ["getMe", "sendMessage", "leaveChat"]
    text = stub.calls("sendMessage")[0]["text"]
    assert text.count("https://t.me/our_bot?start=group") == len(Language)


async def test_whatever_is_said_in_a_group_is_answered_by_leaving(front: Front, town: Town) -> None:
    """A command, a phone or a code in a group opens no screen and enters nobody: the bot leaves [P1]."""
    async with running_stub() as stub:
        bot = make_answering_bot("4242424242:stub", stub.url, ProcessPace(1000))
        stub.prepare("getMe", 200, result={"id": 1, "is_bot": True, "first_name": "Q", "username": "our_bot"})
        for said in ({"text": "/verify"}, {"contact": {"phone_number": "77000000000", "first_name": "A"}}):
            stub.prepare("leaveChat", 200, result=True)
            await front.dispatcher.feed_update(bot, _said_in_group(bot, said))
        await bot.session.close()
    assert [method for method, _ in stub.asked].count("leaveChat") == 2
    assert {call["chat_id"] for call in stub.calls("sendMessage")} == {"-100500"}
    async with town.services.database.read() as connection:
        assert await place.get_viewer(connection, 1001) is None


async def test_a_group_that_lets_nobody_write_is_left_in_silence(front: Front) -> None:
    """Where the bot may not write it leaves all the same, and where it is out already nothing breaks [P1]."""
    async with running_stub() as stub:
        bot = make_answering_bot("4242424242:stub", stub.url, ProcessPace(1000))
        stub.prepare("getMe", 200, result={"id": 1, "is_bot": True, "first_name": "Q", "username": "our_bot"})
        forbidden = {
            "error_code": 403,
            "description": "Forbidden: bot is not a member",
        }
        for method in ("sendMessage", "leaveChat"):
            stub.prepare(method, 403, **forbidden)
        await front.dispatcher.feed_update(bot, _added_to_group(bot))
        await bot.session.close()
    assert [method for method, _ in stub.asked] == ["getMe", "sendMessage", "leaveChat"]


async def test_nothing_of_a_group_reaches_a_screen(front: Front, sandbox: RunningSandbox, town: Town) -> None:
    """Being removed from a group marks nobody as out of reach [G4]."""
    await account.see(town.services, 1001)
    await front.dispatcher.feed_update(front.bot, _added_to_group(front.bot))
    assert not await _is_unreachable(town, 1001)
    assert (await sandbox.person(1001).chat()).messages == []


async def test_what_telegram_shows_is_published_once_in_both_languages() -> None:
    """Commands, name and descriptions are set in kk, ru and by default, and only where they differ [P6]."""
    locales = strict_locales()
    async with RunningSandbox() as sandbox:
        bot = make_answering_bot(sandbox.token, sandbox.url, ProcessPace(1000))
        await commands.publish(bot, locales)
        for code, language in ((None, Language.KAZAKH), ("kk", Language.KAZAKH), ("ru", Language.RUSSIAN)):
            words = locales.words(language)
            shown = await bot.get_my_commands(language_code=code)
            assert [each.command for each in shown] == list(commands.COMMANDS)
            assert shown[0].description == words("command-start")
            assert (await bot.get_my_name(language_code=code)).name == words("command-bot-name")
            assert (await bot.get_my_description(language_code=code)).description == words(
                "command-bot-description"
            )
        written = len([call for call in await sandbox.calls() if call["method"].startswith("set")])
        await commands.publish(bot, locales)
        again = [call for call in await sandbox.calls() if call["method"].startswith("set")]
        assert len(again) == written
        await bot.session.close()


async def test_a_refused_publication_stops_nothing(sandbox: RunningSandbox) -> None:
    """A bot whose name can't be set now still starts [N1]."""
    bot = make_answering_bot("1:wrong", sandbox.url, ProcessPace(1000))
    await commands.publish(bot, strict_locales())
    await bot.session.close()


async def test_a_server_that_answers_no_json_stops_nothing() -> None:
    """A gateway's HTML page instead of an answer is logged, and the other languages are tried [N1]."""
    async with running_stub() as stub:
        bot = make_answering_bot("4242424242:stub", stub.url, ProcessPace(1000))
        for _ in range(3):
            stub.prepare_page("getMyCommands", 502, "<html>Bad Gateway</html>")
        await commands.publish(bot, strict_locales())
        await bot.session.close()
        assert len(stub.calls("getMyCommands")) == 3


def _added_to_group(bot: Bot) -> Update:
    ourselves = {"id": bot.id, "is_bot": True, "first_name": "Qatysu"}
    change = {
        "chat": {"id": -100500, "type": "supergroup", "title": "Аула"},
        "from": {"id": 1001, "is_bot": False, "first_name": "Айгүл"},
        "date": 1,
        "old_chat_member": {"status": "left", "user": ourselves},
        "new_chat_member": {"status": "member", "user": ourselves},
    }
    return Update.model_validate({"update_id": 1, "my_chat_member": change}, context={"bot": bot})


def _said_in_group(bot: Bot, said: dict[str, Any]) -> Update:
    message = {
        "message_id": 5,
        "date": 1,
        "chat": {"id": -100500, "type": "supergroup", "title": "Аула"},
        "from": {"id": 1001, "is_bot": False, "first_name": "Айгүл"},
        **said,
    }
    return Update.model_validate({"update_id": 2, "message": message}, context={"bot": bot})


async def _is_unreachable(town: Town, account_id: int) -> bool:
    async with town.services.database.read() as connection:
        row = await place.get_viewer(connection, account_id)
    assert row is not None
    return bool(row["is_unreachable"])
