"""Counts and measures everything and prints a line of JSON for each; ``BENCH_SHARE=0.1`` measures a tenth."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import databases, effort, register, screens, taps, votes
from bench.lines import Line, Omission
from bot import startup


def main() -> int:
    """Print the lines as they come; what a missing service prevents is said in its place."""
    for line in effort.lines():
        print(line)
    tuned = startup.tune()
    for measure in (taps.measure, screens.measure, votes.measure_sqlite, register.measure):
        with _folder() as folder, databases.sqlite(folder) as url:
            asyncio.run(_print(measure(url, folder)))
    with _folder() as folder, databases.postgresql() as postgresql_url:
        if postgresql_url is None:
            print(Omission(name=votes.POSTGRESQL, reason="missing service: PostgreSQL"))
        else:
            asyncio.run(_print(votes.measure_postgresql(postgresql_url, folder)))
    del tuned
    return 0


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


async def _print(lines: AsyncIterator[Line]) -> None:
    async for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
