"""What list, filters and card show."""

from typing import Any

from aiogram import Bot
from aiogram_dialog import DialogManager

from bot.buttons import CardButton, FollowButton, ListButton, PicturesButton, QrButton, VoteButton
from bot.dialogs.browsing.links import map_link
from bot.dialogs.browsing.shown import require_shown
from bot.dialogs.browsing.texts import card_text, cost_text, direction_name, list_text, nothing_text
from bot.dialogs.place.getters import top
from bot.dialogs.whose import place_of
from bot.dialogs.widgets import Choice
from bot.screen import ScreenOutdated
from bot.sharing import neighbours_text, share_address
from core.language.locales import Words
from core.language.markup import Safe
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.rulebook.model import ListOrder, Rulebook
from core.usecases.browsing.card import Card, card, list_pictures
from core.usecases.browsing.listing import Filters, ProjectPage, list_page
from core.usecases.browsing.pictures import weigh_pictures
from core.usecases.following.following import is_following
from core.usecases.place import choosing
from core.usecases.services import Services

QUICK_COSTS = (5_000_000, 10_000_000, 20_000_000, 50_000_000)
"""Costs in tenge that are one press away."""


async def get_list(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return the page of the list that the account is on; its buttons turn from the page that was shown."""
    campaign_id = place_of(viewer)
    shown = await list_page(services, campaign_id, viewer.account_id)
    dialog_manager.dialog_data["page"] = shown.page
    return {
        "text": list_text(words, shown) if shown.projects else nothing_text(words, shown),
        "projects": [
            CardButton(campaign=campaign_id.campaign, number=project.number) for project in shown.projects
        ],
        "has_before": shown.page > 0,
        "has_after": shown.page + 1 < shown.pages,
        "is_narrowed": shown.filters.is_narrowed and not shown.is_bare,
        "is_empty": shown.is_bare,
    }


async def get_filters(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return what is looked for, in words, and how many projects that finds."""
    shown = await list_page(services, place_of(viewer), viewer.account_id)
    filters, rulebook = shown.filters, shown.rulebook
    return {
        "territory": _territory(words, rulebook, filters),
        "direction": direction_name(rulebook, filters.direction)
        if filters.direction
        else words("browsing-any-direction"),
        "cost": words("browsing-cost-at-most", cost=filters.cost_at_most)
        if filters.cost_at_most
        else words("browsing-any-cost"),
        "words": filters.words or words("browsing-any-words"),
        "order": words(f"browsing-order-{shown.order}"),
        "total": shown.total,
        "is_narrowed": filters.is_narrowed,
        **{f"is_not_{each}": _can_be_chosen(each, shown) for each in ListOrder},
    }


def _can_be_chosen(order: ListOrder, shown: ProjectPage) -> bool:
    """Offer the other orders, that by votes only once some are counted and shown (D1, E6)."""
    return order is not shown.order and (order is not ListOrder.VOTES or shown.has_votes)


def _territory(words: Words, rulebook: Rulebook, filters: Filters) -> object:
    if filters.territory in rulebook.territories.nodes:
        return rulebook.territories.require(str(filters.territory))
    return words("browsing-any-territory")


async def get_territories(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return the territories below the one that is open."""
    tree = (await choosing.require_rulebook(services, place_of(viewer))).territories
    above: str | None = dialog_manager.dialog_data.get("above") or top(tree)
    if above is not None and above not in tree.nodes:
        raise ScreenOutdated
    return {
        "territory": tree.require(above) if above else words("browsing-any-territory"),
        "choices": [
            Choice(value=node.slug, label=node.name.in_language(words.language))
            for node in tree.children(above)
        ],
        "is_below": above != top(tree),
    }


async def get_directions(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the directions: in full as a list, in short on buttons."""
    rulebook = await choosing.require_rulebook(services, place_of(viewer))
    numbered = [*enumerate(rulebook.directions, start=1)]
    lines = [words("browsing-direction-line", place=place, direction=named.text) for place, named in numbered]
    return {
        "text": Safe("\n".join([words("browsing-direction"), "", *lines])),
        "choices": [
            Choice(value=named.slug, label=f"{place}. {named.text.in_language(words.language)}")
            for place, named in numbered
        ],
    }


async def get_costs(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return the question for a cost, what was understood of a typed one, or why nothing was (B3)."""
    understood: int | None = dialog_manager.dialog_data.get("cost")
    problem: str | None = dialog_manager.dialog_data.get("problem")
    return {
        "text": cost_text(words, understood, problem),
        "understood": understood,
        "costs": [
            Choice(value=str(cost), label=words("button-browsing-cost-quick", cost=cost))
            for cost in QUICK_COSTS
        ],
    }


async def get_card(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, bot: Bot, **_: Any
) -> dict[str, Any]:
    """Return the card of the project that this update is about; its buttons carry the number on."""
    shown = require_shown(dialog_manager)
    campaign_id = (
        await choosing.find_campaign(services, shown.campaign) if shown.campaign else place_of(viewer)
    )
    found = await card(services, campaign_id, shown.number)
    text, is_cut = card_text(words, found, is_whole=shown.is_whole)
    name, number = campaign_id.campaign, shown.number
    follows = await is_following(services, campaign_id, viewer.account_id, number)
    return {
        "text": text,
        "vote": VoteButton(campaign=name, number=number) if found.can_be_voted else None,
        "official_page": found.official_page,
        "whole": CardButton(campaign=name, number=number, is_whole=True) if is_cut else None,
        **await _pictures(services, campaign_id, found),
        "map_link": map_link(found.project.place),
        "qr": QrButton(campaign=name, number=number),
        "share_link": await share_address(bot, campaign_id, number, _shared(words, found)),
        "inline_query": f"№{number}" if viewer.campaign_id == campaign_id else "",
        "follow": FollowButton(campaign=name, number=number, is_on=True) if not follows else None,
        "unfollow": FollowButton(campaign=name, number=number, is_on=False) if follows else None,
        "to_list": ListButton(),
    }


async def _pictures(services: Services, campaign_id: CampaignId, found: Card) -> dict[str, Any]:
    number, count = found.project.number, found.project.picture_count
    if not count:
        return {"pictures": None}
    size = await weigh_pictures(services, await list_pictures(services, campaign_id, number))
    pictures = PicturesButton(campaign=campaign_id.campaign, number=number)
    return {"pictures": pictures, "count": count, "size": -(-size // 1024)}


def _shared(words: Words, found: Card) -> str:
    project = found.project
    return neighbours_text(
        words,
        number=project.number,
        title=project.title,
        landmark=project.place.landmark,
        cost=project.cost,
        possible=found.possible,
    )
