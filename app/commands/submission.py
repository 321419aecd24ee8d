"""An application in lines, as a clerk reads it before he decides; apart, for it is long (C1)."""

from collections.abc import Iterator

from core.files.store import path_of
from core.model.proposal import Contents
from core.usecases.review.reading import Submission


def lines_of(submission: Submission) -> Iterator[str]:
    """Yield everything that stands in the application; files are paths within the folder of files.

    Name and telephone are among it: the lines are for the screen of whoever decides, and for no log (P1).
    """
    proposal = submission.proposal
    yield f"{proposal.number} is {proposal.status}, version {proposal.version}"
    yield from _answers(submission.contents)
    yield from _estimate(submission.contents)
    yield from (f"picture: {path_of(item.published)} ({item.kind})" for item in submission.contents.pictures)
    yield f"pictures: {len(submission.contents.pictures)}, papers: {submission.papers}"
    for event in submission.history:
        reason = f": {event.reason.kk} / {event.reason.ru}" if event.reason is not None else ""
        yield f"{event.at.isoformat(timespec='minutes')} {event.status}{reason}"
    for warned in submission.check.warnings:
        facts = ", ".join(f"{name} {value}" for name, value in warned.facts.items())
        yield f"warning: {warned.warning}{f', {facts}' if facts else ''}"


def _answers(contents: Contents) -> Iterator[str]:
    author = contents.author
    point = f"{contents.latitude}, {contents.longitude}" if contents.latitude is not None else None
    answers = {
        "title": contents.title,
        "description": contents.description,
        "direction": contents.direction,
        "reason": contents.reason,
        "territory": contents.territory,
        "landmark": contents.landmark,
        "point": point,
        "author": ", ".join(filter(None, (author.kind, author.name, author.phone))),
        "name is published": "yes" if author.is_name_public else "no",
    }
    yield from (f"{name}: {value}" for name, value in answers.items() if value is not None)


def _estimate(contents: Contents) -> Iterator[str]:
    estimate = contents.estimate
    yield f"cost: {estimate.cost} tenge, {estimate.kind}"
    for line in estimate.lines:
        yield f"estimate: {line.item}, {line.quantity} at {line.price}, {line.amount} tenge"
    if estimate.file is not None:
        yield f"estimate: {path_of(estimate.file)}"
