"""Makes a page of a template and the reader's words; what each answer carries against misuse stands here.

Separate from the pages themselves, because all of them are made and guarded alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.language.locales import Locales, Safe, Words
from core.model.language import Language
from core.model.refusals import RuleViolation
from core.rules.iin import without_iin
from web.addresses import HIDDEN

_FOLDER = Path(__file__).parent
STYLE = (_FOLDER / "style.css").read_text(encoding="utf-8")
ICON = (_FOLDER / "icon.svg").read_text(encoding="utf-8")

WEB_TEXTS = (
    "web-languages",
    "web-missing",
    "web-missing-way",
    "web-broken",
    "web-broken-way",
    "web-iin-hidden",
)
"""What the templates say that every page shares."""

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
"""No script, no frame, nothing from elsewhere, and the address of a page is told to nobody."""

PUBLIC = web.ResponseKey("is_public", bool)
"""Set on an answer that search engines may keep: everything else is for whom it was made."""

SANDBOXED = web.ResponseKey("is_sandboxed", bool)
"""Set on an answer that is somebody's file: a browser runs nothing in it and gives it no origin of ours."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The templates with the texts of both languages."""

    locales: Locales
    templates: Environment

    @classmethod
    def load(cls, locales: Locales) -> "Pages":
        """Prepare the templates; they are read at their first use."""
        loader = FileSystemLoader(_FOLDER / "templates")
        templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        templates.filters["masked"] = masked
        return cls(locales, templates)

    def show(
        self, request: web.Request, name: str, language: Language, *, status: int = 200, **facts: Any
    ) -> web.Response:
        """Answer with the template ``name`` in ``language``; inside it ``say`` calls a text by its key."""
        words = self.locales.words(language)
        text = self.templates.get_template(name).render(
            say=Saying(words),
            language=language,
            languages=[(each, self.locales.words(each)("button-language-own")) for each in Language],
            # Relative, because the akimat's proxy may serve the pages below a path of its own.
            style="../" * (request.path.count("/") - 1) + "style.css",
            is_iin_hidden=HIDDEN in request.query,
            icon="../" * (request.path.count("/") - 1) + "icon.svg",
            **facts,
        )
        return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")

    def saying(self, language: Language) -> "Saying":
        """Return what calls a text as templates do, escaped once."""
        return Saying(self.locales.words(language))

    def reasons(self, language: Language, violation: RuleViolation | None) -> list[str]:
        """Return what a refusal says, reason by reason, as a template shows it."""
        say = self.saying(language)
        reasons = violation.reasons if violation is not None else ()
        return [say(f"refusal-{reason.refusal.value}", **reason.facts) for reason in reasons]


@dataclass(frozen=True, slots=True)
class Saying:
    """Calls a text so that the template escapes what the text has not escaped already, and that once."""

    words: Words

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text called ``key``."""
        text = self.words(key, **facts)
        return Markup(text) if isinstance(text, Safe) else text  # noqa: S704  (`Safe` is escaped HTML)


def masked(value: object) -> object:
    """Return what a form shows again of what was typed, with the digits of an IIN hidden (P1)."""
    return (without_iin(value) or value) if isinstance(value, str) else value


def language_of(request: web.Request, otherwise: Language = Language.KAZAKH) -> Language:
    """Return the language that the address asks for."""
    asked = request.query.get("lang")
    return Language(asked) if asked in set(Language) else otherwise


async def guard(further: Mapping[str, str], request: web.Request, response: web.StreamResponse) -> None:
    """Put the guards on an answer, whatever made it; ``further`` are those of this host."""
    response.headers.update(GUARDS)
    response.headers.update(further)
    if request.path.startswith("/office"):
        # A form of the office tells where it comes from, to this host alone; see `Doorway.is_own`.
        response.headers["Referrer-Policy"] = "same-origin"
    if response.get(SANDBOXED, False):
        response.headers["Content-Security-Policy"] = f"{GUARDS['Content-Security-Policy']}; sandbox"
    if response.get(PUBLIC, False):
        del response.headers["X-Robots-Tag"]
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.popall("Server", None)
