"""Taking a rulebook into the database: the first time as it is, later only with its difference shown (A1)."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.rulebook.changes import Change, difference, fingerprint
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
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
            has begun (A4), or where another akimat has a campaign of this name.
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
            changes = difference(former, rulebook)
            if not changes:
                return Taken(campaign_id=campaign_id, rulebook=former, revision=revision, changes=())
            _require_may_change(services, former, changes, takes_changes=takes_changes)
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
        raise RulebookRefused("voting has begun: only signed acts change anything now (A4)", changes)
    if not takes_changes:
        raise RulebookRefused("it differs from the rulebook in force; --take-changes takes it", changes)


def has_voting_begun(rulebook: Rulebook, services: Services) -> bool:
    """Say whether voting has opened anywhere in the campaign, from when rules and projects stay (A4)."""
    now = services.clock.now()
    territories = rulebook.voting.territories or (None,)
    windows = [rulebook.window(Stage.VOTING, territory) for territory in territories]
    return any(window is not None and window.opens <= now for window in windows)
