"""Faults on order: calls that Telegram refuses, answers late or never; bots are tried against them."""

import itertools
import random
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import ApiError, PersonError, too_many
from sandbox.records import Json
from sandbox.schema import load_schema

KINDS = ("429", "403", "400", "500", "migrate", "slow", "drop")
OF_A_CHAT = ("403", "migrate")  # with a share: the same chats each time, as blocks are
TEXTS = ("method", "text", "description")
NUMBERS = {
    "chat_id": None,
    "times": 1,
    "retry_after": 1,
    "seconds": 0,
    "seed": None,
    "migrate_to_chat_id": None,
}
WHOLE = 100  # percent
POLL = "getUpdates"  # is struck only by its name, or no test could count on `times`
NEW_CHAT = -1_009_000_000_001  # where a group moves when nothing is said
DESCRIPTIONS = {
    "403": "Forbidden: bot was blocked by the user",
    "400": "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    "500": "Internal Server Error",
    "migrate": "Bad Request: group chat was upgraded to a supergroup chat",
}
PREFIXES = {"403": "Forbidden: ", "400": "Bad Request: "}


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to which calls: None means any; `share` is percent of them, `times` how often at most."""

    id: int
    kind: str
    method: str | None = None
    chat_id: int | None = None
    text: str | None = None
    times: int | None = None
    share: float | None = None
    retry_after: int = 1
    seconds: float = 1.0
    description: str | None = None
    seed: int = 0
    migrate_to_chat_id: int = NEW_CHAT
    struck: int = 0
    dice: random.Random = field(default_factory=random.Random, repr=False)

    def strikes(self, method: str, params: Json) -> bool:
        """Whether a call meets this fault, which is counted."""
        is_hit = self._matches(method, params) and self._is_drawn(params)
        self.struck += is_hit
        return is_hit

    def refuse(self) -> None:
        """Raise the ApiError of a fault that is a refusal; the other kinds happen after the call."""
        match self.kind:
            case "429":
                raise too_many(self.retry_after)
            case "migrate":
                raise ApiError(400, self._told(), {"migrate_to_chat_id": self.migrate_to_chat_id})
            case "400" | "403" | "500":
                raise ApiError(int(self.kind), self._told())
            case _:
                return

    def as_json(self) -> Json:
        """The fault as it was ordered, with its number and how often it struck."""
        names = ("kind", *TEXTS, *NUMBERS, "share")
        return {"fault_id": self.id, **{name: getattr(self, name) for name in names}, "struck": self.struck}

    def _matches(self, method: str, params: Json) -> bool:
        if self.times is not None and self.struck >= self.times:
            return False
        if self.method != method and (self.method is not None or method == POLL):
            return False
        if self.chat_id is not None and str(params.get("chat_id")) != str(self.chat_id):
            return False
        return self.text is None or self.text in str(params.get("text", params.get("caption", "")))

    def _is_drawn(self, params: Json) -> bool:
        if self.share is None:
            return True
        if self.kind in OF_A_CHAT:
            dice = random.Random(f"{self.seed}:{params.get('chat_id')}")  # noqa: S311  (repeatable)
            return dice.random() < self.share / WHOLE
        return self.dice.random() < self.share / WHOLE

    def _told(self) -> str:
        told = self.description or DESCRIPTIONS[self.kind]
        prefix = PREFIXES.get(self.kind, "")
        return told if told.startswith(prefix) else prefix + told


class Faults:
    """The faults in force; the first that matches a call strikes it."""

    def __init__(self) -> None:
        self._faults: dict[int, Fault] = {}
        self._numbers = itertools.count(1)

    def order(self, body: Json) -> Fault:
        """Put a fault in force; raises PersonError for what cannot be read."""
        given = {name: value for name, value in body.items() if value is not None}
        fault = Fault(id=next(self._numbers), **_read(given))
        fault.dice.seed(fault.seed)
        self._faults[fault.id] = fault
        return fault

    def list(self) -> list[Fault]:
        """All in force, the oldest first."""
        return list(self._faults.values())

    def clear(self, fault_id: int | None = None) -> None:
        """Take one out of force, or all; raises PersonError when there is none of this number."""
        if fault_id is None:
            self._faults.clear()
        elif self._faults.pop(fault_id, None) is None:
            raise PersonError(f"there is no fault {fault_id}")

    def strike(self, method: str, params: Json) -> Fault | None:
        """The fault that a call meets, if any."""
        return next((fault for fault in self._faults.values() if fault.strikes(method, params)), None)


def _read(given: Json) -> dict[str, Any]:
    unknown = sorted(given.keys() - {"kind", "share", *TEXTS, *NUMBERS})
    if unknown:
        raise PersonError(f"a fault has no field {', '.join(unknown)}")
    if given.get("kind") not in KINDS:
        raise PersonError(f'"kind" must be one of {", ".join(KINDS)}')
    for name in TEXTS:
        if not isinstance(given.get(name, ""), str):
            raise PersonError(f'"{name}" must be a text')
    for name, least in NUMBERS.items():
        _check_number(name, given.get(name), least)
    share = given.get("share", 0)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= WHOLE:
        raise PersonError('"share" must be a percentage from 0 to 100')
    if "method" in given:
        method = load_schema().method_name(given["method"])
        if method is None:
            raise PersonError(f"the Bot API has no method {given['method']}")
        given = {**given, "method": method}
    return given


def _check_number(name: str, value: Any, least: int | None) -> None:
    kinds = int | float if name == "seconds" else int
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, kinds) or (least is not None and value < least):
        raise PersonError(
            f'"{name}" must be a {"whole " if kinds is int else ""}number'
            + ("" if least is None else f" from {least}")
        )
