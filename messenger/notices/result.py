"""How the council's decision on a result is told to authors and followers of the project (F2, F5)."""

from core.language.locales import Words
from core.language.markup import Safe
from core.usecases.notice.kinds import Notice
from core.usecases.outcome.project import get_project_result
from core.usecases.result.decisions import list_decisions, say_decision
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
    council = found.rulebook.council.name
    head = words("notice-result-decided", number=number, title=found.project.title, council=council)
    parts = [head, *say_decision(words, decided)]
    campaign, territory = notice.campaign_id.campaign, found.outcome.territory
    there = GoThereButton(to=Destination.OUTCOME, campaign=campaign, territory=territory)
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=labelled((words("button-go-outcome"), there)))
