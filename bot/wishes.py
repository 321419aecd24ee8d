"""What somebody was about to vote for, or to talk about, when verification came between: in memory alone.

Separate from the state of screens, because that lies on the disk, where account and choice must never stand
together (E7, ledger 3). What a restart forgets is one press: the card is still in the chat or in the list.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.buttons import VoteButton
from core.usecases.verification.person import Person
from messenger.buttons import ProposalButton

Wished: TypeAlias = VoteButton | ProposalButton
"""What leads on after the verification: to the vote, or back to the proposal (E4, D6)."""

MOST = 10_000
"""Wishes that are kept at once; the oldest one gives way."""

_BY_PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A button that was pressed; ``owner`` is the verification it belongs to, once there is one."""

    button: Wished
    owner: str | None = None


class Wishes:
    """The button that each account pressed before it was verified."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pressed: OrderedDict[int, Wish] = OrderedDict()

    def keep(self, account_id: int, button: Wished) -> None:
        """Remember the button of somebody who is not verified; a newer one takes its place."""
        self._pressed.pop(account_id, None)
        self._pressed[account_id] = Wish(button=button)
        if len(self._pressed) > MOST:
            self._pressed.popitem(last=False)

    def bind(self, account_id: int, person: Person) -> None:
        """Let the wish belong to who is verified now and to nobody after them on the same phone (E2)."""
        self.bind_to(account_id, owner_of(person))

    def bind_to(self, account_id: int, owner: str | None) -> None:
        """Let the wish belong to this verification, unless it belongs to one already."""
        wish = self._pressed.get(account_id)
        if wish is not None and wish.owner is None:
            self._pressed[account_id] = replace(wish, owner=owner)

    def get(self, account_id: int, person: Person | None) -> Wished | None:
        """Return the button that ``person`` pressed last, if it still waits; another's wish is forgotten."""
        wish = self._pressed.get(account_id)
        if wish is None:
            return None
        if wish.owner != owner_of(person):
            self._drop(account_id)
            return None
        return wish.button

    def fulfil(self, account_id: int, button: Wished) -> None:
        """Drop the wish that comes true by this very button; another one stays."""
        wish = self._pressed.get(account_id)
        if wish is not None and wish.button == button:
            self._drop(account_id)

    def leave(self, account_id: int) -> None:
        """Drop the wish of somebody who went away unverified: whoever comes next may be another (E2)."""
        wish = self._pressed.get(account_id)
        if wish is not None and wish.owner is None:
            self._drop(account_id)

    def forget(self, account_id: int) -> None:
        """Drop the wish: it came true, or the phone goes to somebody else (E2)."""
        self._drop(account_id)

    def forget_all(self) -> None:
        """Drop every wish."""
        self._pressed.clear()

    def _drop(self, account_id: int) -> None:
        self._pressed.pop(account_id, None)


def owner_of(person: Person | None) -> str | None:
    """Return the session of a code, one name for the own phone, and nothing for who is not verified."""
    return None if person is None else person.session or _BY_PHONE
