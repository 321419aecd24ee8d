"""The clerk's list of one-time codes to sign, and the slips to cut out and hand over (E2)."""

from dataclasses import dataclass
from datetime import datetime

from core.documents.qr import bot_link, qr_png
from core.documents.typesetting import typeset
from core.documents.wording import Both, Wording, head
from core.identity.codes import printed
from core.language.locales import Locales
from core.model.language import Language
from core.rulebook.model import Rulebook

MARK_LENGTH = 4
"""Digits of an IIN that tell two people on a list apart and nobody from anybody else (P1)."""

_PREFIX = "document-codes-"
LABEL_TEXTS = tuple(
    _PREFIX + name
    for name in ("issued", "clerk", "number", "mark", "person", "received", "signature", "slips")
)
"""What the template calls by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSlip:
    """A code of the list: its number there, the eight signs without a hyphen, and the end of its term.

    ``mark`` helps the clerk to tell whose it is: at most the last four digits of an IIN, or nothing. Raises
    ``ValueError`` for a longer one: the list holds no IIN (P1).
    """

    list_number: int
    code: str
    expires_at: datetime
    mark: str = ""

    def __post_init__(self) -> None:
        """Refuse a mark from which a person could be known."""
        if len(self.mark) > MARK_LENGTH:
            raise ValueError("a mark has at most the last four digits")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeListFacts:
    """Codes that were issued together: when, and the name of the clerk who hands them over."""

    rulebook: Rulebook
    codes: tuple[CodeSlip, ...]
    issued_at: datetime
    clerk: str


def code_list_pdf(locales: Locales, language: Language, facts: CodeListFacts) -> bytes:
    """Return the list to sign, without any code, and after it the slips; ``language`` is the clerk's.

    What residents read is in both languages. Equal facts give equal bytes.
    """
    return typeset("code_list", code_list_sheet(Wording.of(locales), language, facts), facts.issued_at)


def code_list_sheet(wording: Wording, language: Language, facts: CodeListFacts) -> dict[str, object]:
    """Return what the template prints."""
    say, link = wording.say, bot_link(facts.rulebook)
    return {
        "title": say("document-codes-title"),
        "head": head(wording, facts.rulebook),
        "labels": wording.labels(LABEL_TEXTS, _PREFIX)
        | {
            "slip_title": say("document-code-title"),
            "secret": say("document-code-secret"),
            "sign": say("document-signature"),
            "date": say("document-date"),
        },
        "issued": say("document-moment", moment=facts.issued_at),
        "clerk": facts.clerk,
        "guide": say("document-codes-guide")[language.value],
        "steps": _steps(wording, facts.rulebook),
        "link": link,
        "qr": [*qr_png(link)] if link else [],
        "codes": [_slip(wording, each) for each in facts.codes],
    }


def _steps(wording: Wording, rulebook: Rulebook) -> list[Both]:
    bot = rulebook.official.bot
    opening = (
        wording.say("document-code-open", bot=bot) if bot else wording.say("document-code-open-nameless")
    )
    return [opening, wording.say("document-code-verify"), wording.say("document-code-type")]


def _slip(wording: Wording, slip: CodeSlip) -> dict[str, object]:
    return {
        "number": slip.list_number,
        "mark": slip.mark,
        "code": printed(slip.code),
        "listed": wording.say("document-code-number", number=slip.list_number),
        "until": wording.say("document-code-until", closes=slip.expires_at),
    }
