"""What reminders and digests say, in both languages, at the moment at which they are read."""

from collections.abc import Sequence

import pytest

from core.model.language import Language
from core.model.reminder import ReminderManner
from core.rules.review import ReviewAct
from core.store.outbox import write_notice
from core.usecases.following.following import follow
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import choose_language
from core.usecases.proposal.drafting import discard
from core.usecases.reminder.manner import set_manner
from core.usecases.reminder.planning import plan
from messenger.notices.rendered import Rendered
from messenger.notices.telling import render
from tests.support.front import strict_locales
from tests.support.proposals import account_of, decided, lead_elsewhere, registered, submitted
from tests.support.reminding import at, draft_of, remind
from tests.support.town import CAMPAIGN, Town

ONE = 7001
SCREEN = 900
LABEL = 30


async def told(town: Town, notices: Sequence[Notice], language: Language) -> Rendered:
    """Return the first notice as its reader sees it."""
    await choose_language(town.services, notices[0].account_id, language)
    rendered = await render(town.services, strict_locales(), notices[0])
    assert rendered is not None
    assert len(rendered.text) <= SCREEN
    assert all(len(label) <= LABEL for label, _ in buttons(rendered))
    return rendered


def buttons(rendered: Rendered) -> list[tuple[str, str | None]]:
    """Return label and data of each button."""
    return [(each.text, each.callback_data) for row in rendered.keyboard.inline_keyboard for each in row]


def plainly(rendered: Rendered) -> str:
    """Return the text with plain spaces."""
    return rendered.text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "heading", "left", "step", "label"),
    [
        (
            Language.KAZAKH,
            "<b>Өтініміңіз әлі жіберілген жоқ</b>",
            "Тағы 3 күн бар: 2026 жылғы 10 қазанға дейін (қоса алғанда).",
            "Тоқтаған жеріңіз: бағыты",
            "Өтінімді жалғастыру",
        ),
        (
            Language.RUSSIAN,
            "<b>Ваша заявка ещё не отправлена</b>",
            "Осталось 3 дня: до 10 октября 2026 года включительно.",
            "Вы остановились здесь: направление",
            "Продолжить заявку",
        ),
    ],
)
async def test_an_unfinished_application(
    town: Town, language: Language, heading: str, left: str, step: str, label: str
) -> None:
    """It says what is unfinished, where, until when, and one button leads to that very step [G1] [B2]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    draft_id = await draft_of(town, ONE)
    rendered = await told(town, await remind(town, "10-07 10:00"), language)
    text = plainly(rendered)
    assert text.startswith(heading)
    assert all(part in text for part in (left, step, "«Абай алаңына орындықтар»"))
    assert buttons(rendered) == [(label, f"draft:semey-demo:{draft_id}")]


async def test_several_applications_of_a_household(town: Town) -> None:
    """Each unfinished application of a shared telephone has its line and its button [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    first = await draft_of(town, ONE)
    town.wait(hours=1)
    second = await draft_of(town, ONE)
    rendered = await told(town, await remind(town, "10-07 10:00"), Language.RUSSIAN)
    assert "2 ваши заявки ещё не отправлены" in rendered.text
    assert [data for _, data in buttons(rendered)] == [
        f"draft:semey-demo:{draft_id}" for draft_id in (second, first)
    ]


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("10-03 10:00", "Осталось 7 дней: до 10 октября 2026 года включительно."),
        ("10-09 10:00", "Завтра последний день: до 10 октября 2026 года включительно."),
        ("10-10 18:00", "Сегодня последний день: до 10 октября 2026 года включительно."),
    ],
)
async def test_days_are_counted_at_the_moment_of_sending(town: Town, moment: str, left: str) -> None:
    """How many days are left is counted when it is sent, not when it was planned [G1] [P6]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    rendered = await told(town, await remind(town, moment), Language.RUSSIAN)
    assert left in plainly(rendered)


@pytest.mark.parametrize(
    ("language", "heading", "warning"),
    [
        (Language.KAZAKH, "Сіз әлі дауыс берген жоқсыз", "өзгертуге де, қайтарып алуға да болмайды"),
        (Language.RUSSIAN, "Вы ещё не проголосовали", "нельзя изменить или отозвать"),
    ],
)
async def test_a_vote_that_is_not_cast(town: Town, language: Language, heading: str, warning: str) -> None:
    """It says until when, that a vote is final, and leads to the list; no project is named [G1] [E3]."""
    await town.settle(ONE)
    await town.by_phone(ONE, 0)
    rendered = await told(town, await remind(town, "11-29 10:00"), language)
    assert rendered.text.startswith(f"<b>{heading}</b>")
    assert warning in rendered.text
    assert "№" not in rendered.text
    assert [data for _, data in buttons(rendered)] == ["at:home:semey-demo:"]


@pytest.mark.parametrize(
    ("moment", "language", "heading"),
    [
        ("09-01 09:00", Language.KAZAKH, "Өтінім қабылдау басталды"),
        ("09-01 09:00", Language.RUSSIAN, "Начался приём заявок"),
        ("11-19 09:00", Language.KAZAKH, "Дауыс беру басталды"),
        ("11-19 09:00", Language.RUSSIAN, "Началось голосование"),
    ],
)
async def test_an_opening(town: Town, moment: str, language: Language, heading: str) -> None:
    """What can be done from now on, until when, and one button to it [G1] [A3]."""
    town.clock.set_to(at("08-31 12:00"))
    await town.settle(ONE)
    rendered = await told(town, await remind(town, moment), language)
    assert rendered.text.startswith(f"<b>{heading}</b>")
    assert [data for _, data in buttons(rendered)] == ["at:home:semey-demo:"]


@pytest.mark.parametrize("moment", ["09-01 09:00", "11-19 09:00"])
@pytest.mark.parametrize(
    ("language", "leads"), [(Language.KAZAKH, "ресми бетте"), (Language.RUSSIAN, "на официальной странице")]
)
async def test_an_opening_of_a_guide(town: Town, moment: str, language: Language, leads: str) -> None:
    """Where the bot takes neither applications nor votes, an opening leads to the official page [A6] [G1]."""
    town.clock.set_to(at("08-31 12:00"))
    await town.settle(ONE)
    await lead_elsewhere(town)
    rendered = await told(town, await remind(town, moment), language)
    assert leads in plainly(rendered)
    assert [data for _, data in buttons(rendered)] == ["at:home:semey-demo:"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        (Language.KAZAKH, "<b>№ 41 өтінім түзетуді күтіп тұр</b>"),
        (Language.RUSSIAN, "<b>Заявка № 41 ждёт исправлений</b>"),
    ],
)
async def test_a_rework(town: Town, language: Language, heading: str) -> None:
    """A returned application is named by its number, with the last day of its own term [G1] [B6]."""
    town.clock.set_to(at("09-10 11:00"))
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    await remind(town, "09-10 11:01")
    found: list[Notice] = []
    for day in range(11, 30):
        found = found or await remind(town, f"09-{day} 10:00")
    rendered = await told(town, found, language)
    assert found[0].account_id == account_of(0)
    assert plainly(rendered).startswith(heading.replace("41", str(number)))
    assert [data for _, data in buttons(rendered)] == [f"prop:semey-demo:{number}"]


async def test_what_is_done_is_not_told(town: Town) -> None:
    """Between the claim and the sending the facts are read once more [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    draft_id = await draft_of(town, ONE)
    notices = await remind(town, "10-07 10:00")
    await discard(town.services, CAMPAIGN, ONE, draft_id)
    assert await render(town.services, strict_locales(), notices[0]) is None


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        (Language.KAZAKH, "<b>Бүгінгі еске салулар мен жаңалықтар</b>", "• Өтініміңіз әлі жіберілген жоқ. "),
        (Language.RUSSIAN, "<b>Напоминания и новости за день</b>", "• Ваша заявка ещё не отправлена. "),
    ],
)
async def test_a_digest(town: Town, language: Language, heading: str, line: str) -> None:
    """A digest has a line for each thing, each once, and one button home [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    await set_manner(town.services, ONE, ReminderManner.DAILY)
    await remind(town, "10-07 10:00")
    town.wait(minutes=1)
    await plan(town.services)
    (digest,) = await claim(town.services, 10)
    assert digest.kind is NoticeKind.DIGEST
    rendered = await told(town, [digest], language)
    assert plainly(rendered).startswith(heading)
    assert line in plainly(rendered)
    assert [data for _, data in buttons(rendered)] == ["go:home"]


async def test_news_in_a_digest(town: Town) -> None:
    """News of what somebody follows is a line: what it says first, with nothing left open in it [G1] [D7]."""
    town.clock.set_to(at("09-10 11:00"))
    number = await registered(town, 0)
    await town.settle(ONE)
    await set_manner(town.services, ONE, ReminderManner.DAILY)
    await follow(town.services, CAMPAIGN, ONE, number)
    await decided(town, number, ReviewAct.REFUSE)
    await remind(town, "09-10 11:01")
    town.clock.set_to(at("09-11 10:01"))
    (digest,) = await claim(town.services, 10)
    rendered = await told(town, [digest], Language.RUSSIAN)
    assert f"• <b>Вы подписаны: заявка № {number} отклонена</b>\n" in plainly(rendered)


async def test_a_broken_row_in_a_digest(town: Town) -> None:
    """News that cannot be told, whatever is wrong with it, takes nothing else of the digest along [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    await set_manner(town.services, ONE, ReminderManner.DAILY)
    async with town.services.database.write() as connection:
        news, due_at = NoticeKind.PROJECT_NEWS.value, town.clock.now()
        await write_notice(
            connection, CAMPAIGN, notice_id="news", account_id=ONE, kind=news, facts={}, due_at=due_at
        )
    await remind(town, "10-07 10:00")
    town.wait(minutes=1)
    (digest,) = await claim(town.services, 10)
    rendered = await told(town, [digest], Language.RUSSIAN)
    assert plainly(rendered).count("• ") == 1
    assert "• Ваша заявка ещё не отправлена. " in plainly(rendered)
