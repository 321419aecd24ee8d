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


class Helper(StatesGroup):
    """Helper mode (K1): what it is, the next person's code, the person who is served.

    ``intro`` leads to whichever of them holds now.
    """

    intro = State()
    now = State()
    person = State()


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


class Reminder(StatesGroup):
    """How reminders come (G1)."""

    manner = State()


class Outcome(StatesGroup):
    """The outcome of a territory, first the viewer's own (F5).

    ``territory`` takes start data ``campaign`` and ``territory`` for an outcome somewhere else.
    """

    territory = State()
    elsewhere = State()


class Proposal(StatesGroup):
    """A resident's own applications: what there is, the steps of one, what became of it (B1-B6).

    Screens of one application take start data ``campaign`` and ``draft``; the steps are named as in
    ``core.model.proposal.Step``, and on which one the author is stands in the database.
    """

    overview = State()
    beginning = State()
    models = State()
    model = State()
    template = State()
    direction = State()
    title = State()
    description = State()
    territory = State()
    place = State()
    estimate = State()
    pictures = State()
    picture = State()
    author = State()
    papers = State()
    rules = State()
    question = State()
    preview = State()
    discard = State()
    left = State()
    submitted = State()


class Paper(StatesGroup):
    """The slip of a proposal handed in on paper (B9).

    ``done`` takes start data ``campaign``, ``number`` and ``is_told``.
    """

    code = State()
    done = State()


class Discussion(StatesGroup):
    """Other people's proposals (D6), and what one follows (D7).

    All but the lists take start data ``campaign`` and ``number`` and forget them, except for ``ask``.
    """

    list = State()
    followed = State()
    card = State()
    questions = State()
    ask = State()
    merge = State()


class Appeal(StatesGroup):
    """Appealing against the refusal of one's own proposal (B6); takes start data as ``MyProposal.answer``."""

    write = State()


class MyProposal(StatesGroup):
    """What became of one's own proposal (B6).

    All take start data ``campaign`` and ``number`` and forget them, except for ``answer``.
    """

    card = State()
    history = State()
    withdraw = State()
    questions = State()
    answer = State()
    offers = State()
    offer = State()
