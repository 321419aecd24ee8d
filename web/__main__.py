"""`python -m web run`: the pages, a process of their own."""

import argparse
import sys

from app.serving import main


def read_arguments() -> None:
    """Accept the one word that there is, and explain it to whoever asks."""
    parser = argparse.ArgumentParser(prog="python -m web", description="The pages, a process of their own")
    parser.add_argument(
        "word", choices=["run"], help="run until SIGTERM; docs/settings.md lists the settings"
    )
    parser.parse_args()


if __name__ == "__main__":
    read_arguments()
    sys.exit(main())
