"""How many sentences a title has; apart, for abbreviations and house numbers have dots of their own (B3)."""

import re
from itertools import pairwise

from core.model import letters

_LINES = re.compile(r"[\r\n\u2028\u2029]+")
_MARK = re.compile(r"(?P<mark>[.!?\u2026]+)(?P<closing>[\])»”’\"']*)(?P<space>\s*)")
_LAST_WORD = re.compile(r"[\w/-]+$")
_NEXT_SIGN = re.compile(r"\w")
_ELLIPSIS = re.compile(r"\.{2,}|\u2026+")
_WHOLE_WORD = 4
_VOWELLESS = 3
_HYPHENATED = 5
_LETTERS_AT_MOST = 40


def count_sentences(text: str) -> int:
    """Return how many sentences ``text`` has, in doubt the fewer: a clerk reads it anyway (B3).

    Ends are line ends, ``!``, ``?`` and those dots that close a whole word before a capital letter. A dot of
    an abbreviation, of an initial, of a number or of an ellipsis is none.
    """
    return sum(_count_in_line(line) for line in _LINES.split(text))


def _count_in_line(line: str) -> int:
    ends = [0, *(match.end() for match in _MARK.finditer(line) if _is_end(match, line)), len(line)]
    return sum(_NEXT_SIGN.search(line, start, end) is not None for start, end in pairwise(ends))


def _is_end(match: re.Match[str], line: str) -> bool:
    following = _NEXT_SIGN.search(line, match.end())
    if following is None or _ELLIPSIS.fullmatch(match["mark"]):
        return False
    starts_anew = following.group().isupper()
    if match["mark"] != ".":
        # A name may hold a mark of its own, «Алға!», and the sentence goes on behind its quotation mark.
        return starts_anew or not match["closing"]
    before = _LAST_WORD.search(line, max(0, match.start() - _LETTERS_AT_MOST), match.start())
    if before is None:
        return starts_anew
    word = letters.fold(before.group())
    if starts_anew:
        return not _has_own_dot(word)
    return bool(match["space"]) and _is_whole(word)


def _has_own_dot(word: str) -> bool:
    is_number = word[0].isdigit()
    is_initial = len(word) == 1
    has_vowel = any(letters.is_vowel(letter) for letter in word)
    is_cut = (len(word) <= _VOWELLESS and not has_vowel) or (len(word) <= _HYPHENATED and not word.isalpha())
    return is_number or is_initial or word in letters.ABBREVIATIONS or is_cut


def _is_whole(word: str) -> bool:
    """Say whether a word can't be cut short: abbreviations end in a consonant."""
    return len(word) >= _WHOLE_WORD and word[-1] in letters.ENDING_LETTERS and not _has_own_dot(word)
