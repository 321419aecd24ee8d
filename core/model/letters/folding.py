"""Letters as people type them: folding, keyboards, signs of a code; apart from the words made of them."""

import re
import unicodedata

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
"""Letters of the Kazakh alphabet that Russian does not have."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+")

_PLAIN = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
# Phones without a Kazakh layout offer these; inside a Cyrillic word nobody means the Latin letter.
_LOOKALIKES = str.maketrans("aceiopxyhkmtəɵ", "асеіорхуһкмтәө")

_KAZAKH_ROW_KEYS = "2345890-="
_KAZAKH_ROW = str.maketrans(_KAZAKH_ROW_KEYS, "әіңғүұқөһ")
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~"
_CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё"
_QWERTY = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)


def fold(text: str) -> str:
    """Return ``text`` as search compares it: no case, plain letters for Kazakh ones and ё (D3)."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return _WORD.sub(_fold_word, lowered)


def _fold_word(match: re.Match[str]) -> str:
    word = match.group()
    if _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES)
    return word.translate(_PLAIN)


def from_kazakh_row(word: str) -> str | None:
    """Return ``word`` with the digits of the top row read as the Kazakh letters on those keys (D3).

    ``None`` where it has no such key or no letter beside it, so that house numbers stay numbers.
    """
    lowered = word.casefold()
    has_key = any(key in lowered for key in _KAZAKH_ROW_KEYS)
    if not has_key or not any(letter.isalpha() for letter in lowered):
        return None
    return lowered.translate(_KAZAKH_ROW)


def from_latin_keys(word: str) -> str | None:
    """Return what the same keys write on the Russian layout (D3); ``None`` without a Latin letter."""
    lowered = word.casefold()
    if not any("a" <= letter <= "z" for letter in lowered):
        return None
    return lowered.translate(_QWERTY)


_CODE_LETTERS = str.maketrans("АСЕНКМРТХУЗҮҺ", "ACEHKMPTXY3YH")


def as_code(text: str) -> str:
    """Return ``text`` in capitals with Cyrillic letters read as the Latin ones they look like (E2).

    A clerk's code is printed in signs that both keyboards have, so that nobody must change the layout.
    """
    return text.upper().translate(_CODE_LETTERS)


_HIDING_LOOKS = str.maketrans("aceiopxyhkmtbnruw0134@$", "асеиорхункмтвпгишоизчас")
_HIDING_SOUNDS = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwyz0134@$", "абкдефгхижклмнопкрстуввйзоизчас", strict=True))
    | {"x": "х", "y": "ы"}
)
_PAIR_SOUNDS = tuple(zip(["ya", "ja", "yu", "zh", "ch", "sh", "kh", "ts"], "яяюжчшхц", strict=True))


def unhidden(word: str) -> tuple[str, ...]:
    """Return the folded Cyrillic words that ``word`` may hide: other signs by look, and by sound (B3)."""
    small = fold(unicodedata.normalize("NFKC", word))
    heard = small
    for pair, letter in _PAIR_SOUNDS:
        heard = heard.replace(pair, letter)
    return tuple(dict.fromkeys((small.translate(_HIDING_LOOKS), heard.translate(_HIDING_SOUNDS))))
