"""The store keeps files for good, whoever else keeps the same ones and whenever a process is killed."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from core.files.store import DiskStore

SIZE = 300_000


@contextmanager
def keeper(folder: Path, seed: int) -> Iterator[subprocess.Popen[str]]:
    """Start a process that keeps files until it is killed."""
    command = [sys.executable, "-m", "tests.core.files.keeper", str(folder), str(seed), str(SIZE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def let_go(process: subprocess.Popen[str]) -> None:
    """Let a process begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def told(process: subprocess.Popen[str], lines: int) -> list[str]:
    """Return the next digests that a process has said."""
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(lines)]


def told_until_its_end(process: subprocess.Popen[str]) -> list[str]:
    """Return the whole lines that a killed process has left; it may have died within the last one."""
    assert process.stdout is not None
    return [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]


def kept(folder: Path) -> dict[str, Path]:
    """Return the files of a store that have their final names."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".part")
    return {path.name: path for path in files}


def test_a_file_is_kept_read_and_deleted(tmp_path: Path) -> None:
    """A file is there until it is deleted, its size is known, and deleting repeats [B7] [M2]."""
    store = DiskStore(tmp_path / "var" / "files")
    digest = store.keep(b"twelve bytes")
    assert store.keep(b"twelve bytes") == digest
    assert store.read(digest) == b"twelve bytes"
    assert store.size(digest) == 12
    for _ in range(2):
        store.delete(digest)
        with pytest.raises(FileNotFoundError):
            store.read(digest)
        with pytest.raises(FileNotFoundError):
            store.size(digest)
    assert store.keep(b"twelve bytes") == digest
    assert store.read(digest) == b"twelve bytes"


def test_what_was_never_kept_can_be_deleted(tmp_path: Path) -> None:
    """Deleting from a store that has nothing at all is no error either [M2]."""
    DiskStore(tmp_path / "files").delete("0" * 64)


def test_many_threads_keep_the_same_files(tmp_path: Path) -> None:
    """An album may come to several threads at once: each file lies there once and whole [B7]."""
    store = DiskStore(tmp_path / "files")
    contents = [Random(number).randbytes(SIZE) for number in range(4)] * 6
    with ThreadPoolExecutor(max_workers=12) as threads:
        digests = list(threads.map(store.keep, contents))
    assert [store.read(digest) for digest in digests] == contents
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 4


def test_two_processes_keep_the_same_files(tmp_path: Path) -> None:
    """Two processes that keep the same files in the same order lose none and leave none half-written [B7]."""
    with keeper(tmp_path, seed=1) as one, keeper(tmp_path, seed=1) as other:
        let_go(one)
        let_go(other)
        digests = told(one, 12)
        assert told(other, 12) == digests
        one.kill()
        other.kill()
        one.wait()
        other.wait()
    assert set(digests) <= kept(tmp_path).keys()
    assert all(name == sha256(path.read_bytes()).hexdigest() for name, path in kept(tmp_path).items())


@pytest.mark.parametrize("moment", range(6))
def test_a_kill_loses_no_file_that_was_kept(moment: int, tmp_path: Path) -> None:
    """Whenever a process is killed, what it called kept is whole, and nothing that has a name is not [B7]."""
    with keeper(tmp_path, seed=moment) as process:
        let_go(process)
        digests = told(process, 1 + moment)
        time.sleep(moment / 300)
        process.kill()
        digests += told_until_its_end(process)
        process.wait()
    assert set(digests) <= kept(tmp_path).keys()
    assert all(name == sha256(path.read_bytes()).hexdigest() for name, path in kept(tmp_path).items())
    store = DiskStore(tmp_path)
    assert [store.keep(store.read(digest)) for digest in digests] == digests


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    """Half a file, which may be somebody's picture, does not stay for ever; one being written does [M2]."""
    store = DiskStore(tmp_path)
    digest = store.keep(b"picture")
    store.delete(digest)
    abandoned, busy = (tmp_path / digest[:2] / f"{name}.part" for name in ("abandoned", "busy"))
    for path in (abandoned, busy):
        path.write_bytes(b"pict")
    os.utime(abandoned, (0, 0))
    store.keep(b"picture")
    assert not abandoned.exists()
    assert busy.exists()


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where a file does not fit, its sender is told by an error, and not even half of it stays [B7]."""
    store = DiskStore(tmp_path)
    digest = store.keep(b"first")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            store.keep(bytes(SIZE))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [digest]
