"""The HTML parse mode: tags become entities, mistakes are refused with byte offsets in Telegram's words."""

import re
from dataclasses import dataclass, field

from sandbox.entities.text import (
    EntityError,
    FormattedText,
    byte_offset,
    entity,
    in_order,
    link_entity,
    utf16_length,
)
from sandbox.records import Json

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\v\f"
LARGEST_CODE_POINT = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class _OpenTag:
    name: str
    start: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    """A cursor over the markup; positions are characters, complaints count bytes."""

    source: str
    position: int = 0
    output: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def skip_space(self) -> None:
        while self.peek() and self.peek() in SPACE:
            self.position += 1

    def read_until(self, stops: str) -> str:
        start = self.position
        found = re.compile(f"[{re.escape(stops)}]").search(self.source, start)
        self.position = found.start() if found else len(self.source)
        return self.source[start : self.position]

    def write(self, text: str) -> None:
        self.output.append(text)
        self.length += utf16_length(text)

    def fail(self, reason: str, at: int) -> EntityError:
        return EntityError(f"{reason} at byte offset {byte_offset(self.source, at)}")


def parse_html(source: str) -> FormattedText:
    """Read HTML as the Bot API does; raises EntityError in Telegram's words."""
    reader = _Reader(source)
    while reader.peek():
        match reader.peek():
            case "&":
                reader.write(_read_character(reader))
            case "<" if reader.source.startswith("</", reader.position):
                _read_end_tag(reader)
            case "<":
                _read_start_tag(reader)
            case _:
                reader.write(reader.read_until("&<"))
    if reader.open:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].name}"')
    return FormattedText("".join(reader.output), in_order(_merge_code(reader.entities)))


def _read_character(reader: _Reader) -> str:
    """A character reference; an unknown one stays as it is written."""
    found = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-z]+));?").match(reader.source, reader.position)
    if found:
        decimal, hexadecimal, name = found.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
        if code in SURROGATES:
            raise EntityError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        decoded = chr(code) if 0 < code <= LARGEST_CODE_POINT else NAMED.get(name or "")
        if decoded:
            reader.position = found.end()
            return decoded
    reader.position += 1
    return "&"


def _read_start_tag(reader: _Reader) -> None:
    begin = reader.position
    reader.position += 1
    name = reader.read_until(SPACE + ">").lower()
    if not reader.peek():
        raise reader.fail("Unclosed start tag", begin)
    if name not in KINDS:
        raise reader.fail(f'Unsupported start tag "{name}"', begin)
    attributes: dict[str, str] = {}
    while True:
        reader.skip_space()
        if not reader.peek():
            raise reader.fail(f'Unclosed start tag "{name}"', begin)
        if reader.peek() == ">":
            break
        _read_attribute(reader, name, begin, attributes)
    reader.position += 1
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise reader.fail('Tag "span" must have class "tg-spoiler"', begin)
    reader.open.append(_OpenTag(name, reader.length, attributes))


def _read_attribute(reader: _Reader, tag: str, begin: int, attributes: dict[str, str]) -> None:
    name = reader.read_until(SPACE + "=>").lower()
    if not name:
        raise reader.fail(f'Empty attribute name in the tag "{tag}"', begin)
    reader.skip_space()
    if reader.peek() != "=":
        if tag == "blockquote" and name == "expandable":
            attributes[name] = ""
            return
        if not reader.peek():
            raise reader.fail(f'Unclosed start tag "{tag}"', begin)
        raise reader.fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
    reader.position += 1
    reader.skip_space()
    if not reader.peek():
        raise reader.fail(f'Unclosed start tag "{tag}"', begin)
    attributes[name] = _read_value(reader, begin)


def _read_value(reader: _Reader, begin: int) -> str:
    quote = reader.peek()
    if quote not in "'\"":
        start = reader.position
        while re.fullmatch(r"[0-9A-Za-z.\-]", reader.peek()):
            reader.position += 1
        if not reader.peek() or reader.peek() not in SPACE + ">":
            raise reader.fail("Unexpected end of name token", reader.position)
        return reader.source[start : reader.position].lower()
    reader.position += 1
    value = ""
    while reader.peek() and reader.peek() != quote:
        if reader.peek() == "&":
            value += _read_character(reader)
        else:
            value += reader.peek()
            reader.position += 1
    if not reader.peek():
        raise reader.fail("Unclosed start tag", begin)
    reader.position += 1
    return value


def _read_end_tag(reader: _Reader) -> None:
    begin = reader.position
    if not reader.open:
        raise reader.fail("Unexpected end tag", begin)
    reader.position += 2
    name = reader.read_until(SPACE + ">").lower()
    reader.skip_space()
    if reader.peek() != ">":
        raise reader.fail("Unclosed end tag", begin)
    reader.position += 1
    tag = reader.open.pop()
    if name not in ("", tag.name):
        reason = f"byte offset {byte_offset(reader.source, begin)}"
        raise EntityError(f'Unmatched end tag at {reason}, expected "</{tag.name}>", found "</{name}>"')
    size = reader.length - tag.start
    made = _entity_of(tag, size, "".join(reader.output)) if size else None
    if made:
        reader.entities.append(made)


def _entity_of(tag: _OpenTag, size: int, written: str) -> Json | None:
    kind = KINDS[tag.name]
    match tag.name:
        case "a":
            covered = written.encode("utf-16-le")[2 * tag.start :].decode("utf-16-le")
            return link_entity(tag.attributes.get("href") or covered, tag.start, size)
        case "tg-emoji":
            return entity(kind, tag.start, size, custom_emoji_id=tag.attributes.get("emoji-id", ""))
        case "blockquote" if "expandable" in tag.attributes:
            return entity("expandable_blockquote", tag.start, size)
        case "code" if tag.attributes.get("class", "").startswith("language-"):
            return entity(kind, tag.start, size, language=tag.attributes["class"][len("language-") :])
        case _:
            return entity(kind, tag.start, size)


def _merge_code(entities: list[Json]) -> list[Json]:
    """`pre` around `code class="language-…"` of the same extent is one `pre` with a language."""
    merged = []
    for item in entities:
        twin = next(
            (
                other
                for other in entities
                if {other["type"], item["type"]} == {"pre", "code"}
                and (other["offset"], other["length"]) == (item["offset"], item["length"])
                and (other.get("language") or item.get("language"))
            ),
            None,
        )
        if twin is None:
            merged.append({key: value for key, value in item.items() if key != "language"})
        elif item["type"] == "pre":
            merged.append({**item, "language": twin["language"]})
    return merged
