"""What the form of a paper proposal shows: its choices, its faults in words, and what was understood (B9).

Separate from the pages, because everything here is about words and nothing about requests.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from core.model.language import Language
from core.model.proposal import EstimateKind, PictureKind
from core.model.refusals import Reason, Refusal
from core.rules.author import printed_phone
from core.rules.paper import MOST_LINES, Field, PaperFault, Trouble
from core.rules.permissions import OfficeAct
from core.rules.proposal import ProposalWarning, Warned
from core.rules.steps import author_kind_of
from core.usecases.paper.checking import PaperCheck
from core.usecases.paper.filling import Kept
from core.usecases.proposal.consent import AUTHOR_CONSENT_VERSION
from core.usecases.proposal.pictures import MOST_PICTURES, id_of
from web.office.desk import Desk
from web.office.tables import territory_tree
from web.pages import Saying

FIELD_TEXTS = tuple(f"paper-field-{name}" for name in Field)
HINT_TEXTS = tuple(
    f"paper-hint-{name}"
    for name in (Field.RECEIVED_ON, Field.NAME, Field.CONSENT, Field.COORDINATES, Field.SUM, Field.LINES)
)
FAULT_TEXTS = tuple(f"paper-fault-{fault}" for fault in PaperFault)
WARNING_TEXTS = tuple(f"paper-warning-{warning}" for warning in ProposalWarning)
ESTIMATE_TEXTS = tuple(f"paper-estimate-{kind}" for kind in EstimateKind)
PICTURE_TEXTS = tuple(f"paper-kind-{kind}" for kind in PictureKind)
LANGUAGE_TEXTS = tuple(f"paper-language-{language}" for language in Language)
PICTURE_HINT_TEXTS = ("paper-pictures", "paper-pictures-hint", "paper-picture-kind")
OWN_REFUSALS = (
    Refusal.INTAKE_NOT_OPEN_YET,
    Refusal.INTAKE_CLOSED,
    Refusal.SECOND_PROPOSAL,
    Refusal.AUTHOR_NOT_VERIFIED,
    Refusal.AUTHOR_UNDER_AGE,
    Refusal.AUTHOR_NOT_RESIDENT,
    Refusal.PICTURE_REFUSED,
    Refusal.FILE_INFECTED,
    Refusal.FILE_UNCHECKED,
    Refusal.TOO_MANY_PICTURES,
)
"""Refusals that tell a clerk something else than somebody who writes for himself."""

OWN_REFUSAL_TEXTS = tuple(f"paper-refusal-{refusal}" for refusal in OWN_REFUSALS)
OTHER_TEXTS = ("paper-missing", "paper-file-fault")

_ACCEPTED = "image/jpeg,image/png,image/webp,.heic"


def form_facts(desk: Desk, found: PaperCheck) -> dict[str, Any]:
    """Return what the template of the form shows besides faults."""
    words = desk.pages.saying(desk.language)
    rulebook, draft = found.rulebook, found.draft
    kind = author_kind_of(rulebook, found.read.contents)
    limit = rulebook.limits.get("pictures_at_most")
    return {
        "found": found,
        "typed": {name.value: draft.typed.get(name.value, "") for name in Field},
        "campaign": desk.campaign_id.campaign,
        "today": desk.services.clock.now(),
        "languages_of_paper": [(each.value, words(f"paper-language-{each}")) for each in Language],
        "kinds": [(each.slug, each.text.in_language(desk.language)) for each in rulebook.authors],
        "directions": [(each.slug, each.text.in_language(desk.language)) for each in rulebook.directions],
        "territories": list(territory_tree(rulebook, desk.language)),
        "estimates": [(each.value, words(f"paper-estimate-{each}")) for each in EstimateKind],
        "picture_kinds": [(each.value, words(f"paper-kind-{each}")) for each in PictureKind],
        "pictures": [(id_of(each), words(f"paper-kind-{each.kind}")) for each in draft.pictures],
        "most_pictures": limit.value if limit is not None else MOST_PICTURES,
        "most_lines": MOST_LINES,
        "accepted": _ACCEPTED,
        "papers": [each.in_language(desk.language) for each in (kind.papers if kind is not None else ())],
        "asks_papers": any(each.papers for each in rulebook.authors),
        "version": AUTHOR_CONSENT_VERSION,
        "phone": printed_phone(found.read.contents.author.phone or ""),
        "warnings": [_warning(words, each) for each in found.warnings],
        "may_enter": desk.may(
            OfficeAct.REWORK_PROPOSAL if draft.number is not None else OfficeAct.ENTER_PROPOSAL
        ),
    }


def fault_texts(desk: Desk, found: PaperCheck) -> list[str]:
    """Return everything that stands against what was typed, in the order of the form."""
    words = desk.pages.saying(desk.language)
    return [
        *_troubles(words, found.troubles),
        *(words("paper-missing", step=step.value) for step in found.missing),
        *(_reason(words, each) for each in found.reasons),
    ]


def refusal_texts(desk: Desk, kept: Kept) -> list[str]:
    """Return what was wrong in the sending itself: numbers of people, and pictures by their names."""
    words = desk.pages.saying(desk.language)
    return [
        *_troubles(words, kept.troubles),
        *(words("paper-file-fault", name=name, why=_reason(words, why)) for name, why in kept.refused),
    ]


def _troubles(words: Saying, troubles: Iterable[Trouble]) -> Iterator[str]:
    return (words(f"paper-fault-{each.fault}", **each.facts) for each in troubles)


def _reason(words: Saying, reason: Reason) -> str:
    own = "paper-refusal" if reason.refusal in OWN_REFUSALS else "refusal"
    return words(f"{own}-{reason.refusal}", **reason.facts)


def _warning(words: Saying, warned: Warned) -> str:
    return words(f"paper-warning-{warned.warning}", **warned.facts)
