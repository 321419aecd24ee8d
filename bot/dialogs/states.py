"""Which screens there are; separate, because screens lead to each other without importing each other."""

from aiogram.fsm.state import State, StatesGroup


class Home(StatesGroup):
    """What can be done now (A3). Without a place it leads to ``Place``."""

    now = State()


class Place(StatesGroup):
    """Language and place (P6, P9).

    Start data: ``payload``, a deep link that waits in the buttons until the language is chosen (D5).
    """

    language = State()
    campaign = State()
    territory = State()


class Guide(StatesGroup):
    """The rules for people (A3): contents, one of its chapters, and how the bot is used."""

    contents = State()
    chapter = State()
    help = State()


class Browsing(StatesGroup):
    """The list of projects, its filters, a card (D1-D3, D5).

    ``card`` takes start data ``number``, an application number, and ``campaign``, without which it is looked
    for in the campaign of the viewer's place.
    """

    list = State()
    filters = State()
    territory = State()
    direction = State()
    cost = State()
    search = State()
    card = State()


class Verification(StatesGroup):
    """Who somebody is: the ways of the rulebook (E2), and where a verified person may vote."""

    ways = State()
    phone = State()
    code = State()
    done = State()


class Voting(StatesGroup):
    """The receipt of a vote (E5); the vote itself is outside of screens (ledger 3)."""

    receipt = State()


class Privacy(StatesGroup):
    """Consent, what is kept, and its erasure (M1).

    ``consent`` closes with the result ``True`` once the person has agreed, otherwise ``False``.
    """

    consent = State()
    details = State()
    data = State()
    forget = State()
    forgotten = State()


class Outcome(StatesGroup):
    """The outcome of a territory, first the viewer's own (F5).

    ``territory`` takes start data ``campaign`` and ``territory`` for an outcome somewhere else.
    """

    territory = State()
    elsewhere = State()
