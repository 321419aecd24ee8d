"""«That was not me»: a case about a vote counted in somebody's name, evidence as numbers alone (E10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.concern import Case
from core.model.person import Verification
from core.model.refusals import Refusal, refuse
from core.model.vote import Channel
from core.rulebook.model import Rulebook
from core.rules.concern import case_due
from core.store import concern as store
from core.store import verification, voting
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """What the question before a case says: the way and the day of the vote; ``case`` where there is one."""

    rulebook: Rulebook
    channel: Channel
    voted: date
    case: Case | None


async def ask_dispute(services: Services, campaign_id: CampaignId, account_id: int) -> Disputed:
    """Return what a case would be about; raise ``RuleViolation`` as ``dispute``."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        _, part = await _require_vote(services, connection, campaign_id, account_id)
        case = await store.get_case_of_entry(connection, campaign_id, part["roll_number"])
    return Disputed(rulebook=rulebook, channel=Channel(part["channel"]), voted=part["day"], case=case)


async def dispute(services: Services, campaign_id: CampaignId, account_id: int) -> Disputed:
    """Open the case for the observer, once: the same person again is shown the case there is (E10).

    The person is the one whose own telephone is linked to the account, whoever uses it with a code now.

    Raises:
        RuleViolation: ``dispute-nothing`` where no vote was counted in the name of that person, or nobody is
            linked any more; ``dispute-own`` where it was given on this account by the own telephone.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        person_key, part = await _require_vote(services, connection, campaign_id, account_id)
        roll_number = part["roll_number"]
        if await store.get_case_of_entry(connection, campaign_id, roll_number) is None:
            evidence = await _evidence(connection, campaign_id, person_key, part)
            await store.add_case(
                connection,
                campaign_id,
                account_id=account_id,
                opened=_today(services),
                due=case_due(rulebook, services.clock.now()),
                channel=part["channel"],
                voted=part["day"],
                roll_number=roll_number,
                **evidence,
            )
        case = await store.get_case_of_entry(connection, campaign_id, roll_number)
    return Disputed(rulebook=rulebook, channel=Channel(part["channel"]), voted=part["day"], case=case)


def _today(services: Services) -> date:
    return local_date(services.clock.now())


async def _require_vote(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int
) -> tuple[bytes, RowMapping]:
    link = await verification.get_phone_link(connection, campaign_id.akimat, account_id)
    if link is None:
        raise refuse(Refusal.DISPUTE_NOTHING)
    person_key: bytes = link["person_key"]
    voter = campaign_keys(services, campaign_id).voter(person_key)
    part = await voting.get_participation(connection, campaign_id, voter)
    if part is None:
        raise refuse(Refusal.DISPUTE_NOTHING)
    if part["account_id"] == account_id and part["verification"] == Verification.PHONE.value:
        raise refuse(Refusal.DISPUTE_OWN)
    return person_key, part


async def _evidence(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes, part: RowMapping
) -> Mapping[str, Any]:
    """Return by which number of the clerk's list the vote came, or on which line of which sheet."""
    if part["channel"] == Channel.PAPER.value:
        line = await store.get_paper_line(connection, campaign_id, person_key)
        return dict(line) if line is not None else {}
    used = None
    if part["verification"] == Verification.CODE.value:
        used = await store.get_used_code(connection, campaign_id, person_key)
    return {"list_number": used["list_number"], "staff_id": used["issued_by"]} if used is not None else {}
