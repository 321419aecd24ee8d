"""What the screens of other people's proposals show."""

from typing import Any

from aiogram import Bot
from aiogram_dialog import DialogManager

from bot.buttons import CardButton, FollowButton, QrButton, Talk
from bot.dialogs.browsing.links import map_link
from bot.dialogs.discussion import texts
from bot.dialogs.discussion.shown import Shown, asking, require_shown
from bot.dialogs.whose import place_of
from bot.dialogs.widgets import page_of
from bot.screen import ScreenOutdated
from bot.sharing import neighbours_text, share_address
from core.language.locales import Words
from core.language.markup import Safe
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.project import Place
from core.model.refusals import Refusal, Verdict
from core.model.viewer import Viewer
from core.rules.discussion import QUESTION_AT_MOST
from core.rules.sharing import possible_for_proposal
from core.usecases.browsing.pictures import weigh_pictures
from core.usecases.discussion.card import ProposalCard, proposal_card
from core.usecases.discussion.listing import ProposalFilter, ProposalOrder, list_proposals
from core.usecases.following.listing import FollowedLine, list_followed_page
from core.usecases.proposal.drafting import list_drafts
from core.usecases.services import Services
from messenger.buttons import DraftButton, ProposalButton

NOTE = "wants_a_number"
TYPED = "typed_text"
"""Names in an update's data of what was typed just now: no number, a text; no screen's state has it."""

_EXPLAINED = frozenset({Refusal.DISCUSSION_NOT_VERIFIED, Refusal.QUESTIONS_WAITING})
"""Refusals that a press is worth: they say what to do first."""


async def get_list(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return the page of the list that the screen is on."""
    campaign_id = place_of(viewer)
    order = ProposalOrder(dialog_manager.dialog_data.get("order", ProposalOrder.RANDOM))
    wanted = ProposalFilter(order=order)
    shown = await list_proposals(services, campaign_id, viewer.account_id, page_of(dialog_manager), wanted)
    dialog_manager.dialog_data["page"] = shown.page
    return {
        "text": texts.list_text(words, shown, wants_number=NOTE in dialog_manager.middleware_data),
        "proposals": [
            ProposalButton(campaign=campaign_id.campaign, number=line.number) for line in shown.proposals
        ],
        "has_before": shown.page > 0,
        "has_after": shown.page + 1 < shown.pages,
        "is_by_support": order is ProposalOrder.SUPPORT and shown.total > 1,
        "is_random": order is ProposalOrder.RANDOM and shown.total > 1,
    }


async def get_followed(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return the page of what is followed that the screen is on."""
    shown = await list_followed_page(services, viewer.account_id, page_of(dialog_manager))
    dialog_manager.dialog_data["page"] = shown.page
    return {
        "text": texts.followed_text(words, shown),
        "followed": [_card_button(line) for line in shown.lines],
        "has_before": shown.page > 0,
        "has_after": shown.page + 1 < shown.pages,
    }


def _card_button(line: FollowedLine) -> CardButton | ProposalButton:
    kind = CardButton if line.is_project else ProposalButton
    return kind(campaign=line.campaign_id.campaign, number=line.number)


async def get_card(
    viewer: Viewer, words: Words, dialog_manager: DialogManager, bot: Bot, **_: Any
) -> dict[str, Any]:
    """Return the card of the proposal that this update is about; its buttons carry the number on."""
    shown = require_shown(dialog_manager)
    services, campaign_id, account_id, number = await asking(dialog_manager)
    card = await proposal_card(services, campaign_id, account_id, number)
    text, is_cut = texts.card_text(words, card, services.clock.now(), is_whole=shown.is_whole)
    contents = card.contents
    place = Place(landmark=_both(contents.landmark), latitude=contents.latitude, longitude=contents.longitude)
    address = await share_address(bot, campaign_id, number, _shared(words, card, services))
    return {
        "text": text,
        **_acts(shown, card),
        "questions": shown.button(Talk.QUESTIONS) if card.questions else None,
        "question_count": len(card.questions),
        "whole": shown.button(Talk.WHOLE) if is_cut and not shown.is_whole else None,
        **await _pictures(services, shown, card),
        "map_link": map_link(place),
        "share_link": address,
        "qr": QrButton(campaign=shown.campaign, number=number),
        "inline_query": f"№{number}" if viewer.campaign_id == campaign_id else "",
        "draft": await _unfinished(services, campaign_id, account_id),
    }


async def _unfinished(services: Services, campaign_id: CampaignId, account_id: int) -> DraftButton | None:
    """Return the way back for whoever came here from the preview of an own application (B3)."""
    begun = await list_drafts(services, campaign_id, account_id)
    own = next((draft for draft in begun if draft.number is None), None)
    return DraftButton(campaign=campaign_id.campaign, draft_id=own.draft_id) if own is not None else None


def _acts(shown: Shown, card: ProposalCard) -> dict[str, Any]:
    """Return the buttons of what the reader can do with the proposal, none that would be refused for good."""
    name, number, possible = shown.campaign, shown.number, card.possible
    can_support = _is_worth_a_press(possible.can_support)
    can_merge = possible.mine is not None and possible.offered is None
    support = Talk.TAKE_BACK if card.has_supported else Talk.SUPPORT
    return {
        "support": shown.button(support) if can_support and not card.has_supported else None,
        "take_back": shown.button(support) if can_support and card.has_supported else None,
        "ask": shown.button(Talk.ASK) if _is_worth_a_press(possible.can_ask) else None,
        "merge": shown.button(Talk.MERGE) if can_merge and possible.can_offer_merge.is_allowed else None,
        "follow": _follow(shown, is_on=True) if not card.is_following else None,
        "unfollow": _follow(shown, is_on=False) if card.is_following else None,
        "mine": shown.button(Talk.MINE) if card.is_own else None,
        "project": CardButton(campaign=name, number=number) if card.is_project else None,
    }


def _follow(shown: Shown, *, is_on: bool) -> FollowButton:
    return FollowButton(campaign=shown.campaign, number=shown.number, is_on=is_on)


def _is_worth_a_press(verdict: Verdict) -> bool:
    return all(reason.refusal in _EXPLAINED for reason in verdict.reasons)


async def _pictures(services: Services, shown: Shown, card: ProposalCard) -> dict[str, Any]:
    digests = [picture.published for picture in card.contents.pictures]
    if not digests:
        return {"pictures": None}
    size = await weigh_pictures(services, digests)
    return {"pictures": shown.button(Talk.PICTURES), "count": len(digests), "size": -(-size // 1024)}


def _shared(words: Words, card: ProposalCard, services: Services) -> str:
    now = services.clock.now()
    return neighbours_text(
        words,
        number=card.number,
        title=_both(card.contents.title),
        landmark=_both(card.contents.landmark),
        cost=card.cost,
        possible=possible_for_proposal(card.rulebook, card.territory.slug, card.status, now),
    )


def _both(text: str | None) -> Text:
    """Return a resident's text, which has one language only, as it stands in either."""
    return Text(kk=text or "", ru=text or "")


async def get_questions(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return a page of the questions with their answers."""
    shown = require_shown(dialog_manager)
    services, campaign_id, account_id, number = await asking(dialog_manager)
    card = await proposal_card(services, campaign_id, account_id, number)
    pages = texts.question_pages(words, card.questions)
    if not pages:
        raise ScreenOutdated
    page = max(0, min(shown.other, len(pages) - 1))
    head = words("discussion-questions", number=number, count=len(card.questions))
    foot = [words("browsing-list-page", page=page + 1, pages=len(pages))] if len(pages) > 1 else []
    return {
        "text": Safe("\n\n".join([head, pages[page], *foot])),
        "before": shown.button(Talk.QUESTIONS, page - 1) if page else None,
        "after": shown.button(Talk.QUESTIONS, page + 1) if page + 1 < len(pages) else None,
        "ask": shown.button(Talk.ASK) if _is_worth_a_press(card.possible.can_ask) else None,
        "card": shown.button(Talk.CARD),
    }


async def get_ask(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return the request for a question, or the typed one read back before it is sent."""
    shown = require_shown(dialog_manager)
    typed: str | None = dialog_manager.middleware_data.get(TYPED)
    if typed is None:
        text = words("discussion-ask", number=shown.number, most=QUESTION_AT_MOST)
    else:
        text = words("discussion-ask-check", number=shown.number, question=typed)
    return {
        "text": text,
        "send": shown.button(Talk.SEND_QUESTION) if typed is not None else None,
        "card": shown.button(Talk.CARD),
    }


async def get_merge(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what an offer to merge means, before it is made."""
    shown = require_shown(dialog_manager)
    services, campaign_id, account_id, number = await asking(dialog_manager)
    card = await proposal_card(services, campaign_id, account_id, number)
    if card.possible.mine is None:
        raise ScreenOutdated
    title = card.contents.title or ""
    return {
        "text": words("discussion-merge", number=card.possible.mine, into=number, title=title),
        "offer": shown.button(Talk.OFFER, card.possible.mine),
        "card": shown.button(Talk.CARD),
    }
