"""Which questions a proposal answers, and which are still open; apart from what stands against it (B2)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from core.law.zone import end_of, local_date
from core.model.proposal import Contents, Step
from core.rulebook.model import AuthorKind, Rulebook

OTHER_DIRECTION = "other"
"""The direction that takes a stated reason (A1)."""


def steps_of(rulebook: Rulebook, contents: Contents) -> tuple[Step, ...]:
    """Return the steps that this campaign asks of this author, in their order, the preview last (B2)."""
    return tuple(step for step in Step if _is_asked(rulebook, contents, step))


def missing_steps(rulebook: Rulebook, contents: Contents) -> tuple[Step, ...]:
    """Return the asked steps without which nothing can be submitted and that are not answered (B2, B3).

    Papers are handed in later and the preview asks nothing, so neither is ever missing.
    """
    answers = _answers(rulebook, contents)
    return tuple(step for step in steps_of(rulebook, contents) if not answers[step])


def first_missing(rulebook: Rulebook, contents: Contents) -> Step | None:
    """Return the first step that is missing, ``None`` where everything has been answered (B2)."""
    return next(iter(missing_steps(rulebook, contents)), None)


def step_after(rulebook: Rulebook, contents: Contents, step: Step) -> Step | None:
    """Return the asked step that follows ``step``, ``None`` after the preview (B2)."""
    order = tuple(Step)
    later = order[order.index(step) + 1 :]
    return next((each for each in steps_of(rulebook, contents) if each in later), None)


def step_before(rulebook: Rulebook, contents: Contents, step: Step) -> Step | None:
    """Return the asked step that stands before ``step``, ``None`` before the first (B2)."""
    order = tuple(Step)
    earlier = order[: order.index(step)]
    return next((each for each in reversed(steps_of(rulebook, contents)) if each in earlier), None)


def territory_of(rulebook: Rulebook, contents: Contents) -> str | None:
    """Return the territory of a proposal: the chosen one, or the only one that there is (B2)."""
    if contents.territory is not None or not _has_one_territory(rulebook):
        return contents.territory
    return next(iter(rulebook.territories.nodes))


def author_kind_of(rulebook: Rulebook, contents: Contents) -> AuthorKind | None:
    """Return the kind of author that was chosen or is the only one; ``None`` where it is open (A1)."""
    if contents.author.kind is None and len(rulebook.authors) == 1:
        return rulebook.authors[0]
    return next((kind for kind in rulebook.authors if kind.slug == contents.author.kind), None)


def completed(rulebook: Rulebook, contents: Contents) -> Contents:
    """Return the contents with what nobody was asked for, because there is one choice alone (B2)."""
    kind = author_kind_of(rulebook, contents)
    author = replace(contents.author, kind=kind.slug if kind is not None else None)
    return replace(contents, territory=territory_of(rulebook, contents), author=author)


def papers_due(rulebook: Rulebook, contents: Contents, now: datetime) -> datetime | None:
    """Return the half-open end of the term for the papers of this author's kind, ``None`` for none (B2)."""
    kind, days = author_kind_of(rulebook, contents), rulebook.proposal.papers_days
    if kind is None or not kind.papers or days is None:
        return None
    return end_of(local_date(now) + timedelta(days=days.value))


def _has_one_territory(rulebook: Rulebook) -> bool:
    return len(rulebook.territories.nodes) == 1


def _is_asked(rulebook: Rulebook, contents: Contents, step: Step) -> bool:
    match step:
        case Step.TERRITORY:
            return not _has_one_territory(rulebook)
        case Step.PAPERS:
            kind = author_kind_of(rulebook, contents)
            return kind is not None and bool(kind.papers)
        case Step.QUESTION:
            question = rulebook.proposal.question
            return question is not None and question.value
        case _:
            return True


def _answers(rulebook: Rulebook, contents: Contents) -> Mapping[Step, bool]:
    least = rulebook.limits.get("pictures_at_least")
    has_reason = contents.direction != OTHER_DIRECTION or _is_said(contents.reason)
    return {
        Step.DIRECTION: contents.direction is not None and has_reason,
        Step.TITLE: _is_said(contents.title),
        Step.DESCRIPTION: _is_said(contents.description),
        Step.TERRITORY: contents.territory is not None,
        Step.PLACE: _is_said(contents.landmark),
        Step.ESTIMATE: contents.estimate.cost is not None,
        Step.PICTURES: least is None or len(contents.pictures) >= least.value,
        Step.AUTHOR: _has_author(rulebook, contents),
        Step.PAPERS: True,
        Step.RULES: contents.agreed_version is not None,
        Step.QUESTION: contents.has_answered_question,
        Step.PREVIEW: True,
    }


def _has_author(rulebook: Rulebook, contents: Contents) -> bool:
    author = contents.author
    has_kind = not rulebook.authors or author_kind_of(rulebook, contents) is not None
    return has_kind and _is_said(author.name) and _is_said(author.phone)


def _is_said(text: str | None) -> bool:
    return text is not None and any(letter.isalnum() for letter in text)
