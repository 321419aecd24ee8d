"""What a person is told when something is refused, outdated or broken: the one place for all of it (P7)."""

import structlog
from aiogram import Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
)
from aiogram.filters import ExceptionTypeFilter, Filter
from aiogram.types import ErrorEvent, User
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from bot.absence import is_away
from bot.answers import answer_press, tell
from bot.navigation import open_screen
from bot.screen import ScreenOutdated
from core.language.locales import Locales, Words
from core.language.markup import Safe
from core.model.language import Language
from core.model.person import RegistrationKind
from core.model.refusals import Reason, RuleViolation
from core.usecases.place import account
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard

# Said twice or said too late, these do no harm to anybody.
_HARMLESS = ("message is not modified", "query is too old", "message to edit not found")

_log = structlog.get_logger()


class Harmless(Filter):
    """Lets through Telegram's complaints after which nothing is left to do."""

    async def __call__(self, event: ErrorEvent) -> bool:
        """Say whether the error is one of them."""
        error = event.exception
        return isinstance(error, TelegramBadRequest) and any(each in error.message for each in _HARMLESS)


class Away(Filter):
    """Lets through what database or Redis could not do, because they are away."""

    async def __call__(self, event: ErrorEvent) -> bool:
        """Say whether the error is of that kind."""
        return is_away(event.exception)


def build_router() -> Router:
    """Make the router; what is not known by its type is unexpected and comes last."""
    router = Router(name="errors")
    router.errors.register(leave_for_later, Away())
    router.errors.register(explain_refusal, ExceptionTypeFilter(RuleViolation))
    stale = (UnknownIntent, OutdatedIntent, UnknownState, ScreenOutdated)
    router.errors.register(lead_home, ExceptionTypeFilter(*stale))
    router.errors.register(pass_over, Harmless())
    router.errors.register(note_block, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(apologise)
    return router


async def leave_for_later(event: ErrorEvent) -> None:
    """Leave it to receiving, which brings the update again: an apology would come as often as it does."""
    raise event.exception


async def explain_refusal(event: ErrorEvent, locales: Locales, words: Words | None = None) -> None:
    """Say every reason of a refusal: which rule, what can still be done, by when, who decides."""
    violation = event.exception
    if isinstance(violation, RuleViolation):
        words = words or locales.words(Language.KAZAKH)
        await tell(event.update, refusal_text(words, violation), keyboard(words, Destination.HOME))


async def lead_home(
    event: ErrorEvent, locales: Locales, dialog_manager: DialogManager, words: Words | None = None
) -> None:
    """Say that the screen is outdated and show the home screen anew."""
    words = words or locales.words(Language.KAZAKH)
    if event.update.callback_query is not None:
        await answer_press(event.update.callback_query, words("screen-outdated-alert"))
    await open_screen(dialog_manager, Destination.HOME, show_mode=ShowMode.SEND)


async def pass_over(event: ErrorEvent) -> None:
    """Note a harmless complaint."""
    _log.debug("complaint_passed_over", error=type(event.exception).__name__)


async def note_block(_event: ErrorEvent, services: Services, event_from_user: User | None = None) -> None:
    """Remember that the person has blocked the bot while it was answering (G4)."""
    if event_from_user is not None:
        await account.set_reachable(services, event_from_user.id, is_reachable=False)


async def apologise(event: ErrorEvent, locales: Locales, words: Words | None = None) -> None:
    """Say what can be done, and log where it broke, without anything of the person's."""
    _log.error("update_broken", exc_info=event.exception, said=complaint(event.exception))
    words = words or locales.words(Language.KAZAKH)
    if not isinstance(event.exception, TelegramNetworkError):
        await tell(event.update, words("error-unexpected"), keyboard(words, Destination.HOME))


def complaint(error: Exception) -> str | None:
    """Return what Telegram said is wrong, up to where it may begin to quote a text."""
    if isinstance(error, TelegramAPIError):
        return f"{type(error.method).__name__}: {error.message.partition(chr(34))[0]}"
    return None


def refusal_text(words: Words, violation: RuleViolation) -> str:
    """Return all reasons of a refusal, the leading one first."""
    texts = [_reason_text(words, reason) for reason in violation.reasons]
    if len(texts) == 1:
        return texts[0]
    return Safe("\n\n".join([words("refusal-several", count=len(texts)), *texts]))


def _reason_text(words: Words, reason: Reason) -> str:
    facts = {name: _printable(words, fact) for name, fact in reason.facts.items()}
    return words(f"refusal-{reason.refusal.value}", **facts)


def _printable(words: Words, fact: object) -> object:
    """Return a fact in words: kinds of registration are named, everything else prints itself."""
    if isinstance(fact, tuple | list):
        return tuple(_printable(words, each) for each in fact)
    return words(f"registration-{fact.value}") if isinstance(fact, RegistrationKind) else fact
