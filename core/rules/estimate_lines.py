"""Lines of an estimate as people type them; apart from sums, for lines say how many of what (B2, B3)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.model import letters
from core.model.proposal import EstimateLine
from core.rules.digits import MoneyProblem, read_digits
from core.rules.money import read_money

QUANTITY_AT_MOST = 1_000_000
"""The most of one thing; a larger number is a price in the wrong place."""

_ITEM_AT_MOST = 150
_LINE_AT_MOST = 300
_FINEST_PART = 1000
_BULLET = re.compile(r"^(?:[^\w(«\"]+|[0-9]{1,2}[.)](?=\D))+")
_FIELDS = re.compile(r"\s*[;\t|]\s*")
_DIGITS = r"[0-9]+(?:[ .,][0-9]+)*"
_UNIT_WORD = r"[^\W\d_]{1,20}[23]?\.?"
_UNIT = rf"{_UNIT_WORD}(?: ?{_UNIT_WORD}){{0,2}}"
_COUNTED = re.compile(
    rf"(?P<item>.*?)[\s:,;=–—-]*(?<![\w.,№])(?P<quantity>{_DIGITS})\s*(?P<unit>{_UNIT})?[\s,]*"
)
_COUNT_FIRST = re.compile(rf"(?P<quantity>{_DIGITS})\s+(?P<item>[^\W\d_].*)")
_QUANTITY = re.compile(rf"(?P<quantity>{_DIGITS})\s*(?P<unit>{_UNIT})?")
_SIGN = re.compile(rf"(?<=[\s\d\w.])\s*[{re.escape(letters.TIMES_SIGNS)}]\s*(?=[0-9₸])")
_WORD = re.compile(r"[^\W_]+")
_PRICE_AT = re.compile(r"(?<![\w.,№])(?=[0-9₸])")
_EDGES = " \t:;,.=–—-•"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadLine:
    """A line that isn't understood, by its number from 1 among those that say something."""

    line_number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesProblem:
    """Which lines are asked again; none at all where nothing was typed."""

    unread: tuple[UnreadLine, ...]


def read_lines(text: str) -> tuple[EstimateLine, ...] | LinesProblem:
    """Return the lines of an estimate in ``text``, or every line that is not understood (B2, B3).

    A line is an item, how many of it, and what one costs in whole tenge: ``bench 4 pcs × 85 000``, or fields
    between semicolons; without a number of pieces it is one. A unit stays with the item's name. Where it is
    open whether a price is for one or for all, the line is asked again. Whoever asked reads the lines back.
    """
    typed = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines()]
    said = [line for line in typed if any(letter.isalnum() for letter in line)]
    read = [_read_line(line) for line in said]
    unread = tuple(
        UnreadLine(line_number=number, text=line)
        for number, (line, result) in enumerate(zip(said, read, strict=True), start=1)
        if result is None
    )
    lines = tuple(line for line in read if line is not None)
    return LinesProblem(unread=unread) if unread or not lines else lines


def _read_line(typed: str) -> EstimateLine | None:
    if len(typed) > _LINE_AT_MOST:
        return None
    line = re.sub(r"[^\S\t]+", " ", _BULLET.sub("", typed))
    for read in (_in_fields, _multiplied, _each, _single):
        found = read(line)
        if found is not None:
            return found
    return None


def _in_fields(line: str) -> EstimateLine | None:
    """Read ``item; 4; 85000``, with a unit in a field of its own or beside the number, or ``item; 50000``."""
    item, *between, price = fields if len(fields := _FIELDS.split(line.strip(" ;\t|"))) > 1 else (line, "")
    counts = [found for found in map(_QUANTITY.fullmatch, between) if found]
    units = [each for each in between if not _QUANTITY.fullmatch(each)]
    if not between:
        return _line(item, None, "", price)
    if len(counts) != 1 or len(units) > 1 or any(each.isdigit() for each in units):
        return None
    unit = counts[0]["unit"] or "".join(units)
    return _line(item, counts[0]["quantity"], unit, price)


def _multiplied(line: str) -> EstimateLine | None:
    """Read ``item 4 pcs × 85 000``; a sum behind an equals sign must be the product."""
    line, _, total = line.partition("=")
    for mark in reversed(_marks(line)):
        found = _counted(line[: mark.start()].strip(_EDGES), line[mark.end() :])
        if found is not None:
            is_product = not total or read_money(total) == found.amount
            return found if is_product else None
    return None


def _counted(counted: str, price: str) -> EstimateLine | None:
    behind = _COUNTED.fullmatch(counted)
    if behind and behind["item"]:
        return _line(behind["item"], behind["quantity"], behind["unit"], price)
    before = _COUNT_FIRST.fullmatch(counted)
    if before is None:
        return None
    unit, _, item = before["item"].partition(" ")
    if _is_unit(unit):
        return _line(item, before["quantity"], unit, price)
    return _line(before["item"], before["quantity"], None, price)


def _marks(line: str) -> list[re.Match[str]]:
    words = [word for word in _WORD.finditer(line) if letters.fold(word.group()) in letters.TIMES_WORDS]
    return sorted([*_SIGN.finditer(line), *words], key=lambda mark: mark.start())


def _each(line: str) -> EstimateLine | None:
    """Read ``item 4 pcs 85 000`` where the price has the Kazakh ending for «each»."""
    *before, last = line.rstrip(" .").rsplit(" ", 1)
    plain = letters.EACH_WORDS.get(letters.fold(last))
    if plain is None or not before:
        return None
    for start in _price_starts(before[0]):
        counted = _COUNTED.fullmatch(before[0][:start])
        if counted and _is_unit(counted["unit"]):
            price = f"{before[0][start:]} {plain}"
            return _line(counted["item"], counted["quantity"], counted["unit"], price)
    return None


def _single(line: str) -> EstimateLine | None:
    """Read ``delivery 50 000``; a number of pieces without a mark leaves open what the price is for."""
    for start in _price_starts(line):
        found = _line(line[:start], None, "", line[start:])
        if found is not None:
            return None if _is_left_open(line[:start]) else found
    return None


def _price_starts(line: str) -> list[int]:
    return [match.start() for match in _PRICE_AT.finditer(line)]


def _is_left_open(item: str) -> bool:
    plain = item.strip(_EDGES)
    words = letters.fold(plain).split()
    if (
        not words
        or _FIELDS.search(plain)
        or words[-1] in letters.TIMES_WORDS
        or words[-1][-1] in letters.TIMES_SIGNS
    ):
        return True
    counted = _COUNTED.fullmatch(plain)
    return counted is not None and (counted["unit"] is None or _is_unit(counted["unit"]))


def _is_unit(unit: str | None) -> bool:
    words = _WORD.findall(letters.fold(unit or ""))
    return bool(words) and words[0] in letters.UNIT_WORDS


def _line(item: str, quantity: str | None, unit: str | None, price: str) -> EstimateLine | None:
    name, tenge, many = item.strip(_EDGES), read_money(_price(price)), _quantity(quantity)
    has_name = any(letter.isalpha() for letter in name) and len(name) <= _ITEM_AT_MOST
    if not has_name or isinstance(tenge, MoneyProblem) or many is None:
        return None
    counted_in = (unit or "").strip(_EDGES)
    return EstimateLine(item=f"{name}, {counted_in}" if counted_in else name, quantity=many, price=tenge)


def _price(typed: str) -> str:
    """Return a price without the words that say of what it is the price."""
    price, _, _ = typed.partition("/")
    words = list(_WORD.finditer(price))
    per = next((word for word in words if letters.fold(word.group()) in letters.PER_WORDS), None)
    return price[: per.start()] if per else price


def _quantity(typed: str | None) -> Decimal | None:
    if typed is None:
        return Decimal(1)
    number = read_digits(typed, is_scaled=False)
    if isinstance(number, MoneyProblem) or not 0 < number <= QUANTITY_AT_MOST:
        return None
    return _exact(number)


def _exact(number: Fraction) -> Decimal | None:
    thousandths = number * _FINEST_PART
    return Decimal(int(thousandths)) / _FINEST_PART if thousandths.denominator == 1 else None
