"""Texts about the campaign for the site, the press and information stands, in each language (A7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from core.documents.glyphs import tidy
from core.documents.poster import Occasion, PosterFacts, how, who
from core.documents.qr import bot_link
from core.documents.word import paper
from core.documents.wording import Wording, basis
from core.language.locales import Locales, Words
from core.language.markup import plain
from core.model.language import Language, Text
from core.model.stage import Stage
from core.rulebook.model import AuthorKind, Named, Rulebook

_ITEM = "• "
_LINE_END = "\r\n"

STAGE_TEXTS = tuple(f"stage-{stage}" for stage in Stage)
HEADING_TEXTS = tuple(f"kit-heading-{occasion}" for occasion in Occasion)
LEAD_TEXTS = tuple(f"kit-lead-{occasion}" for occasion in Occasion)


class Outlet(StrEnum):
    """Where a text appears: whole on a site, short in the press, shorter still on a stand."""

    SITE = "site"
    PRESS = "press"
    STAND = "stand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A text as people read it; a paragraph that begins with a bullet is an item of a list."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def blocks(self) -> list[tuple[str, list[str]]]:
        """Return the paragraphs, each with the items of the list that follows it."""
        blocks: list[tuple[str, list[str]]] = []
        for paragraph in self.paragraphs:
            if paragraph.startswith(_ITEM):
                blocks[-1][1].append(paragraph.removeprefix(_ITEM))
            else:
                blocks.append((paragraph, []))
        return blocks

    def as_text(self) -> bytes:
        """Return it as plain text that Notepad opens rightly."""
        lines = [self.title]
        for paragraph in self.paragraphs:
            lines += [paragraph] if paragraph.startswith(_ITEM) else ["", paragraph]
        return tidy("\n".join(lines) + "\n").replace("\n", _LINE_END).encode("utf-8-sig")

    def as_word(self, language: Language, at: datetime) -> bytes:
        """Return it as DOCX, made ``at``."""
        return paper(self.title, self.paragraphs, at, language=language.value)


@dataclass(frozen=True, slots=True)
class _Writer:
    """The paragraphs of one language."""

    locales: Locales
    language: Language
    facts: PosterFacts

    @property
    def words(self) -> Words:
        return self.locales.words(self.language)

    @property
    def rulebook(self) -> Rulebook:
        return self.facts.rulebook

    def say(self, key: str, /, **facts: object) -> str:
        return plain(self.words(key, **facts))

    def listed(self, heading: str, items: Iterable[str]) -> Iterator[str]:
        """Yield a heading and its items; nothing where there are none."""
        found = [*items]
        if found:
            yield heading
            yield from (_ITEM + item for item in found)

    def named(self, heading: str, rows: Iterable[Named | Text]) -> Iterator[str]:
        texts = (row.text if isinstance(row, Named) else row for row in rows)
        return self.listed(heading, (text.in_language(self.language) for text in texts))


def announcement(locales: Locales, language: Language, facts: PosterFacts, outlet: Outlet) -> Announcement:
    """Return the text for ``outlet`` in ``language``; everything in it comes from the rulebook.

    Raises:
        ValueError: for a campaign that has no such stage.
    """
    if facts.window is None:
        raise ValueError(f"no {facts.occasion} to write about")
    writer = _Writer(locales, language, facts)
    title = {"title": facts.rulebook.title, "plan_year": facts.rulebook.plan_year}
    parts = _PARTS[outlet]
    return Announcement(
        title=writer.say(f"kit-heading-{facts.occasion}", **title),
        paragraphs=tuple(paragraph for part in parts for paragraph in part(writer)),
    )


def _lead(writer: _Writer) -> Iterator[str]:
    yield writer.say(f"kit-lead-{writer.facts.occasion}", akimat=writer.rulebook.akimat.name)


def _when(writer: _Writer) -> Iterator[str]:
    window = writer.facts.window
    if window is not None:
        yield writer.say("kit-when", opens=window.opens, closes=window.closes)


def _money(writer: _Writer) -> Iterator[str]:
    rulebook = writer.rulebook
    total = sum(money.value for money in rulebook.money.values())
    if total and rulebook.money_source is not None:
        yield writer.say("kit-money", total=total, origin=rulebook.money_source)
    if writer.facts.occasion is Occasion.INTAKE:
        cap = rulebook.cap()
        if cap is not None:
            yield writer.say("kit-cap", most=cap)
        return
    threshold = rulebook.voting.threshold.value
    if isinstance(threshold, Fraction):
        yield writer.say("kit-threshold-share", share=threshold)
    else:
        yield writer.say("kit-threshold", votes=threshold)


def _who(writer: _Writer) -> Iterator[str]:
    lines = who(Wording.of(writer.locales), writer.facts)
    yield from writer.listed(writer.say("kit-who"), (line[writer.language.value] for line in lines))


def _authors(writer: _Writer) -> Iterator[str]:
    if writer.facts.occasion is Occasion.INTAKE:
        kinds = (_author(writer, kind) for kind in writer.rulebook.authors)
        yield from writer.listed(writer.say("kit-authors"), kinds)


def _author(writer: _Writer, kind: AuthorKind) -> str:
    if kind.papers:
        return writer.say("kit-author-papers", author=kind.text, papers=kind.papers)
    return kind.text.in_language(writer.language)


def _how(writer: _Writer) -> Iterator[str]:
    steps = how(Wording.of(writer.locales), writer.facts, has_code=False)
    yield from writer.listed(writer.say("kit-how"), (step[writer.language.value] for step in steps))


def _asked(writer: _Writer) -> Iterator[str]:
    rulebook = writer.rulebook
    yield from writer.named(writer.say("kit-directions"), rulebook.directions)
    if writer.facts.occasion is Occasion.INTAKE:
        yield from writer.named(writer.say("kit-requirements"), rulebook.requirements)
        yield from writer.named(writer.say("kit-criteria"), rulebook.criteria)
        yield from writer.named(writer.say("kit-grounds"), rulebook.grounds)


def _dates(writer: _Writer) -> Iterator[str]:
    windows = writer.rulebook.stages.values()
    lines = (
        writer.say(
            "kit-stage",
            stage=writer.say(f"stage-{window.stage}"),
            opens=window.opens,
            closes=window.closes,
        )
        for window in windows
    )
    yield from writer.listed(writer.say("kit-dates"), lines)


def _official(writer: _Writer) -> Iterator[str]:
    official = writer.rulebook.official
    channels = [writer.say("kit-official-page", page=page) for page in official.pages]
    if official.bot:
        bot = writer.say("kit-official-bot", bot=official.bot, link=bot_link(writer.rulebook))
        channels = [bot, *channels]
    yield from writer.listed(writer.say("kit-official"), channels)
    if official.bot:
        yield writer.say("kit-trust")


def _contacts(writer: _Writer) -> Iterator[str]:
    lines = [
        writer.say("kit-contact-address", name=each.name, phone=each.phone, address=each.address)
        if each.address is not None
        else writer.say("kit-contact", name=each.name, phone=each.phone)
        for each in writer.rulebook.akimat.contacts
    ]
    yield from writer.listed(writer.say("kit-contacts"), lines)


def _basis(writer: _Writer) -> Iterator[str]:
    rules = (*writer.rulebook.limits.values(), *writer.rulebook.review.values())
    acts = basis(Wording.of(writer.locales), writer.rulebook, rules)
    if acts:
        yield writer.say("kit-basis", acts="; ".join(act[writer.language.value] for act in acts))


Part = Callable[[_Writer], Iterator[str]]
_PARTS: Mapping[Outlet, tuple[Part, ...]] = {
    Outlet.SITE: (
        _lead,
        _when,
        _money,
        _who,
        _authors,
        _how,
        _asked,
        _dates,
        _official,
        _contacts,
        _basis,
    ),
    Outlet.PRESS: (_lead, _when, _money, _who, _how, _official, _contacts),
    Outlet.STAND: (_lead, _when, _who, _how, _official, _contacts),
}
