"""One table of a rulebook while it is read: takes keys by kind, reports what is missing, unfit or unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from core.model.language import Text
from core.rulebook.kinds import SLUG, WORDS, Kind, UnfitError
from core.rulebook.problems import Path, Problems, did_you_mean, dotted, nearest, suggestion
from core.rulebook.sourced import CHOICE, Sourced

ValueT = TypeVar("ValueT")


@dataclass(slots=True, kw_only=True)
class Reading:
    """What all tables of one file share: its problems, its acts, and which keys are or may be left open."""

    problems: Problems
    acts: frozenset[str] = frozenset()
    left_open: frozenset[str] = frozenset()
    may_be_left_open: dict[str, bool] = field(default_factory=dict)
    """Keys that were asked for and may be absent, with whether the file gives them."""


class Table:
    """A table of the file; what it lacks is reported once and left blank, so that reading goes on."""

    def __init__(self, data: Mapping[str, object] | None, path: Path, reading: Reading) -> None:
        """Take the table's data; ``None`` where the table itself is missing: one error and not many."""
        self._data: Mapping[str, object] = {} if data is None else data
        self._is_absent = data is None
        self._asked: set[str] = set()
        self._missing: dict[str, str] = {}
        self.path = path
        self.reading = reading

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def keys(self) -> tuple[str, ...]:
        """Return the keys as the file orders them."""
        return tuple(self._data)

    def report(self, message: str, *below: str | int) -> None:
        """Report an error at this table, or at what stands ``below`` in it."""
        self.reading.problems.add((*self.path, *below), message)

    def miss(self, key: str, message: str = "is missing") -> None:
        """Remember that ``key`` should be here; ``finish`` reports it unless a typing error explains it."""
        self._asked.add(key)
        if not self._is_absent:
            self._missing[key] = message

    def has(self, key: str) -> bool:
        """Say whether an optional key is given; where it is not, ``unstated`` must name it (A1)."""
        self._asked.add(key)
        name = dotted((*self.path, key))
        self.reading.may_be_left_open[name] = key in self._data
        if key not in self._data and name not in self.reading.left_open:
            self.miss(key, "is missing: give it, or name it in unstated if no source settles it")
        return key in self._data

    def value(self, key: str, kind: Kind[ValueT]) -> ValueT:
        """Return the value of ``key``, or the kind's blank after reporting that it is missing or unfit."""
        self._asked.add(key)
        if key not in self._data:
            self.miss(key)
            return kind.blank
        try:
            return kind.convert(self._data[key])
        except UnfitError as error:
            self.report(str(error), key)
            return kind.blank

    def optional(self, key: str, kind: Kind[ValueT]) -> ValueT | None:
        """Return the value of ``key``, or ``None`` where no source settles it (A1)."""
        return self.value(key, kind) if self.has(key) else None

    def sourced(self, key: str, kind: Kind[ValueT]) -> Sourced[ValueT]:
        """Return a value with its act: ``{ value = 18, act = "some-act" }`` or ``act = "choice"`` (P2)."""
        self._asked.add(key)
        if key in self._data and not isinstance(self._data[key], dict):
            self.report('stands without its act: write { value = …, act = "…" }, or act = "choice"', key)
            return Sourced(value=kind.blank, act=CHOICE)
        table = self.table(key)
        sourced = Sourced(value=table.value("value", kind), act=table.act())
        table.finish()
        return sourced

    def optional_sourced(self, key: str, kind: Kind[ValueT]) -> Sourced[ValueT] | None:
        """Return a value with its act, or ``None`` where no source settles it (A1)."""
        return self.sourced(key, kind) if self.has(key) else None

    def act(self) -> str:
        """Return the table's ``act``: a slug of ``[acts]`` or ``choice`` (P2)."""
        act = self.value("act", SLUG)
        if act and act != CHOICE and act not in self.reading.acts:
            self.report(f"{act!r} is not in [acts]{suggestion(act, (*self.reading.acts, CHOICE))}", "act")
        return act or CHOICE

    def table(self, key: str) -> "Table":
        """Return the table below ``key``; an absent one after reporting that it is missing or no table."""
        self._asked.add(key)
        below = (*self.path, key)
        if key not in self._data:
            self.miss(key)
            return Table(None, below, self.reading)
        data = self._data[key]
        if not isinstance(data, dict):
            self.report("must be a table", key)
            return Table(None, below, self.reading)
        return Table(cast("dict[str, object]", data), below, self.reading)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list, at least one."""
        self._asked.add(key)
        data = self._data.get(key)
        if data is None:
            self.miss(key)
            return ()
        if not isinstance(data, list) or not data or not all(isinstance(row, dict) for row in data):
            self.report("must be a list of tables with at least one of them", key)
            return ()
        return tuple(Table(row, (*self.path, key, place), self.reading) for place, row in enumerate(data))

    def text(self, key: str) -> Text:
        """Return a text in both languages: ``{ kk = "…", ru = "…" }`` (P6)."""
        return self.table(key).as_text()

    def texts(self, key: str) -> tuple[Text, ...]:
        """Return a list of texts in both languages, at least one."""
        return tuple(row.as_text() for row in self.tables(key))

    def as_text(self) -> Text:
        """Return this table itself as a text; one copied into the other language is refused (P6)."""
        text = Text(kk=self.value("kk", WORDS), ru=self.value("ru", WORDS))
        # A name of one word, such as that of a village, may well be spelt alike in both languages.
        if text.kk and text.kk == text.ru and " " in text.kk:
            self.report("is the same in both languages: one of them was copied", "ru")
        self.finish()
        return text

    def allow(self, keys: Iterable[str]) -> None:
        """Count ``keys`` as known, whether or not they were asked for."""
        self._asked.update(keys)

    def finish(self) -> None:
        """Report keys that nothing asked for, with the nearest known one, and those that are missing (A1).

        A key that is both missing and near an unknown one was misspelt: one mistake, so one error.
        """
        for key in self._data:
            if key not in self._asked:
                near = nearest(key, self._missing) or nearest(key, self._asked - self._data.keys())
                self.report(f"is no key of a rulebook{did_you_mean(near)}", key)
                self._missing.pop(near, "")
        for key, message in self._missing.items():
            self.report(message, key)
