"""What nobody asked for is answered so that the person knows how to go on."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram.types import Chat, Message

from bot.handlers.unexpected import kind_of
from sandbox.client import Person, View
from tests.bot.test_guards import dot

SENDING: dict[str, Callable[[Person], Awaitable[View]]] = {
    "sticker": lambda person: person.send_sticker(),
    "voice": lambda person: person.send_voice(),
    "photo": lambda person: person.send_photo(dot()),
    "document": lambda person: person.send_document(b"%PDF-1.4"),
    "contact": lambda person: person.contact("+77010000002", 1002),
    "letter": lambda person: person.send("Құрметті әкімдік! " * 30),
    "command": lambda person: person.send("/nothing"),
    "text": lambda person: person.send("сәлем"),
}


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [
        ("sticker", "Рақмет! Бірақ бот стикерді түсінбейді."),
        ("voice", "Бот дауыстық хабарлама мен бейнехабарламаны түсінбейді."),
        ("photo", "Қазір фотосурет пен файл керек емес"),
        ("document", "Қазір фотосурет пен файл керек емес"),
        ("contact", "Бұл нөмір қазір керек емес, сақталған да жоқ."),
        ("letter", "Мұндағы хатты ешкім оқымайды"),
        ("command", "Мұндай команда жоқ."),
        ("text", "Бұл жерде жазудың қажеті жоқ"),
    ],
)
async def test_each_kind_has_its_own_answer(aigul: Person, kind: str, beginning: str) -> None:
    """Sticker, voice, picture, file, contact, letter, command, text: each has its answer [P7]."""
    view = await SENDING[kind](aigul)
    assert view.text.startswith(beginning)
    assert view.labels == ["Басты бетке өту"]


async def test_a_photo_where_a_text_is_asked_is_answered_and_the_screen_waits_on(aigul: Person) -> None:
    """A photo instead of an expected text gets its answer, and the text is taken afterwards [P5] [P7]."""
    await aigul.send("/ask")
    view = await aigul.send_photo(dot())
    assert view.text.startswith("Қазір фотосурет пен файл керек емес")
    assert (await aigul.send("алма")).text == "verification алма"


async def test_the_open_screen_stays_usable_after_an_unexpected_message(aigul: Person) -> None:
    """A sticker does not spend the buttons of the screen above it [P5]."""
    screen = (await aigul.last())["message_id"]
    await aigul.send_sticker()
    view = await aigul.tap("count", screen)
    assert view.find("home 1 kk") is not None


def test_a_text_of_two_hundred_characters_is_no_letter() -> None:
    """A long title is taken for words to search for, not for a letter [P7]."""
    assert kind_of(_message("а" * 200)) == "text"
    assert kind_of(_message("а" * 201)) == "letter"


def _message(text: str) -> Message:
    return Message.model_validate(
        {"message_id": 1, "date": 1, "chat": Chat(id=1, type="private"), "text": text}
    )
