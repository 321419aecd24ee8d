"""Counts the statements and transactions that reach a database; a tap is as slow as their number."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

_FRAME = ("BEGIN", "PRAGMA")


@dataclass(slots=True)
class Statements:
    """Every statement in its order, and how many transactions they stood in."""

    texts: list[str] = field(default_factory=list)
    transactions: int = 0

    def facts(self) -> dict[str, float]:
        """Return the counts as a line of the results has them."""
        return {"statements": len(self.texts), "transactions": self.transactions}


@contextmanager
def counted() -> Iterator[Statements]:
    """Count what every engine of the process is told until the block ends."""
    seen = Statements()

    def on_statement(
        _connection: Connection, _cursor: Any, text: str, _parameters: Any, _context: Any, _many: Any
    ) -> None:
        if not text.startswith(_FRAME):
            seen.texts.append(text)

    def on_begin(_connection: Connection) -> None:
        seen.transactions += 1

    event.listen(Engine, "before_cursor_execute", on_statement)
    event.listen(Engine, "begin", on_begin)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", on_statement)
        event.remove(Engine, "begin", on_begin)
