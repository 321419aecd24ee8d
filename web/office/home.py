"""The office's first page: each campaign with what is due and where to go; and the switch of languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.language import Text as BothTexts
from core.model.review import Queue
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.permissions import PERMISSIONS, OfficeAct, stages_now
from core.usecases.council.late import count_owed, count_unpublished
from core.usecases.office.reading import list_own_campaigns
from core.usecases.office.signing_in import choose_language, sign_out
from core.usecases.review.queues import count_queues
from web.office.desk import Desk, Office
from web.office.doorway import COOKIE
from web.office.navigation import Item, offered

OFFICE_TEXTS = (
    "office-brand",
    "office-skip",
    "office-menu",
    "office-pages",
    "office-page-before",
    "office-page-after",
    "office-done",
    "office-not-done",
    "office-form-broken",
    "office-form-stale",
    "office-to-home",
    "button-office-sign-out",
    "office-home-title",
    "office-home-none",
    "office-home-now",
    "office-home-period",
    "office-home-waiting",
    "office-home-nothing",
    "office-home-late",
    "office-home-today",
    "office-home-questions",
    "office-home-appeals",
    "office-home-places",
    "council-home-owed",
    "council-home-unpublished",
)
"""What the templates say that every page of the office shares, and the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something that waits for the reader: its text, how much, where, and how much of it is late or due."""

    text: str
    count: int
    path: str
    late: int = 0
    today: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A campaign as the first page shows it."""

    title: BothTexts
    stages: Sequence[tuple[str, Any]]
    waiting: Sequence[Waiting]
    places: Sequence[Item]


class HomePages:
    """`/office/`, `/office/language` and `/office/sign-out`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/", self.show)
        office.take("/language", self.choose_language)
        office.take("/sign-out", self.sign_out)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the campaigns of the akimat, each with what waits for the reader."""
        found = await list_own_campaigns(desk.services, desk.actor)
        campaigns = [await _held(desk, campaign_id, rulebook) for campaign_id, rulebook in found]
        return desk.show("home.html", campaigns=campaigns)

    async def choose_language(self, desk: Desk) -> web.StreamResponse:
        """Keep the language and lead back."""
        chosen = desk.form.text("language")
        if chosen in set(Language):
            await choose_language(desk.services, desk.signed, Language(chosen))
        raise desk.back(desk.form.text("back"))

    async def sign_out(self, desk: Desk) -> web.StreamResponse:
        """End the session and lead to the sign-in page."""
        await sign_out(desk.services, desk.signed)
        answer = desk.go(f"/sign-in?lang={desk.language}")
        desk.doorway.drop_cookie(answer, COOKIE)
        raise answer


async def _held(desk: Desk, campaign_id: CampaignId, rulebook: Rulebook) -> Held:
    stages = stages_now(rulebook, desk.services.clock.now())
    places = offered(desk.request, partial(_may, desk, stages), campaign_id.campaign)
    return Held(
        title=rulebook.title,
        stages=[(f"stage-{stage.value}", rulebook.stages.get(stage)) for stage in Stage if stage in stages],
        waiting=await _waiting(desk, campaign_id, {item.text for item in places}),
        places=places,
    )


def _may(desk: Desk, stages: frozenset[Stage], act: OfficeAct) -> bool:
    permission = PERMISSIONS[act]
    return bool(permission.roles & desk.actor.roles and permission.stages & stages)


async def _waiting(desk: Desk, campaign_id: CampaignId, offered_texts: set[str]) -> Sequence[Waiting]:
    """Return what waits in the queues that are the reader's work, empty ones left out."""
    counts, folder = await count_queues(desk.services, desk.actor, campaign_id), campaign_id.campaign
    found = [
        Waiting(
            text=f"review-queue-{queue.value}",
            count=count,
            path=f"{folder}/proposals?queue={queue.value}",
            late=(counts.late or 0) if queue is Queue.CHECK else 0,
            today=(counts.today or 0) if queue is Queue.CHECK else 0,
        )
        for queue, count in counts.queues.items()
        if queue is not Queue.ALL
    ]
    owed = await count_owed(desk.services, desk.actor, campaign_id)
    found.append(Waiting(text="council-home-owed", count=owed, path=f"{folder}/sittings"))
    closed = await count_unpublished(desk.services, desk.actor, campaign_id)
    found.append(Waiting(text="council-home-unpublished", count=closed, path=f"{folder}/sittings"))
    if "office-nav-discussion" in offered_texts:
        found.append(
            Waiting(text="office-home-questions", count=counts.questions or 0, path=f"{folder}/discussion")
        )
    if "office-nav-appeals" in offered_texts:
        found.append(Waiting(text="office-home-appeals", count=counts.appeals or 0, path=f"{folder}/appeals"))
    return [each for each in found if each.count]
