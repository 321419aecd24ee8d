"""The campaign's poster and the sheet with a project's QR code: paper that hangs in stairwells (A7, D2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import reduce

from core.documents.qr import bot_link, card_link, place_link, qr_png
from core.documents.typesetting import depict, typeset
from core.documents.wording import Both, Wording, both, contacts, head
from core.language.locales import Locales
from core.model.language import Text
from core.model.person import RegistrationKind, Verification
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook

REGISTRATION_TEXTS = tuple(f"registration-{kind}" for kind in RegistrationKind)
WAY_TEXTS = tuple(f"document-poster-way-{way}" for way in Verification)


class Occasion(StrEnum):
    """What a poster calls to: handing in proposals, or voting."""

    INTAKE = "intake"
    VOTING = "voting"

    @property
    def stage(self) -> Stage:
        """Return the stage of the campaign to which the poster calls."""
        return Stage(self.value)


_SAYS = {
    Occasion.INTAKE: ("document-poster-intake", "document-poster-intake-what"),
    Occasion.VOTING: ("document-poster-voting", "document-poster-voting-what"),
}
_BIG, _LESS_BIG, _SMALL = 34, 26, 18
_SHORT, _MIDDLING = 60, 140
_SCREEN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterFacts:
    """Which campaign, what for, and where: ``territory`` is where the QR code sets a newcomer down (P9).

    It is a slug of the rulebook, ``None`` for the bot's own choice of place; its own dates are printed.
    """

    rulebook: Rulebook
    occasion: Occasion
    territory: str | None = None

    @property
    def window(self) -> StageWindow | None:
        """Return the days that the poster names; without them there is no poster."""
        return self.rulebook.window(self.occasion.stage, self.territory)

    @property
    def is_official_page(self) -> bool:
        """Say whether people go to the official page, because the bot only tells about the campaign (A6)."""
        return self.rulebook.voting.mode.value is Mode.GUIDE or not self.rulebook.official.bot

    @property
    def link(self) -> str:
        """Return what the one QR code opens."""
        if self.is_official_page:
            return self.rulebook.official.pages[0]
        return place_link(self.rulebook, self.territory) if self.territory else bot_link(self.rulebook)


def poster_pdf(locales: Locales, facts: PosterFacts) -> bytes:
    """Return the poster as PDF on A4; equal facts give equal bytes.

    Raises:
        ValueError: for a campaign that has no such stage.
    """
    window = _require_window(facts)
    return typeset("poster", poster_sheet(Wording.of(locales), facts, window), window.opens)


def poster_png(locales: Locales, facts: PosterFacts) -> bytes:
    """Return the poster as a picture of a screen's size; raise as ``poster_pdf``."""
    sheet = poster_sheet(Wording.of(locales), facts, _require_window(facts))
    return depict("poster", sheet, ppi=_SCREEN)[0]


def _require_window(facts: PosterFacts) -> StageWindow:
    if facts.window is None:
        raise ValueError(f"no {facts.occasion} to make a poster of")
    return facts.window


def poster_sheet(wording: Wording, facts: PosterFacts, window: StageWindow) -> dict[str, object]:
    """Return what the template prints."""
    say, rulebook = wording.say, facts.rulebook
    headline, what = _SAYS[facts.occasion]
    total = sum(money.value for money in rulebook.money.values())
    page = facts.is_official_page
    trust = "document-poster-trust-page" if page else "document-poster-trust"
    return {
        "head": head(wording, rulebook),
        "headline": say(headline),
        "what": say(what),
        "money": say("document-poster-money", total=total) if total else None,
        "when": say("document-poster-period", opens=window.opens, closes=window.closes),
        "labels": {
            "who": say("document-poster-who"),
            "when": say("document-poster-when"),
            "how": say("document-poster-how"),
        },
        "who": list(who(wording, facts)),
        "how": list(how(wording, facts)),
        "link": facts.link,
        "qr": [*qr_png(facts.link)],
        "address": _shown(facts.link) if page else f"@{rulebook.official.bot}",
        "trust": say(trust),
        "contacts": contacts(rulebook),
    }


def who(wording: Wording, facts: PosterFacts) -> Iterator[Both]:
    """Yield who may take part, a line each (A7)."""
    say, rulebook = wording.say, facts.rulebook
    if facts.occasion is Occasion.VOTING:
        yield say("document-poster-age", age=rulebook.voting.full_age.value)
        kinds = [say(f"registration-{kind}") for kind in rulebook.voting.registration.value]
        yield say("document-poster-registered", kinds=_texts(kinds))
        yield say("document-poster-one-vote")
        return
    age, most = rulebook.proposal.author_age, rulebook.limits.get("proposals_per_author")
    yield say("document-poster-age", age=age.value) if age is not None else say("document-poster-age-any")
    if most is not None:
        yield say("document-poster-per-author", count=most.value)


def how(wording: Wording, facts: PosterFacts, *, has_code: bool = True) -> Iterator[Both]:
    """Yield how one takes part, step by step; ``has_code`` says that a QR code stands beside (A7)."""
    say, rulebook = wording.say, facts.rulebook
    bot, pages = rulebook.official.bot, rulebook.official.pages
    if facts.is_official_page:
        page = say("document-poster-open-page", page=pages[0])
        yield say("document-poster-scan-page") if has_code else page
        yield say("document-poster-follow")
        return
    yield say("document-poster-scan", bot=bot) if has_code else say("document-code-open", bot=bot)
    if facts.occasion is Occasion.INTAKE:
        yield say("document-poster-propose")
        yield say("document-poster-number")
        return
    ways = _texts(say(f"document-poster-way-{way}") for way in rulebook.voting.verification.value)
    either = reduce(lambda one, other: _text(say("document-poster-or", first=one, second=other)), ways)
    yield say("document-poster-verify", ways=either)
    yield say("document-poster-choose")


def _texts(said: Iterable[Both]) -> tuple[Text, ...]:
    return tuple(_text(each) for each in said)


def _text(said: Both) -> Text:
    return Text(kk=said["kk"], ru=said["ru"])


def _shown(link: str) -> str:
    return link.partition("://")[2].removesuffix("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """A project whose QR code is printed: its number and title as the card has them (D2)."""

    rulebook: Rulebook
    number: int
    title: Text


def card_pdf(locales: Locales, facts: CardFacts, at: datetime) -> bytes:
    """Return a sheet with the project's QR code, made ``at``; raise ``ValueError`` without a bot."""
    wording, link = Wording.of(locales), card_link(facts.rulebook, facts.number)
    if not link:
        raise ValueError("no official bot to lead to")
    return typeset("card", card_sheet(wording, facts, link), at)


def card_sheet(wording: Wording, facts: CardFacts, link: str) -> dict[str, object]:
    """Return what the template prints; a long title is set in smaller letters."""
    longest = max(len(facts.title.kk), len(facts.title.ru))
    size = _BIG if longest <= _SHORT else _LESS_BIG if longest <= _MIDDLING else _SMALL
    return {
        "head": head(wording, facts.rulebook),
        "number": wording.say("document-card-number", number=facts.number),
        "title": both(facts.title),
        "size": size,
        "link": link,
        "qr": [*qr_png(link)],
        "address": f"@{facts.rulebook.official.bot}",
        "labels": {"scan": wording.say("document-card-scan")},
    }
