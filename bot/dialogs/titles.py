"""The title of a submitted proposal in lists of one's own; apart, because three screens show it (B6, M1)."""

from core.language.locales import Words
from core.language.markup import plain
from core.language.shortening import shortened


def own_title(words: Words, title: str, length: int) -> str:
    """Return the title with at most ``length`` characters, or that its words went with their term (M2)."""
    return shortened(title, length) if title else plain(words("proposal-cleared"))
