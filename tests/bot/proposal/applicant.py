"""Somebody who walks from the home screen to the number of an application, as a phone lets them.

Separate from the walks, because each of them goes these stretches of the way.
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from core.language.markup import plain
from core.rules.question import OPTIONS, QUESTIONS
from sandbox.client import View
from tests.bot.proposal.author import photo
from tests.bot.proposal.said import SAID, Said
from tests.bot.residents import Street
from tests.bot.walking import Walker

HERE = (50.4111, 80.2275)
"""Degrees of a yard in the part of the city where everybody of the walks lives."""


@dataclass
class Applicant(Walker):
    """A walker with an application."""

    @property
    def says(self) -> Said:
        """Return what this person types."""
        return SAID[self.language]

    def shown(self, key: str, **facts: object) -> str:
        """Return a text as the phone shows it."""
        return plain(self.words(key, **facts))

    async def choose(self, beginning: str) -> View:
        """Tap the button under the newest message whose label begins so."""
        labels = (await self.person.chat()).labels
        return await self.press(next(label for label in labels if label.startswith(beginning)))

    async def album(self, photos: range) -> View:
        """Send photos at once, and read how many the application has then."""
        await self.person.send_album([photo(number) for number in photos])
        return self._seen(await self.person.wait_for(self.shown("proposal-pictures-now", count=len(photos))))

    async def photo(self, number: int, caption: str | None = None) -> View:
        """Send one photo."""
        return self._seen(await self.person.send_photo(photo(number), caption))

    async def here(self) -> View:
        """Send a point on the map."""
        return self._seen(await self.person.send_location(*HERE))

    async def own_number(self) -> View:
        """Give the own number by the key in the place of the keyboard."""
        await self.tap("button-proposal-own-phone")
        return await self.tap("button-verification-share")

    async def agree(self) -> View:
        """Agree to the rules and answer the easy question."""
        await self.tap("button-proposal-agree")
        right = {self.words(f"button-question-{slug}-{OPTIONS[0]}") for slug in QUESTIONS}
        return await self.press(next(each for each in (await self.person.chat()).labels if each in right))

    async def verify(self, way_back: str) -> View:
        """Agree to the processing of data, prove the residence by the own number, and go back."""
        await self.tap("button-consent-agree")
        await self.tap("button-verification-phone")
        await self.tap("button-verification-share")
        return await self.tap(way_back)

    async def submit_twice(self) -> View:
        """Tap twice, as on a phone that is slow to answer."""
        label = self.words("button-proposal-submit")
        await asyncio.gather(*(self.person.tap(label, wait=False) for _ in range(2)))
        submitted = self.shown("proposal-submitted", number=0).partition("№")[0]
        return self._seen(await self.person.wait_for(submitted))


def without_chance(street: Street) -> None:
    """Let the ids of applications be the same in every run, and with them the easy question."""
    street.town.services = replace(street.town.services, random_bytes=_counted())


def _counted() -> Callable[[int], bytes]:
    places = count()
    return lambda length: hashlib.shake_256(str(next(places)).encode()).digest(length)
