"""An application as a list of its answers, for the preview (B2).

Separate because what is printed of each answer is decided here from the contents alone.
"""

from collections.abc import Callable, Iterator, Mapping

from bot.dialogs.browsing.texts import direction_name
from bot.dialogs.place.getters import path
from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.language import Text
from core.model.proposal import Contents, Step
from core.rulebook.model import Rulebook
from core.rules.author import printed_phone
from core.rules.steps import author_kind_of, steps_of

DESCRIPTION_LENGTH = 200
"""Characters of a description; a button shows it whole."""

_TITLE_LENGTH = 150
_FACT_LENGTH = 100

Print = Callable[[Words, Rulebook, Contents], object | None]


def answers_text(words: Words, rulebook: Rulebook, contents: Contents) -> str:
    """Return a line for each step that is asked and shows something."""
    return Safe("\n".join(_lines(words, rulebook, contents)))


def _lines(words: Words, rulebook: Rulebook, contents: Contents) -> Iterator[str]:
    for step in steps_of(rulebook, contents):
        if step in _PRINTS:
            answer = _PRINTS[step](words, rulebook, contents)
            said = words("proposal-nothing") if answer is None else answer
            yield words("proposal-answer", name=words(f"proposal-name-{step}"), answer=said)


def _direction(words: Words, rulebook: Rulebook, contents: Contents) -> str | None:
    if contents.direction is None:
        return None
    named: Text = direction_name(rulebook, contents.direction)
    chosen = shortened(named.in_language(words.language), _FACT_LENGTH)
    return f"{chosen}: {shortened(contents.reason, _FACT_LENGTH)}" if contents.reason else chosen


def _title(_words: Words, _rulebook: Rulebook, contents: Contents) -> str | None:
    return shortened(contents.title, _TITLE_LENGTH) if contents.title else None


def _description(_words: Words, _rulebook: Rulebook, contents: Contents) -> str | None:
    return shortened(contents.description, DESCRIPTION_LENGTH) if contents.description else None


def _territory(words: Words, rulebook: Rulebook, contents: Contents) -> str | None:
    tree, language = rulebook.territories, words.language
    return path(tree, contents.territory, language) if contents.territory in tree.nodes else None


def _place(words: Words, _rulebook: Rulebook, contents: Contents) -> str | None:
    landmark = shortened(contents.landmark, _FACT_LENGTH) if contents.landmark else None
    if contents.latitude is None:
        return landmark
    return words("proposal-answer-place", landmark=landmark or words("proposal-nothing"))


def _estimate(words: Words, _rulebook: Rulebook, contents: Contents) -> str | None:
    estimate = contents.estimate
    if estimate.cost is None:
        return None
    kind, has_file = words(f"proposal-estimate-{estimate.kind}"), estimate.file is not None
    facts = {"cost": estimate.cost, "count": len(estimate.lines), "kind": kind, "has_file": has_file}
    return words("proposal-answer-estimate", **facts)


def _pictures(words: Words, _rulebook: Rulebook, contents: Contents) -> str | None:
    count = len(contents.pictures)
    return words("proposal-answer-pictures", count=count) if count else None


def _author(words: Words, rulebook: Rulebook, contents: Contents) -> str | None:
    author, kind = contents.author, author_kind_of(rulebook, contents)
    named = kind.text.in_language(words.language) if kind is not None else None
    phone = printed_phone(author.phone) if author.phone else None
    known = [each for each in (author.name, phone, named) if each]
    if not known:
        return None
    said = ", ".join(known)
    return words("proposal-answer-author", author=said, is_public=author.is_name_public)


_PRINTS: Mapping[Step, Print] = {
    Step.DIRECTION: _direction,
    Step.TITLE: _title,
    Step.DESCRIPTION: _description,
    Step.TERRITORY: _territory,
    Step.PLACE: _place,
    Step.ESTIMATE: _estimate,
    Step.PICTURES: _pictures,
    Step.AUTHOR: _author,
}
