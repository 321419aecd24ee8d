"""The text of the home screen, short enough for a phone (A3).

Separate from the getters, because which lines are true is decided here from facts alone.
"""

from collections.abc import Iterator

from bot.dialogs.place.getters import path
from core.language.dates import is_day_end
from core.language.locales import Words
from core.language.markup import Safe
from core.model.stage import Stage
from core.model.territory import Territory
from core.rulebook.model import Mode
from core.rules.stages import StageChange
from core.usecases.guide.home import Home

STAGE_TEXTS = tuple(f"stage-{stage}" for stage in Stage)


def home_text(words: Words, home: Home) -> str:
    """Return what the home screen says: campaign and place, stages, and what is known of the person."""
    paragraphs = (_heading(words, home), _stages(words, home), _standing(words, home))
    return Safe("\n\n".join(Safe("\n".join(lines)) for lines in map(tuple, paragraphs) if lines))


def _heading(words: Words, home: Home) -> Iterator[str]:
    place = path(home.rulebook.territories, home.territory.slug, words.language)
    yield words("home-title", title=home.rulebook.title, plan_year=home.rulebook.plan_year)
    yield words("home-place", place=place)


def _stages(words: Words, home: Home) -> Iterator[str]:
    for window in home.stages:
        yield words("home-stage", stage=words(f"stage-{window.stage}"), closes=window.closes)
        if window.first_closes is not None:
            yield words("home-extended", first=window.first_closes)
    if not home.stages:
        yield words("home-no-stage")
    if home.coming is not None:
        yield _coming(words, home.coming)


def _coming(words: Words, coming: StageChange) -> str:
    # A stage that begins at midnight begins with its day; any other hour is worth saying.
    stage = words(f"stage-{coming.stage}")
    if is_day_end(coming.at):
        return words("home-coming-day", stage=stage, opens=coming.at)
    return words("home-coming-time", stage=stage, opens=coming.at)


def _standing(words: Words, home: Home) -> Iterator[str]:
    is_guide = home.rulebook.voting.mode.value is Mode.GUIDE
    is_voting = any(window.stage is Stage.VOTING for window in home.stages)
    has_ended = home.voting is not None and home.voting.closes <= home.now
    if is_guide:
        yield words("home-guide")
    elif home.standing.has_outcome:
        yield words("home-outcome")
    elif has_ended:
        yield words("home-counting")
    elif is_voting:
        yield from _voter(words, home)
    if home.person is not None and home.person.session_ends is not None:
        yield words("home-session", ends=home.person.session_ends)


def _voter(words: Words, home: Home) -> Iterator[str]:
    if home.person is None:
        yield words("home-unverified")
    elif home.standing.has_voted:
        yield words("home-voted")
    elif home.standing.has_voted_there:
        yield words("home-voted-there")
    elif not home.own:
        yield words("home-not-entitled")
    else:
        yield words("home-verified")
        yield from _elsewhere(words, home)


def _elsewhere(words: Words, home: Home) -> Iterator[str]:
    """Say where the person may vote unless that is the chosen place (P9)."""
    here = home.rulebook.voting_territory(home.territory.slug)
    others: tuple[Territory, ...] = tuple(territory for territory in home.own if territory.slug != here)
    if others:
        yield words("home-own", own=home.own)
