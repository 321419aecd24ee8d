"""Where everything of the demo lies, and which settings its processes get.

Separate because the data is made in this process and used by others.
"""

import json
import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.clock import SystemClock
from core.settings import OpenBoxes, Settings

ROOT = Path(__file__).parents[2]
PEOPLE = ROOT / "demo" / "people.json"
FOLDER = ROOT / "var" / "demo"


@dataclass(frozen=True, slots=True)
class House:
    """The demo's folder, and whether its boxes wait for two people instead of the clock."""

    folder: Path
    is_opened_by_hand: bool = False

    @property
    def people(self) -> Path:
        """The residents with their phones, as the sandbox reads them."""
        return PEOPLE

    @property
    def instants(self) -> Path:
        """The named instants to which the clock can be moved."""
        return self.folder / "instants.json"

    @property
    def codes(self) -> Path:
        """The clerk's codes that are printed at the start."""
        return self.folder / "codes.json"

    @property
    def staff(self) -> Path:
        """The office's address and its staff, as the sandbox shows them."""
        return self.folder / "staff.json"

    @property
    def clock_file(self) -> Path:
        """The offset of the demo's clock."""
        return self.folder / "clock.json"

    @property
    def token_file(self) -> Path:
        """The token under which this demo's bot knows its uploaded files."""
        return self.folder / "token"

    def begin_anew(self) -> None:
        """Remove what a former demo left, and make the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        # A token is a number and a secret; this one opens nothing but the sandbox.
        self.token_file.write_text(f"4242424242:{secrets.token_hex(16)}", encoding="utf-8")

    def set_clock(self, at: datetime) -> None:
        """Let the demo's time begin at ``at``, an aware instant of the past or of the future."""
        offset = at - SystemClock().now()
        write_json(self.clock_file, {"offset": offset.total_seconds()})

    def is_made(self) -> bool:
        """Say whether a former demo was made completely."""
        return self.codes.exists() and self.staff.exists()

    def settings(self, api_url: str, web_url: str = "") -> dict[str, str]:
        """Return every setting of the demo by its name, so that none of this machine's own gets in."""
        return {
            "BOT_TOKEN": self.token_file.read_text(encoding="utf-8"),
            "BOT_API_URL": api_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder / 'qatysu.sqlite3'}",
            "FSM_PATH": str(self.folder / "fsm.sqlite3"),
            "REDIS_URL": "",
            "KEYS_DIR": str(self.folder / "keys"),
            "FILES_DIR": str(self.folder / "files"),
            "CLAMD_URL": "",
            "LOCALES_DIR": str(ROOT / "locales"),
            "CLOCK_FILE": str(self.clock_file),
            "OPEN_BOXES": (OpenBoxes.BY_HAND if self.is_opened_by_hand else OpenBoxes.AUTO).value,
            "SENDING_PER_SECOND": "25",
            "WEB_LISTEN": web_url.removeprefix("http://") or "127.0.0.1:0",
            "WEB_URL": web_url,
            "LOG_LEVEL": "WARNING",
            "LOG_FORMAT": "console",
        }


def read_settings(values: dict[str, str]) -> Settings:
    """Return these settings and no others: neither the environment's nor those of ``.env``."""
    given: dict[str, Any] = {name.lower(): value for name, value in values.items()}
    return Settings(_env_file=None, **given)


def write_json(path: Path, value: object) -> None:
    """Write a file that other processes read."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
