"""Who has had a part in a refusal or in its appeal: they do not decide on it (B6, L1)."""

from collections.abc import Collection, Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.appeal import Appeal
from core.model.proposal import Proposal
from core.rules.appeal import Part
from core.store import appeal as store
from core.store import merging, review, staff


async def list_parts(
    connection: AsyncConnection, proposal: Proposal, appeal: Appeal
) -> Mapping[Part, Collection[bytes]]:
    """Return the persons behind proposal, refusal and appeal: none of them decides, whatever the answer."""
    campaign_id, number = proposal.campaign_id, proposal.number
    others = await merging.list_co_authors(connection, campaign_id, number)
    return {
        Part.AUTHOR: {proposal.person_key, *(row["person_key"] for row in others)},
        Part.REFUSAL: await store.list_first_deciders(connection, campaign_id, number, appeal.ordinal),
        Part.ENTERED: await _person_of(connection, campaign_id.akimat, appeal.entered_by),
    }


async def list_site_part(connection: AsyncConnection, proposal: Proposal) -> Mapping[Part, Collection[bytes]]:
    """Return who recorded the site check that an admission would rest on: he does not admit by it (C5)."""
    checks = await review.list_site_checks(connection, proposal.campaign_id, proposal.number)
    login = checks[-1]["staff_id"] if checks else None
    return {Part.SITE: await _person_of(connection, proposal.campaign_id.akimat, login)}


async def _person_of(connection: AsyncConnection, akimat: str, login: int | None) -> frozenset[bytes]:
    found = await staff.get_staff(connection, akimat, login) if login is not None else None
    return frozenset({found.actor.person_key}) if found is not None else frozenset()
