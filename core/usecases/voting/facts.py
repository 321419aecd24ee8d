"""What the rules of voting are asked with, read in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import CampaignKeys, read_campaign_keys
from core.ledger.receipt import make_receipt
from core.model.campaign import CampaignId
from core.model.project import Project
from core.model.refusals import Reason, Refusal, Verdict, refuse
from core.model.stage import Stage
from core.model.vote import Receipt, RollEntry
from core.rulebook.model import Mode, Rulebook
from core.rules.ballot import ballot_verdict
from core.rules.eligibility import voting_verdict
from core.rules.elsewhere import elsewhere_verdict
from core.store import browsing, campaign, elsewhere, freeze, ledger, register
from core.usecases.services import Services
from core.usecases.verification.person import Person, whom_to_ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """A verified person before a project of a voting territory, under the rulebook in force."""

    rulebook: Rulebook
    project: Project
    territory: str
    person: Person
    box_key: bytes | None
    is_frozen: bool
    is_closed: bool


def campaign_keys(services: Services, campaign_id: CampaignId) -> CampaignKeys:
    """Return the campaign's keys; raise ``KeyMissing``."""
    return read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)


async def find_receipt(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> Receipt | None:
    """Make the person's receipt again from the roll, ``None`` where no vote was counted (ledger 7)."""
    token = campaign_keys(services, campaign_id).token(person_key)
    entry = await ledger.get_roll_entry(connection, campaign_id, token)
    return sign_receipt(services, campaign_id, entry) if entry is not None else None


def sign_receipt(services: Services, campaign_id: CampaignId, entry: RollEntry) -> Receipt:
    """Make the receipt of an entry in the roll; raise ``KeyMissing``."""
    signing = services.keys.read_signing(campaign_id.akimat, campaign_id.campaign)
    return make_receipt(signing, campaign_id.campaign, entry)


async def require_ballot(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, person: Person, number: int
) -> Ballot:
    """Return the project with the territory in which a vote for it counts, before ``person``.

    Raises:
        RuleViolation: ``project-unknown`` or ``voting-not-here``.
    """
    project, territory = await _require_project(connection, campaign_id, rulebook, number)
    return Ballot(
        rulebook=rulebook,
        project=project,
        territory=territory,
        person=person,
        box_key=await campaign.get_box_key(connection, campaign_id, territory),
        is_frozen=await freeze.is_frozen(connection, campaign_id, territory),
        is_closed=await ledger.get_territory_state(connection, campaign_id, territory) is not None,
    )


async def judge_for_nobody(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, number: int, now: datetime
) -> Verdict:
    """Say why nobody can vote for the project now, or else that one has to be verified first (P7).

    Raises:
        RuleViolation: ``project-unknown`` or ``voting-not-here``.
    """
    project, territory = await _require_project(connection, campaign_id, rulebook, number)
    box_key = await campaign.get_box_key(connection, campaign_id, territory)
    verdict = ballot_verdict(
        project,
        territory,
        rulebook,
        now,
        has_voted=False,
        is_halted=box_key is None,
        is_frozen=await freeze.is_frozen(connection, campaign_id, territory),
        is_closed=await ledger.get_territory_state(connection, campaign_id, territory) is not None,
    )
    # Nobody is sent to be verified for a vote that is not taken anyway.
    return verdict if verdict.reasons else Verdict(reasons=(Reason(refusal=Refusal.NOT_VERIFIED),))


async def _require_project(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, number: int
) -> tuple[Project, str]:
    found = await browsing.list_projects(connection, campaign_id, [number])
    if not found:
        raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
    territory = rulebook.voting_territory(found[0].territory)
    if territory is None:
        raise refuse(
            Refusal.VOTING_NOT_HERE,
            territory=found[0].territory,
            mode=rulebook.voting.mode.value,
        )
    return found[0], territory


async def judge_elsewhere(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    person_key: bytes,
) -> Verdict:
    """Say whether the other channel has the person's vote already (A6); the campaign's row has to be locked.

    Without the lock an import may be approved meanwhile; a question before the vote bears that.
    """
    if rulebook.voting.mode.value is not Mode.JOINT:
        return Verdict()
    token = campaign_keys(services, campaign_id).token(person_key)
    is_there = await elsewhere.is_elsewhere(connection, campaign_id, token)
    return elsewhere_verdict(rulebook, is_elsewhere=is_there)


async def judge(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, ballot: Ballot, now: datetime
) -> Verdict:
    """Ask every rule of voting and return all their reasons at once (E1-E3, A6, P7)."""
    verdicts = [
        await judge_elsewhere(services, connection, campaign_id, ballot.rulebook, ballot.person.person_key),
        ballot_verdict(
            ballot.project,
            ballot.territory,
            ballot.rulebook,
            now,
            has_voted=False,
            is_halted=ballot.box_key is None,
            is_frozen=ballot.is_frozen,
            is_closed=ballot.is_closed,
        ),
    ]
    resident = await register.get_resident(connection, campaign_id.akimat, ballot.person.person_key)
    window = ballot.rulebook.window(Stage.VOTING, ballot.territory)
    if resident is None:
        verdicts.append(Verdict(reasons=(Reason(refusal=Refusal.NOT_REGISTERED),)))
    elif window is not None:
        verdicts.append(voting_verdict(resident, ballot.territory, ballot.rulebook, now, window.unextended))
    if ballot.person.verification not in ballot.rulebook.voting.verification.value:
        barred = Reason(refusal=Refusal.VERIFICATION_NOT_ALLOWED, facts=whom_to_ask(ballot.rulebook))
        verdicts.append(Verdict(reasons=(barred,)))
    return Verdict.of(*verdicts)
