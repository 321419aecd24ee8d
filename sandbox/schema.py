"""Strict checking of a call against the Bot API's schema; apart from the methods, which trust what passed."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from sandbox.errors import bad_request
from sandbox.records import Json
from sandbox.refusals import (
    EXCESS_REFUSALS,
    LIMIT_REFUSALS,
    MISSING_REFUSALS,
    OWN_LIMITS,
    PARSE_PREFIXES,
    WORDS_OF_FIELDS,
)

PRIMITIVES = frozenset({"Integer", "String", "Boolean", "True", "Float"})
PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "String": str,
    "Boolean": bool,
    "Float": (int, float),
}
UNITS = {"chars": "characters", "bytes": "bytes", "items": "items", "range": ""}
FAMILIES = {  # abstract types whose members no `type` field tells apart, the fullest first
    "InputMessageContent": (
        "InputTextMessageContent",
        "InputVenueMessageContent",
        "InputLocationMessageContent",
        "InputContactMessageContent",
    )
}
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class FieldError(Exception):
    """A nested object breaks the schema; the caller adds which object it was."""


class Schema:
    """Methods and types of one Bot API version with their fields, required flags and limits."""

    def __init__(self, raw: Json) -> None:
        self.version: str = raw["version"]["version"]
        self._methods: dict[str, Json] = {name: method["fields"] for name, method in raw["methods"].items()}
        self._types: dict[str, Json] = {name: type_["fields"] for name, type_ in raw["types"].items()}
        self._names = {name.lower(): name for name in self._methods}

    def method_name(self, written: str) -> str | None:
        """The canonical name of a method, whose names are case-insensitive on the wire."""
        return self._names.get(written.lower())

    def check_call(self, method: str, params: Json, uploads: frozenset[str]) -> Json:
        """Read wire values as their types; raises ApiError for what Telegram refuses or silently ignores."""
        fields = self._methods[method]
        for name in [*params, *uploads]:
            if name not in fields and not (name in uploads and _is_attached(name, params)):
                raise bad_request(f'{method} has no parameter "{name}"')
        missing = [
            name
            for name, field in fields.items()
            if field["required"] and name not in params and name not in uploads
        ]
        if missing:
            raise bad_request(MISSING_REFUSALS.get(missing[0], f'parameter "{missing[0]}" is required'))
        return {name: self._read(method, name, value) for name, value in params.items()}

    def _read(self, method: str, name: str, value: Any) -> Any:
        field = self._methods[method][name]
        kind = field["type"]
        read = _from_wire(name, value, kind)
        try:
            read = self._check(name, read, kind["array"], kind["of"])
            self._check_limits(method, name, read, field.get("limits", {}))
        except FieldError as error:
            raise bad_request(str(error)) from None
        return read

    def _check(self, name: str, value: Any, depth: int, kinds: list[str]) -> Any:
        if depth:
            if not isinstance(value, list):
                raise FieldError(f'Field "{name}" must be of type Array')
            return [self._check(name, item, depth - 1, kinds) for item in value]
        primitives = [kind for kind in kinds if kind in PRIMITIVES]
        if any(_is_primitive(value, kind) for kind in primitives):
            return value
        objects = [kind for kind in kinds if kind not in PRIMITIVES and kind != "InputFile"]
        if objects:
            return self._check_object(name, value, objects)
        if kinds == ["InputFile"] and isinstance(value, str):
            return value
        raise FieldError(f'Field "{name}" must be of type {" or ".join(kinds)}')

    def _check_object(self, name: str, value: Any, kinds: list[str]) -> Any:
        prefix = PARSE_PREFIXES.get(kinds[0])
        try:
            if kinds == ["KeyboardButton"] and isinstance(value, str):
                return {"text": value}
            return self._check_fields(self._choose(name, value, kinds), value)
        except FieldError as error:
            raise FieldError(f"{prefix}: {error}") if prefix else error from None

    def _choose(self, name: str, value: Any, kinds: list[str]) -> str:
        """The type of an object: by its `type` when the schema's is abstract, else by required fields."""
        if not isinstance(value, dict):
            raise FieldError(f"{kinds[0]} must be an Object")
        kinds = [member for kind in kinds for member in FAMILIES.get(kind, (kind,))]
        if len(kinds) == 1 and (self._types[kinds[0]] or kinds[0] == "CallbackGame"):
            return kinds[0]
        if len(kinds) == 1:
            camel = _camel(value)
            if camel and kinds[0] + camel in self._types:
                return kinds[0] + camel
            raise FieldError(f"{kinds[0]} has unsupported type")
        for kind in kinds:
            required = [field for field, rules in self._types[kind].items() if rules["required"]]
            if all(field in value for field in required) and kind.endswith(_camel(value)):
                return kind
        if "type" in value:
            named = [kind for kind in kinds if kind.endswith(_camel(value))]
            if not named:
                raise FieldError(f'type "{value["type"]}" is unsupported')
            return min(named, key=len)
        raise FieldError(f"Object expected as {WORDS_OF_FIELDS.get(name, name)}")

    def _check_fields(self, kind: str, value: Json) -> Json:
        fields = self._types[kind]
        for name, field in fields.items():
            if field["required"] and name not in value:
                raise FieldError(f'Can\'t find field "{name}"')
        checked = {}
        for name, item in value.items():
            if name not in fields:
                raise FieldError(f'{kind} has no field "{name}"')
            if item is None:
                continue
            kind_of_field = fields[name]["type"]
            checked[name] = self._check(name, item, kind_of_field["array"], kind_of_field["of"])
            self._check_limits(kind, name, checked[name], fields[name].get("limits", {}))
        return checked

    def _check_limits(self, owner: str, name: str, value: Any, limits: Json) -> None:
        """Sizes of plain values; what counts after entity parsing is the business of formatting."""
        if limits.get("after_entities") or (owner, name) in OWN_LIMITS:
            return
        for kind, limit in limits.items():
            if kind == "enum":
                is_within, rule = value in limit, f"be one of {', '.join(limit)}"
            else:
                size = value if kind == "range" else len(value.encode()) if kind == "bytes" else len(value)
                if size > limit[1] and (owner, name) in EXCESS_REFUSALS:
                    raise FieldError(EXCESS_REFUSALS[owner, name])
                is_within, rule = limit[0] <= size <= limit[1], f"have {limit[0]}-{limit[1]} {UNITS[kind]}"
            if not is_within:
                refusal = LIMIT_REFUSALS.get((owner, name), f'Field "{name}" must {rule.rstrip()}')
                # Telegram's servers answer with a code, which its own checks before them never prefix.
                raise bad_request(refusal) if refusal.isupper() else FieldError(refusal)


@cache
def load_schema() -> Schema:
    """The shipped schema (Bot API 10.3, made from the MIT-licensed aiogram source distribution)."""
    return Schema(json.loads(files("sandbox").joinpath("botapi-10.3.json").read_text(encoding="utf-8")))


def _camel(value: Json) -> str:
    """The suffix of a schema type that the `type` of an object names: `web_app` is `WebApp`."""
    return "".join(part.capitalize() for part in str(value.get("type", "")).split("_"))


def _is_attached(name: str, params: Json) -> bool:
    reference = f"attach://{name}"
    return any(re.search(re.escape(reference) + r'(?:"|$)', str(value)) for value in params.values())


def _is_primitive(value: Any, kind: str) -> bool:
    if kind == "True":
        return value is True
    if isinstance(value, bool):
        return kind == "Boolean"
    return isinstance(value, PYTHON_TYPES[kind])


def _from_wire(name: str, value: Any, kind: Json) -> Any:
    """Read a form value (always text on the wire) as the schema's type; JSON bodies come typed already."""
    if not isinstance(value, str):
        return value
    kinds: list[str] = kind["of"]
    if kind["array"] or not (PRIMITIVES.intersection(kinds) or "InputFile" in kinds):
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"Can't parse {WORDS_OF_FIELDS.get(name, name)} JSON object") from None
    if "Integer" in kinds and re.fullmatch(r"-?\d{1,19}", value):
        return int(value)
    if "Float" in kinds and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value)
    if "Boolean" in kinds or "True" in kinds:
        return BOOLEANS.get(value.lower(), value)
    return value
