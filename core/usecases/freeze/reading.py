"""What is frozen in a territory, for whoever counts by it, shows it or publishes it (A4, ledger 8)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyMissing, signing_key
from core.model.amendment import Amendment
from core.model.campaign import CampaignId
from core.model.freeze import Freeze
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage, StageWindow
from core.model.territory import Territory
from core.rulebook.model import Mode, Rulebook
from core.rules.amendment_verdicts import FEW_ENTITLED
from core.rules.permissions import OfficeAct
from core.store import amendment as amendments
from core.store import campaign as campaigns
from core.store import freeze as store
from core.store import ledger
from core.usecases.freeze.entitled import count_entitled
from core.usecases.freeze.making import draw_up
from core.usecases.office.permission import require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenProject:
    """A project of a frozen list: cost in whole tenge, the title as it stood."""

    number: int
    cost: int
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a freeze says, read from its canonical text; ``closes`` is the end as it stood then."""

    rulebook: str
    opens: datetime
    closes: datetime
    money: int
    threshold: int
    projects: tuple[FrozenProject, ...]
    exclusive: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A signed act of the campaign as it was entered: its number, its instant, its canonical text."""

    number: int
    at: datetime | None
    kind: str
    territory: str | None
    entry: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryFreeze:
    """A voting territory with what is frozen there, ``None`` before that.

    ``entitled`` is the frozen number, before the freeze the register's of now; ``adults`` is the official
    number of adults, ``None`` where the rulebook does not know it.
    """

    territory: Territory
    window: StageWindow | None
    frozen: Freeze | None
    entitled: int
    adults: int | None
    has_key: bool

    @property
    def is_few(self) -> bool:
        """Say whether so few are entitled that a count could tell who voted how (A4, K1)."""
        return self.entitled < FEW_ENTITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeOverview:
    """All that stands or will stand in a campaign, with its acts; ``public_key`` is empty without keys."""

    rulebook: Rulebook
    territories: tuple[TerritoryFreeze, ...]
    acts: tuple[Act, ...]
    amendments: tuple[Amendment, ...]
    public_key: str


async def require_frozen(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> Freeze:
    """Return what stands in the territory; raise ``LookupError`` where nothing is frozen yet."""
    frozen = await store.get_freeze(connection, campaign_id, territory)
    if frozen is None:
        raise LookupError(f"{territory} is not frozen")
    return frozen


def threshold_of(frozen: Freeze) -> int:
    """Return the least votes of a winner, as it was frozen (F1, A4)."""
    return int(json.loads(frozen.contents)["threshold"])


def contents_of(frozen: Freeze) -> Contents:
    """Return what a freeze says, for people."""
    kept = json.loads(frozen.contents)
    return Contents(
        rulebook=kept["rulebook"],
        opens=datetime.fromisoformat(kept["opens"]),
        closes=datetime.fromisoformat(kept["closes"]),
        money=kept["money"],
        threshold=kept["threshold"],
        projects=tuple(
            FrozenProject(number=item["number"], cost=item["cost"], title=Text(**item["title"]))
            for item in kept["projects"]
        ),
        exclusive=tuple((first, second) for first, second in kept["exclusive"]),
    )


async def get_overview(services: Services, actor: Actor, campaign_id: CampaignId) -> FreezeOverview:
    """Return what is frozen in each voting territory, or how many would be entitled now (A4, ledger 8).

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_FREEZE)
        frozen = {each.territory: each for each in await store.list_freezes(connection, campaign_id)}
        waiting = [slug for slug in _territories(rulebook) if slug not in frozen]
        counts = await count_entitled(connection, campaign_id, rulebook, waiting)
        return await _overview(connection, campaign_id, rulebook, frozen, counts)


async def get_would_be(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> tuple[Rulebook, Freeze]:
    """Return what stands in a voting territory, or what would be frozen if it were done now (A4).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``territory-unknown``, or
            ``voting-halted`` before the operator has made the campaign's keys.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_FREEZE)
        if territory not in _territories(rulebook):
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        frozen = await store.get_freeze(connection, campaign_id, territory)
        if frozen is not None:
            return rulebook, frozen
        try:
            made, _ = await draw_up(services, connection, campaign_id, rulebook, territory)
        except KeyMissing as missing:
            raise refuse(Refusal.VOTING_HALTED) from missing
        return rulebook, made


async def get_published(services: Services, campaign_id: CampaignId) -> FreezeOverview:
    """Return what anybody may read: frozen territories, signed acts, the key, approved amendments (A4).

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        frozen = {each.territory: each for each in await store.list_freezes(connection, campaign_id)}
        return await _overview(connection, campaign_id, rulebook, frozen, {})


async def get_contents(services: Services, campaign_id: CampaignId, territory: str) -> str | None:
    """Return the canonical text under the hash of a frozen territory, ``None`` before its freeze."""
    async with services.database.read() as connection:
        frozen = await store.get_freeze(connection, campaign_id, territory)
    return frozen.contents if frozen is not None else None


async def _overview(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    frozen: Mapping[str, Freeze],
    counts: Mapping[str, int],
) -> FreezeOverview:
    keys = await campaigns.list_box_keys(connection, campaign_id)
    approved = await amendments.list_approved(connection, campaign_id)
    return FreezeOverview(
        rulebook=rulebook,
        territories=tuple(
            _territory(rulebook, slug, frozen.get(slug), counts.get(slug, 0), has_key=slug in keys)
            for slug in _territories(rulebook)
        ),
        acts=tuple(_acts(await ledger.list_signed_acts(connection, campaign_id))),
        amendments=tuple(approved),
        public_key=await _public_key(connection, campaign_id),
    )


def _territories(rulebook: Rulebook) -> tuple[str, ...]:
    """Return where something is voted on here; on the official page of a guide nothing is frozen (A6)."""
    return () if rulebook.voting.mode.value is Mode.GUIDE else rulebook.voting.territories


def _territory(
    rulebook: Rulebook, slug: str, frozen: Freeze | None, count: int, *, has_key: bool
) -> TerritoryFreeze:
    adults = rulebook.voting.adults.get(slug)
    return TerritoryFreeze(
        territory=rulebook.territories.require(slug),
        window=rulebook.window(Stage.VOTING, slug),
        frozen=frozen,
        entitled=frozen.entitled if frozen is not None else count,
        adults=adults.value if adults is not None else None,
        has_key=has_key,
    )


def _acts(rows: Sequence[RowMapping]) -> list[Act]:
    found = []
    for row in rows:
        said = json.loads(row["entry"])
        found.append(
            Act(
                number=row["number"],
                at=datetime.fromisoformat(said["at"]) if "at" in said else None,
                kind=said["type"],
                territory=said.get("territory"),
                entry=row["entry"],
                signature=row["signature"].hex(),
            )
        )
    return found


async def _public_key(connection: AsyncConnection, campaign_id: CampaignId) -> str:
    """Return the public half that the database keeps to know the signing key again, in hex (ledger 14)."""
    kept = await campaigns.list_key_checks(connection, campaign_id.akimat)
    public = kept.get(signing_key(campaign_id.akimat, campaign_id.campaign))
    return public.hex() if public is not None else ""
