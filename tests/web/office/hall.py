"""The council's people before their screens: a secretary, three members, two proposals for them."""

from dataclasses import dataclass

from core.model.language import Language
from core.model.staff import Role
from core.usecases.council.members import appoint
from tests.support.council import ready
from tests.support.office import SignedInClient, sign_in
from tests.support.proposals import GROUND
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import TITLE, Site

SITTINGS = "/office/semey-demo/sittings"
CALL = {
    "held": "2026-09-21",
    "place-kk": "Мәжіліс залы",
    "place-ru": "Зал заседаний",
    "term": "2026-09-20",
}
DECISION = {"title": "Скамьи <b>на</b> площади", "description": "Пожилым людям."}
REFUSAL = {**DECISION, "final-ground": GROUND, "reason-kk": "Аула қоршалған.", "reason-ru": "Двор огорожен."}


@dataclass(frozen=True, slots=True)
class Hall:
    """Browsers of the secretary and of three members, two proposals for them."""

    secretary: SignedInClient
    members: tuple[SignedInClient, ...]
    first: int
    second: int

    async def open(self) -> str:
        """Return the path of a sitting with both proposals."""
        status, _ = await self.secretary.post(SITTINGS, CALL)
        assert status == 200
        return f"{SITTINGS}/1"


async def gathered(site: Site, town: Town) -> Hall:
    """Return a council at work."""
    secretary = await sign_in(
        site, town, Role.SECRETARY, login="secretary", person=4, language=Language.RUSSIAN
    )
    members = []
    for place in range(3):
        member = await sign_in(site, town, Role.COUNCIL_MEMBER, login=f"member-{place}", person=place)
        await appoint(town.services, secretary.actor, CAMPAIGN, member.actor.staff_id, is_chair=place == 0)
        members.append(member)
    first, second = await ready(town, 0, title=TITLE), await ready(town, 1)
    return Hall(secretary, tuple(members), first, second)
