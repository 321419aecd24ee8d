"""Whose a proposal is on an account: the person's for whom it stands, or whoever's slip was used there.

Separate from verification, because a slip opens one proposal to one account and makes nobody a voter (B9).
"""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.proposal import Proposal
from core.store import claim
from core.store import proposal as store
from core.usecases.verification.person import Person


async def is_author(
    connection: AsyncConnection, proposal: Proposal, account_id: int, person: Person | None
) -> bool:
    """Say whether the account acts for the author; ``person`` is for whom it stands now.

    While the session of somebody's code runs, slips used by others on the same telephone open nothing (E2).
    """
    if person is not None and person.person_key == proposal.person_key:
        return True
    if not _may_use_slips(person):
        return False
    return await claim.has_claimed(connection, proposal.campaign_id, account_id, proposal.number)


async def list_own(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, person: Person | None
) -> Sequence[Proposal]:
    """Return the person's proposals, those as co-author and those held by a slip included, newest first."""
    own = await store.list_of_person(connection, campaign_id, person.person_key) if person is not None else ()
    found = {proposal.number: proposal for proposal in own}
    if _may_use_slips(person):
        for number in await claim.list_claimed(connection, campaign_id, account_id):
            claimed = await store.get_proposal(connection, campaign_id, number)
            if claimed is not None:
                found[number] = claimed
    return [found[number] for number in sorted(found, reverse=True)]


def _may_use_slips(person: Person | None) -> bool:
    return person is None or person.verification is not Verification.CODE
