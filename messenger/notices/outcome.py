"""How a counted territory is told: who won, with how many votes and for how much (F5)."""

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.outcome import Decision
from core.usecases.browsing.card import card
from core.usecases.notice.kinds import Notice
from core.usecases.outcome.reading import get_outcome
from core.usecases.outcome.written import OutcomeLine, TerritoryOutcome
from core.usecases.place import choosing
from core.usecases.services import Services
from messenger.buttons import Destination, GoThereButton, keyboard
from messenger.notices.rendered import Rendered

WINNERS_SHOWN = 10
"""How many winners a notice names; the button leads to all of them."""

_TITLE_LENGTH = 80


async def render(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say what was counted in the territory: who won with how many votes, and what it costs (F5)."""
    territory: str = notice.facts["territory"]
    outcome = await get_outcome(services, notice.campaign_id, territory)
    if outcome is None:
        return None
    rulebook = await choosing.require_rulebook(services, notice.campaign_id)
    winners = [line for line in outcome.lines if line.decision in {Decision.WON, Decision.PART}]
    named = [await _winner(services, words, notice, line) for line in winners[:WINNERS_SHOWN]]
    heading = words("notice-outcome", territory=rulebook.territories.require(territory))
    parts = [
        Safe("\n".join([heading, words("notice-outcome-campaign", campaign=rulebook.title)])),
        Safe("\n".join([_first_line(words, outcome, len(winners)), *named])),
        *_remarks(words, outcome, left_out=len(winners) - len(named)),
        words("notice-outcome-money", spent=outcome.spent, money=outcome.money),
        words("outcome-council", council=rulebook.council.name),
    ]
    there = GoThereButton(to=Destination.OUTCOME, campaign=notice.campaign_id.campaign, territory=territory)
    return Rendered(text=Safe("\n\n".join(parts)), keyboard=keyboard(words, there))


def _first_line(words: Words, outcome: TerritoryOutcome, count: int) -> str:
    if count:
        return words("notice-outcome-winners", count=count)
    return words("notice-outcome-no-winner", threshold=outcome.threshold)


def _remarks(words: Words, outcome: TerritoryOutcome, *, left_out: int) -> list[str]:
    waiting = sum(line.decision is Decision.AWAITS_LOT for line in outcome.lines)
    more = [words("notice-outcome-more", count=left_out)] if left_out else []
    return [*more, words("notice-outcome-waiting", count=waiting)] if waiting else more


async def _winner(services: Services, words: Words, notice: Notice, line: OutcomeLine) -> str:
    shown = await card(services, notice.campaign_id, line.number)
    title = shortened(shown.project.title.in_language(words.language), _TITLE_LENGTH)
    if line.votes is None:
        return words("notice-winner-hidden", number=line.number, title=title, granted=line.granted)
    return words(
        "notice-winner",
        number=line.number,
        title=title,
        votes=line.votes,
        granted=line.granted,
    )
