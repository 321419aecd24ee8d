"""The application that is open: which one it is, reading it, changing it, opening it at a step.

Separate because every step asks this. A screen remembers campaign and draft alone; whatever was answered, and
where the author is, stands in the database, so that a lost screen loses nothing (B2, P5).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.screen import ScreenOutdated
from core.model.campaign import CampaignId
from core.model.proposal import Contents, Draft, Step
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.usecases.place.choosing import find_campaign, require_rulebook
from core.usecases.proposal import drafting
from core.usecases.services import Services

STATES: Mapping[Step, State] = {
    Step.DIRECTION: states.Proposal.direction,
    Step.TITLE: states.Proposal.title,
    Step.DESCRIPTION: states.Proposal.description,
    Step.TERRITORY: states.Proposal.territory,
    Step.PLACE: states.Proposal.place,
    Step.ESTIMATE: states.Proposal.estimate,
    Step.PICTURES: states.Proposal.pictures,
    Step.AUTHOR: states.Proposal.author,
    Step.PAPERS: states.Proposal.papers,
    Step.RULES: states.Proposal.rules,
    Step.QUESTION: states.Proposal.question,
    Step.PREVIEW: states.Proposal.preview,
}
_STEPS = {state: step for step, state in STATES.items()} | {states.Proposal.picture: Step.PICTURES}

CAMPAIGN, DRAFT, RETURNS = "campaign", "draft", "returns"
"""What a screen remembers; ``RETURNS`` says that the author came from the preview and goes back there."""


class Opened(NamedTuple):
    """The first arguments of the use cases of a draft."""

    services: Services
    campaign_id: CampaignId
    account_id: int
    draft_id: str


async def opened(manager: DialogManager) -> Opened:
    """Return them for the application that is open; raise ``ScreenOutdated`` where none is."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    ids = manager.dialog_data
    if CAMPAIGN not in ids or DRAFT not in ids:
        raise ScreenOutdated
    campaign_id = await find_campaign(services, ids[CAMPAIGN])
    return Opened(services, campaign_id, viewer.account_id, ids[DRAFT])


async def read(manager: DialogManager) -> Draft:
    """Return the application that is open; raise ``RuleViolation`` ``draft-unknown`` once it is gone."""
    return await drafting.require_draft(*await opened(manager))


async def read_rulebook(manager: DialogManager) -> Rulebook:
    """Return the rulebook of its campaign, which need not be the viewer's place."""
    services, campaign_id, _, _ = await opened(manager)
    return await require_rulebook(services, campaign_id)


async def change(manager: DialogManager, edit: Callable[[Contents], Contents]) -> Draft:
    """Keep an answer at once; raise ``RuleViolation`` ``draft-submitted`` when it comes too late."""
    return await drafting.change(*await opened(manager), edit)


def step_of(manager: DialogManager) -> Step | None:
    """Return the step whose screen is open, ``None`` on any other screen."""
    if not manager.has_context():
        return None
    return _STEPS.get(manager.current_context().state)


def has_open(manager: DialogManager, draft_id: str) -> bool:
    """Say whether a step of this application is on the screen now."""
    return step_of(manager) is not None and manager.dialog_data.get(DRAFT) == draft_id


async def open_draft(
    manager: DialogManager,
    draft: Draft,
    step: Step | None = None,
    *,
    returns: bool = False,
    show_mode: ShowMode | None = None,
) -> None:
    """Open an application as the only screen: at the step where its author left it, or at another one."""
    data = {CAMPAIGN: draft.campaign_id.campaign, DRAFT: draft.draft_id, RETURNS: returns}
    state = states.Proposal.submitted if draft.is_submitted else STATES[step or draft.step]
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode)
