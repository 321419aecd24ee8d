"""The page of settings is what the process reads."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from core.settings import OpenBoxes, Settings
from tests.house import settings_table, tree


def test_the_table_is_up_to_date() -> None:
    """Name, kind, default and meaning of every setting stand on the page as the model has them."""
    page = tree.source(settings_table.PAGE)
    assert settings_table.render(page) == page, "run `python -m tests.house.settings_table`"
    assert all(f"| `{name.upper()}` |" in page for name in Settings.model_fields)


def test_every_setting_says_what_it_is_for() -> None:
    """No setting is without its meaning, and none is longer than a line of the table bears."""
    meanings = {name: field.description or "" for name, field in Settings.model_fields.items()}
    assert {name for name, meaning in meanings.items() if not meaning.endswith(".")} == set()


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting of the environment is used under its name in capitals; the token stays hidden."""
    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    monkeypatch.setenv("OPEN_BOXES", "auto")
    settings = Settings(_env_file=None)
    assert settings.open_boxes is OpenBoxes.AUTO
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "1:secret"
    assert "1:secret" not in repr(settings)


@pytest.mark.parametrize(
    "line",
    [
        "BOT_TOKNE=1:x",
        "SENDING_PER_SECOND=0",
        "OPEN_BOXES=perhaps",
        "CLAMD_URL=clamav:3310",
        "WEB_LISTEN=8081",
        "WEB_URL=http://akimat.example",
        "WEBHOOK_URL=http://akimat.example/telegram",
        "WEBHOOK_URL=https://akimat.example/telegram?a=b",
        "WEBHOOK_LISTEN=8082",
        "WEBHOOK_SECRET=short",
        "WEBHOOK_SECRET=with a space in it",
    ],
)
def test_a_misspelt_setting_is_refused(line: str, tmp_path: Path) -> None:
    """An unknown name in the file, or a value that no setting has, ends the start."""
    file = tmp_path / ".env"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(ValidationError):
        Settings(_env_file=file)


def test_boxes_are_opened_by_hand_unless_said_otherwise() -> None:
    """The default never opens a box by itself [E7]."""
    assert Settings.model_fields["open_boxes"].default is OpenBoxes.BY_HAND
