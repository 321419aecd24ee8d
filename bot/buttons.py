"""Buttons about one project: what they say stands in the button alone, never in the state of a screen.

Separate from the screens, because a choice must not lie on the disk beside an account (E7, ledger 3), and
because a card that is pressed in a month still opens. A link to a card says no less than the card.
"""

from aiogram.filters.callback_data import CallbackData

from core.model.language import Language


class ListButton(CallbackData, prefix="list"):
    """Back to the list, on the page that was left."""


class CardButton(CallbackData, prefix="card"):
    """Opens the card of a project; ``is_whole`` with all of its description."""

    campaign: str
    number: int
    is_whole: bool = False


class PicturesButton(CallbackData, prefix="pictures"):
    """Sends the pictures of a project."""

    campaign: str
    number: int


class VoteButton(CallbackData, prefix="vote"):
    """Asks for the second confirmation of a vote (E3)."""

    campaign: str
    number: int


class WishButton(CallbackData, prefix="wish"):
    """Goes on with the vote that verification came between; for which project is known to `Wishes` alone."""


class CastButton(CallbackData, prefix="cast"):
    """The second confirmation itself; ``session`` is empty unless a clerk's code has verified the person."""

    campaign: str
    number: int
    session: str


class LanguageButton(CallbackData, prefix="speak"):
    """Chooses a language; ``payload`` is the link by which a newcomer came, empty without one (D5)."""

    language: Language
    payload: str


class HomeBelowButton(CallbackData, prefix="below"):
    """Opens the home screen in a message of its own, so that a receipt stays in the chat."""


class PutAwayButton(CallbackData, prefix="away"):
    """Takes a receipt off the screen of a phone that several people use (E2)."""
