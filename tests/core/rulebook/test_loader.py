"""A rulebook is taken whole or refused with everything that is wrong with it."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from core.model.stage import Stage
from core.model.territory import TerritoryKind
from core.rulebook.loader import read
from core.rulebook.model import Mode, Rulebook, SmallCount
from core.rulebook.problems import RulebookErrors
from core.rulebook.sourced import CHOICE, Sourced
from tests.core.rulebook.sample import DEMO, FOLDER, SHIPPED, edited, errors_of, line_of


def shipped(name: str) -> Rulebook:
    """Return a shipped rulebook."""
    return read((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_is_taken(path: Path) -> None:
    """Each file in rulebooks/ loads and is the campaign that its name says [A1]."""
    assert read(path.read_text(encoding="utf-8"), path.name).campaign == path.stem


def test_ten_mistakes_give_ten_errors() -> None:
    """A file with ten different mistakes is answered by exactly ten errors, with lines and keys [A1] [P2]."""
    text = edited(
        ("plan_year = 2027", 'plan_year = "2027"'),
        (', ru = "Акимат города Семей" }', " }"),
        ("[acts.civil-code]\ntitle", "[acts.civil-code]\ntitel"),
        ('parent = "ortalyq"\npopulation = 34100', 'parent = "ortalik"\npopulation = 34100'),
        ("opens = 2026-09-01T00:00:00", "opens = 2026-09-01"),
        ('proposals_per_author = { value = 1, act = "semey-2024-instruction" }', "proposals_per_author = 1"),
        ("samal = { value = 60000000", "samall = { value = 60000000"),
        ('full_age = { value = 18, act = "civil-code" }', 'full_age = { value = 18, act = "civil" }'),
        ('["cheaper", "earlier_number"]', '["cheaper"]'),
        ("drafts_days = { value = 90", "drafts_days = { value = 0"),
    )
    expected = [
        ("plan_year", 'plan_year = "2027"'),
        ("akimat.name.ru", "Семей қаласының әкімдігі"),
        ("acts.civil-code.titel", "titel"),
        ("territories.eski-qala.parent", '"ortalik"'),
        ("stages.intake.opens", "opens = 2026-09-01"),
        ("limits.proposals_per_author", "proposals_per_author = 1"),
        ("money.territories.samall", "samall"),
        ("voting.full_age.act", '"civil"'),
        ("outcome.ties.value", '["cheaper"]'),
        ("retention.drafts_days.value", "drafts_days = { value = 0"),
    ]
    found = sorted((error.key, error.line) for error in errors_of(text))
    assert found == sorted((key, line_of(text, fragment)) for key, fragment in expected)


def test_errors_come_in_the_order_of_lines() -> None:
    """All errors are printed together, by line, under the file's name [A1]."""
    text = edited(
        ("threshold = { value = 5,", "threshold = { value = 0.5,"), ("plan_year = 2027", "plan_year = 1")
    )
    with pytest.raises(RulebookErrors) as refused:
        read(text, "our-city.toml")
    printed = str(refused.value).splitlines()
    assert [line.split(":")[0] for line in printed] == ["our-city.toml"] * 2
    assert "line 9: plan_year: must lie between 2000 and 2100" in printed[0]
    assert "voting.threshold.value: must be a number of votes, or a share" in printed[1]


def test_a_syntax_error_stands_alone() -> None:
    """Text that is no TOML gives its one error with the line, whatever else is wrong [A1]."""
    text = edited(("plan_year = 2027", 'plan_year = "2027'), ("mode = {", "mood = {"))
    (error,) = errors_of(text)
    assert (error.line, error.key) == (9, "")
    assert "not valid TOML" in error.message


def test_editors_of_every_system_are_understood() -> None:
    """A byte order mark and Windows line ends change nothing, lines of errors neither [A1]."""
    windows = "\ufeff" + DEMO.replace("\n", "\r\n")
    assert read(windows, "w") == read(DEMO, "d")
    broken = windows.replace("plan_year = 2027", "plan_year = 1")
    assert [error.line for error in errors_of(broken)] == [9]


def test_a_share_may_be_the_threshold() -> None:
    """The minimum of votes is a number or a share of those entitled, kept exact [A1] [K1]."""
    text = edited(("threshold = { value = 5,", 'threshold = { value = "1/20",'))
    assert read(text, "share").voting.threshold == Sourced(value=Fraction(1, 20), act=CHOICE)


def test_a_territory_may_have_its_own_dates() -> None:
    """A window of a territory holds there and below, the campaign's elsewhere [A2]."""
    window = 'opens = 2026-11-20T09:00:00\ncloses = 2026-11-29T00:00:00\nact = "choice"'
    rulebook = read(edited(("[limits]", f"[stage_overrides.samal.voting]\n{window}\n\n[limits]")), "own")
    windows = [rulebook.window(Stage.VOTING, slug) for slug in ("samal-2", "ormandy")]
    assert [window.opens for window in windows if window] == [
        datetime(2026, 11, 20, 4, tzinfo=UTC),
        datetime(2026, 11, 19, 4, tzinfo=UTC),
    ]


def test_semey_2024_says_what_its_instruction_says() -> None:
    """Numbers, dates and lists of Semey's instruction stand as it gives them, with its act [A1] [A3] [P2]."""
    rulebook = shipped("semey-2024")
    windows = {stage: (window.opens, window.closes) for stage, window in rulebook.stages.items()}
    assert windows[Stage.INTAKE] == (
        datetime(2024, 1, 19, 18, tzinfo=UTC),
        datetime(2024, 3, 1, 19, tzinfo=UTC),
    )
    assert windows[Stage.REVIEW][1] == datetime(2024, 4, 5, 19, tzinfo=UTC)
    assert windows[Stage.VOTING][1] == datetime(2024, 4, 24, 19, tzinfo=UTC)
    assert (rulebook.plan_year, len(rulebook.directions), len(rulebook.criteria)) == (2025, 9, 5)
    assert (len(rulebook.grounds), len(rulebook.requirements)) == (7, 4)
    assert rulebook.voting.threshold == Sourced(value=50, act="semey-2024-instruction")
    assert rulebook.limits["proposals_per_author"] == Sourced(value=1, act="semey-2024-instruction")
    assert [contact.phone for contact in rulebook.akimat.contacts] == ["52-12-48", "35-36-53"]


def test_semey_2024_leaves_open_what_its_instruction_leaves_open() -> None:
    """No money, cap, district or tie rule was given, so the campaign guides and counts nothing [A1] [A6]."""
    rulebook = shipped("semey-2024")
    assert rulebook.voting.mode.value is Mode.GUIDE
    assert (rulebook.money, rulebook.cost_cap, rulebook.outcome, rulebook.voting.territories) == (
        {},
        None,
        None,
        (),
    )
    assert {"money", "cost_cap", "outcome", "voting.territories"} <= set(rulebook.unstated)
    assert [verification.value for verification in rulebook.voting.verification.value] == ["signature"]


def test_the_demo_keeps_semeys_texts() -> None:
    """The sample campaign differs from Semey's in districts, money and dates, not in its lists [A1]."""
    semey, demo = shipped("semey-2024"), shipped("semey-demo")
    for part in ("directions", "requirements", "criteria", "grounds"):
        assert getattr(semey, part) == getattr(demo, part)
    assert len(demo.voting.territories) == 4
    assert all(len(demo.territories.children(slug)) == 2 for slug in demo.voting.territories)


@pytest.mark.parametrize("name", ["semey-demo", "almaty-like", "rural-okrug"])
def test_a_counting_campaign_leaves_no_voting_key_open(name: str) -> None:
    """Where votes are counted here, money, outcome and voting are all settled [A1]."""
    rulebook = shipped(name)
    assert not [key for key in rulebook.unstated if key.startswith(("voting", "outcome", "money"))]
    assert rulebook.outcome is not None
    assert set(rulebook.money) == set(rulebook.voting.territories)


def test_texts_of_the_act_are_in_both_languages() -> None:
    """Directions, criteria and grounds are two texts each, the Russian one without Kazakh letters [P6]."""
    rulebook = shipped("semey-2024")
    for named in (*rulebook.directions, *rulebook.criteria, *rulebook.grounds):
        assert named.text.kk != named.text.ru
        assert not set(named.text.ru.lower()) & set("әғқңөұүһі"), named.slug
    kazakh = [named for named in rulebook.directions if set(named.text.kk.lower()) & set("әғқңөұүһі")]
    assert len(kazakh) > len(rulebook.directions) / 2


def test_the_rural_okrug_follows_the_rural_model() -> None:
    """Directions are a village's, money is the tenth of its model, villages vote together [A1] [K1]."""
    rulebook = shipped("rural-okrug")
    directions = {named.slug for named in rulebook.directions}
    needed = ("water", "medical-post", "roads-and-bridges", "internet", "mobile-services")
    assert directions >= {*needed, "house-of-culture", "library", "fair-and-farm", "other"}
    assert rulebook.money == {"okrug": Sourced(value=24_000_000, act="rural-model")}
    villages = rulebook.territories.children("okrug")
    assert [village.kind for village in villages] == [TerritoryKind.VILLAGE] * 3
    assert rulebook.voting.threshold.value == Fraction(1, 20)
    assert rulebook.voting.small_count.value is SmallCount.HIDE
    model = (Stage.INTAKE, Stage.DISCUSSION, Stage.VOTING, Stage.IMPLEMENTATION, Stage.MONITORING)
    assert set(model) <= set(rulebook.stages)


@pytest.mark.parametrize("name", ["semey-demo", "rural-okrug"])
def test_people_may_begin_from_eight_model_proposals(name: str) -> None:
    """Town and village each have eight models of eight directions at typical prices [B8]."""
    rulebook = shipped(name)
    assert len(rulebook.models) == 8
    assert len({model.direction for model in rulebook.models}) == 8
    for model in rulebook.models:
        assert sum(line.quantity * line.price for line in model.lines) >= 1_000_000
        assert len(model.title.kk) <= 100
        assert "." not in f"{model.title.kk}{model.title.ru}"
