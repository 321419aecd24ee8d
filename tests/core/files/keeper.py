"""A process of its own that keeps files one after the other and says so each time.

``python -m tests.core.files.keeper FOLDER SEED SIZE``: the test that started it kills it.
"""

import sys
from itertools import count
from pathlib import Path
from random import Random

from core.files.store import DiskStore


def main(folder: Path, seed: int, size: int) -> None:
    """Keep for ever; the same seed gives the same files."""
    store = DiskStore(folder)
    chance = Random(seed)
    sys.stdin.readline()  # The test lets all processes go at once.
    for _ in count():
        sys.stdout.write(store.keep(chance.randbytes(size)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
