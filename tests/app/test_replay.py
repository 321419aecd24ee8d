"""The command that counts real elections again: a line a file, and an exit code."""

from pathlib import Path

import pytest

from app.commands.replay import run
from tests.house import tree

DATA = tree.ROOT / "tests" / "data" / "pabulib"

LINES = {
    "skip_match": "match",
    "ordinal_tie": "tie",
    "no_winners": "no winners in the file",
    "other_rule": "rule equalshares is none of greedy, greedy-threshold, greedy-no-skip",
    "differs": "differs: won in the file but not by the rule 2, 3; won by the rule but not in the file 1",
    "truncated": "broken: META says num_votes 12, the file has 5",
    "table": "broken: the first line is not META",
}
FAILURES = {"differs", "truncated", "table"}


@pytest.mark.parametrize("name", LINES)
def test_one_line_a_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file has one line, and only a difference or a broken file is a failure [F1]."""
    path = DATA / f"{name}.pb"
    assert run([path]) == (name in FAILURES)
    assert capsys.readouterr().out == f"{path}: {LINES[name]}\n"


def test_broken_files_do_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is missing, in another encoding or broken gets its line, and the rest go on [F1]."""
    latin = tmp_path / "latin.pb"
    latin.write_bytes((DATA / "skip_match.pb").read_text(encoding="utf-8").encode("utf-16"))
    files = [tmp_path / "missing.pb", latin, DATA / "table.pb", tmp_path, DATA / "skip_match.pb"]
    assert run(files) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(files)
    for path, line in zip(files, lines, strict=True):
        assert line.startswith(f"{path}: ")
    assert "cannot be read" in lines[0]
    assert "cannot be read" in lines[1]
    assert "cannot be read" in lines[3]
    assert lines[-1].endswith(": match")


def test_no_file_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file nothing is printed [F1]."""
    assert run([]) == 0
    assert capsys.readouterr().out == ""
