"""ClamAV's daemon is asked as its manual says, and whatever is not a finding is no answer."""

import asyncio
import socket
from pathlib import Path

import pytest

from core.files.scanning import NoScanner, ScannerUnavailable
from gateways.clamd import ClamdScanner
from tests.gateways.clamd import EICAR, Clamd, listening


async def test_a_clean_file_passes() -> None:
    """The daemon gets the file whole, in chunks, and calls it clean [B7]."""
    daemon = Clamd()
    content = bytes(range(256)) * 1000
    async with listening(daemon.answer) as url:
        assert await ClamdScanner(url=url).scan(content) is None
        assert await ClamdScanner(url=url).scan(b"") is None
    assert daemon.received == [content, b""]


async def test_a_virus_is_named() -> None:
    """The file with which scanners are tried is found wherever it stands in what was sent [B7]."""
    async with listening(Clamd().answer) as url:
        for content in (EICAR, bytes(65_500) + EICAR):
            assert await ClamdScanner(url=url).scan(content) == "Eicar-Signature"


async def test_a_socket_of_the_machine_is_spoken_to(tmp_path: Path) -> None:
    """Where the daemon runs beside the bot, a socket in the file system is enough [B7]."""
    async with listening(Clamd().answer, path=str(tmp_path / "clamd.ctl")) as url:
        assert await ClamdScanner(url=url).scan(EICAR) == "Eicar-Signature"


async def test_many_files_are_looked_at_at_once() -> None:
    """Every file has a connection of its own, so that no answer is taken for another's [B7]."""
    async with listening(Clamd().answer) as url:
        scanner = ClamdScanner(url=url)
        found = await asyncio.gather(*(scanner.scan(EICAR if turn % 2 else b"clean") for turn in range(8)))
    assert found == [None, "Eicar-Signature"] * 4


@pytest.mark.parametrize("length", [1_001, 5_000_000])
async def test_a_file_too_long_for_the_daemon_was_not_looked_at(length: int) -> None:
    """The daemon closes before it has read everything; the file is neither clean nor infected [B7]."""
    async with listening(Clamd(stream_max_length=1000).answer) as url:
        with pytest.raises(ScannerUnavailable):
            await ClamdScanner(url=url).scan(bytes(length))


async def test_the_daemons_reason_is_told() -> None:
    """Where the daemon says why it has not looked, the message says it too [B7]."""
    async with listening(Clamd(stream_max_length=1000).answer) as url:
        with pytest.raises(ScannerUnavailable, match="INSTREAM size limit exceeded"):
            await ClamdScanner(url=url).scan(bytes(1001))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0",
        b"stream: OK",
        b"stream: ",
        b"stream: \0",
        b"OK\0",
        b"FOUND\0",
        b"stream:  FOUND\0",
        b"stream: OK and more\0",
        b"stream: Can't allocate memory ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"\xff\xfe\xfd\0",
        b"x" * 200_000,
        b"HTTP/1.1 400 Bad Request\r\n\r\n\0",
    ],
)
async def test_what_is_no_finding_is_no_answer(answer: bytes) -> None:
    """A broken answer, half of one, or another service's never passes for «clean» [B7]."""

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\0\0\0\0")
        writer.write(answer)

    async with listening(say) as url:
        with pytest.raises(ScannerUnavailable):
            await ClamdScanner(url=url).scan(b"content")


async def test_a_silent_daemon_is_not_waited_for_longer_than_set() -> None:
    """A daemon that takes the file and says nothing, or takes nothing at all, ends in a refusal [B7]."""

    async def wait(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(1)
        await asyncio.Event().wait()

    async with listening(wait) as url:
        for content in (b"content", bytes(10_000_000)):
            with pytest.raises(ScannerUnavailable, match="in time"):
                await ClamdScanner(url=url, scanning_seconds=0.1).scan(content)


async def test_nobody_listens(tmp_path: Path) -> None:
    """A daemon that is not there is unavailable, over the network and over a socket [B7]."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        for url in (f"tcp://127.0.0.1:{port}", "tcp://127.0.0.1:99999", f"unix://{tmp_path}/none.ctl"):
            with pytest.raises(ScannerUnavailable, match="not there"):
                await ClamdScanner(url=url).scan(b"content")


async def test_without_a_scanner_everything_passes() -> None:
    """An akimat without a scanner keeps what comes [B7]."""
    assert await NoScanner().scan(EICAR) is None
