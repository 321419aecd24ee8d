"""What a person sees at one moment, for tests to read: a chat, or the bot's answer to an inline query."""

from dataclasses import dataclass

from sandbox.records import Json
from sandbox.transcript import render_message


@dataclass(frozen=True, slots=True)
class View:
    """A phone's screen at one moment. `raw` is the people API's JSON."""

    raw: Json
    result: Json

    @property
    def messages(self) -> list[Json]:
        """Bubbles, the oldest first."""
        return list(self.raw["messages"])

    @property
    def last(self) -> Json:
        """The newest bubble of the bot; raises LookupError when there is none."""
        return next(message for message in reversed(self.messages) if message["from"] == "bot")

    @property
    def text(self) -> str:
        """Text or caption of the bot's newest bubble."""
        return str(self.last["text"])

    @property
    def buttons(self) -> list[list[str]]:
        """Labels under the bot's newest bubble, by rows."""
        return [[button["label"] for button in row] for row in self.last["buttons"]]

    @property
    def labels(self) -> list[str]:
        """The same labels in one list."""
        return [label for row in self.buttons for label in row]

    @property
    def keyboard(self) -> list[list[str]]:
        """Labels of the reply keyboard, by rows; empty when there is none."""
        keyboard = self.raw["reply_keyboard"]
        return [[key["label"] for key in row] for row in keyboard["rows"]] if keyboard else []

    @property
    def answer(self) -> str:
        """Text of the callback answer (toast or alert) that the tap got, empty when there was none."""
        return str(self._notification.get("text", ""))

    @property
    def is_alert(self) -> bool:
        """Whether that answer was an alert."""
        return bool(self._notification.get("is_alert", False))

    @property
    def _notification(self) -> Json:
        callback_id = self.result.get("callback_id", "")
        return next((item for item in self.notifications if item["callback_id"] == callback_id), {})

    @property
    def notifications(self) -> list[Json]:
        """All toasts and alerts so far."""
        return list(self.raw["notifications"])

    def find(self, text: str) -> Json | None:
        """The newest bubble that contains a text."""
        return next((message for message in reversed(self.messages) if text in message["text"]), None)

    def __str__(self) -> str:
        return "\n".join("\n".join([f"{m['from']}:", *render_message(m)]) for m in self.messages)


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What stands above the input field after `@bot query`. `raw` is the people API's JSON."""

    raw: Json

    @property
    def results(self) -> list[Json]:
        """What can be chosen: id, title, description, the text that it would send, its buttons."""
        return list(self.raw["results"])

    @property
    def titles(self) -> list[str]:
        """Titles of the results."""
        return [result["title"] for result in self.results]

    @property
    def next_offset(self) -> str:
        """What to ask further with; empty when there is no more."""
        return str(self.raw["next_offset"])

    @property
    def button(self) -> Json | None:
        """The button above the results: its text and `start_parameter`."""
        button: Json | None = self.raw["button"]
        return button
