"""``python -m core clean``: what the worker does at night, at once (M2)."""

import argparse
import sys

from core.usecases.retention.cleaning import clean
from core.usecases.services import Services


async def run(services: Services, _options: argparse.Namespace) -> int:
    """Delete what is kept no longer and print how much of each kind went."""
    done = await clean(services)
    for kind, count in done.items():
        if count:
            sys.stdout.write(f"{kind}: {count} deleted\n")
    if not any(done.values()):
        sys.stdout.write("nothing to delete: every term is still running\n")
    return 0
