"""The two languages of a campaign and a text that exists in both."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language a person may choose; Kazakh comes first everywhere (P6)."""

    KAZAKH = "kk"
    RUSSIAN = "ru"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the akimat in both languages, as the rulebook or the council wrote it."""

    kk: str
    ru: str

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.kk if language is Language.KAZAKH else self.ru
