"""Fills the demo's database as an operator would: rulebooks, keys, projects, registers, codes, some votes.

Separate from the processes, because it ends before the first of them starts.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.demo.house import House, write_json
from app.demo.neighbours import come
from app.demo.office import Workers, find_workers
from app.demo.proposals import Village, read_voices
from app.demo.sample import OKRUG, TOWN, Sample, jumps
from app.demo.staff import employ
from core.identity.codes import printed
from core.language.locales import Locales
from core.language.markup import plain
from core.model.campaign import CampaignId
from core.model.language import Language
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rulebook.shift import days_until_opened, moved
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.campaign.yards import take_yards
from core.usecases.freeze.making import freeze_due
from core.usecases.register.taking import take_register
from core.usecases.services import Services
from core.usecases.verification.code import issue_codes
from core.usecases.voting.casting import cast_vote
from demo import residents
from demo.pictures import draw

NEIGHBOURS_FROM = 9_000_000_000
"""Accounts of sample voters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A line of ``codes.txt``: an invented IIN and, where a phone of the demo waits for it, whose it is."""

    iin: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A sample campaign in the database, with its rulebook as moved by ``days``."""

    sample: Sample
    campaign_id: CampaignId
    rulebook: Rulebook
    days: int


async def fill(house: House, services: Services, locales: Locales) -> None:
    """Make both campaigns, each in its stage, and the files for sandbox and supervisor."""
    town, okrug = await _load(services, TOWN), await _load(services, OKRUG)
    await take_projects(services, town.campaign_id, TOWN.text("projects.toml"), "projects.toml", draw)
    # Voting in the town is open: nobody votes before its lists and rules are frozen.
    await freeze_due(services)
    # A password is hashed slowly on purpose, in a thread: meanwhile the neighbours vote.
    async with asyncio.TaskGroup() as group:
        staff = [group.create_task(_employ(services, loaded, locales)) for loaded in (town, okrug)]
        group.create_task(_vote(services, town.campaign_id))
    office = [await find_workers(services, each.campaign_id, each.rulebook) for each in (town, okrug)]
    for workers in office:
        await workers.appoint_council()
    await take_yards(services, okrug.campaign_id, residents.moved(OKRUG.text("yards.csv"), okrug.days))
    await _propose(services, okrug, office[-1])
    rulebooks = {loaded.sample.name: loaded.rulebook for loaded in (town, okrug)}
    instants = [{"name": _in_both(locales, key), "at": at.isoformat()} for key, at in jumps(rulebooks)]
    write_json(house.instants, instants)
    write_json(house.staff, {"staff": [shown for task in staff for shown in task.result()]})
    write_json(house.codes, [await _issue(services, loaded) for loaded in (town, okrug)])


async def _load(services: Services, sample: Sample) -> Loaded:
    """Take the rulebook, moved so that its stage opened when it should, and the register moved with it."""
    source = sample.rulebook.read_text(encoding="utf-8")
    rulebook = read(source, sample.rulebook.name)
    days = days_until_opened(rulebook, sample.stage, sample.days, services.clock.now())
    taken = await take_rulebook(services, moved(source, days), sample.rulebook.name)
    await make_campaign_keys(services, taken.campaign_id)
    await take_register(services, taken.campaign_id, residents.moved(sample.text("register.csv"), days))
    return Loaded(sample=sample, campaign_id=taken.campaign_id, rulebook=taken.rulebook, days=days)


async def _employ(services: Services, loaded: Loaded, locales: Locales) -> Sequence[Mapping[str, object]]:
    """Give the campaign's office its staff."""
    (root,) = loaded.rulebook.territories.children(None)
    return await employ(services, loaded.campaign_id, loaded.sample.text("staff.toml"), root.name, locales)


async def _issue(services: Services, loaded: Loaded) -> dict[str, object]:
    """Issue the clerk's list and return the codes of those whose phone stands on the chat page."""
    listed = read_listed(loaded.sample.text("codes.txt"))
    issued = await issue_codes(services, loaded.campaign_id, [person.iin for person in listed])
    (root,) = loaded.rulebook.territories.children(None)
    return {
        "place": {language.value: root.name.in_language(language) for language in Language},
        "codes": [
            {"person": person.note, "code": printed(item.code)}
            for person, item in zip(listed, issued, strict=True)
            if person.note
        ],
    }


def read_listed(text: str) -> list[ListedPerson]:
    """Return the people of ``codes.txt``, each with the note behind ``#``."""
    parts = (line.partition("#") for line in text.splitlines())
    return [ListedPerson(iin=iin.strip(), note=note.strip()) for iin, _, note in parts if iin.strip()]


async def _vote(services: Services, campaign_id: CampaignId) -> None:
    """Let the neighbours vote, so that the outcome shows every rule."""
    votes = [line.split(";") for line in TOWN.text("votes.csv").splitlines()[1:]]
    issued = await issue_codes(services, campaign_id, [iin for iin, _ in votes])
    for position, (item, (_, number)) in enumerate(zip(issued, votes, strict=True)):
        account = NEIGHBOURS_FROM + position
        person = await come(services, campaign_id, account, item.code)
        await cast_vote(services, campaign_id, account, number=int(number), session=person.session)


async def _propose(services: Services, okrug: Loaded, workers: Workers) -> None:
    """Let villagers propose and talk, so that a newcomer finds a discussion."""
    village = Village(
        services=services,
        campaign_id=okrug.campaign_id,
        opened=okrug.rulebook.stages[OKRUG.stage].opens,
        draw=draw,
        people=read_voices(OKRUG.text("voices.csv")),
        workers=workers,
    )
    await village.talk(OKRUG.text("proposals.toml"))


def _in_both(locales: Locales, key: str) -> dict[str, str]:
    return {language.value: plain(locales.words(language)(key)) for language in Language}
