"""Fills the demo's database as an operator would: rulebook, keys, projects, register, codes, some votes.

Separate from the processes, because it ends before the first of them starts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.demo.house import RULEBOOK, SAMPLES, House, write_json
from core.identity.codes import printed
from core.language.locales import Locales
from core.language.markup import plain
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rulebook.shift import days_until_open, moved
from core.usecases.campaign.contents import take_projects, take_register
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.account import see, stop
from core.usecases.privacy.consent import give_consent
from core.usecases.services import Services
from core.usecases.verification.code import issue_codes, verify_by_code
from core.usecases.voting.casting import cast_vote
from demo import residents
from demo.pictures import draw

NEIGHBOURS_FROM = 9_000_000_000
"""Accounts of sample voters; they want no notices, for there is nobody to write to."""

INSTANT_TEXTS = ("demo-instant-last-hour", "demo-instant-closed", "demo-instant-implementation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A line of ``codes.txt``: an invented IIN and, where a phone of the demo waits for it, whose it is."""

    iin: str
    note: str


async def fill(house: House, services: Services, locales: Locales) -> None:
    """Make the campaign, whose voting opened yesterday, and the files for sandbox and supervisor."""
    source = RULEBOOK.read_text(encoding="utf-8")
    days = days_until_open(read(source, RULEBOOK.name), services.clock.now())
    taken = await take_rulebook(services, moved(source, days), RULEBOOK.name)
    campaign_id = taken.campaign_id
    await make_campaign_keys(services, campaign_id)
    projects = _sample("projects.toml")
    await take_projects(services, campaign_id, projects, "projects.toml", draw)
    await take_register(services, campaign_id, residents.moved(_sample("register.csv"), days))
    await _vote(services, campaign_id)
    write_json(house.instants, [*_instants(taken.rulebook, locales)])
    write_json(house.codes, await _issue(services, campaign_id))


async def _issue(services: Services, campaign_id: CampaignId) -> list[dict[str, str]]:
    """Issue the clerk's list and return the codes of those whose phone stands on the chat page."""
    listed = read_listed(_sample("codes.txt"))
    issued = await issue_codes(services, campaign_id, [person.iin for person in listed])
    return [
        {"person": person.note, "code": printed(item.code)}
        for person, item in zip(listed, issued, strict=True)
        if person.note
    ]


def read_listed(text: str) -> list[ListedPerson]:
    """Return the people of ``codes.txt``, each with the note behind ``#``."""
    parts = (line.partition("#") for line in text.splitlines())
    return [ListedPerson(iin=iin.strip(), note=note.strip()) for iin, _, note in parts if iin.strip()]


async def _vote(services: Services, campaign_id: CampaignId) -> None:
    """Let the neighbours vote, so that the outcome shows every rule."""
    votes = [line.split(";") for line in _sample("votes.csv").splitlines()[1:]]
    issued = await issue_codes(services, campaign_id, [iin for iin, _ in votes])
    for position, (item, (_, number)) in enumerate(zip(issued, votes, strict=True)):
        account = NEIGHBOURS_FROM + position
        await see(services, account)
        await give_consent(services, campaign_id, account, Language.KAZAKH)
        person = await verify_by_code(services, campaign_id, account, typed=item.code)
        await cast_vote(services, campaign_id, account, number=int(number), session=person.session)
        await stop(services, account)


def _instants(rulebook: Rulebook, locales: Locales) -> Iterator[dict[str, object]]:
    """Yield what the clock of the chat page can jump to."""
    voting = rulebook.stages[Stage.VOTING]
    moments = (
        voting.closes - timedelta(hours=1),
        voting.closes + timedelta(seconds=1),
        rulebook.stages[Stage.IMPLEMENTATION].opens,
    )
    for key, at in zip(INSTANT_TEXTS, moments, strict=True):
        yield {"name": _in_both(locales, key), "at": at.isoformat()}


def _in_both(locales: Locales, key: str) -> dict[str, str]:
    return {language.value: plain(locales.words(language)(key)) for language in Language}


def _sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")
