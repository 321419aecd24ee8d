"""Before the vote: may this person vote for this project, and the receipt of who has voted already."""

from dataclasses import dataclass

from core.model.campaign import CampaignId
from core.model.project import Project
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.territory import Territory
from core.model.vote import Absence, Counted, Receipt
from core.usecases.services import Services
from core.usecases.verification.person import Person, find_person, finish
from core.usecases.voting.counted import find_counted
from core.usecases.voting.facts import find_receipt, judge, judge_for_nobody, require_ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteQuestion:
    """What the second confirmation asks; ``session`` binds its button to the person who is asked (E3).

    ``bot`` is the name of the official one, empty where the rulebook has none (E9).
    """

    project: Project
    territory: Territory
    session: str | None
    bot: str


async def ask(
    services: Services, campaign_id: CampaignId, account_id: int, number: int
) -> VoteQuestion | Receipt:
    """Return what to confirm, or the receipt of a person who has voted already, never the choice (E3).

    Raises:
        RuleViolation: with every reason why the person cannot vote for this project now; ``not-verified``
            only where a verified person could.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        person = await find_person(connection, campaign_id, account_id, now)
        if person is None:
            verdict = await judge_for_nobody(connection, campaign_id, rulebook, number, now)
            raise RuleViolation(*verdict.reasons)
        receipt = await find_receipt(services, connection, campaign_id, person.person_key)
        if receipt is None:
            ballot = await require_ballot(connection, campaign_id, rulebook, person, number)
            (await judge(services, connection, campaign_id, ballot, now)).enforce()
            return VoteQuestion(
                project=ballot.project,
                territory=rulebook.territories.require(ballot.territory),
                session=person.session,
                bot=rulebook.official.bot,
            )
    return await _handed_over(services, campaign_id, account_id, person, receipt)


async def ask_whether_counted(
    services: Services, campaign_id: CampaignId, account_id: int
) -> Counted | Absence:
    """Say whether a vote was counted in the name of whom the account stands for now, signed both ways (E10).

    Raises:
        RuleViolation: ``not-verified``.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        person = await find_person(connection, campaign_id, account_id, now)
        if person is None:
            raise refuse(Refusal.NOT_VERIFIED)
        found = await find_counted(services, connection, campaign_id, person.person_key, now)
    if isinstance(found, Counted):
        await _handed_over(services, campaign_id, account_id, person, found.receipt)
    return found


async def _handed_over(
    services: Services, campaign_id: CampaignId, account_id: int, person: Person, receipt: Receipt
) -> Receipt:
    """End the session of a code with its receipt (E2)."""
    if person.session is not None:
        await finish(services, campaign_id, account_id)
    return receipt
