"""Taking projects with their pictures into the database (D1)."""

from collections.abc import Callable
from typing import Any

from core.model.campaign import CampaignId
from core.model.letters import fold
from core.model.project import Project
from core.rules.project_list import ListedProject, read_projects
from core.store import browsing, files, proposal, voting
from core.usecases.campaign.rulebook import RulebookRefused
from core.usecases.services import Services


async def take_projects(
    services: Services,
    campaign_id: CampaignId,
    text: str,
    source_name: str,
    read_picture: Callable[[str], bytes],
) -> int:
    """Make ``text`` the campaign's list of projects and return how many there are.

    ``read_picture`` gives the content of a picture by the name that the list has for it.

    Raises:
        RulebookErrors: where the list is not sound; with all errors at once.
        RulebookRefused: once somebody has proposed, for then projects come by decision, or has voted (A4).
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        listed = read_projects(text, source_name, rulebook)
        if await voting.count_participations(connection, campaign_id):
            raise RulebookRefused("somebody has voted: the list of projects stays (A4)", ())
        if await proposal.has_any(connection, campaign_id):
            raise RulebookRefused("somebody has proposed: projects come by decision now (C2)", ())
        pictures = [row for item in listed for row in _keep_pictures(services, item, read_picture)]
        await files.replace_pictures(connection, campaign_id, ())
        await browsing.replace_projects(
            connection, campaign_id, [(item.project, words_of(item.project)) for item in listed]
        )
        await files.replace_pictures(connection, campaign_id, pictures)
    return len(listed)


def _keep_pictures(
    services: Services, item: ListedProject, read_picture: Callable[[str], bytes]
) -> list[dict[str, Any]]:
    return [
        {
            "number": item.project.number,
            "ordinal": ordinal,
            "digest": services.files.keep(read_picture(name)),
        }
        for ordinal, name in enumerate(item.pictures)
    ]


def words_of(project: Project) -> str:
    """Return the folded words by which a project is found (D3)."""
    texts = (project.title, project.description, project.place.landmark)
    return fold(" ".join(part for text in texts for part in (text.kk, text.ru)))
