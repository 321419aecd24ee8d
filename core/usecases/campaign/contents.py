"""Taking projects with their pictures and the register into the database (D1, L3)."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from core.identity.keys import AkimatKeys, read_akimat_keys
from core.model.campaign import CampaignId
from core.model.letters import fold
from core.model.project import Project
from core.model.territory import TerritoryTree
from core.rules.project_list import ListedProject, read_projects
from core.rules.register import RegisterFile, RegisterRow, read_register
from core.store import browsing, files, proposal, register, voting
from core.usecases.campaign.rulebook import RulebookRefused
from core.usecases.services import Services


async def take_projects(
    services: Services,
    campaign_id: CampaignId,
    text: str,
    source_name: str,
    read_picture: Callable[[str], bytes],
) -> int:
    """Make ``text`` the campaign's list of projects and return how many there are.

    ``read_picture`` gives the content of a picture by the name that the list has for it.

    Raises:
        RulebookErrors: where the list is not sound; with all errors at once.
        RulebookRefused: once somebody has proposed, for then projects come by decision, or has voted (A4).
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        listed = read_projects(text, source_name, rulebook)
        if await voting.count_participations(connection, campaign_id):
            raise RulebookRefused("somebody has voted: the list of projects stays (A4)", ())
        if await proposal.has_any(connection, campaign_id):
            raise RulebookRefused("somebody has proposed: projects come by decision now (C2)", ())
        pictures = [row for item in listed for row in _keep_pictures(services, item, read_picture)]
        await files.replace_pictures(connection, campaign_id, ())
        await browsing.replace_projects(
            connection, campaign_id, [(item.project, words_of(item.project)) for item in listed]
        )
        await files.replace_pictures(connection, campaign_id, pictures)
    return len(listed)


def _keep_pictures(
    services: Services, item: ListedProject, read_picture: Callable[[str], bytes]
) -> list[dict[str, Any]]:
    return [
        {
            "number": item.project.number,
            "ordinal": ordinal,
            "digest": services.files.keep(read_picture(name)),
        }
        for ordinal, name in enumerate(item.pictures)
    ]


def words_of(project: Project) -> str:
    """Return the folded words by which a project is found (D3)."""
    texts = (project.title, project.description, project.place.landmark)
    return fold(" ".join(part for text in texts for part in (text.kk, text.ru)))


async def take_register(services: Services, campaign_id: CampaignId, text: str) -> RegisterFile:
    """Make ``text`` the register of the akimat; people become keyed hashes, their IINs are kept nowhere (E7).

    The answer has a note on every line that was mended or gave no voter (L3).

    Raises:
        KeyMissing: before the akimat's keys are made.
        RulebookRefused: once somebody has voted: registration counts on the day of the opening (E1).
    """
    keys = read_akimat_keys(services.keys, campaign_id.akimat)
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
    # A city's register takes a minute to read and to hash; nobody's vote waits for that.
    read, people = await asyncio.to_thread(_read_people, text, rulebook.territories, keys)
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id, lock=True)
        if await voting.count_participations(connection, campaign_id):
            raise RulebookRefused("somebody has voted: the register stays (E1)", ())
        await register.replace_register(
            connection,
            campaign_id.akimat,
            residents=(
                {"person_key": person, "birth_date": rows[0].birth_date} for person, rows in people.items()
            ),
            registrations=(row for person, rows in people.items() for row in _registrations(person, rows)),
            phones=(row for person, rows in people.items() for row in _phones(person, rows, keys)),
        )
    return read


def _read_people(
    text: str, tree: TerritoryTree, keys: AkimatKeys
) -> tuple[RegisterFile, Mapping[bytes, list[RegisterRow]]]:
    read = read_register(text, tree)
    return read, _by_person(read.rows, keys)


def _by_person(rows: Iterable[RegisterRow], keys: AkimatKeys) -> Mapping[bytes, list[RegisterRow]]:
    people: dict[bytes, list[RegisterRow]] = {}
    for row in rows:
        people.setdefault(keys.person(row.iin), []).append(row)
    return people


def _registrations(person: bytes, rows: list[RegisterRow]) -> list[dict[str, Any]]:
    return [
        {
            "person_key": person,
            "ordinal": ordinal,
            "territory": row.registration.territory,
            "kind": row.registration.kind.value,
            "since": row.registration.since,
            "until": row.registration.until,
        }
        for ordinal, row in enumerate(rows)
    ]


def _phones(person: bytes, rows: list[RegisterRow], keys: AkimatKeys) -> list[dict[str, Any]]:
    phones = {row.phone for row in rows if row.phone is not None}
    return [{"person_key": person, "phone_key": keys.of_phone(phone)} for phone in sorted(phones)]
