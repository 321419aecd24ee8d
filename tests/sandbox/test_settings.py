"""Commands, names, descriptions and menu buttons, per scope and language."""

from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api

KK = [{"command": "start", "description": "Басынан бастау"}]
RU = [{"command": "start", "description": "Начать сначала"}]
OWN = [{"command": "stop", "description": "Тоқтату"}]


async def test_commands_by_scope_and_language(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Each person's menu has the narrowest scope in their language; getMyCommands does not fall back [N1]."""
    await api.call("setMyCommands", commands=KK)
    await api.call("setMyCommands", commands=RU, language_code="ru")
    igor = sandbox.person(1002)
    assert (await aigul.chat()).raw["commands"] == KK
    assert (await igor.chat()).raw["commands"] == RU
    assert await api.call("getMyCommands", language_code="kk") == []
    scope = {"type": "chat", "chat_id": aigul.id}
    await api.call("setMyCommands", commands=OWN, scope=scope)
    assert (await aigul.chat()).raw["commands"] == OWN
    assert await api.call("getMyCommands", scope=scope) == OWN
    await api.call("deleteMyCommands", scope=scope)
    await api.call("deleteMyCommands", language_code="ru")
    assert (await aigul.chat()).raw["commands"] == (await igor.chat()).raw["commands"] == KK
    absent = {"type": "chat", "chat_id": 77}
    assert await api.refusal("setMyCommands", commands=OWN, scope=absent) == (
        400,
        "Bad Request: chat not found",
    )


async def test_names_and_descriptions_by_language(api: Api, aigul: Person) -> None:
    """A text in the asked language comes first, then the one for all, then the first name [N1]."""
    assert await api.call("getMyName") == {"name": "Qatysu"}
    await api.call("setMyName", name="Қатысу", language_code="kk")
    assert await api.call("getMyName", language_code="kk") == {"name": "Қатысу"}
    assert await api.call("getMyName", language_code="ru") == {"name": "Qatysu"}
    await api.call("setMyDescription", description="Для всех")
    await api.call("setMyDescription", description="Барлығына", language_code="kk")
    assert await api.call("getMyDescription", language_code="ru") == {"description": "Для всех"}
    assert (await aigul.chat()).raw["bot"]["description"] == "Барлығына"
    await api.call("setMyShortDescription", short_description="Қысқа")
    assert await api.call("getMyShortDescription") == {"short_description": "Қысқа"}


async def test_menu_button(api: Api, aigul: Person) -> None:
    """A chat's own menu button comes before the common one [N1]."""
    assert await api.call("getChatMenuButton") == {"type": "commands"}
    button = {"type": "web_app", "text": "Ашу", "web_app": {"url": "https://example.org"}}
    await api.call("setChatMenuButton", chat_id=aigul.id, menu_button=button)
    assert await api.call("getChatMenuButton", chat_id=aigul.id) == button
    assert await api.call("getChatMenuButton") == {"type": "commands"}


async def test_the_bot_and_a_chat_in_full(api: Api, aigul: Person) -> None:
    """The methods getMe and getChat tell what clients need to start [N1]."""
    me = await api.call("getMe")
    assert (me["is_bot"], me["username"]) == (True, "qatysu_demo_bot")
    chat = await api.call("getChat", chat_id=aigul.id)
    assert (chat["type"], chat["first_name"], chat["max_reaction_count"]) == ("private", "Айгүл", 11)
