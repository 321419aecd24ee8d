"""What list, card and questions say of proposals, as texts of a phone's length.

Separate from the getters, because what is cut and where is decided here from facts alone (P5).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.dialogs.browsing.texts import SHORT, WHOLE, Room, direction_name, short_cost
from bot.dialogs.place.getters import path
from bot.sharing import deed_text
from core.language.locales import Words
from core.language.markup import Safe, plain
from core.language.shortening import shortened
from core.model.discussion import OfferState, Question
from core.model.proposal import ProposalStatus
from core.rules.sharing import Deed, possible_for_proposal
from core.usecases.discussion.card import ProposalCard
from core.usecases.discussion.listing import ProposalOrder, ProposalPage
from core.usecases.following.listing import FollowedPage

STATUS_TEXTS = tuple(f"discussion-status-{status}" for status in ProposalStatus)
ORDER_TEXTS = tuple(f"discussion-order-{order}" for order in ProposalOrder)
OFFERED_TEXTS = tuple(f"discussion-offered-{state}" for state in OfferState)

_TITLE_LENGTH = 64
_QUESTION_LENGTH = 110
_PAGE_LENGTH = 900
"""Characters of a page of questions; a longer one stands alone."""


def list_text(words: Words, shown: ProposalPage, *, wants_number: bool = False) -> str:
    """Return the list: a line for each proposal, its order, and which page it is (D6).

    ``wants_number`` answers whoever has typed something else than a number.
    """
    if not shown.total:
        return words("discussion-list-empty")
    order = words(f"discussion-order-{shown.shown.order}")
    lines = [
        words(
            "discussion-line",
            number=line.number,
            title=shortened(line.title, _TITLE_LENGTH),
            cost=short_cost(words, line.cost),
            supports=line.supports,
        )
        for line in shown.proposals
    ]
    page = [words("browsing-list-page", page=shown.page + 1, pages=shown.pages)] if shown.pages > 1 else []
    head = words("discussion-list", total=shown.total, order=order)
    hint = words("discussion-type-a-number") if wants_number else words("discussion-list-hint")
    return _paragraphs([head], lines, [*page, hint])


def followed_text(words: Words, shown: FollowedPage) -> str:
    """Return what the person follows (D7)."""
    if not shown.total:
        return words("discussion-followed-none")
    lines = [
        words(
            "discussion-followed-line",
            number=line.number,
            title=shortened(line.title.in_language(words.language), _TITLE_LENGTH),
        )
        for line in shown.lines
    ]
    return _paragraphs([words("discussion-followed", total=shown.total)], lines)


def card_text(words: Words, card: ProposalCard, now: datetime, *, is_whole: bool) -> tuple[str, bool]:
    """Return the card and whether something of it was cut away (D6, P5)."""
    whole = _card(words, card, now, WHOLE)
    shown = whole if is_whole else _card(words, card, now, SHORT)
    return shown, shown != whole


def _card(words: Words, card: ProposalCard, now: datetime, room: Room) -> str:
    head = Safe("\n".join(_facts(words, card, room)))
    tail = _paragraphs([*_decision(words, card, room)], [*_talk(words, card, now)], [*_asked(words, card)])
    left = room.card - len(plain(head)) - len(plain(tail)) - len("\n\n\n\n")
    description = shortened(card.contents.description or "", max(left, room.least_description))
    return _paragraphs([head], [words("browsing-card-description", description=description)], [tail])


def _facts(words: Words, card: ProposalCard, room: Room) -> Iterator[str]:
    contents, tree = card.contents, card.rulebook.territories
    direction = direction_name(card.rulebook, contents.direction or "").in_language(words.language)
    yield words("browsing-card", number=card.number, title=shortened(contents.title or "", room.title))
    yield words("browsing-card-direction", direction=shortened(direction, room.fact))
    yield words("browsing-card-territory", territory=path(tree, card.territory.slug, words.language))
    yield words("browsing-card-place", landmark=shortened(contents.landmark or "", room.fact))
    yield words("browsing-card-cost", cost=card.cost)
    yield words("browsing-card-status", status=status_text(words, card.status))
    if card.author_name is not None:
        yield words("discussion-author", name=card.author_name)
    if card.co_authors:
        yield words("discussion-co-authors", count=card.co_authors)


def status_text(words: Words, status: ProposalStatus) -> str:
    """Return how far a proposal has come, in a few words."""
    return words(f"discussion-status-{status}")


def _decision(words: Words, card: ProposalCard, room: Room) -> Iterator[str]:
    if card.merged_into is not None:
        yield words("discussion-merged-into", number=card.merged_into)
    if card.status is not ProposalStatus.REFUSED:
        return
    grounds = {named.slug: named.text for named in card.rulebook.grounds}
    if card.decided.ground in grounds:
        ground = grounds[card.decided.ground].in_language(words.language)
        yield words("browsing-card-ground", ground=shortened(ground, room.fact))
    if card.decided.reason is not None:
        reason = card.decided.reason.in_language(words.language)
        yield words("browsing-card-reason", reason=shortened(reason, room.reason))


def _talk(words: Words, card: ProposalCard, now: datetime) -> Iterator[str]:
    yield words("discussion-supports", supports=card.supports, is_mine=card.has_supported)
    if card.merged:
        numbers = tuple(words("outcome-number", number=number) for number in card.merged)
        yield words("discussion-merged", numbers=numbers)
    if card.is_own:
        yield words("discussion-own")
        return
    possible = possible_for_proposal(card.rulebook, card.territory.slug, card.status, now)
    if possible.deed is not Deed.READ:
        yield deed_text(words, possible)
    if card.possible.offered is not None:
        offered = card.possible.offered
        yield words(f"discussion-offered-{offered.state}", number=offered.number)


def _asked(words: Words, card: ProposalCard) -> Iterator[str]:
    """Yield how much was asked, and the newest answer in short; all of it is one press away (P5)."""
    if card.waiting:
        yield words("discussion-waiting", count=card.waiting)
    if not card.questions:
        return
    yield words("discussion-asked", count=len(card.questions))
    newest = next((each for each in reversed(card.questions) if each.answer), None)
    if newest is not None:
        facts = {"question": newest.text, "answer": newest.answer or ""}
        cut = {name: shortened(text, _QUESTION_LENGTH) for name, text in facts.items()}
        yield words("discussion-newest", **cut)


def question_pages(words: Words, questions: Sequence[Question]) -> list[str]:
    """Return the questions with their answers as pages, the newest first, as many a page as fit."""
    pages: list[list[str]] = []
    length = 0
    for question in reversed(questions):
        text = question_text(words, question)
        length += len(plain(text))
        if not pages or length > _PAGE_LENGTH:
            pages.append([])
            length = len(plain(text))
        pages[-1].append(text)
    return [Safe("\n\n".join(page)) for page in pages]


def question_text(words: Words, question: Question) -> str:
    """Return a question with its answer, or that there is none yet."""
    if question.answer is None:
        return words("discussion-question", question=question.text)
    return words("discussion-answered", question=question.text, answer=question.answer)


def _paragraphs(*blocks: Sequence[str]) -> str:
    parts = (Safe("\n".join(part for part in block if part)) for block in blocks)
    return Safe("\n\n".join(part for part in parts if part))
