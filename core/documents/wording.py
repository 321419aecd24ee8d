"""What a document prints, in both languages side by side: labels by key, texts of the rulebook, numbers.

Separate because a document is no screen: it holds both languages at once, and no markup of a messenger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.language.locales import Locales, Words
from core.language.markup import plain
from core.model.language import Language, Text
from core.rulebook.model import Act, Rulebook
from core.rulebook.sourced import CHOICE, Sourced

Both = dict[str, str]
"""A text in both languages, as templates take it: ``kk`` and ``ru``."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of both languages."""

    kk: Words
    ru: Words

    @classmethod
    def of(cls, locales: Locales) -> "Wording":
        """Take the words out of the texts of all languages."""
        return cls(locales.words(Language.KAZAKH), locales.words(Language.RUSSIAN))

    def say(self, key: str, /, **facts: object) -> Both:
        """Return the text called ``key`` in both languages, as people see it: without tags and escapes."""
        return {words.language.value: plain(words(key, **facts)) for words in (self.kk, self.ru)}

    def labels(self, keys: Iterable[str], prefix: str) -> dict[str, Both]:
        """Return texts without facts by what their keys have behind ``prefix``, as a template names them."""
        return {key.removeprefix(prefix).replace("-", "_"): self.say(key) for key in keys}


def both(text: Text) -> Both:
    """Return a text of the rulebook or the council in both languages."""
    return {"kk": text.kk, "ru": text.ru}


def same(text: str) -> Both:
    """Return a person's own words: they stand in both languages as they were written."""
    return {"kk": text, "ru": text}


def head(wording: Wording, rulebook: Rulebook, body: Text | None = None) -> dict[str, object]:
    """Return what stands above every official paper: akimat, body of the akimat, and campaign."""
    return {
        "akimat": both(rulebook.akimat.name),
        "body": both(body) if body is not None else None,
        "campaign": wording.say("document-campaign", title=rulebook.title, plan_year=rulebook.plan_year),
    }


def basis(wording: Wording, rulebook: Rulebook, values: Iterable[Sourced[Any] | None]) -> list[Both]:
    """Return the acts that ``values`` come from, each once, in the order of the rulebook (P2)."""
    cited = {value.act for value in values if value is not None and value.act != CHOICE}
    return [_act(wording, act) for slug, act in rulebook.acts.items() if slug in cited]


def _act(wording: Wording, act: Act) -> Both:
    if act.number:
        return wording.say("document-act", title=act.title, act=act.number, date=act.date)
    return wording.say("document-act-unnumbered", title=act.title, date=act.date)


def contacts(rulebook: Rulebook) -> list[dict[str, object]]:
    """Return whom to turn to at the akimat, as the rulebook names them (A3)."""
    return [
        {
            "name": both(contact.name),
            "phone": contact.phone,
            "address": both(contact.address) if contact.address is not None else None,
        }
        for contact in rulebook.akimat.contacts
    ]
