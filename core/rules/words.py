"""Words of a text without their endings; apart, because search and likeness must agree (B3, D3)."""

import re

from core.model import letters

LETTERS_AT_LEAST = 4
"""Letters of a word that no ending takes away."""

_WORD = re.compile(r"[^\W_]+")
_HOUSE_LETTER = re.compile(r"(?<=[0-9])[ -](?=(?P<letter>[^\W\d_])(?![^\W_]))")
_ENDING_AT_MOST = 3
"""Letters that a case may add to a word of three letters or fewer."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text`` in order, numbers among them."""
    return tuple(_WORD.findall(letters.fold(text)))


def stem_of(word: str) -> str:
    """Return a folded word without up to two vowels or signs of its end, where four letters stay (D3)."""
    stem = word
    while len(stem) > max(LETTERS_AT_LEAST, len(word) - 2) and stem[-1] in letters.ENDING_LETTERS:
        stem = stem[:-1]
    return stem


def telling_words(text: str) -> frozenset[str]:
    """Return the stems of ``text`` without the words that addresses and titles have anyway (B3).

    The letter of a house number belongs to it, however it is written: ``14 А`` is ``14а``.
    """
    joined = _HOUSE_LETTER.sub(_join_house_letter, letters.fold(text))
    return frozenset(stem_of(word) for word in words_of(joined) if word not in letters.COMMON_WORDS)


def _join_house_letter(gap: re.Match[str]) -> str:
    return gap.group() if gap["letter"] in letters.FUNCTION_WORDS else ""


def are_forms_of_one(former: str, latter: str) -> bool:
    """Say whether two stems may be one word: the same number, or the same beginning under other endings (B3).

    The beginning has four letters and two thirds of the shorter stem. A shorter word is the beginning itself,
    with three letters behind it at most.
    """
    shorter, longer = sorted((former, latter), key=len)
    if shorter == longer or shorter.isdigit() or longer.isdigit():
        return shorter == longer
    common = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    if len(shorter) < LETTERS_AT_LEAST:
        return 1 < len(shorter) == common and len(longer) - common <= _ENDING_AT_MOST
    return common >= max(LETTERS_AT_LEAST, -(-2 * len(shorter) // 3))
