"""Real screens ten days into the intake and the discussion of the sample campaign."""

import pytest

from tests.bot.residents import front, sandbox, street
from tests.support.proposals import INTAKE
from tests.support.town import Town

__all__ = ["front", "sandbox", "street"]


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every conversation begin during the intake."""
    town.clock.set_to(INTAKE)
