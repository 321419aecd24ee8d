"""What a person attaches: pictures, files, albums, places, contact cards; apart from typing and tapping."""

import re
import secrets

from sandbox.entities.detect import with_detected
from sandbox.entities.text import FormattedText, trimmed
from sandbox.errors import PersonError
from sandbox.files import Upload
from sandbox.posting import post, require_open
from sandbox.records import LARGEST_ANGLES, Chat, Json, Message
from sandbox.world import World

LONGEST_CAPTION = 1024
LARGEST_ALBUM = 10  # clients send more as several albums
ALBUM_KINDS = frozenset({"photo", "document"})


def prepare_attachments(
    world: World, chat: Chat, kind: str, uploads: list[Upload], caption: str
) -> list[Json]:
    """Contents of one message each, the first with the caption; decodes images, so call it in a thread.

    Kinds are photo, document, sticker, voice; raises PersonError for another, ApiError for a bad picture.
    """
    require_open(chat)
    if len(caption) > LONGEST_CAPTION:
        raise PersonError(f"a caption has at most {LONGEST_CAPTION} characters")
    if len(uploads) > 1 and kind not in ALBUM_KINDS:
        raise PersonError("an album is of photos or of documents")
    contents = [_attachment(world, kind, upload) for upload in uploads] or [_attachment(world, kind, None)]
    formatted = with_detected(trimmed(FormattedText(caption)))
    if formatted.text:
        contents[0] |= {"caption": formatted.text, "caption_entities": formatted.entities}
    return contents


def attach(world: World, chat: Chat, contents: list[Json]) -> list[Message]:
    """Send what `prepare_attachments` made: one alone, several as albums of at most ten."""
    sent = []
    for start in range(0, len(contents), LARGEST_ALBUM):
        album = contents[start : start + LARGEST_ALBUM]
        media_group_id = new_media_group_id() if len(album) > 1 else None
        sent += [post(world, chat, content, media_group_id=media_group_id) for content in album]
    return sent


def new_media_group_id() -> str:
    """What the messages of one album have in common."""
    return str(10**16 + secrets.randbelow(9 * 10**16))


def share_place(world: World, chat: Chat, place: Json, reply_to: int | None = None) -> Message:
    """Send a location: latitude and longitude; with a title and an address it is a venue."""
    require_open(chat)
    location = {name: place[name] for name in LARGEST_ANGLES}
    content: Json = {"location": location}
    if "title" in place:
        content["venue"] = {"location": location, "title": place["title"], "address": place["address"]}
    return post(world, chat, content, reply_to)


def share_contact(
    world: World, chat: Chat, *, phone: str | None, user_id: int | None, reply_to: int | None
) -> Message:
    """Share a contact card: their own without a phone, otherwise somebody else's."""
    require_open(chat)
    person = chat.person
    if phone is None:
        if person.phone is None:
            raise PersonError("this person has no phone number")
        contact: Json = {"phone_number": _digits(person.phone), "first_name": person.first_name}
        contact |= {"last_name": person.last_name} if person.last_name else {}
        contact["user_id"] = person.id
    else:
        other = world.chats[user_id].person if user_id in world.chats else None
        contact = {"phone_number": _digits(phone), "first_name": other.first_name if other else "Contact"}
        contact |= {"user_id": user_id} if user_id is not None else {}
    return post(world, chat, {"contact": contact}, reply_to)


def _attachment(world: World, kind: str, upload: Upload | None) -> Json:
    match kind:
        case "photo" if upload is not None:
            return {"photo": world.files.add_photo(upload.data).media}
        case "document" if upload is not None:
            stored = world.files.add("Document", upload, {"file_name": upload.name})
            return {"document": stored.media}
        case "sticker":
            upload = upload or Upload(name="sticker.webp", mime="image/webp", data=b"sticker")
            extra: Json = {"type": "regular", "width": 512, "height": 512, "emoji": "\N{THUMBS UP SIGN}"}
            extra |= {"is_animated": False, "is_video": False}
            return {"sticker": world.files.add("Sticker", upload, extra).media}
        case "voice":
            upload = upload or Upload(name="voice.ogg", mime="audio/ogg", data=b"voice")
            return {"voice": world.files.add("Voice", upload, {"duration": 3}).media}
        case _:
            raise PersonError("attach a photo or a document with a file, a sticker or a voice message")


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
