"""Whom somebody was about to vote for when verification came between, kept in memory alone.

Separate from the state of screens, because that lies on the disk, where account and choice must never stand
together (E7, ledger 3). What a restart forgets is one press: the card is still in the chat or in the list.
"""

from collections import OrderedDict

from bot.buttons import VoteButton

MOST = 10_000
"""Wishes that are kept at once; the oldest one gives way."""


class Wishes:
    """The vote button that each account pressed before it was verified."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pressed: OrderedDict[int, VoteButton] = OrderedDict()

    def keep(self, account_id: int, button: VoteButton) -> None:
        """Remember the button; a newer one takes its place."""
        self._pressed.pop(account_id, None)
        self._pressed[account_id] = button
        if len(self._pressed) > MOST:
            self._pressed.popitem(last=False)

    def get(self, account_id: int) -> VoteButton | None:
        """Return the button that the account pressed last, if it still waits."""
        return self._pressed.get(account_id)

    def forget(self, account_id: int) -> None:
        """Drop the wish: it came true, or the phone goes to somebody else (E2)."""
        self._pressed.pop(account_id, None)
