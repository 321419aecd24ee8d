"""Swear words, plain or hidden behind other signs; apart, for a person decides about what is found (B3)."""

import re
from collections.abc import Iterator

from core.model.letters import unhidden

_ANY = "*"
_WHOLE = "$"
_TOKEN = re.compile(r"(?:[^\W_]|[@$*])+")
_SIGN = r"(?:[^\W\d_]|[@$*])"
_SIGNS = re.compile(_SIGN)
_SPELT_APART = re.compile(rf"(?<![\w@$*])(?:{_SIGN}(?:[^\w\n@$*]|_){{1,3}}){{2,}}{_SIGN}(?![\w@$*])")
_REPEATED = re.compile(r"([^\W\d_])\1+")


def find_swearing(text: str, stems: frozenset[str]) -> bool:
    """Say whether a word of ``text`` begins like one of ``stems``, or is it where a stem ends in ``$`` (B3).

    Latin letters and digits are read as the Cyrillic ones they stand for, a star as any letter, repeated
    letters as one, and letters with signs between them as a word. ``stems`` are folded (``read_stems``).
    It only warns: a moderator decides.
    """
    plain = [(_once(stem.removesuffix(_WHOLE)), stem.endswith(_WHOLE)) for stem in stems]
    words = {word for token in _TOKEN.findall(text) for word in _spellings(token)}
    if any(_is_it(word, stem, is_whole=is_whole) for word in words for stem, is_whole in plain):
        return True
    spelt_apart = {word for found in _SPELT_APART.findall(text) for word in _spellings(_joined(found))}
    return any(stem in word for word in spelt_apart for stem, _ in plain)


def _joined(spelt: str) -> str:
    return "".join(_SIGNS.findall(spelt))


def _spellings(token: str) -> Iterator[str]:
    # A star before a word is a bullet or emphasis, behind its first letters it hides the others.
    word = token.lstrip(_ANY)
    if any(letter.isalpha() for letter in word):
        yield from map(_once, unhidden(word))


def _once(word: str) -> str:
    return _REPEATED.sub(r"\1", word)


def _is_it(word: str, stem: str, *, is_whole: bool) -> bool:
    if len(word) != len(stem) if is_whole else len(word) < len(stem):
        return False
    beginning = word[: len(stem)]
    is_like = all(mine in {theirs, _ANY} for mine, theirs in zip(beginning, stem, strict=True))
    return is_like and 2 * beginning.count(_ANY) < len(stem)
