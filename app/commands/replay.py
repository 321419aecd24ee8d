"""`python -m core replay FILE…`: real elections counted again; apart from the rule, for it reads files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from core.rules.pabulib import PabulibError, parse_pabulib
from core.rules.replay import RULES, Finding, Replayed, replay


def run(paths: Sequence[Path]) -> int:
    """Print one line a file and return the exit code (F1).

    The code is 0 unless a file differs from its rule or cannot be read; ties, files without winners and rules
    that our count does not know are no failures. A broken file does not keep the others from being counted.
    """
    has_failed = False
    for path in paths:
        line, is_failure = _line(path)
        sys.stdout.write(f"{path}: {line}\n")
        has_failed = has_failed or is_failure
    return int(has_failed)


def _line(path: Path) -> tuple[str, bool]:
    try:
        election = parse_pabulib(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return f"cannot be read: {error}", True
    except PabulibError as error:
        return f"broken: {error}", True
    replayed = replay(election)
    match replayed.finding:
        case Finding.DIFFERS:
            return f"differs: {_difference(replayed)}", True
        case Finding.OTHER_RULE:
            return f"rule {election.rule} is none of {', '.join(RULES)}", False
        case _:
            return replayed.finding.value, False


def _difference(replayed: Replayed) -> str:
    parts = {
        "won in the file but not by the rule": replayed.only_in_file,
        "won by the rule but not in the file": replayed.only_by_rule,
    }
    return "; ".join(f"{words} {', '.join(ids)}" for words, ids in parts.items() if ids)
