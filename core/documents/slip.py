"""The slip that the author of a paper proposal takes home: its number, and how to find it in the bot (B9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.documents.qr import qr_png
from core.documents.typesetting import typeset
from core.documents.wording import Both, Wording, contacts, head
from core.identity.codes import printed
from core.language.locales import Locales
from core.rulebook.model import Rulebook

_PREFIX = "document-slip-"
LABEL_TEXTS = tuple(_PREFIX + name for name in ("number", "code", "entered", "clerk", "why", "secret"))
"""What the template calls by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFacts:
    """What the slip says: the application, the claim code and until when it is good (half-open).

    ``code`` is the eight signs without a hyphen; ``link`` is what the QR code opens, empty for no QR code
    (`core.documents.qr.bot_link` makes one). ``entered_at`` is when the clerk took the application.
    """

    rulebook: Rulebook
    number: int
    title: str
    code: str
    claim_until: datetime
    link: str
    entered_at: datetime
    clerk: str


def slip_pdf(locales: Locales, facts: SlipFacts) -> bytes:
    """Return the slip as PDF, in both languages; equal facts give equal bytes."""
    return typeset("slip", slip_sheet(Wording.of(locales), facts), facts.entered_at)


def slip_sheet(wording: Wording, facts: SlipFacts) -> dict[str, object]:
    """Return what the template prints."""
    say, bot = wording.say, facts.rulebook.official.bot
    opening = say("document-slip-scan", bot=bot) if bot else say("document-slip-open-nameless")
    return {
        "title": say("document-slip-title"),
        "head": head(wording, facts.rulebook),
        "labels": wording.labels(LABEL_TEXTS, _PREFIX)
        | {"signature": say("document-signature"), "date": say("document-date")},
        "number": say("document-card-number", number=facts.number)["kk"],
        "name": facts.title,
        "code": printed(facts.code),
        "until": say("document-slip-until", closes=facts.claim_until),
        "link": facts.link,
        "qr": [*qr_png(facts.link)] if facts.link else [],
        "steps": [opening, say("document-slip-type")],
        "terms": list(_terms(wording, facts.rulebook)),
        "entered": say("document-moment", moment=facts.entered_at),
        "contacts": contacts(facts.rulebook),
        "clerk": facts.clerk,
    }


def _terms(wording: Wording, rulebook: Rulebook) -> Iterator[Both]:
    check, rework = (
        rulebook.review.get("formal_check_working_days"),
        rulebook.review.get("rework_days"),
    )
    if check is not None:
        yield wording.say("document-slip-check", days=check.value)
    if rework is not None:
        yield wording.say("document-slip-rework", days=rework.value)
    yield wording.say("document-slip-by-phone")
