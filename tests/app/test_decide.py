"""``python -m core decide`` and ``load --yards`` as an operator calls them, in processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from core.model.language import Language
from core.model.proposal import Author, Estimate, EstimateLine, ProposalStatus
from core.usecases.browsing.card import card
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.questions import answer, ask
from core.usecases.proposal.mine import my_proposal
from tests.support.proposals import COMPLETE, GROUND, INTAKE, account_of, author, registered, submitted
from tests.support.town import CAMPAIGN, Town, build_town

REPOSITORY = Path(__file__).parents[2]
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in its stage of intake and discussion, on a database that a process can open."""
    built = await build_town(sqlite_url, tmp_path)
    built.clock.set_to(INTAKE)
    yield built
    await built.services.database.dispose()


@pytest.fixture
def core(sqlite_url: str, tmp_path: Path) -> Command:
    """Run a command in that campaign, at that time."""
    offset = (INTAKE - datetime.now(UTC)).total_seconds()  # noqa: TID251  (processes have the real clock)
    clock = tmp_path / "clock.json"
    clock.write_text(json.dumps({"offset": offset}))
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": sqlite_url,
        "KEYS_DIR": str(tmp_path / "keys"),
        "FILES_DIR": str(tmp_path / "files"),
        "CLOCK_FILE": str(clock),
    }

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "core", *map(str, arguments)],
            env=environment,
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


async def test_a_proposal_goes_all_the_way(town: Town, core: Command) -> None:
    """Listed for the clerk, then for the council, admitted with both languages [C1] [C2] [C3]."""
    number = await submitted(town, 0)
    listed = core("decide", "semey-demo", "--list").stdout
    assert f"clerk: {number} version 1, eski-qala, 340000 tenge: Абай" in listed
    for version in (2, "one"):
        done = core("decide", "semey-demo", number, "register", "--version", version)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    done = core("decide", "semey-demo", number, "register", "--version", 1)
    assert (done.returncode, done.stdout) == (0, f"semey-demo: {number} is registered\n"), done.stderr
    assert f"council: {number} " in core("decide", "semey-demo", "--list").stdout
    translated = ("--title-ru", "Скамейки на площади", "--site-check-kk", "Жер бос.")
    done = core("decide", "semey-demo", number, "admit", *translated)
    assert done.returncode == 0, done.stderr
    assert core("decide", "semey-demo", "--list").stdout == "nothing waits\n"
    project = (await card(town.services, CAMPAIGN, number)).project
    assert (project.title.ru, project.title.kk[:4]) == ("Скамейки на площади", "Абай")
    assert project.site_check is not None


async def test_all_that_is_registered_is_shown(town: Town, core: Command, tmp_path: Path) -> None:
    """The clerk reads words, name, cost and history, and opens the pictures, before others do [C1] [D6]."""
    lines = (EstimateLine(item="Орындық", quantity=Decimal(2), price=150_000),)
    await registered(town, 1)
    number = await submitted(town, 0, estimate=Estimate(lines=lines), latitude=50.41, longitude=80.25)
    done = core("decide", "semey-demo", number, "--show")
    assert done.returncode == 0, done.stderr
    shown = done.stdout.splitlines()
    assert shown[0] == f"{number} is submitted, version 1"
    for line in (
        f"title: {COMPLETE.title}",
        f"description: {COMPLETE.description}",
        "point: 50.41, 80.25",
        "author: resident, Әсел Серікқызы, 77000000000",
        "estimate: Орындық, 2 at 150000, 300000 tenge",
        "pictures: 1, papers: 0",
    ):
        assert line in shown
    pictures = [line.split()[1] for line in shown if line.startswith("picture: ")]
    assert [(tmp_path / "files" / each).exists() for each in pictures] == [True]
    assert any(line.startswith("warning: similar, number ") for line in shown)
    assert core("decide", "semey-demo", 999, "--show").returncode == 1


async def test_a_refusal_says_in_one_line_what_it_lacks(town: Town, core: Command) -> None:
    """Without ground or reasons nothing is decided; with them it is [C1] [P7]."""
    number = await submitted(town, 0)
    lacking = (
        (number, "refuse"),
        (number, "refuse", "--ground", GROUND, "--reason-kk", "Аула жабық."),
        (number + 1, "register"),
        (number,),
        (),
    )
    for arguments in lacking:
        done = core("decide", "semey-demo", *arguments)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
    reasons = ("--reason-kk", "Аула жабық.", "--reason-ru", "Двор закрыт.")
    done = core("decide", "semey-demo", number, "refuse", "--ground", GROUND, *reasons)
    assert done.returncode == 0, done.stderr
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert found.proposal.status is ProposalStatus.REFUSED
    assert found.last.ground == GROUND


async def test_questions_and_answers_are_moderated(town: Town, core: Command) -> None:
    """Question and answer are listed with their ids, shown or hidden; hiding needs both languages [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    asked = await ask(town.services, CAMPAIGN, asker, number, text="Қашан?", language=Language.KAZAKH)
    listed = core("decide", "semey-demo", "--list").stdout
    assert f"question {asked.question_id} about {number}: Қашан?" in listed
    assert core("decide", "semey-demo", "--question", asked.question_id, "hide").returncode == 1
    assert core("decide", "semey-demo", "--question", asked.question_id, "burn").returncode == 1
    assert core("decide", "semey-demo", "--question", asked.question_id, "show").returncode == 0
    await answer(town.services, CAMPAIGN, account_of(0), asked.question_id, text="Көктемде.")
    listed = core("decide", "semey-demo", "--list").stdout
    (line,) = [line for line in listed.splitlines() if line.startswith("answer to question")]
    version = line.split("version ")[1].split(":")[0]
    stale = core("decide", "semey-demo", "--answer", asked.question_id, "show", "--version", "00000000")
    assert (stale.returncode, len(stale.stderr.splitlines())) == (1, 1)
    done = core("decide", "semey-demo", "--answer", asked.question_id, "show", "--version", version)
    assert "is shown" in done.stdout, done.stderr
    shown = (await proposal_card(town.services, CAMPAIGN, asker, number)).questions
    assert [each.answer for each in shown] == ["Көктемде."]


def test_yards_are_taken_whole_or_not_at_all(core: Command, tmp_path: Path) -> None:
    """Every bad line is said at once and the former list stays; a sound one replaces it [B3] [L3]."""
    assert core("load", "--rulebook", REPOSITORY / "rulebooks" / "semey-demo.toml").returncode == 0
    path = tmp_path / "yards.csv"
    path.write_text("territory;address;improved_on\nmoon;Абай, 5;2024-05-31\nsamal-1;;31.13.2024\n")
    refused = core("load", "--yards", path)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 3)
    assert "nothing taken" in refused.stdout
    path.write_text("territory;address;improved_on\nsamal-1;Абай көшесі, 5;31.05.2024\n")
    assert "1 improved yards" in core("load", "--yards", path).stdout


async def test_papers_brought_to_the_desk_are_recorded(town: Town, core: Command) -> None:
    """The clerk says how many papers came; the author sees them, and nobody brings what is not asked [B2]."""
    elder = Author(kind="house-elder", name="Әсел Серікқызы", phone="77000000000")
    number, other = await submitted(town, 0, author=elder), await submitted(town, 1)
    done = core("decide", "semey-demo", number, "--papers", 2)
    assert done.stdout == f"semey-demo: {number} has 2 papers more\n", done.stderr
    assert (await my_proposal(town.services, CAMPAIGN, account_of(0), number)).papers == 2
    assert core("decide", "semey-demo", other, "--papers", 1).returncode == 1
