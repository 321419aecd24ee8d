"""What the bot tells about itself: identity, and texts, commands, menu buttons by scope and language."""

import json
from dataclasses import dataclass, field

from sandbox.records import Json, Person

DEFAULT_BOT = "4242424242:only-for-the-sandbox-on-this-machine"  # a token that opens nothing elsewhere

Key = tuple[str, str]  # scope as text, language code or ""


def scope_key(scope: Json | None) -> str:
    """One text per command scope; the default scope when none is named."""
    return json.dumps(scope or {"type": "default"}, sort_keys=True)


@dataclass(slots=True, kw_only=True)
class BotProfile:
    """The bot's identity (fixed) and its settings (changed by the set… methods)."""

    id: int
    token: str
    name: str
    username: str
    commands: dict[Key, list[Json]] = field(default_factory=dict)
    texts: dict[Key, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        """The bot as the Bot API `User` in messages."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.text("name", "") or self.name,
            "username": self.username,
        }

    def text(self, kind: str, language: str) -> str:
        """Name, description or short description in a language, else the one without a language."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def commands_for(self, person: Person) -> list[Json]:
        """The commands in a person's menu: the narrowest scope first, the person's language before none."""
        language = (person.language_code or "")[:2]
        scopes = (
            {"type": "chat", "chat_id": person.id},
            {"type": "all_private_chats"},
            {"type": "default"},
        )
        for scope in scopes:
            for code in (language, ""):
                found = self.commands.get((scope_key(scope), code))
                if found:
                    return found
        return []


def new_profile(token: str, name: str, username: str) -> BotProfile:
    """A bot without settings; its id is the number before the colon of its token."""
    number, _, _ = token.partition(":")
    return BotProfile(id=int(number), token=token, name=name, username=username)
