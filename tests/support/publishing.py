"""A campaign with something of everything that is published: proposals in each state, decisions, talk.

Separate because use cases, pages and the browser are tried on the same one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.language import Language, Text
from core.model.proposal import Author
from core.model.staff import Role
from core.rules.review import ReviewAct
from core.store import exclusive, review
from core.store.council import council_member
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.discussion.support import support
from core.usecases.proposal.withdrawing import withdraw
from tests.support.office import actor
from tests.support.proposals import INTAKE, account_of, author, decided, registered, submitted
from tests.support.town import CAMPAIGN, Town

MARKUP = '<script>alert(1)</script> & "қоқыс"'
"""A title with everything that a page must not take for its own."""

PROFANE = "Сөгіс сөз, ешкім көрмеуі керек"
TRANSLATED = Text(kk="Сквер жолына шам қою", ru="Осветить дорожку сквера")
SITE = Text(kk="Жер бос, кабель қасынан өтеді.", ru="Земля свободна, кабель рядом.")
REASON = Text(kk="Аула қоршалған, кіру шектеулі.", ru="Двор огорожен, вход ограничен.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The numbers of what was submitted, by what became of it."""

    talked_about: int
    unread_refused: int
    council_refused: int
    admitted: int
    waiting: int
    withdrawn: int


async def publish(town: Town) -> Published:
    """Submit and decide during the intake; the clock stands at its tenth day, or two days later."""
    town.clock.set_to(INTAKE)
    named = Author(kind="resident", name="Әсел Серікқызы", phone="77000000000", is_name_public=True)
    talked_about = await registered(town, 0, title=MARKUP, author=named)
    await _talk(town, talked_about)
    unread = await submitted(town, 2, title=PROFANE)
    await decided(town, unread, ReviewAct.REFUSE, ground="offensive", reason=REASON)
    refused = await registered(town, 3, title="Гараж алдын төсеу", language=Language.KAZAKH)
    await decided(town, refused, ReviewAct.REFUSE, ground="limited-access", reason=REASON)
    admitted = await registered(town, 4, title=TRANSLATED.kk, latitude=50.4111, longitude=80.2275)
    await _review(town, admitted)
    title, description = TRANSLATED, Text(kk="", ru="Пожилые люди идут в темноте.")
    await decided(town, admitted, ReviewAct.ADMIT, title=title, description=description, site_check=SITE)
    waiting = await submitted(town, 5, title=PROFANE)
    withdrawn = await submitted(town, 6, title=PROFANE)
    await withdraw(town.services, CAMPAIGN, account_of(6), withdrawn)
    return Published(
        talked_about=talked_about,
        unread_refused=unread,
        council_refused=refused,
        admitted=admitted,
        waiting=waiting,
        withdrawn=withdrawn,
    )


async def _talk(town: Town, number: int) -> None:
    """Let a neighbour support and ask; the answer is read by a moderator, a second question is not yet."""
    neighbour = await author(town, 1)
    await support(town.services, CAMPAIGN, neighbour, number)
    asked = await ask(
        town.services, CAMPAIGN, neighbour, number, text="Қашан басталады?", language=Language.KAZAKH
    )
    await moderate_question(town.services, CAMPAIGN, asked.question_id, is_shown=True)
    answered = await answer(
        town.services, CAMPAIGN, account_of(0), asked.question_id, text="Мамырда, күн жылынғанда."
    )
    await moderate_answer(
        town.services, CAMPAIGN, asked.question_id, is_shown=True, version=answered.answer_version
    )
    await ask(town.services, CAMPAIGN, neighbour, number, text=PROFANE, language=Language.KAZAKH)


async def _review(town: Town, number: int) -> None:
    """Record a site check, a cost that became exact, a pair, and a council of two."""
    now = town.clock.now()
    staff_id = await _member(town, "chair", 0, is_chair=True)
    await _member(town, "member", 1, is_chair=False)
    async with town.services.database.write() as connection:
        site = {
            "land_is_clear": True,
            "networks_are_clear": False,
            "balance_holder": "«Жарық» КМК",
            "found_kk": SITE.kk,
            "found_ru": SITE.ru,
            "checked_on": date(2026, 9, 8),
            "checked_by": "Ахметова Г. Б.",
            "staff_id": staff_id,
            "at": now,
        }
        await review.add_site_check(connection, CAMPAIGN, number, site)
        cost = {
            "before": 340_000,
            "after": 412_500,
            "reason_kk": "Кабель қымбаттады.",
            "reason_ru": "Подорожал кабель.",
            "staff_id": staff_id,
            "at": now + timedelta(hours=1),
        }
        await review.add_cost_change(connection, CAMPAIGN, number, cost)
        await exclusive.add_pair(connection, CAMPAIGN, (1, number), staff_id, now)


async def _member(town: Town, login: str, person: int, *, is_chair: bool) -> int:
    member = await actor(town, Role.COUNCIL_MEMBER, login=login, person=person)
    row = {"akimat_id": CAMPAIGN.akimat, "campaign_id": CAMPAIGN.campaign, "staff_id": member.staff_id}
    async with town.services.database.write() as connection:
        await connection.execute(
            council_member.insert().values(**row, is_chair=is_chair, appointed_at=town.clock.now())
        )
    return member.staff_id
