"""A start says where inline mode is not allowed: only people can change it, in BotFather (D4)."""

import pytest
from structlog.testing import capture_logs

from bot import commands
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from tests.support.front import strict_locales
from tests.support.telegram_stub import running_stub


@pytest.mark.parametrize("is_allowed", [True, False])
async def test_a_start_without_inline_mode_is_logged(*, is_allowed: bool) -> None:
    """Without it `@bot words` would be silent for ever, and nobody would know why [D4]."""
    async with running_stub() as stub:
        itself = {"id": 1, "is_bot": True, "first_name": "Qatysu", "supports_inline_queries": is_allowed}
        stub.prepare("getMe", 200, result=itself)
        bot = make_answering_bot("1:stub", stub.url, ProcessPace(1000))
        with capture_logs() as logs:
            await commands.publish(bot, strict_locales())
        await bot.session.close()
    assert any(line["event"] == "inline_mode_off" for line in logs) is not is_allowed
