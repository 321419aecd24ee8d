"""Taking a rulebook into the database: the first time as it is, later only with its difference shown (A1)."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.rulebook.changes import Change, difference, fingerprint
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rules.amendments import UnfitAmendment, amended
from core.store import amendment as amendments
from core.store import campaign as store
from core.usecases.services import Services


class RulebookRefused(Exception):
    """A changed rulebook was not taken; ``changes`` says what it would change."""

    def __init__(self, message: str, changes: tuple[Change, ...]) -> None:
        """Keep what differs from the rulebook in force."""
        super().__init__(message)
        self.changes = changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was done with a rulebook: its revision, and what changed against the former one."""

    campaign_id: CampaignId
    rulebook: Rulebook
    revision: int
    changes: tuple[Change, ...]


async def take_rulebook(
    services: Services, text: str, source_name: str, *, takes_changes: bool = False
) -> Taken:
    """Make ``text`` the campaign's rulebook; the same rulebook again changes nothing.

    Raises:
        RulebookErrors: where the text is no sound rulebook; with all errors at once.
        RulebookRefused: where it differs from the one in force and ``takes_changes`` is not set, where voting
            has begun (A4), where the office's amendments do not fit it, or where another akimat has a
            campaign of this name.
    """
    rulebook = read(text, source_name)
    campaign_id = CampaignId(rulebook.akimat.slug, rulebook.campaign)
    async with services.database.write() as connection:
        changes: tuple[Change, ...] = ()
        revision = await store.get_revision(connection, campaign_id, lock=True)
        if revision is None:
            await _add_campaign(connection, campaign_id)
            revision = 0
        else:
            former = await services.rulebooks.require(connection, campaign_id)
            changes = difference(await services.rulebooks.require_written(connection, campaign_id), rulebook)
            if not changes:
                return Taken(campaign_id=campaign_id, rulebook=former, revision=revision, changes=())
            _require_may_change(services, former, changes, takes_changes=takes_changes)
            await _require_keeps_amendments(connection, campaign_id, rulebook, changes)
        await store.add_revision(
            connection,
            campaign_id,
            revision=revision + 1,
            source=text,
            fingerprint=fingerprint(rulebook),
            taken_at=services.clock.now(),
        )
    return Taken(campaign_id=campaign_id, rulebook=rulebook, revision=revision + 1, changes=changes)


async def _add_campaign(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    holder = await store.get_akimat_of(connection, campaign_id.campaign)
    if holder is not None:
        raise RulebookRefused(f"{holder} has a campaign called {campaign_id.campaign} already", ())
    await store.add_campaign(connection, campaign_id)


def _require_may_change(
    services: Services, former: Rulebook, changes: tuple[Change, ...], *, takes_changes: bool
) -> None:
    if has_voting_begun(former, services):
        raise RulebookRefused(
            "a ballot stands: only signed acts change anything now (A4). In the office, under amendments, "
            "two people can extend the voting, stop a project or mend a typing error",
            changes,
        )
    if not takes_changes:
        raise RulebookRefused("it differs from the rulebook in force; --take-changes takes it", changes)


async def _require_keeps_amendments(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, changes: tuple[Change, ...]
) -> None:
    """Refuse a file that would undo what two people have approved and people have been told (A2)."""
    try:
        amended(rulebook, await amendments.list_approved(connection, campaign_id))
    except UnfitAmendment as unfit:
        raise RulebookRefused(
            f"the office has amended the rulebook, and this file contradicts it: {unfit}", changes
        ) from unfit


def has_voting_begun(rulebook: Rulebook, services: Services) -> bool:
    """Say whether a ballot of the campaign stands: opened, or frozen before, so that rules stay (A4)."""
    now = services.clock.now()
    stands = [rulebook.ballot_stands_from(each) for each in rulebook.voting.territories or (None,)]
    return any(since is not None and since <= now for since in stands)
