"""What the page before a publication says of appeals that could come too late (B6, C3)."""

from datetime import timedelta

from core.model.language import Language
from core.model.staff import Role
from core.model.stage import Stage
from core.rulebook.loader import read
from tests.support.office import sign_in
from tests.support.proposals import GROUND
from tests.support.town import CAMPAIGN, RULEBOOK, Town
from tests.web.conftest import Site
from tests.web.office.hall import REFUSAL, gathered

LATE = "меньше, чем правила дают на жалобу"


async def test_refusals_on_the_eve_are_warned_of(site: Site, town: Town) -> None:
    """Where the terms of appeal and answer pass the ballot's opening the page warns, else not [B6] [C3]."""
    ballot = read(RULEBOOK, CAMPAIGN.campaign).window(Stage.VOTING)
    assert ballot is not None
    hall = await gathered(site, town)
    path = await hall.open()
    said = {"choice": "refuse", "ground": GROUND, "comment": "Аула қоршалған."}
    for number in (hall.first, hall.second):
        for member in hall.members:
            assert (await member.post(f"{path}/{number}/opinion", said))[0] == 200
        assert (await hall.secretary.post(f"{path}/{number}/conclude", REFUSAL))[0] == 200
    assert (await hall.secretary.post(f"{path}/close"))[0] == 200
    status, page = await hall.secretary.get(f"{path}/publish")
    assert (status, LATE in page) == (200, False)
    town.clock.set_to(ballot.opens - timedelta(days=5))
    later = await sign_in(site, town, Role.SECRETARY, login="later", person=3, language=Language.RUSSIAN)
    status, page = await later.get(f"{path}/publish")
    assert (status, LATE in page) == (200, True)
