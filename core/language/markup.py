"""The boundary between a person's text and our markup: what is escaped, and what is known to be safe.

Separate because forgetting it once breaks a message or lets a title write tags, so it is one type.
"""

import html
import re

_TAG = re.compile(r"</?[a-z][^<>]*>")
_PLAIN_PREFIXES = ("button-", "command-")
_PLAIN_SUFFIX = "-alert"


class Safe(str):
    """A text that is Telegram HTML already: our own markup around facts that were escaped on entering."""

    __slots__ = ()


def escape(text: str) -> Safe:
    """Return ``text`` as HTML that shows it letter by letter; what is ``Safe`` stays as it is."""
    if isinstance(text, Safe):
        return text
    # A quotation mark would end `href="…"`; Telegram knows &quot; but not every name of the apostrophe.
    return Safe(html.escape(text, quote=False).replace('"', "&quot;"))


def plain(text: str) -> str:
    """Return ``text`` as people see it: of a ``Safe`` one the tags are taken away and the escapes undone."""
    return html.unescape(_TAG.sub("", text)) if isinstance(text, Safe) else text


def is_plain(key: str) -> bool:
    """Say whether Telegram reads no HTML in the text called ``key``: buttons, commands and alerts."""
    return key.startswith(_PLAIN_PREFIXES) or key.endswith(_PLAIN_SUFFIX)
