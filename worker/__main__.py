"""`python -m worker run`: what runs by the clock, for several processes."""

import argparse
import sys

from app.run import Part, main


def read_arguments() -> None:
    """Accept the one word that there is, and explain it to whoever asks."""
    parser = argparse.ArgumentParser(
        prog="python -m worker", description="What runs by the clock, for several processes"
    )
    parser.add_argument(
        "word", choices=["run"], help="run until SIGTERM; docs/settings.md lists the settings"
    )
    parser.parse_args()


if __name__ == "__main__":
    read_arguments()
    sys.exit(main(Part.WORKER))
