"""The same question at the desk: a clerk types an IIN, kept nowhere, and the person hears of it (E10)."""

from core.identity.keys import read_akimat_keys
from core.ledger.receipt import control_number
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.vote import Absence, Counted
from core.rules.iin_list import ListProblem, read_typed
from core.rules.permissions import OfficeAct
from core.store import register
from core.usecases.concern.telling import tell_of_question
from core.usecases.office.permission import log_access, require_right
from core.usecases.services import Services
from core.usecases.voting.counted import find_counted


async def ask_at_desk(
    services: Services, actor: Actor, campaign_id: CampaignId, typed: str
) -> Counted | Absence:
    """Say whether a vote was counted in the name of the person with this IIN, never for what (E10).

    The question is logged by the control number, not by the person, and told to the linked account.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, or ``iin-wrong`` with the
            ``problem``; nothing is logged then.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.ASK_VOTE)
        person_key = read_akimat_keys(services.keys, campaign_id.akimat).person(_require_iin(typed))
        if await register.get_resident(connection, campaign_id.akimat, person_key) is None:
            raise refuse(Refusal.IIN_WRONG, line=1, problem=ListProblem.NOT_IN_REGISTER)
        now = services.clock.now()
        found = await find_counted(services, connection, campaign_id, person_key, now)
        token = found.receipt.entry.token if isinstance(found, Counted) else found.token
        await log_access(services, connection, actor, campaign_id, "ask-vote", control_number(token))
        await tell_of_question(services, connection, campaign_id, person_key, now=now)
    return found


def _require_iin(typed: str) -> str:
    listed = read_typed(typed)
    for line, problem in listed.problems:
        raise refuse(Refusal.IIN_WRONG, line=line, problem=problem)
    if len(listed.people) != 1:
        raise refuse(Refusal.IIN_WRONG, line=1, problem=ListProblem.MISSING)
    return listed.people[0].iin
