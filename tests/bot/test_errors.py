"""What people are told when something is refused, outdated or broken."""

import asyncio
import time

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import ErrorEvent, InlineKeyboardButton, InlineKeyboardMarkup, Update, User

from bot.answers import ALERT_LENGTH
from bot.fsm_storage import SqliteStorage
from bot.handlers.errors import Harmless, complaint, note_block, refusal_text
from core.model.language import Language
from core.model.refusals import Reason, Refusal, RuleViolation, refuse
from core.store import place
from core.usecases.place import account
from sandbox.client import Person
from tests.bot.sample_screens import SECRET
from tests.support.front import Front, strict_locales
from tests.support.town import Town


async def test_a_refused_press_is_explained(aigul: Person, front: Front) -> None:
    """A refused press gets the refusal's text as an alert, or as a message when it is long [P7]."""
    expected = front.locales.words(Language.KAZAKH)("refusal-project-unknown", number=7)
    view = await aigul.tap("refused")
    said = view.answer if len(expected) <= ALERT_LENGTH else view.text
    assert said in expected
    assert said


async def test_a_refusal_after_the_answer_is_still_read(aigul: Person, front: Front) -> None:
    """A press that was answered before it was refused gets the reason as a message [P7]."""
    expected = front.locales.words(Language.KAZAKH)("refusal-project-unknown", number=7)
    view = await aigul.tap("refused late")
    assert view.text == expected
    assert view.labels == [front.locales.words(Language.KAZAKH)("button-go-home")]


async def test_every_reason_is_told(aigul: Person) -> None:
    """Of several reasons none is kept back, and the way on is a button below them [P7]."""
    view = await aigul.send("/refuse")
    words = strict_locales().words(Language.KAZAKH)
    assert view.text.startswith("Бұған 2 себеп бар.")
    assert view.text.count("\n\n") >= 2
    assert view.labels == [words("button-go-home")]
    view = await aigul.tap(view.labels[0])
    assert view.text == "home 0 kk"


@pytest.mark.parametrize("language", Language)
def test_reasons_stand_in_their_order(language: Language) -> None:
    """The leading reason comes first in both languages [P7]."""
    words = strict_locales().words(language)
    first = Reason(refusal=Refusal.PROJECT_UNKNOWN, facts={"number": 7})
    second = Reason(refusal=Refusal.TERRITORY_UNKNOWN)
    text = refusal_text(words, RuleViolation(first, second))
    assert text.index(words("refusal-project-unknown", number=7)) < text.index(
        words("refusal-territory-unknown")
    )
    assert refusal_text(words, refuse(Refusal.TERRITORY_UNKNOWN)) == words("refusal-territory-unknown")


async def test_what_breaks_is_answered_without_details(aigul: Person) -> None:
    """An unexpected error is told with what to do, and quotes nothing [P7]."""
    view = await aigul.send("/break")
    assert view.text.startswith("Бізде қате шықты")
    assert SECRET not in str(view)
    assert view.labels


async def test_a_forgotten_screen_leads_home(aigul: Person, front: Front) -> None:
    """A button whose screen is no longer remembered says so and opens the home screen (trap 16) [P5]."""
    view = await aigul.tap("count")
    assert view.text == "home 1 kk"
    stale = view.last["message_id"]
    await _forget_everything(front)
    view = await aigul.tap("count", stale)
    assert view.answer == "Бұл батырма ескірген. Төменде басты бет ашылды."
    assert view.text == "home 0 kk"
    assert view.last["message_id"] > stale
    assert [len(message["buttons"]) for message in view.messages if message["message_id"] == stale] == [0]


async def test_a_screen_that_no_longer_fits_leads_home(aigul: Person) -> None:
    """An action that finds its screen outdated leads home too [P5]."""
    await aigul.tap("count")
    view = await aigul.tap("outdated")
    assert view.answer == "Бұл батырма ескірген. Төменде басты бет ашылды."
    assert view.text == "home 0 kk"


async def test_a_button_under_a_deleted_message_leads_home(aigul: Person, front: Front) -> None:
    """A press that arrives for a message that is gone is answered by the home screen [P5]."""
    gone = (await aigul.last())["message_id"]
    await front.bot.delete_message(aigul.id, gone)
    view = await aigul.tap("count", gone)
    assert view.answer == "Бұл батырма ескірген. Төменде басты бет ашылды."
    assert view.text == "home 0 kk"


async def test_a_button_that_nobody_knows_leads_home(aigul: Person, front: Front) -> None:
    """A button of an older version of the bot is treated as outdated [P5]."""
    button = InlineKeyboardButton(text="old button", callback_data="former-version:1")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await front.bot.send_message(aigul.id, "old", reply_markup=keyboard)
    await aigul.tap("count")
    view = await aigul.tap("old button")
    assert view.answer == "Бұл батырма ескірген. Төменде басты бет ашылды."
    assert view.text == "home 0 kk"


async def test_ten_quick_presses_count_ten_times(aigul: Person) -> None:
    """Presses that come at once are handled one after the other, each on what the former left [E3]."""
    await asyncio.gather(*(aigul.tap("count", wait=False) for _ in range(10)))
    view = await aigul.wait_for("home 10 kk")
    assert view.text == "home 10 kk"


async def test_a_person_who_blocks_while_being_answered_is_out_of_reach(aigul: Person, town: Town) -> None:
    """An answer that meets a block is no error: the person is out of reach until the next /start [G4]."""
    await aigul.send("/slow", wait=False)
    await aigul.block()
    assert await _is_unreachable(town, aigul.id)
    view = await aigul.start()
    assert view.text == "home 0 kk"
    assert view.find("Бізде қате шықты") is None
    assert not await _is_unreachable(town, aigul.id)


async def test_a_block_is_noted_from_the_answer_alone(town: Town) -> None:
    """The 403 marks the person even where Telegram tells of no change of membership (trap 19) [G4]."""
    await account.see(town.services, 1001)
    error = TelegramForbiddenError(method=AnswerCallbackQuery(callback_query_id="1"), message="Forbidden")
    event = ErrorEvent(update=Update(update_id=1), exception=error)
    await note_block(event, town.services, User(id=1001, is_bot=False, first_name="Айгүл"))
    assert await _is_unreachable(town, 1001)


@pytest.mark.parametrize(
    ("said", "is_harmless"),
    [
        ("Bad Request: message is not modified: specified new message content", True),
        ("Bad Request: query is too old and response timeout expired or query ID is invalid", True),
        ("Bad Request: can't parse entities", False),
    ],
)
async def test_harmless_complaints_are_known(said: str, *, is_harmless: bool) -> None:
    """What was said twice or too late is passed over; a broken text is not [P5]."""
    error = TelegramBadRequest(method=AnswerCallbackQuery(callback_query_id="1"), message=said)
    event = ErrorEvent(update=Update(update_id=1), exception=error)
    assert await Harmless()(event) is is_harmless


def test_a_complaint_is_logged_without_quotes() -> None:
    """What Telegram quotes of a text does not get into the log [M2]."""
    error = TelegramBadRequest(
        method=AnswerCallbackQuery(callback_query_id="1"),
        message='Bad Request: can\'t parse entities: Unsupported start tag "Айгүл" at byte offset 5',
    )
    assert complaint(error) == (
        "AnswerCallbackQuery: Bad Request: can't parse entities: Unsupported start tag "
    )
    assert complaint(ValueError("Айгүл")) is None


async def _forget_everything(front: Front) -> None:
    storage = front.dispatcher.storage
    assert isinstance(storage, SqliteStorage)
    assert await storage.forget_before(time.time() + 60) > 0


async def _is_unreachable(town: Town, account_id: int) -> bool:
    async with town.services.database.read() as connection:
        row = await place.get_viewer(connection, account_id)
    assert row is not None
    return bool(row["is_unreachable"])
