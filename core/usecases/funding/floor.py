"""The money floor as the office shows it: by the rulebook's spending, and by another sum to try (A5)."""

from dataclasses import dataclass
from fractions import Fraction

from core.law.reference import Lawful
from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.digits import MoneyProblem
from core.rules.funding import Floor, find_least_share, money_floor
from core.rules.money import read_money
from core.rules.permissions import OfficeAct
from core.usecases.office.permission import require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorShown:
    """The share of the act, the floor by the rulebook and the one by the sum that was tried.

    ``share`` is ``None`` where the act names none, ``floor`` also where the rulebook names no spending.
    ``is_unreadable`` says that what was typed is no sum.
    """

    rulebook: Rulebook
    share: Lawful[Fraction] | None
    floor: Floor | None
    tried: Floor | None
    is_unreadable: bool


async def get_floor(services: Services, actor: Actor, campaign_id: CampaignId, typed: str) -> FloorShown:
    """Return the floor of a campaign; ``typed`` is a sum to try, empty for none.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_MONEY)
    spending = rulebook.housing_spending
    sum_ = read_money(typed) if typed.strip() else None
    is_sum = isinstance(sum_, int) and sum_ > 0
    return FloorShown(
        rulebook=rulebook,
        share=find_least_share(rulebook),
        floor=money_floor(rulebook, spending.value) if spending is not None else None,
        tried=money_floor(rulebook, sum_) if isinstance(sum_, int) and is_sum else None,
        is_unreadable=isinstance(sum_, MoneyProblem) or sum_ == 0,
    )
