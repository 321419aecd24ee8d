"""What villagers proposed, supported and asked before the demo began, through everybody's use cases.

Separate from loading, because it plays parts one after another: authors, the clerk, supporters, a moderator.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from app.demo.clock import Standing
from app.demo.neighbours import come
from app.demo.office import Workers
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.proposal import Author, Contents, Estimate, EstimateLine, PictureKind, ProposalStatus
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.discussion.support import support
from core.usecases.proposal.consent import AUTHOR_CONSENT_VERSION
from core.usecases.proposal.drafting import begin, change
from core.usecases.proposal.pictures import add_picture
from core.usecases.proposal.submitting import submit
from core.usecases.services import Services
from core.usecases.verification.code import issue_codes

_ACCOUNTS_FROM = 9_100_000_000
_PHONES_FROM = 77000003000
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """The villagers of ``voices.csv`` on their accounts: who wrote which proposal, and who supports it."""

    services: Services
    campaign_id: CampaignId
    opened: datetime
    draw: Callable[[str], bytes]
    people: Sequence[tuple[str, int, str]]
    workers: Workers

    async def talk(self, listed: str) -> None:
        """Submit the proposals of a list, let the clerk read them, and let people support and ask."""
        for number, told in enumerate(tomllib.loads(listed)["proposals"], start=1):
            at = self.opened + timedelta(days=told["days"], hours=10)
            await self._submit(number, told, at)
            if told["status"] == ProposalStatus.REGISTERED:
                await self.workers.register(number, at + _DAY)
                if "site" in told:
                    await self.workers.look_at_place(number, told["site"], at + 3 * _DAY)
                await self._ask(number, told, at + 2 * _DAY)
                await self._support(number)

    async def _submit(self, number: int, told: Mapping[str, Any], at: datetime) -> None:
        then, language = self._services_at(at), Language(told["language"])
        (author,) = self._accounts(number, "author")
        await self._come(then, author, language)
        draft = await begin(then, self.campaign_id, author, language, model=told.get("model"))
        await change(
            then,
            self.campaign_id,
            author,
            draft.draft_id,
            lambda contents: _filled(contents, told, phone=f"{_PHONES_FROM + number}"),
        )
        for name in told["pictures"]:
            picture = self.draw(name)
            await add_picture(then, self.campaign_id, author, draft.draft_id, picture, PictureKind.SKETCH)
        await submit(then, self.campaign_id, author, draft.draft_id)

    async def _support(self, number: int) -> None:
        for account in self._accounts(number, "support"):
            await self._come(self.services, account)
            await support(self.services, self.campaign_id, account, number)

    async def _ask(self, number: int, told: Mapping[str, Any], at: datetime) -> None:
        then, language = self._services_at(at), Language(told["language"])
        (author,) = self._accounts(number, "author")
        for account, said in zip(self._accounts(number, "support"), told["questions"], strict=False):
            await self._come(then, account)
            asked = await ask(then, self.campaign_id, account, number, text=said["text"], language=language)
            await moderate_question(then, self.campaign_id, asked.question_id, is_shown=True)
            await self._come(then, author)
            await answer(then, self.campaign_id, author, asked.question_id, text=said["answer"])
            await moderate_answer(then, self.campaign_id, asked.question_id, is_shown=True)

    async def _come(self, services: Services, account: int, language: Language = Language.KAZAKH) -> None:
        iin = self.people[account - _ACCOUNTS_FROM][0]
        (issued,) = await issue_codes(services, self.campaign_id, [iin])
        await come(services, self.campaign_id, account, issued.code, language)

    def _accounts(self, number: int, part: str) -> list[int]:
        return [
            _ACCOUNTS_FROM + place
            for place, (_, proposal, own_part) in enumerate(self.people)
            if (proposal, own_part) == (number, part)
        ]

    def _services_at(self, at: datetime) -> Services:
        return replace(self.services, clock=Standing(at))


def read_voices(text: str) -> list[tuple[str, int, str]]:
    """Return IIN, proposal and part of everybody in ``voices.csv``."""
    fields = (line.split(";") for line in text.splitlines()[1:])
    return [(iin, int(number), part) for iin, number, part in fields]


def _filled(contents: Contents, told: Mapping[str, Any], phone: str) -> Contents:
    author = told["author"]
    lines = tuple(
        EstimateLine(item=line["item"], quantity=Decimal(line["quantity"]), price=line["price"])
        for line in told.get("lines", ())
    )
    return replace(
        contents,
        direction=told["direction"],
        title=told["title"],
        description=told["description"],
        territory=told["territory"],
        landmark=told["landmark"],
        latitude=told["latitude"],
        longitude=told["longitude"],
        estimate=Estimate(lines=lines) if lines else contents.estimate,
        author=Author(kind="resident", name=author["name"], phone=phone, is_name_public=author["is_public"]),
        agreed_version=AUTHOR_CONSENT_VERSION,
        has_answered_question=True,
    )
