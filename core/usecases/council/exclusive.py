"""Projects of which only one can be built: the rulebook's pairs and the secretary's own (C3, F1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.store import browsing
from core.store import exclusive as store
from core.store import proposal as proposals
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services

Pairs = tuple[tuple[int, int], ...]
"""Application numbers two by two, the smaller one first, in their order."""

_MARKED = (ProposalStatus.REGISTERED, ProposalStatus.ADMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What the page shows: the pairs of the rulebook, the office's own, and titles by number."""

    of_rulebook: Pairs
    of_office: Pairs
    titles: Mapping[int, str]


async def exclusive_pairs(connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook) -> Pairs:
    """Return every pair of which only one can win: the rulebook's and the office's together (F1)."""
    own = rulebook.outcome.exclusive if rulebook.outcome is not None else ()
    marked = [(row["first"], row["second"]) for row in await store.list_pairs(connection, campaign_id)]
    return tuple(sorted({_ordered(*pair) for pair in (*own, *marked)}))


def partners(pairs: Pairs, number: int) -> tuple[int, ...]:
    """Return with which projects this one cannot be built."""
    return tuple(sorted({each for pair in pairs if number in pair for each in pair if each != number}))


async def list_marked(services: Services, actor: Actor, campaign_id: CampaignId) -> Marked:
    """Return the pairs of a campaign with their titles.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``office-stage``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.MARK_EXCLUSIVE)
        rows = await store.list_pairs(connection, campaign_id)
        known = await proposals.list_public(connection, campaign_id)
        projects = await browsing.list_projects(connection, campaign_id)
    titles = {each.number: each.title for each in known}
    titles |= {each.number: each.title.in_language(rulebook.default_language) for each in projects}
    own = rulebook.outcome.exclusive if rulebook.outcome is not None else ()
    return Marked(
        of_rulebook=tuple(own), of_office=tuple((row["first"], row["second"]) for row in rows), titles=titles
    )


async def mark_exclusive(
    services: Services, actor: Actor, campaign_id: CampaignId, one: int, other: int
) -> None:
    """Say that of two projects only one can be built; once voting has opened there, nothing changes (A4).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``exclusive-unknown``
            with the ``number`` that is no registered proposal and no project, or with ``number`` 0 where both
            are the same; ``ballot-frozen``.
    """
    async with services.database.write() as connection:
        pair = await _require_pair(services, connection, actor, campaign_id, one, other)
        await store.add_pair(connection, campaign_id, pair, actor.staff_id, services.clock.now())
        await log_act(services, connection, actor, campaign_id, "mark-exclusive", f"{pair[0]}/{pair[1]}")


async def unmark_exclusive(
    services: Services, actor: Actor, campaign_id: CampaignId, one: int, other: int
) -> None:
    """Take such a mark back; raise as ``mark_exclusive``."""
    async with services.database.write() as connection:
        pair = await _require_pair(services, connection, actor, campaign_id, one, other, is_known=True)
        await store.remove_pair(connection, campaign_id, pair)
        await log_act(services, connection, actor, campaign_id, "unmark-exclusive", f"{pair[0]}/{pair[1]}")


async def _require_pair(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    one: int,
    other: int,
    *,
    is_known: bool = False,
) -> tuple[int, int]:
    rulebook = await require_right(
        services, connection, actor, campaign_id, OfficeAct.MARK_EXCLUSIVE, lock=True
    )
    if one == other:
        raise refuse(Refusal.EXCLUSIVE_UNKNOWN, number=0)
    for number in (one, other):
        territory = await _territory(connection, campaign_id, number)
        if territory is not None:
            _require_unfrozen(services, rulebook, territory)
        elif not is_known:
            raise refuse(Refusal.EXCLUSIVE_UNKNOWN, number=number)
    return _ordered(one, other)


def _require_unfrozen(services: Services, rulebook: Rulebook, territory: str) -> None:
    window = rulebook.window(Stage.VOTING, rulebook.voting_territory(territory))
    since = rulebook.ballot_stands_from(territory)
    if window is not None and since is not None and services.clock.now() >= since:
        raise refuse(Refusal.BALLOT_FROZEN, opens=window.opens, closes=window.closes)


async def _territory(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> str | None:
    """Return where a proposal or project lies that may be built; ``None`` for what is none."""
    found = await proposals.get_proposal(connection, campaign_id, number)
    if found is not None:
        return found.territory if found.status in _MARKED else None
    projects = await browsing.list_projects(connection, campaign_id, [number])
    return projects[0].territory if projects else None


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
