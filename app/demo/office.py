"""What the demo's office has done before anybody looks: a council is appointed, places have been looked at.

Separate from the logins, because here they act, each through the use case of its page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.demo.clock import Standing
from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.review import SiteCheck
from core.model.staff import Actor, Role, Staff
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.formal_check import Finding, checklist
from core.rules.review import ReviewAct
from core.store import staff as logins
from core.usecases.council.members import appoint
from core.usecases.review.checking import FormalCheck, check_proposal
from core.usecases.review.site import record_site_check
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Who works in the office of a campaign, in the order of their logins."""

    services: Services
    campaign_id: CampaignId
    rulebook: Rulebook
    staff: tuple[Staff, ...]

    def first(self, role: Role) -> Actor:
        """Return the first who is that."""
        return next(each.actor for each in self.staff if role in each.roles)

    async def appoint_council(self) -> None:
        """Let the secretary appoint every member when the review begins; the first leads the council."""
        then = self._services_at(self.rulebook.stages[Stage.REVIEW].opens)
        secretary = self.first(Role.SECRETARY)
        members = [each.staff_id for each in self.staff if Role.COUNCIL_MEMBER in each.roles]
        for place, staff_id in enumerate(members):
            await appoint(then, secretary, self.campaign_id, staff_id, is_chair=place == 0)

    async def register(self, number: int, at: datetime) -> None:
        """Let the clerk find that everything is met, and register the proposal."""
        findings = {item.key: Finding(is_met=True) for item in checklist(self.rulebook)}
        await check_proposal(
            self._services_at(at),
            self.first(Role.CLERK),
            self.campaign_id,
            number,
            version=1,
            check=FormalCheck(findings=findings),
            act=ReviewAct.REGISTER,
        )

    async def look_at_place(self, number: int, told: Mapping[str, Any], at: datetime) -> None:
        """Let the clerk record what ``told`` says of the place."""
        check = SiteCheck(
            land_is_clear=told["land"],
            networks_are_clear=told["networks"],
            balance_holder=told["holder"],
            found=Text(**told["found"]),
            checked_on=local_date(at),
            checked_by=told["who"],
        )
        then = self._services_at(at)
        await record_site_check(then, self.first(Role.CLERK), self.campaign_id, number, check)

    def _services_at(self, at: datetime) -> Services:
        return replace(self.services, clock=Standing(at))


async def find_workers(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> Workers:
    """Return the akimat's staff as it is in the database."""
    async with services.database.read() as connection:
        found = await logins.list_staff(connection, campaign_id.akimat)
    staff = tuple(sorted(found, key=lambda each: each.login))
    return Workers(services=services, campaign_id=campaign_id, rulebook=rulebook, staff=staff)
