"""Walks through the screens in a language: taps by the key of a text, screens seen, golden files.

Separate from the residents, because only walks speak both languages and are kept as transcripts.
"""

import json
import re
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from aiogram.fsm.state import StatesGroup

from core.language.locales import Words
from core.language.markup import plain
from core.model.language import Language
from sandbox.client import Person, View
from tests.support.front import strict_locales
from tests.transcripts import assert_fits, keep

WORDS = {language: strict_locales().words(language) for language in Language}

# What differs from run to run: tokens and signatures of fresh keys, the control number, a clerk's code.
_SECRETS = (
    (re.compile(r"\b[0-9a-f]{64,128}\b"), "…"),
    (re.compile(r"\b[0-9A-F]{4}(?: [0-9A-F]{4}){3}\b"), "0123 4567 89AB CDEF"),
)


@dataclass
class Walker:
    """Somebody who walks through the screens, each of which has to fit on a phone."""

    person: Person
    language: Language
    memory: Path
    opened: set[str] = field(default_factory=set)
    hidden: list[str] = field(default_factory=list)

    @property
    def words(self) -> Words:
        """Return the words of the walker's language."""
        return WORDS[self.language]

    async def tap(self, key: str, **facts: object) -> View:
        """Tap the button whose text has this key."""
        return self._seen(await self.person.tap(self.words(key, **facts)))

    async def press(self, label: str) -> View:
        """Tap the button with this label."""
        return self._seen(await self.person.tap(label))

    async def send(self, text: str) -> View:
        """Type and send a text."""
        return self._seen(await self.person.send(text))

    async def keep(self, name: str) -> None:
        """Compare the conversation with its golden file, secrets left out."""
        await keep(_Discreet(self.person, self.hidden), self.language.value, name)  # type: ignore[arg-type]

    def has_opened_all(self, group: type[StatesGroup]) -> bool:
        """Say whether every screen of the group was shown on the way."""
        return {str(state.state) for state in group.__states__} <= self.opened

    def _seen(self, view: View) -> View:
        assert_fits(view)
        with sqlite3.connect(self.memory) as connection:
            rows = connection.execute("SELECT data FROM context WHERE destiny LIKE 'aiogd:context:%'")
            self.opened |= {json.loads(data)["state"] for (data,) in rows}
        connection.close()
        return view


@dataclass(frozen=True)
class _Discreet:
    """A person whose transcript has nothing that another run would write otherwise."""

    person: Person
    hidden: list[str]

    async def transcript(self) -> str:
        """Return the conversation without secrets."""
        text = await self.person.transcript()
        for secret in self.hidden:
            text = text.replace(secret, "XXXX-XXXX")
        for pattern, mask in _SECRETS:
            text = pattern.sub(mask, text)
        return text


def told(view: View) -> str:
    """Return what an act was answered with: the alert, or else the newest message."""
    return view.answer or view.text


def kazakh(key: str, **facts: object) -> str:
    """Return a Kazakh text as a phone shows it."""
    return plain(WORDS[Language.KAZAKH](key, **facts))
