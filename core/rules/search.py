"""What a query looks for; apart from the stores that look, so that all of them find the same (D3)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from core.model import letters
from core.rules.words import LETTERS_AT_LEAST, stem_of, words_of

Forms: TypeAlias = tuple[str, ...]
"""Folded beginnings of a word, any of which may be met; a space inside one joins neighbouring words."""

_WORDS_AT_MOST = 8
_LETTERS_AT_MOST = 40
_CUT_AT_MOST = 6
_OUTER_PUNCTUATION = ".,;:!?'\"()«»"


def search_steps(query: str) -> tuple[tuple[Forms, ...], ...]:
    """Return what to look for in a list; the first step that finds something is the answer (D3).

    A step holds the forms of each word of ``query``; a text must have them all, each as the beginning of one
    of its folded words. Forms are the word itself and what its keys write on the Russian and the Kazakh
    layout, without the vowels of a plain ending: one bench and many are the same find. Later steps are one
    letter shorter each, so that longer endings are found; four letters always stay. An empty result says
    that the query has no word in it.
    """
    words = [word[:_LETTERS_AT_MOST] for word in query.split() if words_of(word)]
    telling = [word for word in words if letters.fold(word) not in letters.FUNCTION_WORDS] or words
    forms = [tuple(dict.fromkeys(_forms(word))) for word in telling[:_WORDS_AT_MOST]]
    if not forms:
        return ()
    longest = max(len(_cut(form, 0)) for group in forms for form in group)
    cuts = range(1 + min(_CUT_AT_MOST, max(0, longest - LETTERS_AT_LEAST)))
    steps = (tuple(_shortened(group, cut) for group in forms) for cut in cuts)
    return tuple(dict.fromkeys(steps))


def holds(folded: str, step: tuple[Forms, ...]) -> bool:
    """Say whether a folded text has a form of each word, as the beginning of one of its own words (D3)."""
    return all(any(_beginning(form).search(folded) for form in forms) for forms in step)


@lru_cache(maxsize=256)
def _beginning(form: str) -> re.Pattern[str]:
    """Return what finds a form where a word begins: thousands of texts are looked through for it."""
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, form.split(" "))))


def _forms(word: str) -> Iterator[str]:
    for spelling in (word, word.strip(_OUTER_PUNCTUATION)):
        latin = letters.from_latin_keys(spelling)
        # Digits are Kazakh letters only in a word that is otherwise in Cyrillic.
        kazakh = letters.from_kazakh_row(spelling if latin is None else latin)
        yield from filter(None, map(_folded, (spelling, latin, kazakh)))


def _folded(typed: str | None) -> str:
    return " ".join(words_of(typed or ""))


def _shortened(forms: Forms, cut: int) -> Forms:
    return tuple(dict.fromkeys(_cut(form, cut) for form in forms))


def _cut(form: str, cut: int) -> str:
    *before, last = form.split(" ")
    if last.isdigit():
        return form
    stem = stem_of(last)
    kept = stem[: max(LETTERS_AT_LEAST, len(stem) - cut)]
    return " ".join([*before, kept])
