"""Albums, places, own edits and the neighbours' chat on the page in Chromium."""

from typing import TYPE_CHECKING

import pytest

from sandbox.running import RunningSandbox
from tests.sandbox.conftest import picture
from tests.sandbox.page.conftest import AIGUL, IGOR, focused

if TYPE_CHECKING:
    from playwright.async_api import FilePayload, Locator, Page

pytestmark = pytest.mark.slow
COLOURS = ("red", "green", "blue")


def pictures() -> "list[FilePayload]":
    """Three pictures to pick at once."""
    return [
        {"name": f"{colour}.png", "mimeType": "image/png", "buffer": picture(400, 300, colour)}
        for colour in COLOURS
    ]


@pytest.fixture
async def phone(page: "Page") -> "Locator":
    """Айгүл's phone after START."""
    opened = page.locator(AIGUL)
    await opened.locator(".big").click()
    await opened.get_by_text("Жалғастырамыз ба?").wait_for()
    return opened


async def test_pictures_picked_together_are_one_bubble(
    page: "Page", phone: "Locator", sandbox: RunningSandbox
) -> None:
    """Three pictures are shown before they are sent, go as an album, and stand in one bubble [N1]."""
    await phone.locator("input[type=file]").set_input_files(pictures())
    assert await phone.locator(".previews img").count() == 3
    await phone.locator("dialog input[name=caption]").fill("Біздің аула")
    await page.keyboard.press("Enter")
    await phone.locator(".own .album.of-3").wait_for()
    await phone.get_by_text("Біздің аула").wait_for()
    assert await phone.locator(".own .album .photo").count() == 3
    own = [message for message in (await sandbox.person(1001).chat()).messages if message["kind"] == "photo"]
    assert len({message["media_group_id"] for message in own[:3]}) == 1
    await phone.locator(".own .album .photo").first.click()
    await page.locator("#viewer[open] img").wait_for()


async def test_pictures_sent_as_files(phone: "Locator") -> None:
    """The same pictures may go as files, uncompressed, in one bubble too [N1]."""
    await phone.locator("input[type=file]").set_input_files(pictures())
    await phone.locator("dialog input[name=as_file]").check()
    await phone.locator("dialog .primary").click()
    await phone.locator(".own .bubble", has_text="red.png").locator(".document").nth(2).wait_for()


async def test_a_place_by_the_menu_and_by_the_key(page: "Page", phone: "Locator") -> None:
    """Two numbers, with a comma or a point, are a place on the map; the bot's key asks the same [N1]."""
    await phone.locator(".attach summary").click()
    await phone.locator(".attach button:focus").wait_for()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await phone.get_by_label("Ендік").fill("43,238949")
    await phone.get_by_label("Бойлық").fill("76.889709")
    await page.keyboard.press("Enter")
    await phone.locator(".own .map").wait_for()
    await phone.locator(".theirs", has_text="43.238949, 76.889709").wait_for()
    await phone.get_by_role("button", name="Осы жердемін").click()
    await phone.get_by_label("Ендік").fill("43.2")
    await phone.get_by_label("Бойлық").fill("76.9")
    await page.keyboard.press("Enter")
    await phone.locator(".own", has_text="43.200000, 76.900000").wait_for()


async def test_writing_over_the_last_message(page: "Page", phone: "Locator") -> None:
    """The menu offers the newest own text again, and the bubble says that it was edited [N1]."""
    await phone.get_by_label("Хабар жазу").fill("Саябақ 120 мың")
    await page.keyboard.press("Enter")
    await phone.get_by_text("Саябақ 120 мың", exact=True).wait_for()
    await phone.locator(".more summary").click()
    await phone.get_by_role("menuitem", name="Соңғы хабарды түзету").click()
    await phone.locator("dialog input[name=text]").fill("Саябақ 1,2 млн")
    await page.keyboard.press("Enter")
    await phone.locator(".own", has_text="Саябақ 1,2 млн").get_by_text("өзгертілді").wait_for()


async def test_a_card_among_the_neighbours(page: "Page", phone: "Locator") -> None:
    """A card found by `@bot …` is sent to the neighbours; another follows its link into the bot [N1]."""
    await phone.get_by_role("button", name="Көршілер чаты").click()
    assert await focused(page) == ""
    await page.keyboard.type("Сәлем, көршілер")
    await page.keyboard.press("Enter")
    await phone.get_by_text("Сәлем, көршілер").wait_for()
    await page.keyboard.type("@qatysu_demo_bot саябақ")
    await phone.get_by_role("option", name="саябақ 2").wait_for()
    await page.keyboard.press("Enter")
    await page.keyboard.press("End")
    await page.keyboard.press("Enter")
    await phone.get_by_role("option", name="саябақ 3").click()
    await phone.get_by_text("Жоба: саябақ 3").wait_for()
    assert await phone.get_by_role("option").count() == 0
    igor = page.locator(IGOR)
    await igor.locator(".to-room.unread").click()
    await igor.get_by_text("Айгүл Серікқызы").last.wait_for()
    await igor.get_by_role("button", name="Толығырақ").click()
    await igor.get_by_text("/start p2").wait_for()
    assert await igor.get_by_role("button", name="Көршілер чаты").get_attribute("aria-pressed") == "false"


async def test_a_button_opens_the_query(phone: "Locator", sandbox: RunningSandbox) -> None:
    """A switch button turns to the neighbours with the query typed, or types it in the same chat [N1]."""
    chat = sandbox.world.chats[1001]
    first = next(message for message in chat.messages.values() if message.is_from_bot)
    row = [
        {"text": "Бөлісу", "switch_inline_query": "алаң"},
        {"text": "Іздеу", "switch_inline_query_current_chat": "су"},
    ]
    first.reply_markup = {"inline_keyboard": [row]}
    sandbox.world.touch(chat)
    await phone.get_by_role("button", name="Іздеу").click()
    await phone.get_by_role("option", name="су 1").click()
    await phone.get_by_text("@qatysu_demo_bot арқылы").wait_for()
    await phone.get_by_role("button", name="Бөлісу").click()
    await phone.get_by_role("option", name="алаң 1").wait_for()
    assert await phone.get_by_label("Көршілерге жазу").input_value() == "@qatysu_demo_bot алаң"
    await phone.get_by_role("option", name="алаң 1").click()
    await phone.get_by_text("Жоба: алаң 1").wait_for()
