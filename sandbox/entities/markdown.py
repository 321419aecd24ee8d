"""The MarkdownV2 parse mode: reserved characters must be escaped, mistakes are refused by byte offset."""

from dataclasses import dataclass, field

from sandbox.entities.text import (
    EntityError,
    FormattedText,
    byte_offset,
    entity,
    in_order,
    link_entity,
    utf16_length,
    utf16_slice,
)
from sandbox.records import Json

RESERVED = "]()>#+-=|{}.!"
MARKS = {
    "__": ("underline", "Underline"),
    "||": ("spoiler", "Spoiler"),
    "_": ("italic", "Italic"),
    "*": ("bold", "Bold"),
    "~": ("strikethrough", "Strikethrough"),
}


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    at: int
    start: int


@dataclass(slots=True)
class _Reader:
    source: str
    position: int = 0
    output: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    quote_start: int | None = None

    def starts(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def write(self, text: str) -> None:
        self.output.append(text)
        self.length += utf16_length(text)

    def fail(self, what: str, at: int) -> EntityError:
        return EntityError(f"Can't find end of {what} at byte offset {byte_offset(self.source, at)}")

    def close(self, kind: str, start: int) -> None:
        if self.length > start:
            self.entities.append(entity(kind, start, self.length - start))


def parse_markdown(source: str) -> FormattedText:
    """Read MarkdownV2 as the Bot API does; raises EntityError in Telegram's words."""
    reader = _Reader(source)
    while reader.position < len(source):
        _follow_quote(reader)
        if reader.position < len(source):
            _step(reader)
    if reader.quote_start is not None:
        reader.close("blockquote", reader.quote_start)
    if reader.open:
        last = reader.open[-1]
        name = MARKS[last.mark][1] + " entity" if last.mark in MARKS else "a text URL"
        raise reader.fail(name, last.at)
    return FormattedText("".join(reader.output), in_order(reader.entities))


def _follow_quote(reader: _Reader) -> None:
    """A line that begins with `>` is quoted; neighbouring quoted lines are one quotation."""
    if reader.position and reader.source[reader.position - 1] != "\n":
        return
    if reader.starts(">"):
        reader.position += 1
        if reader.quote_start is None:
            reader.quote_start = reader.length
    elif reader.quote_start is not None:
        reader.close("blockquote", reader.quote_start)
        reader.quote_start = None


def _step(reader: _Reader) -> None:
    character = reader.source[reader.position]
    following = reader.source[reader.position + 1 : reader.position + 2]
    mark = next((mark for mark in MARKS if reader.starts(mark)), None)
    if character == "\\" and following and following < "\x7f":
        reader.write(following)
        reader.position += 2
    elif mark is not None:
        _toggle(reader, mark)
    elif reader.starts("```"):
        _read_block(reader)
    elif character == "`":
        _read_code(reader)
    elif character == "[" or reader.starts("!["):
        mark = "[" if character == "[" else "!["
        reader.open.append(_Open(mark, reader.position, reader.length))
        reader.position += len(mark)
    elif character == "]" and reader.open and reader.open[-1].mark in ("[", "!["):
        _close_link(reader)
    elif character in RESERVED:
        raise EntityError(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
    else:
        reader.write(character)
        reader.position += 1


def _toggle(reader: _Reader, mark: str) -> None:
    if reader.open and reader.open[-1].mark == mark:
        reader.close(MARKS[mark][0], reader.open.pop().start)
    else:
        reader.open.append(_Open(mark, reader.position, reader.length))
    reader.position += len(mark)


def _read_code(reader: _Reader) -> None:
    begin, start = reader.position, reader.length
    reader.position += 1
    _read_verbatim(reader, "`", begin, "Code entity")
    reader.close("code", start)


def _read_block(reader: _Reader) -> None:
    begin, start = reader.position, reader.length
    reader.position += 3
    word = ""
    while reader.position < len(reader.source) and reader.source[reader.position] not in " \t\r\n`":
        word += reader.source[reader.position]
        reader.position += 1
    is_language = bool(word) and reader.position < len(reader.source) and not reader.starts("`")
    if not is_language:
        reader.position -= len(word)
    elif reader.starts("\r\n") or reader.starts("\n\r"):
        reader.position += 2
    elif reader.starts("\n") or reader.starts("\r"):
        reader.position += 1
    if not word and reader.starts("\n"):
        reader.position += 1
    _read_verbatim(reader, "```", begin, "PreCode entity" if is_language else "Pre entity")
    reader.close("pre", start)
    if is_language and reader.length > start:
        reader.entities[-1]["language"] = word


def _read_verbatim(reader: _Reader, mark: str, begin: int, name: str) -> None:
    """Inside code only the backtick and the backslash are special."""
    while not reader.starts(mark):
        if reader.position >= len(reader.source):
            raise reader.fail(name, begin)
        if reader.starts("\\`") or reader.starts("\\\\"):
            reader.position += 1
        reader.write(reader.source[reader.position])
        reader.position += 1
    reader.position += len(mark)


def _close_link(reader: _Reader) -> None:
    opened = reader.open.pop()
    covered = utf16_slice("".join(reader.output), opened.start, reader.length - opened.start)
    reader.position += 1
    url = _read_url(reader) if reader.starts("(") else covered
    size = reader.length - opened.start
    if not size:
        return
    if opened.mark == "![" and "tg://emoji?id=" in url:
        made: Json | None = entity("custom_emoji", opened.start, size, custom_emoji_id=url.split("=", 1)[1])
    else:
        made = link_entity(url, opened.start, size)
    if made:
        reader.entities.append(made)


def _read_url(reader: _Reader) -> str:
    begin = reader.position
    reader.position += 1
    url = ""
    while not reader.starts(")"):
        if reader.position >= len(reader.source):
            raise reader.fail("a URL", begin)
        if reader.starts("\\") and reader.position + 1 < len(reader.source):
            reader.position += 1
        url += reader.source[reader.position]
        reader.position += 1
    reader.position += 1
    return url
