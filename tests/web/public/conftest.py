"""The pages of a campaign in which there is something of everything that is published."""

import pytest

from tests.support.publishing import Published, publish
from tests.support.town import Town

HOME = "/c/semey-demo/"


@pytest.fixture
async def published(town: Town) -> Published:
    """The numbers of what has been submitted and decided on, ten days into the intake."""
    return await publish(town)
