"""Brings a table into the staging tables, in many short transactions; apart from who may do it (L3)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.identity.keys import AkimatKeys
from core.model.campaign import CampaignId
from core.model.territory import TerritoryTree
from core.rules.register import RegisterNote
from core.rules.sheet import Sheet
from core.store import staging
from core.usecases.register.dropping import drop_import, drop_people
from core.usecases.register.portions import Portion, read_portions
from core.usecases.services import Services


@dataclass(slots=True, kw_only=True)
class Counts:
    """How much of a register was read so far: rows taken, lines refused or mended, and notes on them."""

    rows: int = 0
    refused: int = 0
    mended: int = 0
    notes: int = 0

    def add(self, portion: Portion) -> None:
        """Count a portion."""
        self.rows += len(portion.registrations)
        self.refused += portion.refused
        self.mended += portion.mended
        self.notes += len(portion.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One register that is being read into its import."""

    services: Services
    campaign_id: CampaignId
    import_id: int
    counts: Counts = field(default_factory=Counts)

    async def read(self, sheet: Sheet, tree: TerritoryTree, keys: AkimatKeys) -> None:
        """Read and hash in a thread, write portion by portion: nobody's vote waits for a city's register."""
        portions = read_portions(sheet, tree, keys)
        while (portion := await asyncio.to_thread(next, portions, None)) is not None:
            await self._write(portion)
            self.counts.add(portion)

    async def _write(self, portion: Portion) -> None:
        async with self.services.database.write() as connection:
            await staging.add_portion(
                connection,
                self.campaign_id.akimat,
                self.import_id,
                registrations=portion.registrations,
                phones=portion.phones,
                notes=_numbered(portion.notes, self.counts.notes),
            )

    async def drop(self) -> None:
        """Leave nothing of a register that cannot be read to its end."""
        await drop_import(self.services, self.campaign_id.akimat, self.import_id)

    async def drop_people(self) -> None:
        """Delete the copies of a register that was settled; the night makes up for a crash."""
        await drop_people(self.services, self.campaign_id.akimat, self.import_id)


def _numbered(notes: Sequence[RegisterNote], before: int) -> list[dict[str, object]]:
    return [
        {"ordinal": ordinal, "line": note.line, "column": note.column, "fault": note.fault.value}
        for ordinal, note in enumerate(notes, start=before + 1)
    ]
