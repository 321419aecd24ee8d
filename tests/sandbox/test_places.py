"""Locations and venues of both sides."""

from typing import Any

import pytest

from sandbox.client import Person, SandboxRefusal
from tests.sandbox.conftest import Api

ALMATY = (43.238949, 76.889709)
PLACE = {"latitude": 43.238949, "longitude": 76.889709}
KEYBOARD = {
    "keyboard": [[{"text": "Осы жердемін", "request_location": True}, "Кейін"]],
    "one_time_keyboard": True,
}


async def test_people_send_where_they_are(api: Api, aigul: Person) -> None:
    """A place from the attach menu is a location, with a title and an address also a venue [N1]."""
    view = await aigul.send_location(*ALMATY, wait=False)
    await aigul.send_location(*ALMATY, title="Саябақ", address="Абай, 44", wait=False)
    location, venue = [update["message"] for update in (await api.updates())[1:]]
    assert location["location"] == PLACE
    assert "venue" not in location
    assert venue["venue"] == {"location": PLACE, "title": "Саябақ", "address": "Абай, 44"}
    assert venue["location"] == PLACE
    assert (view.messages[-1]["kind"], view.messages[-1]["location"]) == ("location", PLACE)


async def test_a_key_asks_where_the_person_is(api: Api, aigul: Person) -> None:
    """The key for a location replies with the place and hides a one-time keyboard [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="Қай жерде?", reply_markup=KEYBOARD)
    with pytest.raises(SandboxRefusal, match="location"):
        await aigul.tap("Осы жердемін", wait=False)
    view = await aigul.tap("Осы жердемін", location=ALMATY, wait=False)
    message = (await api.updates())[-1]["message"]
    assert message["location"] == PLACE
    assert message["reply_to_message"]["message_id"] == sent["message_id"]
    assert view.raw["reply_keyboard"]["is_hidden"]


@pytest.mark.parametrize("place", [(91, 0), (0, -181)])
async def test_nobody_is_off_the_map(aigul: Person, place: tuple[float, float]) -> None:
    """A latitude or a longitude that is nowhere on Earth cannot be sent [N1]."""
    with pytest.raises(SandboxRefusal, match="must be a number from"):
        await aigul.send_location(*place, wait=False)


async def test_the_bot_sends_places(api: Api, aigul: Person) -> None:
    """A sent location or venue comes back as Telegram returns them, with their buttons [N1]."""
    markup = {"inline_keyboard": [[{"text": "Иә", "callback_data": "y"}]]}
    sent = await api.call("sendLocation", chat_id=aigul.id, **PLACE, reply_markup=markup)
    assert (sent["location"], sent["reply_markup"]) == (PLACE, markup)
    venue = await api.call("sendVenue", chat_id=aigul.id, **PLACE, title="Саябақ", address="Абай, 44")
    assert (venue["venue"]["title"], venue["location"]) == ("Саябақ", PLACE)
    shown = (await aigul.chat()).messages[-2:]
    assert [message["kind"] for message in shown] == ["location", "venue"]


BAD_PLACES: list[tuple[str, dict[str, Any], str]] = [
    ("sendLocation", {"longitude": 1}, "latitude is empty"),
    ("sendLocation", {"latitude": 1}, "longitude is empty"),
    ("sendLocation", {"latitude": "north", "longitude": 1}, 'field "latitude" must be of type Float'),
    ("sendLocation", {"latitude": 90.5, "longitude": 1}, "wrong location specified"),
    ("sendLocation", {**PLACE, "live_period": 60}, "live locations are not emulated by the sandbox"),
    ("sendVenue", {**PLACE, "title": "x"}, 'parameter "address" is required'),
    (
        "sendVenue",
        {"latitude": 1, "longitude": 181, "title": "x", "address": "y"},
        "wrong venue location specified",
    ),
]


@pytest.mark.parametrize(("method", "params", "reason"), BAD_PLACES)
async def test_a_bad_place_is_refused(
    api: Api, aigul: Person, method: str, params: dict[str, Any], reason: str
) -> None:
    """A place without coordinates or nowhere on Earth is refused [N1]."""
    assert await api.refusal(method, chat_id=aigul.id, **params) == (400, f"Bad Request: {reason}")
