"""The texts as one table for an editor who reads no code, and back: ``python -m core.language.editor``.

Separate because a person edits words in a spreadsheet, where a dropped variable or tag would break a screen
unnoticed.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import FluentSerializer

from core.language.inspection import Entry, entries
from core.model.language import Language

COLUMNS = ("key", "file", "ru", "kk", "comment")
_LANGUAGES = (Language.RUSSIAN, Language.KAZAKH)
# A spreadsheet would read these as the beginning of a formula; Fluent ignores the space that is put before.
_FORMULA_STARTS = ("=", "+", "-", "@")


class TableError(Exception):
    """The table can't be taken back; ``faults`` names every line and why, and no file was touched."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep all faults."""
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    path: Path
    entry: Entry
    text: str


def export_table(root: Path, table: Path) -> int:
    """Write every text below ``root`` into ``table`` (CSV, UTF-8 with BOM); return how many lines it has."""
    files = {language: _files(root / language) for language in _LANGUAGES}
    rows: list[dict[str, str]] = []
    for file in sorted({file for each in files.values() for file in each}):
        texts = {language: _by_key(files[language].get(file)) for language in _LANGUAGES}
        for key in dict.fromkeys(key for each in reversed(_LANGUAGES) for key in texts[each]):
            found = {language: texts[language].get(key) for language in _LANGUAGES}
            cells = {language.value: _cell(entry) if entry else "" for language, entry in found.items()}
            comments = dict.fromkeys(entry.comment for entry in found.values() if entry and entry.comment)
            about = {"key": _shown(key), "file": file, "comment": _guarded("\n".join(comments))}
            rows.append(about | {name: _guarded(cell) for name, cell in cells.items()})
    with table.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def import_table(root: Path, table: Path) -> int:
    """Take the changed texts of ``table`` into the files below ``root``; return how many there were.

    Comments, order and untouched texts stay as they are, byte for byte. Raises ``TableError`` with every
    fault at once: an unknown key, an empty or broken text, variables or tags that differ from the file's.
    """
    known = {
        (language, file, key): (root / language / f"{file}.ftl", entry)
        for language in _LANGUAGES
        for file, path in _files(root / language).items()
        for key, entry in _by_key(path).items()
    }
    faults: list[str] = []
    changes: list[_Change] = []
    for number, row in _rows(table):
        for language in _LANGUAGES:
            cell = row[language.value].strip()
            place = known.get((language, row["file"], row["key"].strip("{ }")))
            where = f"line {number}, {row['key']}, {language}"
            if place is None:
                faults.extend([f"{where}: no such text"] if cell else [])
                continue
            path, entry = place
            pattern = _parsed(cell)
            faults.extend(f"{where}: {fault}" for fault in _faults(entry, pattern))
            if pattern is not None and not pattern.equals(entry.pattern):
                changes.append(_Change(path=path, entry=entry, text=cell))
    if faults:
        raise TableError(faults)
    _write(changes)
    return len(changes)


def _files(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.ftl"))}


def _by_key(path: Path | None) -> dict[str, Entry]:
    return {entry.key: entry for entry in entries(path.read_text(encoding="utf-8"))} if path else {}


def _cell(entry: Entry) -> str:
    """Return a text as the editor sees it: as in the file, without the indentation."""
    message = ast.Message(ast.Identifier("text"), entry.pattern)
    _, _, text = FluentSerializer().serialize_entry(message).partition("=")
    return dedent(text.lstrip(" ")).strip()


def _shown(key: str) -> str:
    # A term is shown as texts call it, because a cell that begins with a hyphen is a formula.
    return f"{{ {key} }}" if key.startswith("-") else key


def _guarded(cell: str) -> str:
    return f" {cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _rows(table: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the lines of ``table`` with their numbers, whichever separator the spreadsheet has written."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        header = lines.readline()
        delimiter = max(";,\t", key=header.count)
        lines.seek(0)
        reader = csv.DictReader(lines, delimiter=delimiter, restval="")
        missing = set(COLUMNS) - set(reader.fieldnames or ())
        if missing:
            raise TableError([f"line 1: no column {name}" for name in sorted(missing)])
        for row in reader:
            yield reader.line_num, row


def _parsed(cell: str) -> ast.Pattern | None:
    """Return the text of a cell, or ``None`` where Fluent can't read it as exactly one text."""
    resource = FluentParser().parse("text =\n" + indent(cell, "    "))
    match resource.body:
        case [ast.Message(value=ast.Pattern() as pattern, attributes=[])]:
            return pattern
        case _:
            return None


def _faults(entry: Entry, pattern: ast.Pattern | None) -> Iterable[str]:
    if pattern is None:
        return ["the text is empty or broken"]
    old = entry.parts
    new = Entry(key=entry.key, pattern=pattern, comment="").parts
    pairs = {
        "variables": (old.variables, new.variables),
        "references": (old.references, new.references),
        "tags": (set(old.tags), set(new.tags)),
    }
    return [
        f"{name} were {', '.join(sorted(before)) or 'none'}, now {', '.join(sorted(after)) or 'none'}"
        for name, (before, after) in pairs.items()
        if before != after
    ]


def _write(changes: Sequence[_Change]) -> None:
    """Put the new texts in place of the old ones, from the end of each file so that positions hold."""
    for change in sorted(changes, key=lambda each: each.entry.start, reverse=True):
        source = change.path.read_text(encoding="utf-8")
        start = source.rindex("=", 0, change.entry.start) + 1
        margin = "        " if "." in change.entry.key else "    "
        text = f"\n{indent(change.text, margin)}" if "\n" in change.text else f" {change.text}"
        changed = source[:start] + text + source[change.entry.end :]
        change.path.write_text(changed, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str]) -> str:
    """Do ``export TABLE [LOCALES]`` or ``import TABLE [LOCALES]``; return what was done, in a sentence."""
    match arguments:
        case ["export", table, *rest] if len(rest) <= 1:
            count = export_table(Path(*rest or ["locales"]), Path(table))
            return f"{count} texts are in {table}"
        case ["import", table, *rest] if len(rest) <= 1:
            count = import_table(Path(*rest or ["locales"]), Path(table))
            return f"{count} texts have changed"
        case _:
            raise SystemExit("python -m core.language.editor export|import TABLE.csv [LOCALES]")


if __name__ == "__main__":
    try:
        sys.stdout.write(main(sys.argv[1:]) + "\n")
    except TableError as error:
        raise SystemExit(str(error)) from None
