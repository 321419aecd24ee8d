"""Writes `docs/refusals.md`: every refusal with its text in both languages, for whoever proof-reads them.

Separate from the test that compares the page, because `make refusals` runs it as a command.
"""

from bot.handlers.errors import refusal_text
from core.language.markup import plain
from core.model.language import Language
from core.model.refusals import Reason, RuleViolation
from tests.bot.test_refusals import WORDS, everything
from tests.house import tree

PAGE = tree.ROOT / "docs" / "refusals.md"

_HEAD = """\
# Every refusal

What a person is told when something cannot be done: which rule, whose act, the way out, until when, and who
decides. Numbers, dates and names are samples. The texts stand in `locales/*/refusals.ftl`; `make refusals`
writes this page.

| code | қазақша | русский |
|---|---|---|
"""


def render() -> str:
    """Return the page."""
    return _HEAD + "".join(_row(reason) for reason in _first_of_each())


def _first_of_each() -> list[Reason]:
    first: dict[str, Reason] = {}
    for reason in everything():
        first.setdefault(reason.refusal.value, reason)
    return [first[code] for code in sorted(first)]


def _row(reason: Reason) -> str:
    kazakh, russian = (_cell(reason, language) for language in Language)
    return f"| `{reason.refusal.value}` | {kazakh} | {russian} |\n"


def _cell(reason: Reason, language: Language) -> str:
    text = plain(refusal_text(WORDS[language], RuleViolation(reason)))
    return " ".join(text.replace("|", "\\|").split())


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
    print(f"{PAGE.name}: {len(_first_of_each())} refusals")
