"""What the page of the opening shows: how far each box is, what is missing, who has asked (ledger 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.paper_vote import PaperCount
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor, Role
from core.model.vote import Channel
from core.rulebook.model import Rulebook
from core.rules.opening import BoxFacts, opening_verdict
from core.rules.permissions import OfficeAct
from core.store import box, ledger, staff
from core.store import opening as store
from core.usecases.office.permission import log_access, require_right
from core.usecases.opening.facts import Step, box_facts, is_fresh
from core.usecases.outcome.reading import read_outcome
from core.usecases.outcome.written import TerritoryOutcome
from core.usecases.paper_vote.counted import paper_of
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked for a step, and when; ``is_own`` where it is the person who looks."""

    name: str
    asked_at: datetime
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What lies in a closed box: entries of the roll by channel, seals, votes that wait, and paper."""

    roll: Mapping[Channel, int]
    seals: int
    waiting: int
    opened_live: int
    paper: PaperCount

    @property
    def slips(self) -> int:
        """Return how many slips were counted and confirmed."""
        return self.paper.counted

    @property
    def invalid_slips(self) -> int:
        """Return how many of them are invalid; of a hidden count nobody knows."""
        return self.paper.invalid or 0

    @property
    def missing_slips(self) -> int:
        """Return how many lines have no slip; these are invalid votes (ledger 9)."""
        return max(0, self.paper.lines - self.slips)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The box of a voting territory.

    ``contents`` are ``None`` before the close: until then nobody sees anything of it (E6). ``missing`` is
    what stands against opening it now, ``asked`` who asked for which step; ``outcome`` is ``None`` before the
    count.
    """

    territory: str
    facts: BoxFacts
    closed_at: datetime | None
    contents: Contents | None
    missing: Verdict
    asked: Mapping[Step, Request]
    outcome: TerritoryOutcome | None
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """All boxes of a campaign in the order of its rulebook; ``is_in_safe`` says that keys come in shares."""

    rulebook: Rulebook
    boxes: Sequence[Box]
    is_in_safe: bool


async def list_boxes(services: Services, actor: Actor, campaign_id: CampaignId) -> Boxes:
    """Return how far every box is; raise ``campaign-unknown``, ``office-forbidden`` or ``office-stage``."""
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_OPENING)
        requests = await store.list_requests(connection, campaign_id)
        names = {each.staff_id: each.name for each in await staff.list_staff(connection, actor.akimat)}
        boxes = []
        for territory in rulebook.voting.territories:
            asked = {
                Step(row["step"]): _request(row, names, actor)
                for row in requests
                if row["territory"] == territory and is_fresh(services, row)
            }
            boxes.append(await _box(services, connection, campaign_id, rulebook, territory, asked))
    return Boxes(rulebook=rulebook, boxes=boxes, is_in_safe=rulebook.voting.is_key_in_safe)


async def get_hidden(services: Services, actor: Actor, campaign_id: CampaignId, territory: str) -> str:
    """Return tally and salt of a hidden count, for the observer alone; the look is logged (ledger 4, L1).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``; ``territory-unknown`` where nothing is
            hidden.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_OPENING)
        if Role.OBSERVER not in actor.roles:
            facts = {"act": OfficeAct.VIEW_OPENING.value, "role": Role.OBSERVER.value, "others": 0}
            raise refuse(Refusal.OFFICE_FORBIDDEN, **facts)
        state = await ledger.get_territory_state(connection, campaign_id, territory)
        if state is None or state["hidden"] is None:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        await log_access(services, connection, actor, campaign_id, "hidden-tally", territory)
    return str(state["hidden"])


def _request(row: RowMapping, names: Mapping[int, str], actor: Actor) -> Request:
    return Request(
        name=names.get(row["staff_id"], ""),
        asked_at=row["asked_at"],
        is_own=row["person_key"] == actor.person_key,
    )


async def _box(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    asked: Mapping[Step, Request],
) -> Box:
    facts = await box_facts(services, connection, campaign_id, rulebook, territory)
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    contents = await _contents(connection, campaign_id, rulebook, territory) if facts.is_closed else None
    return Box(
        territory=territory,
        facts=facts,
        closed_at=state["closed_at"] if state is not None else None,
        contents=contents,
        missing=opening_verdict(facts, services.clock.now()),
        asked=asked,
        outcome=await read_outcome(connection, campaign_id, territory),
        is_hidden=state is not None and state["hidden"] is not None,
    )


async def _contents(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> Contents:
    live = (await store.list_live(connection, campaign_id)).get(territory)
    return Contents(
        roll=await ledger.count_by_channel(connection, campaign_id, territory),
        seals=await box.count_seals(connection, campaign_id, territory),
        waiting=await box.count_waiting(connection, campaign_id, territory),
        opened_live=live["votes"] if live is not None else 0,
        paper=await paper_of(connection, campaign_id, rulebook, territory),
    )
