"""A finished proposal in the invented city and its rules of intake; apart, for each test spoils one thing."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from core.model.language import Language, Text
from core.model.proposal import Author, Contents, Estimate, Picture
from core.model.stage import Stage
from core.rulebook.model import AuthorKind, CostCap, Named, Rulebook
from core.rules.proposal import IntakeFacts
from tests.core.rules.samples import (
    LEFT,
    NOTHING,
    VOTING,
    instant,
    proposal_rules,
    registration,
    resident,
    rulebook,
    sourced,
    window,
)

INTAKE = window(Stage.INTAKE, "2027-01-20T00:00:00+05:00", "2027-03-02T00:00:00+05:00")
"""From 20 January to 1 March 2027, both days included."""

NOON = instant("2027-02-10T12:00:00+05:00")
CAP = 20_000_000
PICTURE = Picture(original="1", published="2", thumbnail="3")
PAPER = Text(kk="хаттама", ru="протокол")

BOOK = replace(
    rulebook(stages=(INTAKE, VOTING)),
    directions=(Named(slug="greening", text=NOTHING), Named(slug="other", text=NOTHING)),
    authors=(
        AuthorKind(slug="resident", text=NOTHING, papers=()),
        AuthorKind(slug="house-elder", text=NOTHING, papers=(PAPER,)),
    ),
    limits={
        "proposals_per_author": sourced(1),
        "title_sentences": sourced(1),
        "pictures_at_least": sourced(1),
        "pictures_at_most": sourced(3),
        "yard_years": sourced(5),
    },
    proposal=proposal_rules(author_age=18, question=True, similar_words=Fraction(1, 2), similar_metres=150),
    cost_cap=CostCap(multiplier=None, index_year=None, tenge=sourced(CAP)),
)

FINISHED = Contents(
    language=Language.RUSSIAN,
    direction="greening",
    title="Деревья вдоль ул. Самурык",
    description="Посадим двести лип. Поливать будем сами.",
    territory=LEFT,
    landmark="ул. Самурык, от дома 10 до дома 58",
    estimate=Estimate(typed=9_700_000),
    pictures=(PICTURE,),
    author=Author(kind="resident", name="Айгүл Серікқызы", phone="77000000001"),
    agreed_version=1,
    has_answered_question=True,
)


def facts(**changes: Any) -> IntakeFacts:
    """Return facts about an adult of the left district who proposes for the first time."""
    first = IntakeFacts(
        resident=resident(registration(), born=date(1990, 6, 1)),
        own=(),
        yards=(),
        others=(),
        swear_stems=frozenset({"сука$"}),
    )
    return replace(first, **changes)


def book(**changes: Any) -> Rulebook:
    """Return the rulebook with some of its parts changed."""
    return replace(BOOK, **changes)
