"""The filled-in application that its author gets on request: his own document, in both languages (B4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.documents.typesetting import typeset
from core.documents.wording import Both, Wording, basis, both, head, same
from core.language.locales import Words
from core.language.money import grouped
from core.model.language import Language, Text
from core.model.proposal import Channel, Contents, EstimateKind, Proposal, ProposalStatus
from core.rulebook.model import Named, Rulebook
from core.rules.phone import normalise
from core.rules.steps import author_kind_of

CHANNEL_TEXTS = tuple(f"document-application-channel-{channel}" for channel in Channel)
ESTIMATE_TEXTS = tuple(f"document-application-{kind}" for kind in EstimateKind)
STATUS_TEXTS = tuple(f"proposal-status-{status}" for status in ProposalStatus)
_PREFIX = "document-application-"
LABEL_TEXTS = tuple(
    _PREFIX + name
    for name in (
        "kind",
        "estimate",
        "item",
        "quantity",
        "price",
        "amount",
        "total",
        "history",
        "when",
        "became",
        "why",
        "author",
        "own",
    )
)
"""What the template calls by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A step in the proposal's history: what it became and when, why, and until when something is due.

    ``ground`` is a slug of the rulebook; ``due_at`` is the half-open end of a term.
    """

    status: ProposalStatus
    at: datetime
    ground: str | None = None
    reason: Text | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFacts:
    """What the application says: the row, the contents of its version, and its history, the oldest first.

    ``papers`` counts the papers that have come. The caller has made sure that the reader is its author.
    """

    rulebook: Rulebook
    proposal: Proposal
    contents: Contents
    history: tuple[Happening, ...]
    papers: int = 0


def application_pdf(words_kk: Words, words_ru: Words, facts: ApplicationFacts, at: datetime) -> bytes:
    """Return the application as PDF; ``at`` is the instant of what it shows last, ``history[-1].at``.

    Equal facts and ``at`` give equal bytes.
    """
    wording = Wording(words_kk, words_ru)
    return typeset("application", application_sheet(wording, facts, at), at)


def application_sheet(wording: Wording, facts: ApplicationFacts, at: datetime) -> dict[str, object]:
    """Return what the template prints."""
    rulebook, contents = facts.rulebook, facts.contents
    rules = (*rulebook.limits.values(), rulebook.proposal.author_age, *rulebook.review.values())
    cost = contents.estimate.cost
    return {
        "title": wording.say("document-application-title", number=facts.proposal.number),
        "head": head(wording, rulebook),
        "labels": _labels(wording),
        "rows": list(_rows(wording, facts)),
        "lines": _lines(contents),
        "total": wording.say("document-money", cost=cost)["kk"] if cost is not None else "",
        "history": [_step(wording, rulebook, each) for each in facts.history],
        "agreed": wording.say("document-application-agreed", version=contents.agreed_version or 1),
        "author": contents.author.name or "",
        "printed": wording.say("document-application-printed", moment=at),
        "basis": basis(wording, rulebook, rules),
    }


def _labels(wording: Wording) -> dict[str, Both]:
    shared = {
        "basis": wording.say("document-basis"),
        "signature": wording.say("document-signature"),
        "date": wording.say("document-date"),
    }
    return wording.labels(LABEL_TEXTS, _PREFIX) | shared


def _row(label: Both, value: Both | str) -> dict[str, object]:
    """Return a line of the table: a person's own words once, what the house says in both languages."""
    is_own = isinstance(value, str)
    return {"label": label, "own": value if is_own else None, "both": None if is_own else value}


def _rows(wording: Wording, facts: ApplicationFacts) -> Iterator[dict[str, object]]:
    say, proposal, contents = wording.say, facts.proposal, facts.contents
    submitted = say("document-moment", moment=proposal.submitted_at)
    yield _row(say("document-application-submitted"), submitted)
    channel = say(f"document-application-channel-{proposal.channel}")
    yield _row(say("document-application-channel"), channel)
    yield _row(say("document-application-status"), say(f"proposal-status-{proposal.status}"))
    if proposal.version > 1:
        yield _row(say("document-application-version"), same(str(proposal.version)))
    yield _row(
        say("document-application-direction"), _named(facts.rulebook.directions, contents.direction or "")
    )
    if contents.reason:
        yield _row(say("document-application-other"), contents.reason)
    yield _row(say("document-application-title-label"), contents.title or "")
    yield _row(say("document-application-description"), contents.description or "")
    yield from _place(wording, facts)
    yield from _cost(wording, contents)
    pictures = len(contents.pictures)
    yield _row(say("document-application-pictures"), say("document-count", count=pictures))
    if facts.papers:
        yield _row(say("document-application-papers"), say("document-count", count=facts.papers))
    yield from _author(wording, facts)


def _place(wording: Wording, facts: ApplicationFacts) -> Iterator[dict[str, object]]:
    contents, tree = facts.contents, facts.rulebook.territories
    if contents.territory is not None and contents.territory in tree.nodes:
        line = [*tree.line(contents.territory)][::-1]
        path = {
            language.value: ", ".join(each.name.in_language(language) for each in line)
            for language in Language
        }
        yield _row(wording.say("document-application-territory"), path)
    yield _row(wording.say("document-application-place"), contents.landmark or "")
    if contents.latitude is not None and contents.longitude is not None:
        point = f"{contents.latitude:.5f}, {contents.longitude:.5f}"
        yield _row(wording.say("document-application-point"), point)


def _cost(wording: Wording, contents: Contents) -> Iterator[dict[str, object]]:
    estimate = contents.estimate
    if estimate.cost is not None:
        yield _row(
            wording.say("document-application-cost"), wording.say("document-money", cost=estimate.cost)
        )
    kind = wording.say(f"document-application-{estimate.kind}")
    if estimate.file is not None:
        file = wording.say("document-application-file")
        kind = {language: f"{said}, {file[language]}" for language, said in kind.items()}
    yield _row(wording.say("document-application-estimate"), kind)


def _author(wording: Wording, facts: ApplicationFacts) -> Iterator[dict[str, object]]:
    author, kind = facts.contents.author, author_kind_of(facts.rulebook, facts.contents)
    if kind is not None:
        yield _row(wording.say("document-application-author-kind"), both(kind.text))
    yield _row(wording.say("document-application-author"), author.name or "")
    yield _row(wording.say("document-application-phone"), printed_phone(author.phone or ""))
    is_public = (
        "document-application-is-public" if author.is_name_public else "document-application-not-public"
    )
    yield _row(wording.say("document-application-public"), wording.say(is_public))


def _lines(contents: Contents) -> list[dict[str, str]]:
    return [
        {
            "item": line.item,
            "quantity": _quantity(line.quantity),
            "price": grouped(line.price),
            "amount": grouped(line.amount),
        }
        for line in contents.estimate.lines
    ]


def _quantity(quantity: Decimal) -> str:
    whole, _, part = f"{quantity:f}".partition(".")
    part = part.rstrip("0")
    return grouped(int(whole)) + (f",{part}" if part else "")


def _step(wording: Wording, rulebook: Rulebook, step: Happening) -> dict[str, object]:
    why: list[Both] = []
    if step.ground is not None:
        ground = _named(rulebook.grounds, step.ground)
        why.append(wording.say("document-ground", ground=Text(kk=ground["kk"], ru=ground["ru"])))
    if step.reason is not None:
        why.append(wording.say("document-reason", reason=step.reason))
    if step.due_at is not None:
        why.append(wording.say("document-due", due_at=step.due_at))
    return {
        "at": wording.say("document-moment", moment=step.at),
        "status": wording.say(f"proposal-status-{step.status}"),
        "why": why or [wording.say("document-nothing")],
    }


def _named(rows: tuple[Named, ...], slug: str) -> Both:
    return next((both(named.text) for named in rows if named.slug == slug), same(slug))


def printed_phone(phone: str) -> str:
    """Return a number as people write it; what is no mobile of Kazakhstan stays as it was typed."""
    if normalise(phone) is None:
        return phone
    return f"+7 {phone[1:4]} {phone[4:7]} {phone[7:9]} {phone[9:]}"
