"""Three ways to begin an application: from a model, from nothing, all in one message (B2, B5, B8)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.browsing.texts import direction_name
from bot.dialogs.proposal.opened import open_draft
from bot.dialogs.proposal.template import printed_template
from bot.dialogs.whose import place_of, whose
from bot.dialogs.widgets import Choice, Tr, choices, pager, pages
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.language.markup import Safe
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.rulebook.model_proposal import ModelProposal
from core.rules.steps import first_missing
from core.usecases.place.choosing import require_rulebook
from core.usecases.proposal import drafting
from core.usecases.services import Services

_PAGE_SIZE = 6


def beginning_window() -> Window:
    """Return the ways to begin."""
    return Window(
        Tr("proposal-beginning"),
        SwitchTo(Tr("button-proposal-models"), id="models", state=states.Proposal.models, when="has_models"),
        Button(Tr("button-proposal-scratch"), id="scratch", on_click=begin_from_nothing),
        SwitchTo(Tr("button-proposal-template"), id="template", state=states.Proposal.template),
        Start(Tr("button-claim"), id="claim", state=states.Paper.code, mode=StartMode.RESET_STACK),
        _to(Tr("button-back"), "overview", states.Proposal.overview),
        getter=get_beginning,
        state=states.Proposal.beginning,
    )


def models_window() -> Window:
    """Return the list of models."""
    return Window(
        Format("{text}"),
        choices(open_model, items="models"),
        pager(),
        _to(Tr("button-back"), "beginning", states.Proposal.beginning),
        getter=get_models,
        state=states.Proposal.models,
    )


def model_window() -> Window:
    """Return one model with its estimate."""
    return Window(
        Format("{text}"),
        Button(Tr("button-proposal-take-model"), id="take", on_click=begin_from_model),
        _to(Tr("button-back"), "models", states.Proposal.models),
        getter=get_model,
        state=states.Proposal.model,
    )


def template_window() -> Window:
    """Return the template, which a press on it copies."""
    return Window(
        Format("{text}"),
        _to(Tr("button-back"), "beginning", states.Proposal.beginning),
        getter=get_template,
        state=states.Proposal.template,
    )


def _to(text: Tr, name: str, state: Any) -> SwitchTo:
    return SwitchTo(text, id=name, state=state)


async def get_beginning(services: Services, viewer: Viewer, **_: Any) -> dict[str, Any]:
    """Return whether there are models to begin from."""
    return {"has_models": bool((await require_rulebook(services, place_of(viewer))).models)}


async def get_models(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of models with what each costs."""
    models = (await require_rulebook(services, place_of(viewer))).models
    paged = pages(dialog_manager, -(-len(models) // _PAGE_SIZE))
    first = paged["page"] * _PAGE_SIZE
    shown = models[first : first + _PAGE_SIZE]
    lines = [words("proposal-model-line", title=each.title, cost=_cost(each)) for each in shown]
    keys = [Choice(value=each.slug, label=each.title.in_language(words.language)) for each in shown]
    return {"text": Safe("\n\n".join([words("proposal-models"), *lines])), "models": keys, **paged}


async def get_model(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a model with its description and its lines."""
    rulebook = await require_rulebook(services, place_of(viewer))
    model = _require(rulebook, dialog_manager)
    lines = [
        words("proposal-model-item", item=line.item, quantity=line.quantity, price=line.price)
        for line in model.lines
    ]
    direction = direction_name(rulebook, model.direction)
    head = words("proposal-model", title=model.title, direction=direction, description=model.description)
    total = words("proposal-model-total", cost=_cost(model))
    return {"text": Safe("\n\n".join([head, Safe("\n".join([*lines, total]))]))}


async def get_template(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the template in the viewer's language."""
    rulebook = await require_rulebook(services, place_of(viewer))
    most = len(rulebook.directions)
    return {"text": words("proposal-one-message", template=printed_template(words, rulebook), most=most)}


def _cost(model: ModelProposal) -> int:
    return sum(line.quantity * line.price for line in model.lines)


def _require(rulebook: Rulebook, manager: DialogManager) -> ModelProposal:
    slug = manager.dialog_data.get("model")
    model = next((each for each in rulebook.models if each.slug == slug), None)
    if model is None:
        raise ScreenOutdated
    return model


async def open_model(_press: CallbackQuery, _select: Any, manager: DialogManager, slug: str) -> None:
    """Open one model."""
    manager.dialog_data["model"] = slug
    await manager.switch_to(states.Proposal.model)


async def begin_from_nothing(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Begin with the first question."""
    await _begin(manager, None)


async def begin_from_model(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Begin with what the model says; only what it leaves open is asked (B8)."""
    await _begin(manager, manager.dialog_data.get("model"))


async def _begin(manager: DialogManager, model: str | None) -> None:
    services, campaign_id, account_id = whose(manager)
    language = manager.middleware_data["words"].language
    rulebook = await require_rulebook(services, campaign_id)
    draft = await drafting.begin(services, campaign_id, account_id, language, model=model)
    step = first_missing(rulebook, draft.contents)
    if step is not None:
        draft = await drafting.go_to(services, campaign_id, account_id, draft.draft_id, step)
    await open_draft(manager, draft)
