"""The words of both languages, strictly read."""

import pytest

from core.documents.wording import Wording
from core.language.locales import Locales
from tests.support.front import strict_locales


@pytest.fixture(scope="session")
def locales() -> Locales:
    """The real texts."""
    return strict_locales()


@pytest.fixture(scope="session")
def wording(locales: Locales) -> Wording:
    """The same side by side."""
    return Wording.of(locales)
