"""Refusals that can be appealed against, with people behind them: a clerk's, and a council's with opinions.

Separate from the proposals, because only what is about appeals needs to know who refused.
"""

from datetime import timedelta

from sqlalchemy import insert

from core.model.appeal import Appeal
from core.model.council import Choice
from core.model.language import Language, Text
from core.model.proposal import ProposalStatus
from core.model.review import SiteCheck
from core.model.staff import Actor
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.store import council, review
from core.store.base import key
from core.store.opinion import opinion
from core.usecases.appeal.deciding import decide_appeal
from core.usecases.appeal.filing import file_appeal
from core.usecases.review.enacting import enact, require_proposal
from tests.support.proposals import GROUND, INTAKE, REASON, account_of
from tests.support.town import CAMPAIGN, Town

APPEALED = "Аула ашық, оған бәрі кіреді. Қақпа тек түнде жабылады."
ANSWER = Text(kk="Аула күндіз бәріне ашық екен.", ru="Днём двор открыт для всех.")
FOUND = Text(kk="Алаң бос.", ru="Площадка свободна.")
LOOKED_AT = SiteCheck(
    land_is_clear=True,
    networks_are_clear=True,
    balance_holder="«Жарық» КМК",
    found=FOUND,
    checked_on=INTAKE.date(),
    checked_by="А. Серікқызы",
)


async def refused_by(town: Town, number: int, clerk: Actor) -> None:
    """Refuse a proposal as this clerk."""
    async with town.services.database.write() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN, lock=True)
        proposal = await require_proposal(connection, CAMPAIGN, number, None)
        refusal = Decision(act=ReviewAct.REFUSE, ground=GROUND, reason=REASON)
        await enact(town.services, connection, rulebook, proposal, refusal, clerk.staff_id)


async def refused_by_council(
    town: Town, number: int, secretary: Actor, opinions: dict[Actor, Choice]
) -> None:
    """Refuse a registered proposal as a council does whose members said this."""
    now = town.clock.now()
    of_sitting = {**key(CAMPAIGN), "sitting": number}
    sitting = {
        "held_on": now.date(),
        "place_kk": "әкімдік",
        "place_ru": "акимат",
        "decide_by": now + timedelta(days=1),
        "secretary_id": secretary.staff_id,
        "secretary_name": secretary.name,
        "secretary_position_kk": "хатшы",
        "secretary_position_ru": "секретарь",
        "member_count": len(opinions),
        "opened_at": now,
    }
    async with town.services.database.write() as connection:
        await connection.execute(insert(council.sitting).values(**of_sitting, **sitting))
        await connection.execute(insert(council.sitting_item).values(**of_sitting, number=number, version=1))
        for member, choice in opinions.items():
            said = {"staff_id": member.staff_id, "choice": choice.value, "comment": "", "at": now}
            await connection.execute(insert(opinion).values(**of_sitting, number=number, **said))
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN, lock=True)
        proposal = await require_proposal(connection, CAMPAIGN, number, None)
        refusal = Decision(
            act=ReviewAct.REFUSE,
            ground=GROUND,
            reason=REASON,
            title=Text(kk="Абай алаңына орындықтар қою", ru="Скамейки на площади Абая"),
            description=Text(kk="Төрт орындық.", ru="Четыре скамейки."),
        )
        await enact(town.services, connection, rulebook, proposal, refusal, None)


async def checked_at_site(town: Town, number: int, clerk: Actor, *, is_clear: bool = True) -> None:
    """Record that the place can be built on."""
    values = {
        "land_is_clear": is_clear,
        "networks_are_clear": True,
        "balance_holder": "«Жарық» КМК",
        "found_kk": FOUND.kk,
        "found_ru": FOUND.ru,
        "checked_on": town.clock.now().date(),
        "checked_by": "А. Серікқызы",
        "staff_id": clerk.staff_id,
        "at": town.clock.now(),
    }
    async with town.services.database.write() as connection:
        await review.add_site_check(connection, CAMPAIGN, number, values)


async def filed(town: Town, number: int, text: str = APPEALED, *, person: int = 0) -> Appeal:
    """Appeal as the person does in the bot."""
    account = account_of(person)
    return await file_appeal(town.services, CAMPAIGN, account, number, text, Language.KAZAKH)


async def answered(
    town: Town, someone: Actor, number: int, *, is_upheld: bool = True, reason: Text = ANSWER
) -> ProposalStatus:
    """Decide on the appeal."""
    return await decide_appeal(town.services, someone, CAMPAIGN, number, is_upheld=is_upheld, reason=reason)
