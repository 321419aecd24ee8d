"""What the screens of one's own proposal show (B6)."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram_dialog import DialogManager

from bot.buttons import Talk, TalkButton
from bot.dialogs.discussion import mine_texts as texts
from bot.dialogs.discussion.getters import TYPED
from bot.dialogs.discussion.shown import Shown, asking, require_shown
from bot.screen import ScreenOutdated
from bot.sharing import neighbours_text, share_address
from core.language.locales import Words
from core.model.discussion import MergeOffer, OfferState, QuestionState
from core.model.language import Text
from core.model.proposal import PUBLIC_STATUSES, ProposalStatus
from core.model.refusals import RuleViolation
from core.model.stage import Stage
from core.model.viewer import Viewer
from core.rules.discussion import ANSWER_AT_MOST
from core.rules.sharing import possible_for_proposal
from core.usecases.discussion.asked import list_asked_of
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.listing import get_title
from core.usecases.discussion.merging import list_offers
from core.usecases.proposal.mine import MyProposal, my_proposal
from core.usecases.proposal.papers import my_papers
from core.usecases.review.reading import Decided, get_decided
from core.usecases.services import Services
from messenger.buttons import AppealButton

_CAN_BE_WITHDRAWN = frozenset({ProposalStatus.SUBMITTED, ProposalStatus.RETURNED})


async def get_mine(
    viewer: Viewer, words: Words, dialog_manager: DialogManager, bot: Bot, web_url: str, **_: Any
) -> dict[str, Any]:
    """Return where one's own proposal stands, and what its author can do now."""
    shown = require_shown(dialog_manager)
    services, campaign_id, _account, number = about = await asking(dialog_manager)
    mine = await my_proposal(*about)
    decided = await get_decided(services, campaign_id, number, len(mine.history))
    asked = await list_asked_of(*about)
    open_questions = sum(each.answer is None for each in asked)
    now = services.clock.now()
    papers = await my_papers(*about)
    has_page = papers.has_links and bool(web_url)
    asked_papers = texts.papers_text(words, papers, has_page=has_page)
    has_card = mine.proposal.status in PUBLIC_STATUSES and ProposalStatus.REGISTERED in _passed(mine)
    return {
        "text": texts.mine_text(words, mine, decided, now, open_questions, asked_papers),
        "papers": shown.button(Talk.PAPERS) if has_page else None,
        "rework": shown.button(Talk.REWORK) if _can_rework(mine, services) else None,
        "withdraw": shown.button(Talk.WITHDRAW) if _can_withdraw(mine) else None,
        "appeal": _appeal(shown, mine, decided),
        "questions": shown.button(Talk.ANSWERS) if asked else None,
        "question_count": len(asked),
        **await _offers(dialog_manager, shown, mine),
        "application": shown.button(Talk.APPLICATION) if not mine.is_co_author else None,
        "history": shown.button(Talk.HISTORY),
        "card": shown.button(Talk.CARD) if has_card else None,
        "share_link": await share_address(bot, campaign_id, number, _shared(words, mine, services))
        if has_card
        else "",
        "inline_query": f"№{number}" if has_card and viewer.campaign_id == campaign_id else "",
    }


def _passed(mine: MyProposal) -> frozenset[ProposalStatus]:
    return frozenset(event.status for event in mine.history)


def _can_rework(mine: MyProposal, services: Services) -> bool:
    due_at = mine.proposal.due_at
    is_in_time = due_at is None or services.clock.now() < due_at
    return mine.proposal.status is ProposalStatus.RETURNED and not mine.is_co_author and is_in_time


def _can_withdraw(mine: MyProposal) -> bool:
    return mine.proposal.status in _CAN_BE_WITHDRAWN and not mine.is_co_author


def _appeal(shown: Shown, mine: MyProposal, decided: Decided) -> AppealButton | None:
    """Return the button to an appeal, which is the author's alone (B6)."""
    if mine.is_co_author or not decided.appeal.can_be_filed:
        return None
    return AppealButton(campaign=shown.campaign, number=shown.number)


async def _offers(manager: DialogManager, shown: Shown, mine: MyProposal) -> dict[str, Any]:
    """Return the button to the offers of merging; a co-author decides on none."""
    offers = [] if mine.is_co_author else await list_offers(*await asking(manager))
    waiting = sum(_awaits(offer, shown.number) for offer in offers)
    return {"offers": shown.button(Talk.OFFERS) if offers else None, "offer_count": waiting}


def _awaits(offer: MergeOffer, number: int) -> bool:
    """Say whether the author of ``number`` is to answer the offer."""
    return offer.into == number and offer.state is OfferState.WAITING


def _shared(words: Words, mine: MyProposal, services: Services) -> str:
    proposal, now = mine.proposal, services.clock.now()
    return neighbours_text(
        words,
        number=proposal.number,
        title=Text(kk=proposal.title, ru=proposal.title),
        landmark=Text(kk=proposal.landmark, ru=proposal.landmark),
        cost=proposal.cost,
        possible=possible_for_proposal(mine.rulebook, proposal.territory, proposal.status, now),
    )


async def get_history(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what has happened to the proposal so far."""
    mine = await my_proposal(*await asking(dialog_manager))
    back = require_shown(dialog_manager).button(Talk.MINE)
    return {"text": texts.history_text(words, mine), "mine": back}


async def get_withdraw(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what withdrawing means, before it is done."""
    mine, shown = await my_proposal(*await asking(dialog_manager)), require_shown(dialog_manager)
    intake = mine.rulebook.window(Stage.INTAKE, mine.proposal.territory)
    now = dialog_manager.middleware_data["services"].clock.now()
    facts = {"number": shown.number, "title": mine.proposal.title}
    if intake is not None and now < intake.closes:
        text = words("mine-withdraw-anew", closes=intake.closes, **facts)
    else:
        text = words("mine-withdraw", **facts)
    return {"text": text, "surely": shown.button(Talk.WITHDRAW_SURELY), "mine": shown.button(Talk.MINE)}


async def get_questions(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return one of the questions at a time, those without an answer first."""
    shown = require_shown(dialog_manager)
    asked = await list_asked_of(*await asking(dialog_manager))
    if not asked:
        raise ScreenOutdated
    place = max(0, min(shown.other, len(asked) - 1))
    question = asked[place]
    is_open = question.answer_state is not QuestionState.SHOWN
    return {
        "text": texts.asked_text(words, asked, place),
        "answer": shown.button(Talk.ANSWER, question.question_id) if is_open else None,
        "before": shown.button(Talk.ANSWERS, place - 1) if place else None,
        "after": shown.button(Talk.ANSWERS, place + 1) if place + 1 < len(asked) else None,
        "mine": shown.button(Talk.MINE),
    }


async def get_answer(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return the question with the request for an answer, or the typed one read back."""
    shown = require_shown(dialog_manager)
    asked = await list_asked_of(*await asking(dialog_manager))
    question = next((each for each in asked if each.question_id == shown.other), None)
    if question is None:
        raise ScreenOutdated
    typed: str | None = dialog_manager.middleware_data.get(TYPED)
    if typed is None:
        text = words("mine-answer", question=question.text, most=ANSWER_AT_MOST)
    else:
        text = words("mine-answer-check", answer=typed)
    return {
        "text": text,
        "send": shown.button(Talk.SEND_ANSWER, shown.other) if typed is not None else None,
        "questions": shown.button(Talk.ANSWERS),
    }


async def get_offers(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what was offered; each offer that waits for an answer has its button."""
    shown = require_shown(dialog_manager)
    offers = await list_offers(*await asking(dialog_manager))
    waiting = [offer.number for offer in offers if _awaits(offer, shown.number)]
    return {
        "text": texts.offers_text(words, offers, shown.number),
        "waiting": [shown.button(Talk.OFFERED, number) for number in waiting],
        "mine": shown.button(Talk.MINE),
    }


async def get_offer(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return one offer and what agreeing means, before anything is decided."""
    shown = require_shown(dialog_manager)
    services, campaign_id, _account, number = about = await asking(dialog_manager)
    offers = await list_offers(*about)
    if not any(_awaits(offer, number) and offer.number == shown.other for offer in offers):
        raise ScreenOutdated
    title = await get_title(services, campaign_id, shown.other)
    return {
        "text": words("mine-offer", number=shown.other, title=title, into=number),
        "agree": shown.button(Talk.AGREE, shown.other),
        "decline": shown.button(Talk.DECLINE, shown.other),
        "card": await _card_of(dialog_manager, shown),
        "offers": shown.button(Talk.OFFERS),
    }


async def _card_of(manager: DialogManager, shown: Shown) -> TalkButton | None:
    """Return the button to the other proposal, which nobody else sees before somebody has read it (D6)."""
    services, campaign_id, account_id, _ = await asking(manager)
    with suppress(RuleViolation):
        await proposal_card(services, campaign_id, account_id, shown.other)
        return TalkButton(do=Talk.CARD, campaign=shown.campaign, number=shown.other)
    return None
