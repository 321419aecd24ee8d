"""The project's own texts, read strictly, and small sets of texts made for one test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.language.locales import Locales, Words
from core.model.language import Language

ROOT = Path(__file__).parents[3] / "locales"
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def locales() -> Locales:
    """Return the texts that ship."""
    return Locales.load(ROOT, strict=True)


@pytest.fixture(scope="session")
def kazakh(locales: Locales) -> Words:
    """Return the Kazakh words."""
    return locales.words(Language.KAZAKH)


@pytest.fixture(scope="session")
def russian(locales: Locales) -> Words:
    """Return the Russian words."""
    return locales.words(Language.RUSSIAN)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes one file of texts beside the shipped ones and gives the folder."""

    def _write(*, kk: str, ru: str) -> Path:
        for language, source in (("kk", kk), ("ru", ru)):
            folder = tmp_path / language
            folder.mkdir(exist_ok=True)
            for shipped in (ROOT / language).glob("*.ftl"):
                if shipped.stem in {"language", "grammar"}:
                    (folder / shipped.name).write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
            (folder / "sample.ftl").write_text(source, encoding="utf-8")
        return tmp_path

    return _write
