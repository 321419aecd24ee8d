"""How the council's decision on a result is told to authors and followers of the project (F2, F5)."""

from core.language.locales import Words
from core.language.markup import Safe
from core.model.outcome import Decision
from core.usecases.notice.kinds import Notice
from core.usecases.outcome.project import get_project_result
from core.usecases.result.reading import list_decisions
from core.usecases.services import Services
from messenger.buttons import Destination, GoThereButton, labelled
from messenger.notices.rendered import Rendered


async def render(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say whether the project is to be built, that this differs from the count where it does, and why (F2).

    Raises:
        RuleViolation: ``project-unknown`` where the project is gone.
    """
    number: int = notice.facts["number"]
    found = await get_project_result(services, notice.campaign_id, number, notice.account_id)
    decided = (await list_decisions(services, notice.campaign_id, [number])).get(number)
    if found is None or decided is None:
        return None
    has_won = found.line is not None and found.line.decision in {Decision.WON, Decision.PART}
    council = found.rulebook.council.name
    parts = [
        words("notice-result-decided", number=number, title=found.project.title, council=council),
        words("result-implemented" if decided.is_implemented else "result-declined"),
    ]
    if decided.is_implemented != has_won:
        parts.append(words("result-differs", is_won=has_won))
    if decided.reason is not None:
        parts.append(words("result-reason", reason=decided.reason))
    campaign, territory = notice.campaign_id.campaign, found.outcome.territory
    there = GoThereButton(to=Destination.OUTCOME, campaign=campaign, territory=territory)
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=labelled((words("button-go-outcome"), there)))
