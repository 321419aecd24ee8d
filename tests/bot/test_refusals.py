"""Every refusal in words, in both languages: which rule, and the way out, from the facts of the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.handlers.errors import refusal_text
from core.language.markup import plain
from core.model.language import Language, Text
from core.model.person import Registration, RegistrationKind, Resident
from core.model.project import Place, Project, ProjectStatus
from core.model.proposal import Contents, Estimate, Picture
from core.model.refusals import Reason, Refusal, RuleViolation
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rulebook.model import Mode
from core.rules.ballot import ballot_verdict
from core.rules.eligibility import voting_verdict
from core.rules.proposal import IntakeFacts, check_proposal
from tests.bot.refusal_facts import FACTS, IN_OFFICE
from tests.support.front import strict_locales
from tests.support.town import CLOSED, OPEN, RULEBOOK

WORDS = {language: strict_locales().words(language) for language in Language}
BOOK = read(RULEBOOK, "semey-demo")
LENGTH = 420
"""Characters of a refusal: it is read on the way, by somebody who is annoyed."""

EARLY = datetime(2026, 11, 1, 6, tzinfo=UTC)
VOTING = BOOK.window(Stage.VOTING)


def resident(territory: str, kind: RegistrationKind = RegistrationKind.PERMANENT, **born: date) -> Resident:
    """Return somebody of the register."""
    registration = Registration(territory=territory, kind=kind, since=date(2015, 3, 16), until=None)
    birth_date = born.get("born", date(1980, 5, 17))
    return Resident(person_key=b"key", birth_date=birth_date, registrations=(registration,))


def project(status: ProjectStatus = ProjectStatus.ADMITTED, territory: str = "samal") -> Project:
    """Return a project of a district."""
    text = Text(kk="Саябақ", ru="Парк")
    return Project(
        number=7,
        title=text,
        description=text,
        direction="greening",
        territory=territory,
        place=Place(landmark=text),
        cost=1_000_000,
        status=status,
        site_check=None,
        picture_count=0,
    )


def ruled() -> list[Reason]:
    """Return reasons as the rules give them, of every kind that they know."""
    assert VOTING is not None
    people = (
        resident("eski-qala", born=date(2015, 1, 1)),
        resident("nowhere"),
        resident("samal-1", RegistrationKind.TEMPORARY),
    )
    barred = RULEBOOK.replace('value = ["permanent", "temporary"]', 'value = ["permanent"]')
    verdicts = [
        *(voting_verdict(person, "samal", BOOK, OPEN, VOTING) for person in people),
        voting_verdict(people[2], "samal", read(barred, "permanent only"), OPEN, VOTING),
        *(
            ballot_verdict(
                project(status),
                "samal",
                BOOK,
                now,
                has_voted=now == OPEN,
                is_halted=now == OPEN,
                is_frozen=now != OPEN,
                is_closed=False,
            )
            for status in ProjectStatus
            for now in (EARLY, OPEN, CLOSED)
        ),
        ballot_verdict(
            project(), "semey", BOOK, OPEN, has_voted=False, is_halted=False, is_frozen=True, is_closed=False
        ),
    ]
    return [reason for verdict in verdicts for reason in verdict.reasons]


def intake() -> list[Reason]:
    """Return reasons as the checks of intake give them: in time, too early, too late, and in rework."""
    intake = BOOK.window(Stage.INTAKE)
    assert intake is not None
    contents = Contents(
        language=Language.KAZAKH,
        direction="metro",
        title="Бір. Екі" * 60,
        description="990101100000 " * 300,
        territory="nowhere",
        estimate=Estimate(typed=10**9),
        pictures=(Picture(original="1", published="2", thumbnail="3"),) * 11,
    )
    nobody = IntakeFacts(resident=None, own=(), yards=(), others=(), swear_stems=frozenset())
    child = replace(nobody, resident=resident("nowhere", born=date(2015, 1, 1)), own=(1024,))
    checks = (
        check_proposal(BOOK, contents, nobody, intake.opens - timedelta(days=1)),
        check_proposal(BOOK, contents, replace(child, is_rework=True), intake.opens),
        check_proposal(BOOK, contents, child, intake.closes),
    )
    return [reason for check in checks for reason in check.verdict.reasons]


def everything() -> list[Reason]:
    """Return a reason of each refusal that there is, some several times with other facts."""
    of_rules = [*ruled(), *intake()]
    known = {reason.refusal for reason in of_rules}
    others = [Reason(refusal=each, facts=FACTS.get(each, {})) for each in Refusal if each not in known]
    last_try = Reason(refusal=Refusal.CODE_WRONG, facts={"left": 0})
    elsewhere = Reason(
        refusal=Refusal.VOTING_NOT_HERE, facts={"territory": "semey", "mode": Mode.GUIDE.value}
    )
    return [*of_rules, *others, last_try, elsewhere]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", everything(), ids=lambda reason: reason.refusal.value)
def test_every_refusal_is_short_and_names_a_way_out(reason: Reason, language: Language) -> None:
    """Each refusal prints with its own facts, fits into a glance, and ends in something to do [P7] [P6]."""
    text = plain(refusal_text(WORDS[language], RuleViolation(reason)))
    assert len(text) <= LENGTH
    if reason.refusal in IN_OFFICE:
        # Staff read it at a desk: the bot's commands are no way out there.
        assert "/" not in text
        return
    ways = ("/", "00-00-01", "тәулік", "сутки", "тере аласыз", "Осталось попыток")
    assert any(way in text for way in ways), text
    assert "permanent" not in text
    assert "samal" not in text


def test_the_rules_give_what_their_texts_need() -> None:
    """The reasons tried here are those that age, registration, stage and status raise [P7] [E1] [E3]."""
    assert {reason.refusal for reason in ruled()} == {
        Refusal.UNDER_AGE,
        Refusal.OTHER_TERRITORY,
        Refusal.NOT_REGISTERED,
        Refusal.REGISTRATION_KIND,
        Refusal.VOTED_ALREADY,
        Refusal.VOTING_NOT_HERE,
        Refusal.VOTING_NOT_OPEN_YET,
        Refusal.VOTING_OPENING,
        Refusal.VOTING_CLOSED,
        Refusal.VOTING_HALTED,
        Refusal.PROJECT_NOT_ON_BALLOT,
    }


def test_intake_gives_what_its_texts_need() -> None:
    """The reasons tried here are all those for which intake refuses a proposal [P7] [B3]."""
    assert {reason.refusal for reason in intake()} == {
        Refusal.INTAKE_NOT_OPEN_YET,
        Refusal.INTAKE_CLOSED,
        Refusal.SECOND_PROPOSAL,
        Refusal.AUTHOR_NOT_VERIFIED,
        Refusal.AUTHOR_UNDER_AGE,
        Refusal.AUTHOR_NOT_RESIDENT,
        Refusal.DIRECTION_UNKNOWN,
        Refusal.TITLE_TOO_MANY_SENTENCES,
        Refusal.TITLE_TOO_LONG,
        Refusal.DESCRIPTION_TOO_LONG,
        Refusal.PLACE_OUTSIDE,
        Refusal.COST_OVER_CAP,
        Refusal.TOO_MANY_PICTURES,
        Refusal.HOLDS_IIN,
    }


def test_the_term_of_a_fault_is_that_of_intake_or_of_rework() -> None:
    """What can be mended says until when: the last day of intake, or the end of the rework [P7] [P8]."""
    texts = [
        refusal_text(WORDS[Language.KAZAKH], RuleViolation(reason))
        for reason in intake()
        if reason.refusal is Refusal.COST_OVER_CAP
    ]
    assert "2026 жылғы 10 қазанға дейін (қоса алғанда) түзетіңіз" in texts[0]
    assert "пысықтау мерзімі біткенше түзетіңіз" in texts[1]


def test_the_rule_its_day_and_the_own_place_are_named() -> None:
    """Another district is refused with the day that counts and the place where one may vote [P7] [E1]."""
    assert VOTING is not None
    verdict = voting_verdict(resident("eski-qala"), "samal", BOOK, OPEN, VOTING)
    text = refusal_text(WORDS[Language.KAZAKH], RuleViolation(*verdict.reasons))
    assert "Сіздің аумағыңыз: Орталық ауданы" in text
    assert "тіркеу есептелетін күн – 2026 жылғы 19 қараша." in text


def test_several_reasons_are_told_together() -> None:
    """Somebody too young and from elsewhere reads both at once, with their number [P7]."""
    assert VOTING is not None
    young = resident("eski-qala", born=date(2010, 1, 1))
    verdict = voting_verdict(young, "samal", BOOK, OPEN, VOTING)
    text = refusal_text(WORDS[Language.RUSSIAN], RuleViolation(*verdict.reasons))
    assert text.startswith("На это есть 2 причины.")
    assert "1 января 2028 года" in text
    assert "Центральный район" in text
