"""A village at its voting: the rural sample campaign with three projects and a household of three.

Separate from the town, because one telephone there often serves a whole house (K1).
"""

from pathlib import Path

from core.model.campaign import CampaignId
from core.model.language import Language
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.account import choose_language, see
from core.usecases.place.choosing import choose_place
from core.usecases.privacy.consent import give_consent
from tests.support.clock import FakeClock
from tests.support.town import REPOSITORY, Town, make_town_services, row

VILLAGE = CampaignId("ainakol", "rural-okrug")
BOOK = (REPOSITORY / "rulebooks" / "rural-okrug.toml").read_text(encoding="utf-8")
HOUSEHOLD = (4, 5, 6)
"""Three people of one house who have no telephone in the register."""

_TITLES = {
    1: ("Айнакөл ауылында су тарату бағанасын жөндеу", "Ремонт водоразборной колонки в селе Айнаколь"),
    2: ("Мектепке апаратын көпірді жаңарту", "Обновление моста к школе"),
    3: ("Клубқа интернет тарту", "Интернет в клуб"),
}
_DIRECTIONS = {1: "water", 2: "roads-and-bridges", 3: "internet"}


def projects() -> str:
    """Return the village's projects as an operator loads them."""
    return "\n".join(
        f"""
[[projects]]
number = {number}
status = "admitted"
territory = "ainakol"
direction = "{_DIRECTIONS[number]}"
cost = {number * 900000}
title = {{ kk = "{kk}", ru = "{ru}" }}
description = {{ kk = "{kk}: ауыл тұрғындары сұраған жұмыс.", ru = "{ru}: об этом просят жители." }}
place = {{ landmark = {{ kk = "Ауыл орталығы", ru = "центр села" }} }}
"""
        for number, (kk, ru) in _TITLES.items()
    )


async def build_village(database_url: str, folder: Path, clock: FakeClock) -> Town:
    """Load the rural campaign into a migrated database while its voting is open."""
    services = make_town_services(database_url, folder, clock)
    await take_rulebook(services, BOOK, "rural-okrug.toml")
    await make_campaign_keys(services, VILLAGE)
    await take_projects(services, VILLAGE, projects(), "projects.toml", lambda name: name.encode())
    village = Town(services=services, clock=clock, campaign=VILLAGE)
    await village.register(*(row(person, "ainakol") for person in HOUSEHOLD))
    return village


async def settle(village: Town, account: int, language: Language) -> None:
    """Let an account live in the village, with consent given."""
    await see(village.services, account)
    await choose_language(village.services, account, language)
    await choose_place(village.services, account, VILLAGE, "ainakol")
    await give_consent(village.services, VILLAGE, account, language)
