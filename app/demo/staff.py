"""Gives the demo's office its people: logins with fresh passwords, and what their telephones need.

Separate from the residents' data, because it is handed to the sandbox's page of telephones as a file.
"""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from core.language.locales import Locales
from core.language.markup import plain
from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.model.staff import Role
from core.usecases.office.staff import Card, add_member
from core.usecases.services import Services

ROLE_TEXTS = tuple(f"role-{role.value}" for role in Role)
"""How the page of telephones calls what somebody is."""


async def employ(
    services: Services, campaign_id: CampaignId, listed: str, place: Text, locales: Locales
) -> Sequence[Mapping[str, object]]:
    """Add everybody of a list and return them as the sandbox shows them; nobody has a fixed password."""
    return [
        await _employ(services, campaign_id, told, place, locales) for told in tomllib.loads(listed)["staff"]
    ]


async def _employ(
    services: Services, campaign_id: CampaignId, told: Mapping[str, Any], place: Text, locales: Locales
) -> Mapping[str, object]:
    roles = frozenset(Role(role) for role in told["roles"])
    card = Card(
        name=told["name"],
        position=Text(**told["position"]),
        roles=roles,
        language=Language(told["language"]),
    )
    made = await add_member(
        services, None, campaign_id.akimat, told["login"], told["iin"], card, must_change=False
    )
    return {
        "name": card.name,
        "place": _in_both(place),
        "position": _in_both(card.position),
        "roles": {each.value: _roles(locales, each, roles) for each in Language},
        "login": made.login,
        "password": made.password,
        "secret": made.secret,
    }


def _in_both(text: Text) -> dict[str, str]:
    return {language.value: text.in_language(language) for language in Language}


def _roles(locales: Locales, language: Language, roles: frozenset[Role]) -> str:
    words = locales.words(language)
    return ", ".join(plain(words(f"role-{role.value}")) for role in Role if role in roles)
