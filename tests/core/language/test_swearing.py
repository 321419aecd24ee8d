"""The list of swear words as an editor keeps it."""

from pathlib import Path

import pytest

from core.language.swearing import FILE_NAME, read_stems
from core.model.letters import fold

LOCALES = Path(__file__).parents[3] / "locales"


def test_the_list_is_read_without_comments(tmp_path: Path) -> None:
    """Lines are folded, comments and empty lines are left out, a sign for whole words stays [B3]."""
    (tmp_path / FILE_NAME).write_text("# бір\n\nҚотақ # екі\nжопа$\n", encoding="utf-8")
    assert read_stems(tmp_path) == {"котак", "жопа$"}


def test_the_shipped_list_is_clean() -> None:
    """Every line is folded and stands once, so that an editor sees what is looked for [B3]."""
    lines = (LOCALES / FILE_NAME).read_text(encoding="utf-8").splitlines()
    stems = [line for line in lines if line and not line.startswith("#")]
    assert [stem for stem in stems if fold(stem) != stem] == []
    assert len(stems) == len(set(stems)) == len(read_stems(LOCALES))


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    """A start without the list doesn't pass for a clean one [B3]."""
    with pytest.raises(OSError, match=FILE_NAME):
        read_stems(tmp_path)
