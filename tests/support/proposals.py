"""Applications as tests need them: complete contents, pictures, a person's submitted proposal.

Separate from the town, because only what is about proposals has them.
"""

from collections.abc import Coroutine, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from core.model.language import Language, Text
from core.model.proposal import Author, Contents, Estimate
from core.model.refusals import Refusal, RuleViolation
from core.rules.decision import Decision
from core.rules.proposal import (
    DESCRIPTION_AT_MOST,
    LANDMARK_AT_MOST,
    NAME_AT_MOST,
    REASON_AT_MOST,
    TITLE_AT_MOST,
)
from core.rules.review import ReviewAct
from core.store.outbox import outbox
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.proposal.drafting import begin, change
from core.usecases.proposal.pictures import add_picture
from core.usecases.proposal.submitting import submit
from core.usecases.review.deciding import decide
from tests.support.town import CAMPAIGN, RULEBOOK, Town

INTAKE = datetime(2026, 9, 10, 6, tzinfo=UTC)
"""Ten days into the intake and the discussion of the sample campaign."""

COMPLETE = Contents(
    language=Language.KAZAKH,
    direction="rest-and-play",
    title="Абай алаңына орындықтар қою",
    description="Қарттар аялдамаға дейін демалмай жетеді. Алаңға төрт орындық қойса, жол жеңілдейді.",
    territory="eski-qala",
    landmark="Абай алаңы, 5-үйдің жаны",
    estimate=Estimate(typed=340_000),
    author=Author(kind="resident", name="Әсел Серікқызы", phone="77000000000"),
    agreed_version=1,
    has_answered_question=True,
)
"""An application to which only its picture is lacking."""


LONGEST: Mapping[str, Any] = {
    "title": "Ә" * TITLE_AT_MOST,
    "description": "ә " * (DESCRIPTION_AT_MOST // 2),
    "landmark": "Ә" * LANDMARK_AT_MOST,
    "reason": "ә" * REASON_AT_MOST,
    "author": Author(kind="resident", name="Ә" * NAME_AT_MOST, phone="77000000000", is_name_public=True),
}
"""Answers as long as the rules let them be."""


def picture(seed: int = 0, size: tuple[int, int] = (640, 480)) -> bytes:
    """Return a JPEG that differs from those of other seeds."""
    out = BytesIO()
    Image.new("RGB", size, (seed * 37 % 256, seed * 91 % 256, 120)).save(out, "JPEG")
    return out.getvalue()


def account_of(person: int) -> int:
    """Return the account by which the person of the town takes part here."""
    return 7100 + person


async def author(town: Town, person: int) -> int:
    """Return the account of a person who is verified by telephone."""
    account = account_of(person)
    await town.settle(account)
    await town.by_phone(account, person)
    return account


async def written(town: Town, account: int, *, pictures: int = 1, **answers: Any) -> str:
    """Return the id of a draft of the account that is complete but for what ``answers`` say."""
    draft = await begin(town.services, CAMPAIGN, account, Language.KAZAKH)
    contents = replace(COMPLETE, **answers)
    await change(town.services, CAMPAIGN, account, draft.draft_id, lambda _: contents)
    for seed in range(pictures):
        await add_picture(town.services, CAMPAIGN, account, draft.draft_id, picture(account * 10 + seed))
    return draft.draft_id


async def submitted(town: Town, person: int, **answers: Any) -> int:
    """Return the number of a proposal that the person has submitted just now."""
    account = await author(town, person)
    draft_id = await written(town, account, **answers)
    return (await submit(town.services, CAMPAIGN, account, draft_id)).number


def guide_rulebook() -> str:
    """Return the sample rulebook of a campaign that takes neither applications nor votes in the bot."""
    sole = 'mode = { value = "sole"'
    assert sole in RULEBOOK
    guide = RULEBOOK.replace(sole, 'mode = { value = "guide"')
    # A guide counts no votes, so it has none on paper either.
    before, _, after = guide.partition("[voting.paper]")
    return before + "[" + after.partition("\n[")[2] if after else before


async def lead_elsewhere(town: Town) -> None:
    """Let the campaign take neither applications nor votes in the bot from now on; nothing is frozen yet."""
    await take_rulebook(town.services, guide_rulebook(), "guide.toml", takes_changes=True)


GROUND = "limited-access"
REASON = Text(kk="Аула қоршалған.", ru="Двор огорожен.")


async def decided(town: Town, number: int, act: ReviewAct, **decision: Any) -> None:
    """Decide on a proposal as clerk or council do; a return and a refusal have their reasons."""
    if act in {ReviewAct.RETURN, ReviewAct.REFUSE}:
        decision.setdefault("reason", REASON)
    if act is ReviewAct.REFUSE:
        decision.setdefault("ground", GROUND)
    await decide(town.services, CAMPAIGN, number, Decision(act=act, **decision))


async def registered(town: Town, person: int, **answers: Any) -> int:
    """Return the number of a proposal of the person that others see."""
    number = await submitted(town, person, **answers)
    await decided(town, number, ReviewAct.REGISTER)
    return number


async def refusal_of(awaited: Coroutine[Any, Any, object]) -> Refusal:
    """Return why a use case refuses."""
    with pytest.raises(RuleViolation) as caught:
        await awaited
    return caught.value.refusal


async def told(town: Town, kind: str) -> list[int]:
    """Return to whom notices of a kind are queued, in the order of the accounts."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(outbox.c.account_id).where(outbox.c.kind == kind).order_by(outbox.c.account_id)
        )
        return list(rows.scalars())
