"""``python -m core`` as an operator calls it: in processes of its own, with right and wrong input."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.rulebook.shift import moved

REPOSITORY = Path(__file__).parents[2]
RULEBOOK = REPOSITORY / "rulebooks" / "semey-demo.toml"
PROJECTS = REPOSITORY / "demo" / "semey-demo" / "projects.toml"
HEADING = "iin;birth_date;reg_kind;reg_from;reg_to;territory;phone"
PEOPLE = (
    "991231100000;1980-05-17;permanent;2015-03-16;;eski-qala;77000000001",
    "850715200007;1980-05-17;permanent;2015-03-16;;samal-1;",
)

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def core(sqlite_url: str, tmp_path: Path) -> Command:
    """Run a command on a database, keys and files of this test's own."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": sqlite_url,
        "KEYS_DIR": str(tmp_path / "keys"),
        "FILES_DIR": str(tmp_path / "files"),
    }

    def run(*arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "core", *map(str, arguments)],
            env=environment,
            cwd=REPOSITORY,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with a file for every picture that the list names."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for line in PROJECTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("pictures = "):
            for name in line.partition("[")[2].rstrip("]").replace('"', "").split(", "):
                (folder / name).write_bytes(name.encode())
    return folder


def register(tmp_path: Path, *rows: str) -> Path:
    """Write a register file."""
    path = tmp_path / "register.csv"
    path.write_text("\n".join((HEADING, *rows)), encoding="utf-8")
    return path


def loaded(core: Command, tmp_path: Path, pictures: Path) -> None:
    """Load everything as an operator does."""
    assert core("load", "--rulebook", RULEBOOK).returncode == 0
    assert core("keys", "semey-demo").returncode == 0
    people = register(tmp_path, *PEOPLE)
    done = core("load", "--projects", PROJECTS, "--pictures", pictures, "--register", people)
    assert done.returncode == 0, done.stderr
    assert "43 projects" in done.stdout
    assert "2 people, 2 registrations, 0 lines refused" in done.stdout


def test_an_operator_fills_an_empty_database(core: Command, tmp_path: Path, pictures: Path) -> None:
    """Rulebook, keys, projects, register and codes follow each other and say what they did [A1] [E2]."""
    loaded(core, tmp_path, pictures)
    iins = tmp_path / "iins.txt"
    iins.write_text("991231100000  # the first\n\n850715200007\n")
    issued = core("codes", "semey-demo", iins, tmp_path / "list.csv")
    assert "2 codes" in issued.stdout, issued.stderr
    rows = (tmp_path / "list.csv").read_text().splitlines()
    assert rows[0] == "number;iin;code;valid_until;signature"
    assert [row.split(";")[:2] for row in rows[1:]] == [["1", "…0000"], ["2", "…0007"]]
    assert "991231100000" not in (tmp_path / "list.csv").read_text() + issued.stdout
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o600


def test_list_of_codes_is_never_overwritten(core: Command, tmp_path: Path, pictures: Path) -> None:
    """A second list under the same name is refused, and no codes are issued for it [E2]."""
    loaded(core, tmp_path, pictures)
    iins, target = tmp_path / "iins.txt", tmp_path / "list.csv"
    iins.write_text("991231100000\n")
    assert core("codes", "semey-demo", iins, target).returncode == 0
    before = target.read_text()
    assert core("codes", "semey-demo", iins, target).returncode == 1
    assert target.read_text() == before


def test_stranger_in_the_list_of_codes(core: Command, tmp_path: Path, pictures: Path) -> None:
    """An IIN that the register lacks stops the list; no half-written list is left [E2] [P1]."""
    loaded(core, tmp_path, pictures)
    iins = tmp_path / "iins.txt"
    iins.write_text("991231100000\n700101100002\n")
    refused = core("codes", "semey-demo", iins, tmp_path / "list.csv")
    assert refused.returncode == 1
    assert "'position': 2" in refused.stderr
    assert "700101100002" not in refused.stderr
    assert not (tmp_path / "list.csv").exists()


def test_broken_rulebook_says_every_error(core: Command, tmp_path: Path) -> None:
    """All errors come at once, each with its line and key, and nothing is loaded [A1]."""
    broken = tmp_path / "broken.toml"
    text = RULEBOOK.read_text(encoding="utf-8")
    broken.write_text(text.replace('"sole"', '"solo"').replace("= 18,", "= -18,"), encoding="utf-8")
    refused = core("load", "--rulebook", broken)
    assert refused.returncode == 1
    assert "voting.mode" in refused.stderr
    assert "voting.full_age" in refused.stderr
    assert core("keys", "semey-demo").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("load", "--rulebook", "nowhere.toml"), "nowhere.toml"),
        (("load", "--register", "nowhere.csv"), "campaign"),
        (("keys", "nowhere"), "campaign-unknown"),
        (("open", "nowhere"), "campaign-unknown"),
    ],
)
def test_wrong_names_are_said_in_one_line(core: Command, arguments: tuple[str, ...], said: str) -> None:
    """A missing file or campaign is one line and exit code 1, not a traceback [A1]."""
    refused = core(*arguments)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


def test_register_needs_keys_first(core: Command, tmp_path: Path) -> None:
    """Before the keys are made no register is taken, and the missing file is named [E7]."""
    assert core("load", "--rulebook", RULEBOOK).returncode == 0
    refused = core("load", "--register", register(tmp_path, *PEOPLE))
    assert refused.returncode == 1
    assert "phone.key" in refused.stderr or "register.key" in refused.stderr


def test_bad_lines_of_a_register_are_said_and_the_rest_taken(core: Command, tmp_path: Path) -> None:
    """Each bad line is named by number and column, without what stands there [L3] [P1]."""
    assert core("load", "--rulebook", RULEBOOK).returncode == 0
    assert core("keys", "semey-demo").returncode == 0
    bad = PEOPLE[0].replace("991231100000", "991231100001")
    done = core("load", "--register", register(tmp_path, *PEOPLE, bad))
    assert done.returncode == 1
    assert "register.csv: line 4: iin" in done.stderr
    assert "991231100001" not in done.stderr
    assert "2 people" in done.stdout


def test_nothing_to_open_before_the_end(core: Command, tmp_path: Path) -> None:
    """While voting is still to come the opening says so, and changes nothing [E6]."""
    later = tmp_path / "later.toml"
    later.write_text(moved(RULEBOOK.read_text(encoding="utf-8"), 365 * 50), encoding="utf-8")
    assert core("load", "--rulebook", later).returncode == 0
    assert core("keys", "semey-demo").returncode == 0
    done = core("open", "semey-demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to open" in done.stdout
    unawaited = core("open", "semey-demo", "--territory", "samal", "--lot", "521.33")
    assert unawaited.returncode == 1
    assert "not counted yet" in unawaited.stderr


def test_replay_goes_on_after_a_broken_file(core: Command, tmp_path: Path) -> None:
    """A file that is no election gets a clear line, and the others are computed [F1]."""
    sound = next((REPOSITORY / "tests" / "data" / "pabulib").glob("*.pb"))
    broken = tmp_path / "broken.pb"
    broken.write_text("this is no election")
    done = core("replay", broken, sound)
    assert len(done.stdout.splitlines()) == 2
    assert str(broken) in done.stdout.splitlines()[0]


def test_cleaning_says_what_it_deleted(core: Command) -> None:
    """The operator may do at once what the worker does at night, and is told how much went [M2]."""
    core("load", "--rulebook", RULEBOOK)
    done = core("clean")
    assert done.returncode == 0
    assert done.stdout == "nothing to delete: every term is still running\n"


def test_the_operator_adds_the_first_administrator(core: Command) -> None:
    """The IIN comes from the keyboard, the password and the secret are printed once [L1]."""
    assert core("load", "--rulebook", RULEBOOK).returncode == 0
    who = ("--name", "Асқар", "--position-kk", "маман", "--position-ru", "специалист")
    assert "no key file" in core("staff", "semey", "admin", *who, typed="990101100000\n").stderr
    assert core("keys", "semey-demo").returncode == 0
    done = core("staff", "semey-demo", "admin", *who, typed="990101100000\n")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"login: admin\npassword: [a-z2-9-]{19}\ntotp: otpauth://totp/\S+\n", done.stdout)
    again = core("staff", "semey", "admin", *who, typed="990101100000\n")
    assert (again.returncode, again.stderr.split()[0]) == (1, "login-taken")
    wrong = core("staff", "semey", "x", *who, "--role", "clerk", typed="123\n")
    assert "staff-iin-wrong" in wrong.stderr
    assert core("staff", "nowhere", "admin2", *who, typed="").returncode == 1
    assert core("staff", "semey", "admin2", *who, "--role", "king", typed="").returncode == 2
