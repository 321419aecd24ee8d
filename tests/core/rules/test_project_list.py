"""A list of projects is checked against its campaign's rulebook, all errors at once."""

from pathlib import Path

import pytest

from core.model.project import ProjectStatus
from core.rulebook.loader import read
from core.rulebook.problems import RulebookErrors
from core.rules.project_list import read_projects

ROOT = Path(__file__).parents[3]
RULEBOOK = read((ROOT / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8"), "semey-demo")
SEMEY = read((ROOT / "rulebooks" / "semey-2024.toml").read_text(encoding="utf-8"), "semey-2024")
SOUND = """\
[[projects]]
number = 7
status = "admitted"
territory = "samal-1"
direction = "greening"
cost = 4900000
title = { kk = "Сирень бағын егу", ru = "Сиреневый сад" }
description = { kk = "Жетпіс түп сирень.", ru = "Семьдесят кустов сирени." }
place = { landmark = { kk = "Сырнай көшесі", ru = "улица Сырнай" }, latitude = 50.42, longitude = 80.25 }
pictures = ["7-1-alley.jpg"]

[[projects]]
number = 3
status = "refused"
territory = "ormandy"
direction = "dumps"
cost = 1
title = { kk = "Бір", ru = "Один" }
description = { kk = "Екі", ru = "Два" }
place = { landmark = { kk = "Үш", ru = "Три" } }
ground = "commercial"
reason = { kk = "Нысан жеке", ru = "Объект частный" }
"""


def test_a_sound_list_is_taken_by_number() -> None:
    """Admitted and refused projects come by number, with pictures, ground and reason [C3] [D2]."""
    refused, admitted = read_projects(SOUND, "list", RULEBOOK)
    assert (admitted.project.number, admitted.project.status) == (7, ProjectStatus.ADMITTED)
    assert (admitted.pictures, admitted.project.picture_count) == (("7-1-alley.jpg",), 1)
    assert (admitted.project.place.latitude, admitted.project.site_check) == (50.42, None)
    assert (refused.project.number, refused.project.ground) == (3, "commercial")
    assert refused.project.reason is not None
    assert refused.project.reason.ru == "Объект частный"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "message"),
    [
        ("number = 3", "number = 7", 13, "projects[2].number", "7 is used twice"),
        ("number = 7", "number = 0", 2, "projects[1].number", "between 1"),
        ('"admitted"', '"won"', 3, "projects[1].status", "admitted or refused"),
        ('"samal-1"', '"samal-3"', 4, "projects[1].territory", "did you mean 'samal-"),
        ('"samal-1"', '"semey"', 4, "projects[1].territory", "above the voting territories"),
        ('"greening"', '"greenin"', 5, "projects[1].direction", "did you mean 'greening'?"),
        ("cost = 4900000", "cost = 64875001", 6, "projects[1].cost", "over the cap of 64875000 tenge"),
        ("cost = 4900000", 'cost = "4,9 млн"', 6, "projects[1].cost", "a whole number"),
        (', ru = "Сиреневый сад"', "", 7, "projects[1].title.ru", "is missing"),
        ("Сиреневый сад", "Сирень бағын егу", 7, "projects[1].title.ru", "was copied"),
        (", longitude = 80.25", "", 9, "projects[1].place", "together"),
        ("latitude = 50.42", "latitude = 150.42", 9, "projects[1].place.latitude", "between -90 and 90"),
        ("7-1-alley.jpg", "../7.jpg", 10, "projects[1].pictures", "file name"),
        ('"commercial"', '"comercial"', 21, "projects[2].ground", "did you mean 'commercial'?"),
        ("ground =", "grounds =", 21, "projects[2].grounds", "did you mean 'ground'?"),
        ("pictures =", "votes = 9\npictures =", 10, "projects[1].votes", "is no key"),
    ],
)
def test_each_mistake_is_told(old: str, new: str, line: int, key: str, message: str) -> None:
    """A mistake in the list is told at its line and key, checked against the rulebook [A1] [C3]."""
    with pytest.raises(RulebookErrors) as refused:
        read_projects(SOUND.replace(old, new, 1), "list", RULEBOOK)
    (error,) = refused.value.errors
    assert (error.line, error.key) == (line, key)
    assert message in error.message


def test_errors_are_told_together() -> None:
    """Mistakes in several projects come in one answer [A1]."""
    with pytest.raises(RulebookErrors) as refused:
        read_projects(
            SOUND.replace('"greening"', '"x"').replace("cost = 1\n", "cost = 0\n"), "list", RULEBOOK
        )
    assert [error.line for error in refused.value.errors] == [5, 17]


def test_the_cap_is_a_multiple_of_the_years_index() -> None:
    """The demo's cap is 15 000 indices of 2026; where the source names none, none is enforced [A1] [P2]."""
    assert RULEBOOK.cap() == 15_000 * 4_325
    assert SEMEY.cap() is None
