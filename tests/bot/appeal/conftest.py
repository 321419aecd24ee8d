"""Real screens ten days into the intake of the sample campaign, when decisions can be appealed against."""

import pytest

from tests.bot.residents import front, sandbox, street
from tests.support.proposals import INTAKE
from tests.support.town import Town

__all__ = ["front", "sandbox", "street"]


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every conversation begin in the stage of discussion."""
    town.clock.set_to(INTAKE)
