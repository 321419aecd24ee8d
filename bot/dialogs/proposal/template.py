"""A whole application in one message: the template, its labels, and what an answer to it becomes (B5, P5).

Separate because it comes from anywhere in the chat, and after it only what is missing is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.dialogs.proposal.steps.territory import is_enough
from core.language.locales import Locales, Words
from core.language.markup import Safe, plain
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.proposal import Contents, Draft
from core.rulebook.model import Rulebook
from core.rules.author import read_name, read_phone
from core.rules.one_message import (
    Labels,
    TemplateAnswers,
    TemplateField,
    looks_like_template,
    match_direction,
    match_territory,
    read_template,
)
from core.rules.proposal import LANDMARK_AT_MOST
from core.usecases.place.choosing import require_rulebook
from core.usecases.proposal import drafting
from core.usecases.services import Services

LABEL_TEXTS = tuple(f"proposal-template-{field}" for field in TemplateField)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A draft with what was understood, the cost that waits for a yes, and the fields that were not."""

    draft: Draft
    cost: int | None
    unread: Sequence[TemplateField]


def labels_of(locales: Locales) -> Labels:
    """Return the ways to name each field in both languages, whichever the author reads."""
    return {
        field: tuple(label for language in Language for label in _labels(locales.words(language), field))
        for field in TemplateField
    }


def _labels(words: Words, field: TemplateField) -> list[str]:
    return plain(words(f"proposal-template-{field}")).split("|")


def label_of(words: Words, field: TemplateField) -> str:
    """Return the label that is printed."""
    return _labels(words, field)[0]


def printed_template(words: Words, rulebook: Rulebook) -> str:
    """Return the empty template, a line a field; a single territory is not asked for."""
    is_one = len(rulebook.territories.nodes) == 1
    asked = (field for field in TemplateField if not (is_one and field is TemplateField.TERRITORY))
    return Safe("\n".join(f"{label_of(words, field)}: " for field in asked))


def is_template(locales: Locales, text: str | None) -> bool:
    """Say whether a message is a filled-in template."""
    return text is not None and looks_like_template(text, labels_of(locales))


async def take_template(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    words: Words,
    labels: Labels,
    text: str,
    *,
    draft_id: str | None,
) -> Understood:
    """Keep everything that is understood, in the open draft or in a new one; a sum waits for its yes (B3).

    The same message a second time, which Telegram may bring, changes the draft that the first one began.
    """
    rulebook = await require_rulebook(services, campaign_id)
    found = read_template(text, labels)
    if draft_id is None:
        draft_id = await _begun_by(services, campaign_id, account_id, found)
    if draft_id is None:
        draft_id = (await drafting.begin(services, campaign_id, account_id, words.language)).draft_id
    draft = await drafting.change(
        services, campaign_id, account_id, draft_id, lambda contents: _with(contents, rulebook, found)
    )
    cost = found.cost if isinstance(found.cost, int) else None
    return Understood(draft=draft, cost=cost, unread=[*_unread(rulebook, found)])


async def _begun_by(
    services: Services, campaign_id: CampaignId, account_id: int, found: TemplateAnswers
) -> str | None:
    drafts = await drafting.list_drafts(services, campaign_id, account_id)
    same = (draft for draft in drafts if found.title and draft.contents.title == found.title)
    return next((draft.draft_id for draft in same), None)


def _with(contents: Contents, rulebook: Rulebook, found: TemplateAnswers) -> Contents:
    author = contents.author
    author = replace(
        author,
        name=(read_name(found.name) if found.name else None) or author.name,
        phone=(read_phone(found.phone) if found.phone else None) or author.phone,
    )
    return replace(
        contents,
        direction=_direction(rulebook, found) or contents.direction,
        title=found.title or contents.title,
        description=found.description or contents.description,
        territory=_territory(rulebook, found) or contents.territory,
        landmark=_landmark(found) or contents.landmark,
        author=author,
    )


def _direction(rulebook: Rulebook, found: TemplateAnswers) -> str | None:
    return match_direction(found.direction, rulebook.directions) if found.direction else None


def _territory(rulebook: Rulebook, found: TemplateAnswers) -> str | None:
    slug = match_territory(found.territory, rulebook.territories) if found.territory else None
    return slug if slug is not None and is_enough(rulebook, slug) else None


def _landmark(found: TemplateAnswers) -> str | None:
    return found.place if found.place and len(found.place) <= LANDMARK_AT_MOST else None


def _unread(rulebook: Rulebook, found: TemplateAnswers) -> Iterator[TemplateField]:
    """Yield the fields that something stands behind, but nothing that is understood."""
    if found.direction and _direction(rulebook, found) is None:
        yield TemplateField.DIRECTION
    if found.territory and _territory(rulebook, found) is None:
        yield TemplateField.TERRITORY
    if found.place and _landmark(found) is None:
        yield TemplateField.PLACE
    if found.cost_text and not isinstance(found.cost, int):
        yield TemplateField.COST
    if found.name and read_name(found.name) is None:
        yield TemplateField.NAME
    if found.phone and read_phone(found.phone) is None:
        yield TemplateField.PHONE
