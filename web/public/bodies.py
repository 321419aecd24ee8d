"""Reads a form with files past the memory; apart from the pages, because bodies are slow, huge or broken."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO

from aiohttp import BodyPartReader, ClientError, MultipartReader, web
from aiohttp.http import HttpProcessingError

from core.model.refusals import Refusal, refuse
from web.limits import MEGABYTE, Limits

MOST_PARTS = 60
"""Fields of a form; what has more was made by no page of ours."""

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


class BodyBroken(Exception):
    """A form came neither whole nor in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A file of a form: the name that it has on the sender's phone, and where its content can be read."""

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


@asynccontextmanager
async def form_files(request: web.Request, limits: Limits) -> AsyncIterator[Sequence[FormFile]]:
    """Give the files of a form in their order; on the disk they have no name and are gone with the block.

    Raises:
        BodyBroken: it is no form, breaks off, or comes too slowly.
        RuleViolation: ``papers-too-heavy``.
    """
    with ExitStack() as stack:
        try:
            async with asyncio.timeout(limits.body_seconds):
                files = await _read(request, limits, stack)
        except _FAULTS as fault:
            raise BodyBroken(type(fault).__name__) from fault
        yield files


async def _read(request: web.Request, limits: Limits, stack: ExitStack) -> Sequence[FormFile]:
    if request.content_type != "multipart/form-data":
        raise BodyBroken("no form")
    form, meter = await request.multipart(), _Meter(limits)
    files: list[FormFile] = []
    for _ in range(MOST_PARTS):
        async with asyncio.timeout(limits.idle_seconds):
            part = await form.next()
        if part is None:
            return files
        if isinstance(part, MultipartReader):
            raise BodyBroken("a form within the form")
        # An input in which nothing was chosen comes as a file without a name.
        if not part.filename:
            await _copy(part, None, meter)
            continue
        content = stack.enter_context(TemporaryFile())  # noqa: SIM115  (the stack closes it)
        await _copy(part, content, meter)
        files.append(FormFile(name=part.filename[:_NAME_LENGTH], content=content))
    raise BodyBroken("too many fields")


async def _copy(part: BodyPartReader, kept: IO[bytes] | None, meter: _Meter) -> None:
    """Read a field to its end, into a file where it is one."""
    while True:
        async with asyncio.timeout(meter.limits.idle_seconds):
            chunk = await part.read_chunk(_CHUNK)
        if not chunk:
            break
        meter.take(chunk)
        if kept is not None:
            kept.write(chunk)
    if kept is not None:
        kept.seek(0)


async def drain(request: web.Request, limits: Limits) -> None:
    """Read and drop what is left of a body, within limits: until then a browser shows no answer."""
    dropped = 0
    with suppress(*_FAULTS):
        async with asyncio.timeout(limits.body_seconds):
            while dropped < limits.drained and not request.content.at_eof():
                async with asyncio.timeout(limits.idle_seconds):
                    dropped += len(await request.content.readany())
