"""Around an application: one's own ones, beginning a new one, going away, and what comes after submitting."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Group, Start, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.dialogs.lasting import LASTING, LastingButton, LastingButtons
from bot.dialogs.proposal.opened import CAMPAIGN, DRAFT, RETURNS, open_draft, opened, read, read_rulebook
from bot.dialogs.titles import own_title
from bot.dialogs.whose import place_of, whose
from bot.dialogs.widgets import Choice, Tr, choices, home_button
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.language.markup import Safe, plain
from core.language.shortening import shortened
from core.model.proposal import Draft, ProposalStatus
from core.model.refusals import RuleViolation
from core.model.stage import Stage
from core.model.viewer import Viewer
from core.rulebook.model import Mode
from core.rules.steps import territory_of
from core.usecases.proposal.drafting import require_draft
from core.usecases.proposal.mine import MyProposals, my_proposals
from core.usecases.proposal.papers import Papers, my_papers
from core.usecases.services import Services
from messenger.buttons import DraftButton, ProposalButton

STATUS_TEXTS = tuple(f"proposal-status-{status}" for status in ProposalStatus)

_TITLE_LENGTH = 60
_IN_A_ROW = 3


def overview_window() -> Window:
    """Return one's own applications."""
    return Window(
        Format("{text}"),
        choices(open_begun, items="drafts"),
        Group(LastingButtons(Tr("button-proposal-number-own", "number"), "proposals"), width=_IN_A_ROW),
        SwitchTo(Tr("button-proposal-new"), id="new", state=states.Proposal.beginning, when="can_begin"),
        Start(Tr("button-claim"), id="claim", state=states.Paper.code, mode=StartMode.RESET_STACK),
        Url(Tr("button-official-page"), Format("{official_page}"), id="official", when="official_page"),
        home_button(),
        getter=get_overview,
        markup_factory=LASTING,
        state=states.Proposal.overview,
    )


def left_window() -> Window:
    """Return where everything is kept, and until when it can be submitted."""
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-proposal-resume"), "draft"),
        home_button(),
        getter=get_left,
        markup_factory=LASTING,
        state=states.Proposal.left,
    )


def submitted_window() -> Window:
    """Return the number and what happens next."""
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-proposal-submitted"), "proposal"),
        home_button(),
        getter=get_submitted,
        markup_factory=LASTING,
        state=states.Proposal.submitted,
    )


async def begin(data: Any, manager: DialogManager) -> None:
    """Remember which application is open; without a place none can be begun (an ``on_start``)."""
    if isinstance(data, dict) and DRAFT in data:
        manager.dialog_data.update({key: data.get(key) for key in (CAMPAIGN, DRAFT, RETURNS)})
        return
    await require_place(data, manager)
    is_here = manager.has_context() and manager.current_context().state == states.Proposal.overview
    if is_here and await _has_nothing(manager):
        await manager.switch_to(states.Proposal.beginning)


async def _has_nothing(manager: DialogManager) -> bool:
    """Say whether there is nothing to list, so that beginning comes at once."""
    services, campaign_id, account_id = whose(manager)
    viewer: Viewer = manager.middleware_data["viewer"]
    mine = await my_proposals(services, campaign_id, account_id, viewer.territory)
    return not mine.drafts and not mine.proposals and _can_begin(services, mine)


def _can_begin(services: Services, mine: MyProposals) -> bool:
    """Say whether a new one makes sense: before and during intake, and where the bot takes any (A6)."""
    return not _is_guide(mine) and not _is_over(services, mine)


def _is_guide(mine: MyProposals) -> bool:
    return mine.rulebook.voting.mode.value is Mode.GUIDE


def _is_over(services: Services, mine: MyProposals) -> bool:
    return mine.intake is not None and mine.intake.closes <= services.clock.now()


async def get_overview(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return what was begun and submitted, and whether something new can be begun."""
    campaign_id = place_of(viewer)
    mine = await my_proposals(services, campaign_id, viewer.account_id, viewer.territory)
    pages = mine.rulebook.official.pages if _is_guide(mine) else ()
    is_over = _is_over(services, mine)
    return {
        "text": Safe("\n\n".join(_overview(words, mine, is_over=is_over))),
        "drafts": [
            Choice(value=draft.draft_id, label=words("button-proposal-draft", title=_title(words, draft)))
            for draft in mine.drafts
        ],
        "proposals": [
            ProposalButton(campaign=campaign_id.campaign, number=each.number) for each in mine.proposals
        ],
        "can_begin": _can_begin(services, mine),
        "official_page": next(iter(pages), ""),
    }


def _overview(words: Words, mine: MyProposals, *, is_over: bool) -> Iterator[str]:
    yield words("proposal-overview")
    for draft in mine.drafts:
        yield words("proposal-draft-line", title=_title(words, draft), touched=draft.touched_at)
    for each in mine.proposals:
        status, title = words(f"proposal-status-{each.status}"), own_title(words, each.title, _TITLE_LENGTH)
        yield words("proposal-own-line", number=each.number, title=title, status=status)
    if _is_guide(mine):
        yield words("proposal-guide")
    elif mine.intake is not None:
        key = "proposal-intake-over" if is_over else "proposal-intake"
        yield words(key, opens=mine.intake.opens, closes=mine.intake.closes)


def _title(words: Words, draft: Draft) -> str:
    title = draft.contents.title
    return shortened(title, _TITLE_LENGTH) if title else plain(words("proposal-untitled"))


async def open_begun(_press: CallbackQuery, _select: Any, manager: DialogManager, draft_id: str) -> None:
    """Open an application at the step where it was left."""
    await open_draft(manager, await require_draft(*whose(manager), draft_id))


async def get_left(
    services: Services, dialog_manager: DialogManager, words: Words, **_: Any
) -> dict[str, Any]:
    """Return that everything is kept, and until when it can be submitted."""
    draft, rulebook = await read(dialog_manager), await read_rulebook(dialog_manager)
    window = rulebook.window(Stage.INTAKE, territory_of(rulebook, draft.contents))
    closes = window.closes if window is not None and draft.number is None else None
    is_open = closes is not None and services.clock.now() < closes
    text = words("proposal-left", closes=closes) if is_open else words("proposal-left-kept")
    button = DraftButton(campaign=draft.campaign_id.campaign, draft_id=draft.draft_id)
    return {"text": text, "draft": button}


async def get_submitted(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Return the number, what happens next and by when, and the papers that are still due."""
    draft, rulebook = await read(dialog_manager), await read_rulebook(dialog_manager)
    if draft.number is None or not draft.is_submitted:
        raise ScreenOutdated
    papers = await _papers(dialog_manager, draft.number)
    lines = [words("proposal-submitted", number=draft.number)]
    days = rulebook.review.get("formal_check_working_days")
    lines.append(words("proposal-checked-in", days=days.value) if days else words("proposal-checked-soon"))
    if papers is not None and papers.asked and papers.due_at is not None:
        lines.append(words("proposal-papers-due", papers=papers.asked, due_at=papers.due_at))
    button = ProposalButton(campaign=draft.campaign_id.campaign, number=draft.number)
    return {"text": Safe("\n\n".join(lines)), "proposal": button}


async def _papers(manager: DialogManager, number: int) -> Papers | None:
    """Return the papers, nothing once nobody is verified on this phone any more (E2)."""
    services, campaign_id, account_id, _ = await opened(manager)
    try:
        return await my_papers(services, campaign_id, account_id, number)
    except RuleViolation:
        return None
