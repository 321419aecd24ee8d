"""Photos and documents: sizes, identifiers, limits, uploads in all shapes, downloads."""

import io
import json

import aiohttp
import pytest

from sandbox import files
from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api, picture


def upload(chat_id: int, field: str, data: bytes, name: str, **texts: str) -> aiohttp.FormData:
    """A multipart call with one file."""
    form = aiohttp.FormData({"chat_id": str(chat_id), **texts}, quote_fields=False)
    form.add_field(field, io.BytesIO(data), filename=name, content_type="application/octet-stream")
    return form


async def test_a_photo_comes_in_telegrams_sizes(api: Api, aigul: Person) -> None:
    """A photo gets longer sides of 90, 320, 800 and 1280, the largest last, and is reused by its id [N1]."""
    sent = await api.form("sendPhoto", upload(aigul.id, "photo", picture(2000, 1000), "a.png", caption="ә"))
    photo = sent["result"]["photo"]
    assert [(size["width"], size["height"]) for size in photo] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1280, 640),
    ]
    assert sent["result"]["caption"] == "ә"
    again = await api.call("sendPhoto", chat_id=aigul.id, photo=photo[0]["file_id"])
    assert again["photo"] == photo
    same = await api.form("sendPhoto", upload(aigul.id, "photo", picture(2000, 1000), "b.png"))
    unique = [size["file_unique_id"] for size in photo]
    assert [size["file_unique_id"] for size in same["result"]["photo"]] == unique
    small = await api.form("sendPhoto", upload(aigul.id, "photo", picture(200, 100), "c.png"))
    assert [size["width"] for size in small["result"]["photo"]] == [90, 200]


BAD_PHOTOS = [
    (b"not an image", "IMAGE_PROCESS_FAILED"),
    (picture()[:60], "IMAGE_PROCESS_FAILED"),
    (b"", "IMAGE_PROCESS_FAILED"),
    (picture(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
    (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    (b"\0" * (files.MAX_PHOTO + 1), "PHOTO_SAVE_FILE_INVALID"),
]


@pytest.mark.parametrize(("data", "reason"), BAD_PHOTOS)
async def test_a_bad_photo_is_refused(api: Api, aigul: Person, data: bytes, reason: str) -> None:
    """What is no picture, too large, too long or too heavy is refused as Telegram does [N1]."""
    answer = await api.form("sendPhoto", upload(aigul.id, "photo", data, "a.jpg"))
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {reason}")


async def test_documents_keep_their_name_and_content(
    sandbox: RunningSandbox, api: Api, aigul: Person
) -> None:
    """A document is kept as it is and downloaded by the path that getFile tells [N1]."""
    sent = await api.form("sendDocument", upload(aigul.id, "document", b"%PDF-1.7", "Хаттама.pdf"))
    document = sent["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("Хаттама.pdf", 8)
    told = await api.call("getFile", file_id=document["file_id"])
    base = f"{sandbox.url}/file/bot{sandbox.token}"
    async with api.http.get(f"{base}/{told['file_path']}") as response:
        assert await response.read() == b"%PDF-1.7"
    async with api.http.get(f"{base}/documents/none.pdf") as response:
        assert response.status == 404
    async with api.http.get(f"{sandbox.url}/file/bot1:x/{told['file_path']}") as response:
        assert response.status == 401
    refusal = await api.refusal("sendPhoto", chat_id=aigul.id, photo=document["file_id"])
    assert refusal == (400, "Bad Request: can't use file of type Document as Photo")


async def test_large_files_cannot_be_downloaded(api: Api, aigul: Person) -> None:
    """A bot may upload up to 50 MB but download only 20 MB [N1]."""
    heavy = b"\0" * (files.MAX_DOWNLOAD + 1)
    sent = await api.form("sendDocument", upload(aigul.id, "document", heavy, "a.bin"))
    refusal = await api.refusal("getFile", file_id=sent["result"]["document"]["file_id"])
    assert refusal == (400, "Bad Request: file is too big")
    too_heavy = b"\0" * (files.MAX_UPLOAD + 1)
    answer = await api.form("sendDocument", upload(aigul.id, "document", too_heavy, "a.bin"))
    assert answer["description"] == "Bad Request: file is too big"


async def test_attached_parts_and_media_edits(api: Api, aigul: Person) -> None:
    """`attach://` names a part of the form; editMessageMedia replaces a photo with its caption [N1]."""
    sent = await api.form("sendPhoto", upload(aigul.id, "part", picture(), "a.png", photo="attach://part"))
    place = {"chat_id": str(aigul.id), "message_id": str(sent["result"]["message_id"])}
    media = json.dumps(
        {"type": "photo", "media": "attach://next", "caption": "<b>ә</b>", "parse_mode": "HTML"}
    )
    form = aiohttp.FormData({**place, "media": media})
    form.add_field("next", picture(300, 300, "red"), filename="b.png")
    edited = (await api.form("editMessageMedia", form))["result"]
    assert (edited["photo"][-1]["width"], edited["caption"]) == (300, "ә")
    await api.call("editMessageCaption", chat_id=aigul.id, message_id=edited["message_id"], caption="ү")
    assert (await aigul.chat()).text == "ү"
    refusal = await api.refusal(
        "editMessageText", chat_id=aigul.id, message_id=edited["message_id"], text="x"
    )
    assert refusal == (400, "Bad Request: there is no text in the message to edit")
    stray = await api.form("sendMessage", upload(aigul.id, "stray", b"x", "a", text="a"))
    assert stray["description"] == 'Bad Request: sendMessage has no parameter "stray"'


async def test_people_send_files(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """People's photos, documents, stickers and voice messages reach the bot as Telegram sends them [N1]."""
    await aigul.send_photo(picture(), "Менің аулам /start", wait=False)
    await aigul.send_document(b"a,b", "тізім.csv", "text/csv", wait=False)
    await aigul.send_sticker(wait=False)
    await aigul.send_voice(wait=False)
    photo, document, sticker, voice = [update["message"] for update in (await api.updates())[1:]]
    assert photo["caption_entities"][0]["type"] == "bot_command"
    assert document["document"]["mime_type"] == "text/csv"
    assert sticker["sticker"]["emoji"] == "👍"
    assert voice["voice"]["duration"] == 3
    shown = (await aigul.chat()).messages[1]["photo"]
    async with api.http.get(sandbox.url + shown["url"]) as response:
        assert response.content_type == "image/jpeg"
        assert (await response.read())[:2] == b"\xff\xd8"
