"""The editor's table: out to a spreadsheet, back into the files, and what it refuses."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from core.language import editor
from tests.core.language.conftest import ROOT, Write

KK = """### Үлгі мәтіндер

# Сәлемдесу
hello = Сәлем, <b>{ $name }</b>!
    .hint = Атыңыз

-brand = Қатысу
about = { -brand } туралы

# Дауыстар саны
votes =
    { $count ->
        [one] { $count } дауыс
       *[other] { $count } дауыс
    }
    барлығы
phone = +7 (7222) 00-00-00
"""
RU = """### Образцы

# Приветствие
hello = Здравствуйте, <b>{ $name }</b>!
    .hint = Имя

-brand = Қатысу
about = О { -brand }

# Число голосов
votes =
    { $count ->
        [one] { $count } голос
        [few] { $count } голоса
       *[many] { $count } голосов
    }
    всего
phone = +7 (7222) 00-00-00
"""
Rows = list[dict[str, str]]
Edit = Callable[..., Path]


@pytest.fixture
def root(write: Write) -> Path:
    """Return a folder with the sample texts of both languages."""
    return write(kk=KK, ru=RU)


@pytest.fixture
def edit(root: Path, tmp_path: Path) -> Edit:
    """Return a function that exports, changes cells as an editor would, and saves the table."""

    def _edit(changes: dict[tuple[str, str], str], delimiter: str = ";") -> Path:
        table = tmp_path / "texts.csv"
        editor.export_table(root, table)
        rows = _rows(table)
        for (key, column), cell in changes.items():
            next(row for row in rows if row["key"] == key and row["file"] == "sample")[column] = cell
        with table.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, editor.COLUMNS, delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return table

    return _edit


def _rows(table: Path) -> Rows:
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def _sample(root: Path, language: str) -> str:
    return (root / language / "sample.ftl").read_text(encoding="utf-8")


def test_the_table_has_every_text(root: Path, tmp_path: Path) -> None:
    """Every message, attribute and term is a line with both languages and the comment [P6]."""
    table = tmp_path / "texts.csv"
    count = editor.export_table(root, table)
    rows = {row["key"]: row for row in _rows(table) if row["file"] == "sample"}
    assert count == len(_rows(table))
    assert list(rows) == ["hello", "hello.hint", "{ -brand }", "about", "votes", "phone"]
    assert rows["hello"] == {
        "key": "hello",
        "file": "sample",
        "ru": "Здравствуйте, <b>{ $name }</b>!",
        "kk": "Сәлем, <b>{ $name }</b>!",
        "comment": "Приветствие\nСәлемдесу",
    }
    assert rows["votes"]["kk"].startswith("{ $count ->\n    [one] { $count } дауыс\n   *[other]")
    assert rows["phone"]["kk"].startswith(" +7"), "a spreadsheet would take the plus for a formula"
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_untouched_table_changes_nothing(edit: Edit, root: Path) -> None:
    """Exporting and importing again leaves every file as it was, byte for byte [P6]."""
    assert editor.import_table(root, edit({})) == 0
    assert (_sample(root, "kk"), _sample(root, "ru")) == (KK, RU)


def test_the_shipped_texts_survive_the_round_trip(tmp_path: Path) -> None:
    """The project's own texts go out and come back without a change [P6]."""
    table = tmp_path / "texts.csv"
    assert editor.export_table(ROOT, table) > 0
    before = {path: path.read_bytes() for path in ROOT.rglob("*.ftl")}
    assert editor.import_table(ROOT, table) == 0
    assert {path: path.read_bytes() for path in ROOT.rglob("*.ftl")} == before


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_changes_come_back(edit: Edit, root: Path, delimiter: str) -> None:
    """Changed cells reach their file and nothing around them moves: comments, order, other texts [P6]."""
    longer = "{ $count ->\n    [one] бір дауыс\n   *[other] { $count } дауыс\n}\nбарлығы"
    table = edit(
        {
            ("hello", "kk"): "Қайырлы күн, <b>{ $name }</b>!",
            ("hello.hint", "ru"): "Ваше имя",
            ("{ -brand }", "kk"): "Qatysu",
            ("votes", "kk"): longer,
        },
        delimiter,
    )
    assert editor.import_table(root, table) == 4
    assert _sample(root, "kk") == (
        KK.replace("Сәлем,", "Қайырлы күн,")
        .replace("-brand = Қатысу", "-brand = Qatysu")
        .replace("[one] { $count } дауыс", "[one] бір дауыс")
    )
    assert _sample(root, "ru") == RU.replace(".hint = Имя", ".hint = Ваше имя")
    assert editor.import_table(root, table) == 0


def test_a_text_may_become_longer_than_a_line(edit: Edit, root: Path) -> None:
    """A second line in a cell becomes an indented text of the file [P6]."""
    table = edit({("about", "kk"): "{ -brand } туралы\n\nЕкінші жол"})
    assert editor.import_table(root, table) == 1
    assert "about =\n    { -brand } туралы\n\n    Екінші жол\n\n# Дауыстар" in _sample(root, "kk")


def test_what_breaks_a_screen_is_refused(edit: Edit, root: Path) -> None:
    """Lost variables, tags and references, broken texts are all named at once, and no file changes [P6]."""
    table = edit(
        {
            ("hello", "kk"): "Сәлем, { $nam }!",
            ("about", "ru"): "О программе",
            ("votes", "ru"): "{ $count ->",
            ("hello.hint", "kk"): "",
            ("phone", "key"): "telephone",
            ("hello.hint", "ru"): "Ваше имя",
        }
    )
    with pytest.raises(editor.TableError) as error:
        editor.import_table(root, table)
    faults = "\n".join(error.value.faults)
    assert "hello, kk: variables were name, now nam" in faults
    assert "hello, kk: tags were </b>, <b>, now none" in faults
    assert "about, ru: references were -brand, now none" in faults
    assert "votes, ru: the text is empty or broken" in faults
    assert "hello.hint, kk: the text is empty or broken" in faults
    assert "telephone, kk: no such text" in faults
    assert (_sample(root, "kk"), _sample(root, "ru")) == (KK, RU)


def test_another_table_is_refused(root: Path, tmp_path: Path) -> None:
    """A file without the columns is recognised before anything is read from it [P6]."""
    table = tmp_path / "other.csv"
    table.write_text("key,kk\nhello,Сәлем\n", encoding="utf-8")
    with pytest.raises(editor.TableError, match="no column comment"):
        editor.import_table(root, table)


def test_the_command(root: Path, tmp_path: Path) -> None:
    """The command exports and imports, and explains itself when it is called wrongly [P6]."""
    table = str(tmp_path / "texts.csv")
    assert editor.main(["export", table, str(root)]).endswith(f"texts are in {table}")
    assert editor.main(["import", table, str(root)]) == "0 texts have changed"
    with pytest.raises(SystemExit, match=r"export\|import"):
        editor.main(["print"])
