"""What a complete proposal costs its author's thumbs, beside the steps of eGov Mobile (B2, B5, B8, P5).

Separate from what is measured, because it is counted from the golden conversations and the same everywhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.lines import Line
from core.language.locales import Locales
from core.language.markup import plain
from core.model.language import Language

TRANSCRIPTS = Path(__file__).parents[1] / "tests" / "transcripts"
LOCALES = Path(__file__).parents[1] / "locales"

WAYS: Mapping[str, str] = {
    "model": "proposal-model",
    "message": "proposal-one-message",
    "scratch": "proposal-author",
    "detours": "proposal-writing",
}
"""The conversation that shows each way; ``detours`` is a model with wrong turns, in two sittings."""

EGOV_STEPS = (
    "sign in",
    "services",
    "other services",
    "participatory budget",
    "the city",
    "submitting proposals",
    "submit a proposal",
    "agree to the rules",
    "the captcha",
    "send the proposal",
)
"""Presses that Semey's instruction of 2024 names for eGov Mobile, in its order but for the fields."""

EGOV_FIELDS = ("title", "description", "place", "name", "contact", "files")
"""What a proposal has to hold there: each field takes a press at least, whatever is typed into it."""

AGAINST = "presses that Semey's instruction of 2024 names for eGov Mobile, and one a field"

_SENT = re.compile(r"#\d+ (?P<who>.+?)(?P<is_edit> edits to)?:")
_BOT = "bot"
_INDENT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What somebody did until the number came; a command, a contact and a location are taps."""

    taps: int = 0
    typed_messages: int = 0
    characters: int = 0
    pictures: int = 0

    @property
    def presses(self) -> int:
        """Return the taps and one press that sends each message and each picture."""
        return self.taps + self.typed_messages + self.pictures

    def __add__(self, other: "Effort") -> "Effort":
        """Return both together."""
        return Effort(
            taps=self.taps + other.taps,
            typed_messages=self.typed_messages + other.typed_messages,
            characters=self.characters + other.characters,
            pictures=self.pictures + other.pictures,
        )


def lines() -> Iterator[Line]:
    """Return a line for each way and language."""
    locales = Locales.load(LOCALES, strict=True)
    for way, name in WAYS.items():
        for language in Language:
            submitted = plain(locales.words(language)("proposal-submitted", number=0)).partition("№")[0]
            transcript = (TRANSCRIPTS / language.value / f"{name}.txt").read_text(encoding="utf-8")
            yield _line(f"effort_{way}_{language.value}", count(transcript, submitted))


def _line(name: str, effort: Effort) -> Line:
    facts = {
        "taps": effort.taps,
        "typed_messages": effort.typed_messages,
        "characters": effort.characters,
        "pictures": effort.pictures,
    }
    baseline = len(EGOV_STEPS) + len(EGOV_FIELDS)
    return Line(
        name=name, value=effort.presses, baseline=baseline, unit="presses", against=AGAINST, facts={**facts}
    )


def count(transcript: str, submitted: str) -> Effort:
    """Return what was done until the bot says ``submitted``; raise ``ValueError`` where it never does."""
    effort = Effort()
    for step in re.split(r"^(?=\S)", transcript, flags=re.MULTILINE):
        head, _, rest = step.partition("\n")
        body = [line[_INDENT:] for line in rest.rstrip().split("\n")]
        sent = _SENT.fullmatch(head)
        if sent is not None and sent["who"] == _BOT:
            if body[0].startswith(submitted):
                return effort
        elif sent is not None:
            effort += _of_message(body)
        elif " taps [ " in head:
            effort += Effort(taps=1)
    raise ValueError(f"the conversation never comes to {submitted!r}")


def _of_message(body: list[str]) -> Effort:
    """Return what one message took: its attachment, and its text or caption."""
    is_attached = body[0].startswith("<")
    text = "\n".join(body[1:] if is_attached else body)
    attached = Effort()
    if is_attached:
        is_picture = body[0].startswith(("<photo", "<document"))
        attached = Effort(pictures=1) if is_picture else Effort(taps=1)
    if not text:
        return attached
    if text.startswith("/"):
        return attached + Effort(taps=1)
    return attached + Effort(typed_messages=1, characters=len(text))
