"""Measures what it takes to read a city's register: CSV and XLSX, until it waits, and until it is in force.

Each run is a process of its own, ``python -m bench.register JOB …``, so that its peak of memory is its own.
"""

import asyncio
import csv
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.lines import Line
from bench.measuring import share
from bench.town import CAMPAIGN, ROOT, services_at
from core.identity.keys import read_akimat_keys
from core.model.staff import Actor, Role
from core.rules.iin import control_digit
from core.rules.register import COLUMNS
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.register.approving import approve_register
from core.usecases.register.staging import stage_register

ROWS = 200_000
ROUNDS = 3
KINDS = ("csv", "xlsx")
NAMES = tuple(f"register_{kind}" for kind in KINDS)

_INTAKE = datetime(2026, 9, 10, 6, tzinfo=UTC)
_AGAINST = {
    "csv": "csv.reader and one keyed hash a row, nothing stored",
    "xlsx": "calamine's to_python and one keyed hash a row, nothing stored",
}
_MEGABYTE = 1024


async def measure(url: str, folder: Path) -> AsyncIterator[Line]:
    """Load the campaign into the migrated database at ``url`` and yield a line for each kind of file."""
    services = services_at(url, folder, _INTAKE)
    source = (ROOT / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8")
    await take_rulebook(services, source, "semey-demo.toml")
    await make_campaign_keys(services, CAMPAIGN)
    await services.database.dispose()
    rows = share(ROWS)
    for kind in KINDS:
        path = folder / f"register.{kind}"
        await asyncio.to_thread(_write, path, rows)
        runs = [
            (await _run("stage", url, folder, path), await _run("plain", url, folder, path))
            for _ in range(share(ROUNDS))
        ]
        yield _line(kind, rows, [ours for ours, _ in runs], [plain for _, plain in runs])


def _line(kind: str, rows: int, ours: list[Mapping[str, float]], plain: list[Mapping[str, float]]) -> Line:
    def median(runs: list[Mapping[str, float]], what: str) -> float:
        return statistics.median(run[what] for run in runs)

    return Line(
        name=f"register_{kind}",
        value=round(rows / median(ours, "seconds"), 1),
        baseline=round(rows / median(plain, "seconds"), 1),
        unit="rows/s",
        against=_AGAINST[kind],
        facts={
            "rows": rows,
            "seconds": round(median(ours, "seconds"), 2),
            "cpu_seconds": round(median(ours, "cpu"), 2),
            "baseline_cpu_seconds": round(median(plain, "cpu"), 2),
            "approve_seconds": round(median(ours, "approve"), 2),
            "peak_mb": round(median(ours, "peak")),
            "reader_peak_mb": round(median(ours, "reader")),
            "baseline_peak_mb": round(median(plain, "peak")),
        },
    )


async def _run(*job: object) -> Mapping[str, float]:
    command = (sys.executable, "-m", "bench.register", *(str(part) for part in job))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    printed, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{job[0]} ended with {process.returncode}")
    found: dict[str, float] = json.loads(printed)
    return found


def _write(path: Path, rows: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(COLUMNS)
            writer.writerows(_rows(rows))
        return
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, COLUMNS)
        for place, row in enumerate(_rows(rows), start=1):
            sheet.write_row(place, 0, row)


def _rows(rows: int) -> Iterator[tuple[str, ...]]:
    """Yield people who differ in number and telephone; born on changing days, some with a zero in front."""
    made, serial = 0, 0
    while made < rows:
        serial += 1
        first = f"{serial % 100:02d}{serial % 12 + 1:02d}{serial % 28 + 1:02d}{serial // 100 % 100_000:05d}"
        digit = control_digit(first)
        if digit is not None:
            made += 1
            born = f"19{serial % 100:02d}-{serial % 12 + 1:02d}-{serial % 28 + 1:02d}"
            phone = f"+7701{serial % 10_000_000:07d}"
            yield (f"{first}{digit}", born, "permanent", "2015-03-16", "", "eski-qala", phone)


def _someone(staff_id: int) -> Actor:
    key = bytes([staff_id]) * 32
    roles = frozenset({Role.CLERK})
    return Actor(akimat=CAMPAIGN.akimat, staff_id=staff_id, person_key=key, name="", roles=roles)


async def _stage(url: str, folder: Path, path: Path) -> Mapping[str, float]:
    services = services_at(url, folder, _INTAKE)
    begun, before = time.perf_counter(), _cpu()
    with path.open("rb") as file:
        import_id = await stage_register(services, _someone(1), CAMPAIGN, file, path.name)
    seconds = time.perf_counter() - begun
    # The memory counts until the register waits; the reader of a workbook is a process apart.
    peaks = {"peak": _peak(resource.RUSAGE_SELF), "reader": _peak(resource.RUSAGE_CHILDREN)}
    peaks["cpu"] = _cpu() - before
    begun = time.perf_counter()
    await approve_register(services, _someone(2), CAMPAIGN, import_id)
    approve = time.perf_counter() - begun
    await services.database.dispose()
    return {"seconds": seconds, "approve": approve, **peaks}


def _peak(who: int) -> float:
    """Return the most memory in megabytes: Linux counts in kilobytes."""
    return resource.getrusage(who).ru_maxrss / _MEGABYTE


def _plain(url: str, folder: Path, path: Path) -> Mapping[str, float]:
    keys = read_akimat_keys(services_at(url, folder, _INTAKE).keys, CAMPAIGN.akimat)
    begun, before = time.perf_counter(), _cpu()
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            count = sum(1 for row in csv.reader(file, delimiter=";") if keys.person(row[0]))
    else:
        rows: list[list[Any]] = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        count = sum(1 for row in rows if keys.person(str(row[0])))
    return {
        "seconds": time.perf_counter() - begun,
        "peak": _peak(resource.RUSAGE_SELF),
        "cpu": _cpu() - before,
        "rows": count,
    }


def _cpu() -> float:
    """Return the processor's seconds of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def main(job: str, url: str, folder: str, path: str) -> None:
    """Do one run and print what it took."""
    if job == "stage":
        found = asyncio.run(_stage(url, Path(folder), Path(path)))
    else:
        found = _plain(url, Path(folder), Path(path))
    sys.stdout.write(json.dumps(found) + os.linesep)


if __name__ == "__main__":
    main(*sys.argv[1:])
