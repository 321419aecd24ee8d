"""How people are told the news of what they wrote or follow: decisions, and the outcome (D7, F5)."""

from collections.abc import Iterator

from core.language.locales import Words
from core.language.markup import Safe
from core.model.outcome import Decision
from core.usecases.notice.kinds import Notice
from core.usecases.outcome.project import ProjectResult, get_project_result
from core.usecases.outcome.written import OutcomeLine
from core.usecases.review.reading import get_decided
from core.usecases.services import Services
from messenger.buttons import AgainButton, Destination, GoThereButton, ProposalButton, labelled
from messenger.notices.proposal import told
from messenger.notices.rendered import Rendered

DECISION_TEXTS = tuple(f"decision-{decision.value.replace('_', '-')}" for decision in Decision)


async def render(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say what was decided on the proposal that the reader follows, and why.

    Raises:
        RuleViolation: ``proposal-unknown`` where the proposal is gone.
    """
    number: int = notice.facts["number"]
    decided = await get_decided(services, notice.campaign_id, number, notice.facts["ordinal"])
    heading = words(
        "notice-news",
        number=number,
        status=decided.event.status.value,
        title=decided.proposal.title,
    )
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=number)
    return Rendered(
        text=Safe("\n\n".join([heading, *told(words, decided)])),
        keyboard=labelled((words("button-proposal-open"), there)),
    )


async def render_result(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say place, votes, money, who decides next, and let an author file again what did not win (F5).

    Raises:
        RuleViolation: ``project-unknown`` where the project is gone.
    """
    number: int = notice.facts["number"]
    result = await get_project_result(services, notice.campaign_id, number, notice.account_id)
    if result is None:
        return None
    heading = words("notice-result", number=number, title=result.project.title, is_author=result.is_author)
    parts = [heading, Safe("\n".join(_counted(words, result)))]
    parts.append(words("outcome-council", council=result.rulebook.council.name))
    campaign, territory = notice.campaign_id.campaign, result.outcome.territory
    there = GoThereButton(to=Destination.OUTCOME, campaign=campaign, territory=territory)
    if not (result.is_author and result.has_lost):
        keyboard = labelled((words("button-go-outcome"), there))
        return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard)
    parts.append(words("result-again"))
    again = AgainButton(campaign=campaign, number=number)
    keyboard = labelled((words("button-again"), again), (words("button-go-outcome"), there))
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard)


def _counted(words: Words, result: ProjectResult) -> Iterator[str]:
    """Yield place, votes and decision; of a hidden count no more than its outcome tells (ledger 4)."""
    line, outcome = result.line, result.outcome
    if line is not None and line.place is not None and line.votes is not None:
        yield words("result-place", place=line.place, projects=outcome.projects)
        yield words("result-votes", votes=line.votes, threshold=outcome.threshold)
    yield words("result-hidden-lost") if line is None else _decided(words, result, line)
    if outcome.is_hidden:
        yield words("outcome-hidden", below=result.rulebook.voting.small_count_below.value)
    elif result.votes_missing:
        yield words("result-votes-missing", count=result.votes_missing)
    elif line is not None and line.decision in {Decision.DOES_NOT_FIT, Decision.PART}:
        yield words("result-money-missing", missing=result.money_missing)


def _decided(words: Words, result: ProjectResult, line: OutcomeLine) -> str:
    return words(
        f"decision-{line.decision.value.replace('_', '-')}",
        granted=line.granted,
        cost=line.cost,
        threshold=result.outcome.threshold,
        number=line.excluded_by or 0,
    )
