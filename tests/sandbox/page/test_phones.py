"""The chat page in Chromium: by keyboard alone, several phones, both languages, a narrow window."""

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from sandbox.running import RunningSandbox
from tests.sandbox.conftest import picture
from tests.sandbox.echo_bot import buttons
from tests.sandbox.page.conftest import AIGUL, IGOR, focused

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.slow


async def tab_to(page: "Page", selector: str) -> None:
    """Press Tab until the focus is on an element; fails when it is never reached."""
    for _ in range(60):
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        await page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {selector}")


async def test_a_conversation_by_keyboard_alone(page: "Page") -> None:
    """Tab, arrows, Enter and Escape are enough to start, answer, share the phone and write [N1]."""
    phone = page.locator(AIGUL)
    await tab_to(page, f"{AIGUL} .big")
    assert await focused(page) == "БАСТАУ"
    await page.keyboard.press("Enter")
    await phone.get_by_text("Жалғастырамыз ба?").wait_for()
    await tab_to(page, f"{AIGUL} textarea")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowRight")
    assert await focused(page) == "Жоқ"
    await page.keyboard.press("Enter")
    await phone.get_by_role("alertdialog").get_by_text("Өкінішті").wait_for()
    assert await focused(page) == "Жарайды"
    await page.keyboard.press("Enter")
    assert await phone.get_by_role("alertdialog").count() == 0
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")
    await phone.get_by_text("Келістік").wait_for()
    await phone.get_by_role("status").get_by_text("Жақсы").wait_for()
    assert await focused(page) == "Тағы"
    await page.keyboard.press("Escape")
    await tab_to(page, f"{AIGUL} .key")
    await page.keyboard.press("Enter")
    await phone.get_by_text("+7 701 000 00 01 нөміріңізді").wait_for()
    await page.keyboard.press("Enter")
    await phone.get_by_text("77010000001", exact=True).wait_for()
    await page.keyboard.type("Сәлем")
    await page.keyboard.press("Enter")
    await phone.get_by_text("Сәлем?").wait_for()
    assert await page.locator(f"{IGOR} .message").count() == 0


async def test_every_control_has_a_name(page: "Page", sandbox: RunningSandbox) -> None:
    """Each button and field tells assistive technology what it is [N1]."""
    await sandbox.person(1001).start()
    await page.locator(AIGUL).get_by_role("button", name="Иә").wait_for()
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("button, summary, textarea, input:not([hidden]), section")]
            .filter((node) => !node.textContent.trim() && !node.getAttribute("aria-label"))
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []


async def test_files_and_photos(page: "Page") -> None:
    """A picked picture is shown before it is sent, goes with its caption and can be enlarged [N1]."""
    phone = page.locator(AIGUL)
    await phone.locator(".big").click()
    await phone.locator("input[type=file]").set_input_files(
        {"name": "аула.png", "mimeType": "image/png", "buffer": picture()}
    )
    await phone.locator("dialog input[name=caption]").fill("Біздің аула")
    await page.keyboard.press("Enter")
    await phone.get_by_text("Біздің аула").wait_for()
    await phone.get_by_text("Міне").wait_for()
    await phone.locator(".theirs .photo").first.click()
    await page.locator("#viewer[open] img").wait_for()
    await page.keyboard.press("Escape")
    await phone.locator("input[type=file]").set_input_files(
        {"name": "тізім.csv", "mimeType": "text/csv", "buffer": b"a,b"}
    )
    await phone.get_by_role("button", name="Болдырмау").click()
    assert await phone.get_by_role("dialog").count() == 0
    await phone.locator("input[type=file]").set_input_files(
        {"name": "тізім.csv", "mimeType": "text/csv", "buffer": b"a,b"}
    )
    await phone.locator("dialog .primary").click()
    await phone.get_by_text("тізім.csv").wait_for()


async def test_links_commands_and_blocking(page: "Page", sandbox: RunningSandbox) -> None:
    """A deep link opens in the same phone, commands are a menu, a blocked bot leaves only RESTART [N1]."""
    person = sandbox.person(1001)
    phone = page.locator(AIGUL)
    await person.start()
    await person.send("https://t.me/qatysu_demo_bot?start=p7")
    await phone.locator(".own a").last.click()
    await phone.get_by_text("/start p7").wait_for()
    await phone.locator(".commands summary").click()
    await phone.get_by_role("menuitem", name="/start").click()
    await phone.locator(".message").nth(7).wait_for()
    await phone.locator(".more summary").click()
    await phone.get_by_role("menuitem", name="Ботты бұғаттау").click()
    await phone.get_by_role("button", name="Қайта бастау").click()
    await phone.get_by_label("Хабар жазу").wait_for()
    assert not (await person.chat()).raw["person"]["is_blocked"]


async def test_clock_language_and_people(page: "Page", sandbox: RunningSandbox) -> None:
    """The clock jumps to a named instant, the page has two languages, phones come and go [N1]."""
    await page.get_by_role("button", name="+1 күн").click()
    await page.get_by_role("button", name="Сағатты мына сәтке жылжыту: Дауыс беру").click()
    await page.locator("#date", has_text="2099 жылғы 1 қаңтар").wait_for()
    assert (await sandbox.now()).year == 2099
    await page.get_by_role("button", name="Русский").click()
    await page.locator("#date", has_text="1 января 2099 года").wait_for()
    assert await page.get_by_role("button", name="Голосование").is_disabled()
    await page.get_by_role("button", name="Добавить телефон").click()
    await page.get_by_label("Имя").fill("Мария")
    await page.get_by_label("Номер телефона").fill("+7 701 000 00 09")
    await page.locator("dialog .primary").click()
    await page.locator("[data-person='1003'] .big").wait_for()
    await page.get_by_role("button", name="Мария: скрыть телефон").click()
    await page.locator("[data-person='1003']").wait_for(state="detached")


async def test_a_narrow_window_shows_one_phone(page: "Page", sandbox: RunningSandbox) -> None:
    """Below 700 pixels one phone fills the window, people are tabs, and news elsewhere are marked [N1]."""
    await page.set_viewport_size({"width": 390, "height": 800})
    assert await page.locator(".phone:visible").count() == 1
    await page.locator(".person", has_text="Игорь").click()
    await page.locator(f"{IGOR} .big").click()
    await page.locator(IGOR).get_by_text("Жалғастырамыз ба?").wait_for()
    await sandbox.person(1001).start()
    await page.locator(".person.unread", has_text="Айгүл").click()
    await page.locator(AIGUL).get_by_text("Жалғастырамыз ба?").wait_for()
    assert await page.locator(".person.unread").count() == 0
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == 390


async def test_old_messages_keep_their_place(page: "Page", sandbox: RunningSandbox) -> None:
    """An edit above neither moves the focus nor the reading position to another button [N1]."""
    person = sandbox.person(1001)
    await person.start()
    phone = page.locator(AIGUL)
    await phone.get_by_role("button", name="Иә").focus()
    for number in range(3):
        await person.send(str(number))
    await phone.get_by_text("2?").wait_for()
    assert await focused(page) == "Иә"
    chat = sandbox.world.chats[1001]
    first = next(message for message in chat.messages.values() if message.is_from_bot)
    first.reply_markup = buttons("Енді", "Кейін").model_dump(exclude_none=True)
    sandbox.world.touch(chat)
    await phone.get_by_role("button", name="Енді").wait_for()
    assert await focused(page) == "Енді"


def test_the_page_says_everything_in_both_languages() -> None:
    """The page's dictionary has the same keys in Kazakh and in Russian, and no text is just copied [N1]."""
    words = json.loads(files("sandbox").joinpath("page/words.json").read_text(encoding="utf-8"))
    assert list(words) == ["kk", "ru"]
    assert list(words["kk"]) == list(words["ru"])
    same = {key for key, text in words["kk"].items() if text == words["ru"][key]}
    assert same <= {
        "bot",
        "sticker",
        "contact",
        "day",
        "phone_of",
        "bytes",
        "kilobytes",
        "megabytes",
        "login",
        "code",
    }
