"""Freezing a voting territory: by the clock at its opening, or before it by people (A4, ledger 8)."""

import asyncio
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import CampaignKeys, read_campaign_keys
from core.ledger.tree import root
from core.model.campaign import CampaignId
from core.model.encoding import digest, entry
from core.model.freeze import Freeze
from core.model.person import Resident
from core.model.stage import Stage, StageWindow
from core.rulebook.changes import fingerprint
from core.rulebook.model import Mode, Rulebook
from core.rules.eligibility import is_entitled
from core.rules.outcome import required_votes
from core.store import amendment as amendments
from core.store import campaign as campaigns
from core.store import freeze as store
from core.store import register, staging
from core.usecases.amendment.written import told
from core.usecases.council.exclusive import exclusive_pairs
from core.usecases.outcome.acts import record_act
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.services import Services


async def freeze_due(services: Services) -> list[tuple[CampaignId, str]]:
    """Freeze every voting territory whose voting has opened, and return which were (A4).

    Raises:
        KeyMissing: where a campaign's keys are not on this machine.
    """
    due = await list_due(services)
    for campaign_id, territory in due:
        await freeze_territory(services, campaign_id, territory)
    return due


async def list_due(services: Services) -> list[tuple[CampaignId, str]]:
    """Return the voting territories whose voting has opened and that are not frozen yet (A4)."""
    async with services.database.read() as connection:
        return [
            (campaign_id, territory)
            for campaign_id in await campaigns.list_campaigns(connection)
            for territory in await _due_in(services, connection, campaign_id)
        ]


async def freeze_territory(services: Services, campaign_id: CampaignId, territory: str) -> None:
    """Freeze one voting territory (A4); raise ``KeyMissing`` or ``LookupError`` as ``freeze_in``."""
    async with services.database.write() as connection:
        await freeze_in(services, connection, campaign_id, territory)


async def _due_in(services: Services, connection: AsyncConnection, campaign_id: CampaignId) -> list[str]:
    rulebook = await services.rulebooks.require(connection, campaign_id)
    if rulebook.voting.mode.value is Mode.GUIDE or rulebook.outcome is None:
        return []
    frozen, now = await store.list_frozen(connection, campaign_id), services.clock.now()
    due = []
    for territory in rulebook.voting.territories:
        window = rulebook.window(Stage.VOTING, territory)
        # Keys are made by the operator: before that nobody can vote, and nothing can be signed.
        has_key = await campaigns.get_box_key(connection, campaign_id, territory) is not None
        if window is not None and window.opens <= now and territory not in frozen and has_key:
            due.append(territory)
    return due


async def freeze_in(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Freeze:
    """Freeze a voting territory in a transaction at hand; one that is frozen stays as it is (A4).

    The act with its hash is signed; from now on only signed acts change anything (ledger 13).
    """
    await staging.lock_imports(connection, campaign_id.akimat)
    rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
    if (known := await store.get_freeze(connection, campaign_id, territory)) is not None:
        return known
    now = services.clock.now()
    made, tokens = await draw_up(services, connection, campaign_id, rulebook, territory)
    frozen = replace(made, frozen_at=now)
    await store.add_freeze(connection, campaign_id, frozen, tokens)
    await record_act(
        services,
        connection,
        campaign_id,
        "freeze",
        now,
        territory=territory,
        hash=frozen.digest,
        entitled=frozen.entitled,
        root=frozen.root,
    )
    return frozen


async def draw_up(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
) -> tuple[Freeze, list[bytes]]:
    """Return what would be frozen now, and the sorted tokens of those entitled (A4, ledger 8).

    Raises:
        LookupError: for a territory without voting, money or rules for its outcome.
        KeyMissing: before the campaign's keys are made.
    """
    window = rulebook.window(Stage.VOTING, territory)
    if window is None or rulebook.outcome is None:
        raise LookupError(f"nothing is voted on in {territory}")
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    residents = await register.list_residents(connection, campaign_id.akimat)
    # An extension moves no counting date: the list is the one of the dates that stood at first (E1).
    tokens = await asyncio.to_thread(_tokens, residents, territory, rulebook, window.unextended, keys)
    contents = await _contents(connection, campaign_id, rulebook, window, tokens, territory)
    made = Freeze(
        territory=territory,
        digest=digest(contents).hex(),
        contents=contents,
        entitled=len(tokens),
        root=root(tokens).hex(),
        frozen_at=None,
    )
    return made, tokens


async def _contents(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    window: StageWindow,
    tokens: list[bytes],
    territory: str,
) -> str:
    """Return the canonical text under the hash: rules with what was amended, list, costs, who may vote."""
    projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    pairs = await exclusive_pairs(connection, campaign_id, rulebook)
    approved = await amendments.list_approved(connection, campaign_id)
    adults = rulebook.voting.adults.get(territory)
    return entry(
        "freeze",
        campaign_id.campaign,
        territory=territory,
        rulebook=fingerprint(rulebook),
        opens=window.opens.isoformat(timespec="seconds"),
        closes=window.closes.isoformat(timespec="seconds"),
        money=rulebook.money[territory].value,
        threshold=required_votes(rulebook.voting.threshold.value, len(tokens)),
        projects=[
            {"number": item.number, "cost": item.cost, "title": {"kk": item.title.kk, "ru": item.title.ru}}
            for item in sorted(projects, key=lambda item: item.number)
        ],
        exclusive=sorted(sorted(pair) for pair in pairs),
        entitled=len(tokens),
        root=root(tokens).hex(),
        adults=adults.value if adults is not None else None,
        amendments=[{"n": each.number, "change": each.kind.value, **told(each.what)} for each in approved],
    )


def _tokens(
    residents: list[Resident], territory: str, rulebook: Rulebook, window: StageWindow, keys: CampaignKeys
) -> list[bytes]:
    """Return sorted tokens; apart, because a city's take seconds and run in a thread."""
    return sorted(
        keys.token(resident.person_key)
        for resident in residents
        if is_entitled(resident, territory, rulebook, window)
    )
