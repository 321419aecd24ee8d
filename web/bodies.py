"""Reads forms, their files past the memory; apart from the pages, because bodies are slow, huge, broken."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientError, MultipartReader, web
from aiohttp.http import HttpProcessingError

from core.model.refusals import Refusal, refuse
from core.rules.iin import without_iin
from web.limits import MEGABYTE, Limits

MOST_PARTS = 400
"""Parts of a form with files; what has more was made by no page of ours."""

MOST_FIELDS = 5_000
"""Fields of a form without files: whoever ticks a city's applications one by one sends as many."""

MOST_TEXT = 512 * 1024
"""Bytes of what is typed: texts of ours have a limit of their own, far below."""

_CHUNK = 64 * 1024
_FAULTS = (
    ValueError,
    TimeoutError,
    ConnectionError,
    ClientError,
    HttpProcessingError,
    web.RequestPayloadError,
)
_NAME_LENGTH = 60
# What separates words and lines is all that a text of ours needs of them; a database takes no NUL at all.
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}


def without_controls(text: str) -> str:
    """Return a text without the signs that no keyboard types and no page shows; tabs and lines stay."""
    return text.translate(_CONTROLS)


class BodyBroken(Exception):
    """A form came neither whole nor in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A file of a form: its field, the name that it has where it came from, and where it can be read."""

    field: str
    name: str
    content: IO[bytes]


@dataclass(slots=True)
class _Meter:
    """How much of a body has come."""

    limits: Limits
    taken: int = field(default=0)

    def take(self, chunk: bytes) -> None:
        """Count a chunk; raise ``RuleViolation`` ``papers-too-heavy`` at the one that is too much."""
        self.taken += len(chunk)
        if self.taken > self.limits.body:
            raise refuse(Refusal.PAPERS_TOO_HEAVY, most=self.limits.body // MEGABYTE)


@dataclass(slots=True, kw_only=True)
class Form:
    """What a form says: the texts of its fields in their order, and its files."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    files: list[FormFile] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return what was typed into a field, without spaces around it; empty where there is none."""
        return next((value.strip() for key, value in self.fields if key == name), "")

    def texts(self, name: str) -> list[str]:
        """Return every value of a field that may be chosen several times."""
        return [value.strip() for key, value in self.fields if key == name]

    def file(self, name: str) -> FormFile | None:
        """Return the file of a field, if one was chosen."""
        return next((file for file in self.files if file.field == name), None)


@asynccontextmanager
async def read_form(request: web.Request, limits: Limits) -> AsyncIterator[Form]:
    """Give a form, with files or without; on the disk they have no name and are gone with the block.

    Raises:
        BodyBroken: it is no form, breaks off, or comes too slowly.
        RuleViolation: ``papers-too-heavy``, ``fields-too-many``.
    """
    with ExitStack() as stack:
        try:
            async with asyncio.timeout(limits.body_seconds):
                form = await _read(request, limits, stack)
        except _FAULTS as fault:
            raise BodyBroken(type(fault).__name__) from fault
        yield form


async def _read(request: web.Request, limits: Limits, stack: ExitStack) -> Form:
    if request.content_type == "application/x-www-form-urlencoded":
        return await _read_fields(request, limits)
    if request.content_type != "multipart/form-data":
        raise BodyBroken("no form")
    parts, meter, form = await request.multipart(), _Meter(limits), Form()
    for _ in range(MOST_PARTS):
        async with asyncio.timeout(limits.idle_seconds):
            part = await parts.next()
        if part is None:
            return form
        if isinstance(part, MultipartReader):
            raise BodyBroken("a form within the form")
        # An input in which nothing was chosen comes as a file without a name.
        if part.filename:
            content = stack.enter_context(TemporaryFile())  # noqa: SIM115  (the stack closes it)
            await _copy(part, content, meter)
            name = _name_of(part.filename)
            form.files.append(FormFile(field=part.name or "", name=name, content=content))
        else:
            form.fields.append((part.name or "", without_controls(await _read_text(part, meter))))
    raise BodyBroken("too many fields")


async def _read_fields(request: web.Request, limits: Limits) -> Form:
    """Read a form without files, which is small."""
    body = bytearray()
    while not request.content.at_eof():
        async with asyncio.timeout(limits.idle_seconds):
            body += await request.content.readany()
        if len(body) > MOST_TEXT:
            raise BodyBroken("too long")
    if body.count(b"&") >= MOST_FIELDS:
        raise refuse(Refusal.FIELDS_TOO_MANY, most=MOST_FIELDS)
    fields = parse_qsl(body.decode("utf-8"), keep_blank_values=True)
    return Form(fields=[(name, without_controls(value)) for name, value in fields])


def _name_of(filename: str) -> str:
    """Return the name of a file as pages and logs repeat it: it may be somebody's IIN (P1)."""
    name = without_controls(filename)
    return (without_iin(name) or name)[:_NAME_LENGTH]


async def _read_text(part: BodyPartReader, meter: _Meter) -> str:
    with BytesIO() as kept:
        await _copy(part, kept, meter, most=MOST_TEXT)
        return kept.read().decode("utf-8")


async def _copy(part: BodyPartReader, kept: IO[bytes], meter: _Meter, most: int | None = None) -> None:
    """Read a field to its end; raise ``BodyBroken`` where it is longer than ``most`` bytes."""
    while True:
        async with asyncio.timeout(meter.limits.idle_seconds):
            chunk = await part.read_chunk(_CHUNK)
        if not chunk:
            break
        meter.take(chunk)
        if most is not None and kept.tell() + len(chunk) > most:
            raise BodyBroken("too long")
        kept.write(chunk)
    kept.seek(0)


async def drain(request: web.Request, limits: Limits) -> None:
    """Read and drop what is left of a body, within limits: until then a browser shows no answer."""
    dropped = 0
    with suppress(*_FAULTS):
        async with asyncio.timeout(limits.body_seconds):
            while dropped < limits.drained and not request.content.at_eof():
                async with asyncio.timeout(limits.idle_seconds):
                    dropped += len(await request.content.readany())
