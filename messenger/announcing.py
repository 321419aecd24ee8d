"""An announcement as a message: the text in one language, its file, the footer and the button against more.

Separate from the worker's queue, because tests to staff and messages to people are the same message (G2).
"""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message

from core.language.locales import Locales, Words
from core.language.marks import as_html
from core.model.announcement import Attachment, AttachmentKind
from core.model.language import Language
from core.usecases.announcement.delivery import Running
from core.usecases.announcement.uploading import get_file_id, keep_file_id, read_attachment
from core.usecases.services import Services
from messenger.buttons import AnnouncementsButton, labelled
from messenger.files import REFUSED_ID

SEND_SECONDS = 15
"""After so long without an answer nobody waits for one: whether the message arrived is in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What everybody of one language gets."""

    akimat: str
    text: str
    keyboard: InlineKeyboardMarkup
    attachment: Attachment | None


def wish_button(words: Words, *, is_on: bool) -> InlineKeyboardMarkup:
    """Return the button that ends announcements where they are on, and brings them back otherwise (G4)."""
    label = words("button-announcements-off") if is_on else words("button-announcements-on")
    return labelled((label, AnnouncementsButton(is_on=not is_on)))


def compose(locales: Locales, running: Running, language: Language) -> Letter:
    """Return the message in one language (G2, P6)."""
    words, announcement = locales.words(language), running.announcement
    text = as_html(announcement.written.text.in_language(language))
    return Letter(
        akimat=running.campaign_id.akimat,
        text=f"{text}\n\n{words('announcement-footer')}",
        keyboard=wish_button(words, is_on=True),
        attachment=announcement.attachment,
    )


class Announcer:
    """Sends letters by one bot; a file is uploaded once, and afterwards sent by its id."""

    def __init__(self, services: Services, bot: Bot) -> None:
        self._services = services
        self._bot = bot
        self._file_ids: dict[tuple[str, str], str] = {}

    async def knows_file(self, akimat: str, attachment: Attachment | None) -> bool:
        """Say whether nothing has to be uploaded."""
        return attachment is None or await self._file_id(akimat, attachment) is not None

    async def send(self, chat_id: int, letter: Letter) -> None:
        """Send the letter; whoever calls has waited for a place.

        Raises:
            AiogramError: whatever the messenger answers.
            FileNotFoundError: the store has lost the file.
        """
        if letter.attachment is None:
            await self._bot.send_message(
                chat_id, letter.text, reply_markup=letter.keyboard, request_timeout=SEND_SECONDS
            )
            return
        file_id = await self._file_id(letter.akimat, letter.attachment)
        try:
            await self._send_file(chat_id, letter, letter.attachment, file_id)
        except TelegramBadRequest as error:
            if file_id is None or not any(words in error.message for words in REFUSED_ID):
                raise
            await self._send_file(chat_id, letter, letter.attachment, None)

    async def _file_id(self, akimat: str, attachment: Attachment) -> str | None:
        known = self._file_ids.get((akimat, attachment.digest))
        if known is None:
            known = await get_file_id(self._services, akimat, self._bot.id, attachment)
        if known is not None:
            self._file_ids[akimat, attachment.digest] = known
        return known

    async def _send_file(
        self, chat_id: int, letter: Letter, attachment: Attachment, file_id: str | None
    ) -> None:
        file: str | BufferedInputFile | None = file_id
        if file is None:
            content = await read_attachment(self._services, attachment)
            file = BufferedInputFile(content, filename=attachment.name)
        if attachment.kind is AttachmentKind.PICTURE:
            message = await self._bot.send_photo(
                chat_id,
                file,
                caption=letter.text,
                reply_markup=letter.keyboard,
                request_timeout=SEND_SECONDS,
            )
        else:
            message = await self._bot.send_document(
                chat_id,
                file,
                caption=letter.text,
                reply_markup=letter.keyboard,
                request_timeout=SEND_SECONDS,
            )
        if file_id is None and (sent := _id_of(message)) is not None:
            self._file_ids[letter.akimat, attachment.digest] = sent
            await keep_file_id(self._services, letter.akimat, self._bot.id, attachment, sent)


def _id_of(message: Message) -> str | None:
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document is not None else None
