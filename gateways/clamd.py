"""Asks ClamAV's daemon about a file; separate because what it speaks is neither HTTP nor Telegram (B7).

The command is INSTREAM: then come chunks that begin with their length, an empty one, and the answer.
"""

import asyncio
import re
import struct
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.files.scanning import ScannerUnavailable

_COMMAND = b"zINSTREAM\0"
_CHUNK = 64 * 1024
_END = b"\0"
_ANSWER = re.compile(r"stream: (?:(?P<clean>OK)|(?P<found>.+) FOUND)", re.DOTALL)
_SHOWN = 120
"""How much of an answer that is neither goes into the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClamdScanner:
    """A daemon at ``tcp://HOST:PORT`` or ``unix:///PATH``; both limits of time are in seconds."""

    url: str
    connecting_seconds: float = 5
    scanning_seconds: float = 60

    async def scan(self, content: bytes) -> str | None:
        """Return the name of what the daemon found, nothing where it called the file clean.

        Raises:
            ScannerUnavailable: nobody answers, not in time, or something else than a finding; also where
                the file is longer than the daemon's ``StreamMaxLength``.
        """
        reader, writer = await self._connect()
        try:
            async with asyncio.timeout(self.scanning_seconds):
                await _send(writer, content)
                answer = await reader.readuntil(_END)
        except TimeoutError as error:
            raise ScannerUnavailable("clamd does not answer in time") from error
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
            raise ScannerUnavailable(f"clamd broke off: {type(error).__name__}") from error
        finally:
            # What was not sent yet need not be: the answer is there, or there will be none.
            writer.transport.abort()
        return _read_answer(answer)

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            address = urlsplit(self.url)
            async with asyncio.timeout(self.connecting_seconds):
                if address.scheme == "unix":
                    return await asyncio.open_unix_connection(address.path)
                return await asyncio.open_connection(address.hostname, address.port)
        except (OSError, ValueError) as error:  # too late, nobody there, or a port that there cannot be
            raise ScannerUnavailable(f"clamd is not there: {type(error).__name__}") from error


async def _send(writer: asyncio.StreamWriter, content: bytes) -> None:
    writer.write(_COMMAND)
    for start in range(0, len(content), _CHUNK):
        chunk = content[start : start + _CHUNK]
        writer.write(struct.pack(">I", len(chunk)) + chunk)
        await writer.drain()
    writer.write(struct.pack(">I", 0))
    await writer.drain()


def _read_answer(answer: bytes) -> str | None:
    text = answer.removesuffix(_END).decode(errors="replace").strip()
    read = _ANSWER.fullmatch(text)
    if read is None:
        raise ScannerUnavailable(f"clamd says: {text[:_SHOWN]}")
    return read["found"]
