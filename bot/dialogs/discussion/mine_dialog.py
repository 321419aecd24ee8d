"""The windows of one's own proposal: where it stands, its history, withdrawing, questions, offers (B6)."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.kbd import Column, Row, Start, SwitchInlineQuery, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.discussion import actions, mine
from bot.dialogs.discussion.dialog import MESSAGE_LENGTH
from bot.dialogs.discussion.shown import take_shown
from bot.dialogs.lasting import LASTING, LastingButton, LastingButtons
from bot.dialogs.typed import Typed
from bot.dialogs.widgets import Tr
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        _mine(), _history(), _withdraw(), _questions(), _answer(), _offers(), _offer(), on_start=take_shown
    )


def _mine() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-mine-rework"), "rework"),
        LastingButton(Tr("button-appeal"), "appeal"),
        LastingButton(Tr("button-papers-get"), "papers"),
        LastingButton(Tr("button-mine-application"), "application"),
        LastingButton(Tr("button-mine-offers", "offer_count"), "offers"),
        LastingButton(Tr("button-mine-questions", "question_count"), "questions"),
        Row(
            LastingButton(Tr("button-mine-history"), "history"),
            LastingButton(Tr("button-mine-card"), "card"),
        ),
        Url(Tr("button-browsing-share"), Format("{share_link}"), id="share", when="share_link"),
        SwitchInlineQuery(Tr("button-sharing-inline"), Format("{inline_query}"), when="inline_query"),
        LastingButton(Tr("button-mine-withdraw"), "withdraw"),
        Start(Tr("button-mine-all"), id="all", state=states.Proposal.overview, mode=StartMode.RESET_STACK),
        getter=mine.get_mine,
        markup_factory=LASTING,
        state=states.MyProposal.card,
    )


def _history() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-back"), "mine"),
        getter=mine.get_history,
        markup_factory=LASTING,
        state=states.MyProposal.history,
    )


def _withdraw() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-mine-withdraw-surely"), "surely"),
        LastingButton(Tr("button-back"), "mine"),
        getter=mine.get_withdraw,
        markup_factory=LASTING,
        state=states.MyProposal.withdraw,
    )


def _questions() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-mine-answer"), "answer"),
        Row(
            LastingButton(Tr("button-page-before"), "before"),
            LastingButton(Tr("button-page-after"), "after"),
        ),
        LastingButton(Tr("button-back"), "mine"),
        getter=mine.get_questions,
        markup_factory=LASTING,
        state=states.MyProposal.questions,
    )


def _answer() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-discussion-send"), "send"),
        LastingButton(Tr("button-discussion-leave"), "questions"),
        Typed(actions.read_answer, longest=MESSAGE_LENGTH),
        getter=mine.get_answer,
        markup_factory=LASTING,
        state=states.MyProposal.answer,
    )


def _offers() -> Window:
    return Window(
        Format("{text}"),
        Column(LastingButtons(Tr("button-mine-offer", "other"), "waiting")),
        LastingButton(Tr("button-back"), "mine"),
        getter=mine.get_offers,
        markup_factory=LASTING,
        state=states.MyProposal.offers,
    )


def _offer() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-mine-offer-card"), "card"),
        LastingButton(Tr("button-mine-agree"), "agree"),
        LastingButton(Tr("button-mine-decline"), "decline"),
        LastingButton(Tr("button-back"), "offers"),
        getter=mine.get_offer,
        markup_factory=LASTING,
        state=states.MyProposal.offer,
    )
