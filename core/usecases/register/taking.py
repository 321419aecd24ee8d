"""Taking a register by the operator's own command, without approval; apart from the office's way (L3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.register import ImportState
from core.rules.register import RegisterFault, RegisterNote
from core.rules.sheet import read_sheet
from core.store import replacing, staging, voting
from core.usecases.campaign.rulebook import RulebookRefused
from core.usecases.register.reading import Reading
from core.usecases.services import Services

_MOST_NOTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRegister:
    """What came of a register: people and their registrations, and notes on lines refused or mended."""

    people: int
    rows: int
    refused: int
    notes: Sequence[RegisterNote]


async def take_register(services: Services, campaign_id: CampaignId, text: str) -> TakenRegister:
    """Make ``text`` the register of the akimat; people become keyed hashes, their IINs are kept nowhere (E7).

    The answer has a note on every line that was mended or gave no voter (L3).

    Raises:
        KeyMissing: before the akimat's keys are made.
        RulebookRefused: once somebody has voted: registration counts on the day of the opening (E1).
    """
    keys = read_akimat_keys(services.keys, campaign_id.akimat)
    digest = sha256(text.encode()).hexdigest()
    async with services.database.write() as connection:
        await staging.lock_imports(connection, campaign_id.akimat)
        rulebook = await services.rulebooks.require(connection, campaign_id)
        import_id = await staging.add_import(
            connection, campaign_id, file_name="", digest=digest, staged_at=services.clock.now()
        )
    reading = Reading(services=services, campaign_id=campaign_id, import_id=import_id)
    try:
        await reading.read(read_sheet(text.splitlines()), rulebook.territories, keys)
        taken = await _put_in_force(reading)
    except BaseException:
        await reading.drop()
        raise
    await reading.drop_people()
    return taken


async def _put_in_force(reading: Reading) -> TakenRegister:
    services, campaign_id, import_id = reading.services, reading.campaign_id, reading.import_id
    counts, akimat = reading.counts, campaign_id.akimat
    async with services.database.write() as connection:
        await staging.lock_imports(connection, akimat)
        await services.rulebooks.require(connection, campaign_id, lock=True)
        if await voting.count_participations(connection, campaign_id):
            raise RulebookRefused("somebody has voted: the register stays (E1)", ())
        people = await staging.count_people(connection, akimat, import_id)
        await replacing.replace_register(connection, akimat, import_id)
        await staging.change_import(
            connection,
            akimat,
            import_id,
            state=ImportState.APPROVED.value,
            rows=counts.rows,
            people=people,
            refused=counts.refused,
            mended=counts.mended,
            settled_at=services.clock.now(),
        )
        found = await staging.list_notes(connection, akimat, import_id, limit=_MOST_NOTES)
    notes = [
        RegisterNote(line=row["line"], column=row["column"], fault=RegisterFault(row["fault"]))
        for row in found
    ]
    return TakenRegister(people=people, rows=counts.rows, refused=counts.refused, notes=notes)
