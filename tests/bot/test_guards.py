"""What stands before every handler: the IIN is kept out, nobody is left without words."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.logging import configure
from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.bot.sample_screens import build_screens
from tests.support.clock import FakeClock
from tests.support.front import running_front
from tests.support.town import IINS, make_town_services


def _spaced(iin: str) -> str:
    return f"{iin[:6]} {iin[6:]}"


@pytest.mark.parametrize("write", [str, _spaced, lambda iin: f"менің ЖСН-ім: {iin}."])
async def test_an_iin_in_the_chat_is_deleted(aigul: Person, write: Callable[[str], str]) -> None:
    """Twelve digits are deleted from the chat and answered with the button to verification [P1]."""
    view = await aigul.send(write(IINS[0]))
    assert not any(IINS[0] in message["text"].replace(" ", "") for message in view.messages)
    assert view.labels == ["Тұрғын екенімді растау"]
    view = await aigul.tap("Тұрғын екенімді растау")
    assert view.text.startswith("verification")


async def test_an_iin_never_reaches_a_screen_or_its_memory(aigul: Person, tmp_path: Path) -> None:
    """A screen that awaits a text does not get the IIN, and the file of screens never has it [P1]."""
    await aigul.send("/ask")
    view = await aigul.send(IINS[1])
    assert f"verification {IINS[1]}" not in str(view)
    view = await aigul.send("алма")
    assert view.text == "verification алма"
    written = _on_disk(tmp_path)
    assert IINS[1].encode() not in written
    assert "алма".encode() in written


async def test_an_iin_is_not_logged(aigul: Person, capsys: pytest.CaptureFixture[str]) -> None:
    """At the most talkative level the log has neither the IIN nor the rest of the message [P1] [M2]."""
    configure("DEBUG", "json")
    await aigul.send(f"{IINS[2]} сәлем")
    await aigul.send("/break тағы сәлем")
    logged = capsys.readouterr().err
    assert "update_broken" in logged
    assert IINS[2] not in logged
    assert "сәлем" not in logged


async def test_a_caption_counts_too(aigul: Person) -> None:
    """A photo whose caption holds an IIN is deleted like a text [P1]."""
    before = len((await aigul.chat()).messages)
    view = await aigul.send_photo(dot(), caption=f"куәлік {IINS[3]}")
    assert len(view.messages) == before + 1
    assert view.last["buttons"]
    assert "photo" not in {message["kind"] for message in view.messages}


async def test_other_numbers_pass(aigul: Person) -> None:
    """A phone and a project's number are no IIN and stay where they are [P1]."""
    await aigul.send("/ask")
    view = await aigul.send("+7 701 000 00 01")
    assert view.text == "verification +7 701 000 00 01"


async def test_without_a_campaign_people_are_told_so(
    sandbox: RunningSandbox, sqlite_url: str, tmp_path: Path, clock: FakeClock
) -> None:
    """With an empty database the bot answers that nothing is loaded yet [A1]."""
    services = make_town_services(sqlite_url, tmp_path, clock)
    async with running_front(sandbox, services, tmp_path, build_screens()):
        view = await sandbox.person(1001).start()
        assert view.text.startswith("Халық қатысатын бюджет туралы мәлімет әлі енгізілмеген")
    await services.database.dispose()


async def test_the_language_follows_our_own_table(aigul: Person) -> None:
    """A language chosen in the bot is spoken at once and later, whatever the phone's is [P6]."""
    view = await aigul.chat()
    assert view.text == "home 0 kk"
    view = await aigul.tap("russian")
    assert view.text == "home 0 ru"
    assert (await aigul.send("/nothing")).text.startswith("Такой команды нет")


def _on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("fsm.sqlite3*"))


def dot() -> bytes:
    """Return a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (320, 240), "green").save(buffer, "PNG")
    return buffer.getvalue()
