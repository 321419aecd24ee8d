"""Albums of both sides: one message each, one media_group_id, what may not stand together."""

import io
import json
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.client import Person, SandboxRefusal
from tests.sandbox.conftest import Api, picture

PICTURES = [picture(300, 200, colour) for colour in ("red", "green", "blue", "black")]


def album(*media: dict[str, Any], parts: dict[str, bytes]) -> aiohttp.FormData:
    """A call of sendMediaGroup with uploaded parts."""
    form = aiohttp.FormData({"chat_id": "1001", "media": json.dumps(media)}, quote_fields=False)
    for name, data in parts.items():
        form.add_field(name, data, filename=f"{name}.jpg")
    return form


async def test_people_send_albums(api: Api, aigul: Person) -> None:
    """Four photos are four updates with one media_group_id, the caption on the first [N1]."""
    view = await aigul.send_album(PICTURES, "Біздің аула", wait=False)
    messages = [update["message"] for update in (await api.updates())[1:]]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["Біздің аула", None, None, None]
    assert len({message["message_id"] for message in messages}) == 4
    assert len({message["photo"][-1]["file_unique_id"] for message in messages}) == 4
    shown = {message["media_group_id"] for message in view.messages[1:]}
    assert shown == {messages[0]["media_group_id"]}


async def test_documents_are_an_album_too(api: Api, aigul: Person) -> None:
    """Documents sent at once keep their names and types, and arrive untouched [N1]."""
    papers = [(b"%PDF-1.7", "Смета.pdf", "application/pdf"), (PICTURES[0], "план.png", "image/png")]
    await aigul.send_documents(papers, wait=False)
    first, second = [update["message"] for update in (await api.updates())[1:]]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["document"]["file_name"], second["document"]["mime_type"]) == ("Смета.pdf", "image/png")
    assert second["document"]["file_size"] == len(PICTURES[0])


async def test_more_than_ten_are_several_albums(api: Api, aigul: Person) -> None:
    """Eleven pictures go out as an album of ten and one alone, which belongs to no album [N1]."""
    await aigul.send_album([PICTURES[0]] * 11, wait=False)
    groups = [update["message"].get("media_group_id") for update in (await api.updates())[1:]]
    assert len(set(groups[:10])) == 1
    assert groups[10] is None


async def test_a_broken_picture_stops_the_whole_album(api: Api, aigul: Person) -> None:
    """What the phone cannot read is not sent, and neither is what was picked with it [N1]."""
    with pytest.raises(SandboxRefusal, match="IMAGE_PROCESS_FAILED"):
        await aigul.send_album([PICTURES[0], b"broken"], wait=False)
    assert len(await api.updates()) == 1


async def test_the_bot_sends_albums(api: Api, aigul: Person) -> None:
    """An album by upload and again by file_id; captions are parsed, nothing carries a keyboard [N1]."""
    sent = await api.form(
        "sendMediaGroup",
        album(
            {"type": "photo", "media": "attach://a", "caption": "<b>Аула</b>", "parse_mode": "HTML"},
            {"type": "photo", "media": "attach://b"},
            parts={"a": PICTURES[0], "b": PICTURES[1]},
        ),
    )
    first, second = sent["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], first["caption_entities"][0]["type"]) == ("Аула", "bold")
    again = [{"type": "photo", "media": message["photo"][-1]["file_id"]} for message in (first, second)]
    repeated = await api.call(
        "sendMediaGroup", chat_id=1001, media=again, reply_parameters={"message_id": first["message_id"]}
    )
    assert repeated[0]["photo"] == first["photo"]
    assert repeated[1]["reply_to_message"]["message_id"] == first["message_id"]
    assert repeated[0]["media_group_id"] != first["media_group_id"]
    assert len((await aigul.chat()).messages) == 5


DOCUMENT = {"type": "document", "media": "attach://a"}
PHOTO = {"type": "photo", "media": "attach://a"}
BAD_ALBUMS: list[tuple[list[dict[str, Any]], str]] = [
    ([PHOTO], 'field "media" must have 2-10 items'),
    ([PHOTO] * 11, "too many messages to send as an album"),
    ([PHOTO, DOCUMENT], "document can't be mixed with other media types"),
    ([PHOTO, {"type": "photo", "media": "attach://none"}], "can't parse InputMedia: media not found"),
    ([PHOTO, {"type": "photo"}], "can't parse InputMedia: Can't find field \"media\""),
    (
        [PHOTO, {"type": "animation", "media": "x"}],
        'can\'t parse InputMedia: type "animation" is unsupported',
    ),
    ([PHOTO, {"type": "video", "media": "x"}], 'media of type "video" is not emulated by the sandbox'),
    ([PHOTO, {"type": "photo", "media": "x"}], "wrong file identifier/HTTP URL specified"),
    ([PHOTO, {**PHOTO, "caption": "я" * 1025}], "message caption is too long"),
    (
        [PHOTO, {**PHOTO, "show_caption_above_media": True}],
        "parameter show_caption_above_media must be the same for all messages",
    ),
    (
        [PHOTO, {"type": "photo", "media": "attach://b"}],
        'failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"',
    ),
]


@pytest.mark.parametrize(("media", "reason"), BAD_ALBUMS)
async def test_a_bad_album_is_refused_as_a_whole(
    api: Api, aigul: Person, media: list[dict[str, Any]], reason: str
) -> None:
    """One wrong item refuses the album in Telegram's words, and nothing of it is sent [N1]."""
    parts = {"a": PICTURES[0]} | ({"b": b"broken"} if "attach://b" in str(media) else {})
    if "attach://a" not in str(media):
        parts = {}
    answer = await api.form("sendMediaGroup", album(*media, parts=parts))
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {reason}")
    assert len((await aigul.chat()).messages) == 1


async def test_an_album_has_no_keyboard(api: Api, aigul: Person) -> None:
    """The method has no reply_markup, and a bot that gives one is told so [N1]."""
    refusal = await api.refusal(
        "sendMediaGroup", chat_id=aigul.id, media=[PHOTO, PHOTO], reply_markup={"inline_keyboard": []}
    )
    assert refusal == (400, 'Bad Request: sendMediaGroup has no parameter "reply_markup"')


async def test_a_picture_of_an_album_stays_a_picture(api: Api, aigul: Person) -> None:
    """Media of an album are replaced by the same kind only, and stay in their album [N1]."""
    items = [{"type": "photo", "media": f"attach://{name}"} for name in "ab"]
    sent = await api.form("sendMediaGroup", album(*items, parts={"a": PICTURES[0], "b": PICTURES[1]}))
    place = {"chat_id": aigul.id, "message_id": sent["result"][0]["message_id"]}
    refusal = await api.refusal("editMessageMedia", **place, media={"type": "document", "media": "x"})
    assert refusal == (400, "Bad Request: can't change media type in the album")
    known = sent["result"][1]["photo"][-1]["file_id"]
    edited = await api.call("editMessageMedia", **place, media={"type": "photo", "media": known})
    assert edited["media_group_id"] == sent["result"][0]["media_group_id"]


async def test_a_photo_loses_what_a_document_keeps(api: Api, aigul: Person) -> None:
    """Telegram encodes photos anew: EXIF with its place is gone, while a document is the very file [N1]."""
    exif = Image.Exif()
    exif[0x010F] = "Phone maker"
    exif.get_ifd(0x8825)[1] = "N"
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), "green").save(buffer, "JPEG", exif=exif, comment=b"my home")
    await aigul.send_photo(buffer.getvalue(), wait=False)
    await aigul.send_document(buffer.getvalue(), "home.jpg", "image/jpeg", wait=False)
    photo, document = [update["message"] for update in (await api.updates())[1:]]
    base = api.base.replace("/bot", "/file/bot")
    received = []
    for file_id in (photo["photo"][-1]["file_id"], document["document"]["file_id"]):
        path = (await api.call("getFile", file_id=file_id))["file_path"]
        async with api.http.get(f"{base}/{path}") as response:
            received.append(await response.read())
    with Image.open(io.BytesIO(received[0])) as opened:
        assert (opened.format, dict(opened.getexif()), "comment" in opened.info) == ("JPEG", {}, False)
    assert received[1] == buffer.getvalue()
