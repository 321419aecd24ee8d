"""Counting in UTF-16 units and the record of a formatted text, shared by all parsers."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from sandbox.records import Json

ORDER = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", "custom_emoji")
LINK_SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})


class EntityError(Exception):
    """Markup that Telegram refuses; the message is its wording after `can't parse entities: `."""


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Plain text with its entities, ordered by offset, the longer first."""

    text: str
    entities: list[Json] = field(default_factory=list)


def utf16_length(text: str) -> int:
    """Length in UTF-16 units: an emoji outside the basic plane counts two, a Kazakh letter one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    raw = text.encode("utf-16-le")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "ignore")


def byte_offset(text: str, index: int) -> int:
    """Position in UTF-8 bytes, as Telegram's complaints count."""
    return len(text[:index].encode())


def entity(kind: str, offset: int, length: int, **extra: Any) -> Json:
    """A Bot API `MessageEntity`."""
    return {"type": kind, "offset": offset, "length": length, **extra}


def in_order(entities: list[Json]) -> list[Json]:
    """Sort as Telegram returns them: by offset, the enclosing one first."""

    def rank(item: Json) -> tuple[int, int, int]:
        kind = item["type"]
        return item["offset"], -item["length"], ORDER.index(kind) if kind in ORDER else len(ORDER)

    return sorted(entities, key=rank)


def link_entity(url: str, offset: int, length: int) -> Json | None:
    """A `text_link` (or a mention by tg://user), None for an address that Telegram drops in silence."""
    address = normal_url(url)
    if address is None:
        return None
    if address.startswith("tg://user?id=") and address[13:].isdigit():
        return entity("text_mention", offset, length, user={"id": int(address[13:])})
    return entity("text_link", offset, length, url=address)


def normal_url(url: str) -> str | None:
    """The address as Telegram keeps it (scheme added, lone host with a slash), None when it is none."""
    address = url.strip()
    if not address or any(character.isspace() for character in address):
        return None
    if "://" not in address:
        address = f"http://{address}"
    parts = urlsplit(address)
    if parts.scheme.lower() not in LINK_SCHEMES:
        return None
    if parts.scheme.lower() in ("http", "https"):
        host = parts.hostname or ""
        if "." not in host and host != "localhost":
            return None
        if not parts.path and not parts.query and not parts.fragment:
            address += "/"
    return address


def trimmed(formatted: FormattedText) -> FormattedText:
    """Without blank edges, entities moved and cut along, as Telegram stores a message."""
    text = formatted.text
    kept = text.strip(" \t\r\n\v\f\0")
    lead = utf16_length(text[: len(text) - len(text.lstrip(" \t\r\n\v\f\0"))])
    size = utf16_length(kept)
    entities = []
    for item in formatted.entities:
        start = max(item["offset"] - lead, 0)
        end = min(item["offset"] + item["length"] - lead, size)
        if start < end:
            entities.append({**item, "offset": start, "length": end - start})
    return FormattedText(kept, in_order(entities))
