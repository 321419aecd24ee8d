"""Everything that a machine may set, as one documented model; separate because entry points alone read it."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class OpenBoxes(StrEnum):
    """Who opens the boxes when voting is over (ledger 4)."""

    AUTO = "auto"
    BY_HAND = "by_hand"


class Settings(BaseSettings):
    """Settings from the environment and from ``.env``; an unknown name in ``.env`` is an error."""

    model_config = SettingsConfigDict(env_file=".env", extra="forbid", frozen=True)

    bot_token: SecretStr | None = Field(
        default=None,
        description="The bot's token from BotFather; `run` needs it, loading and opening do not.",
    )
    bot_api_url: str = Field(
        default="https://api.telegram.org",
        description="Which Bot API server is spoken to: Telegram's, one's own, or the sandbox.",
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///var/qatysu.sqlite3",
        description="The campaign's database: `sqlite+aiosqlite:///FILE` or `postgresql+asyncpg://…`.",
    )
    fsm_path: Path = Field(
        default=Path("var/fsm.sqlite3"),
        description="SQLite file with the state of screens; unused where `REDIS_URL` is set.",
    )
    redis_url: str = Field(
        default="",
        description="Redis for screens, locks and pace of several processes; empty: one process does all.",
    )
    keys_dir: Path = Field(
        default=Path("var/keys"),
        description="Folder of key files; it belongs neither into the database nor into its backups.",
    )
    files_dir: Path = Field(default=Path("var/files"), description="Folder of pictures and other files.")
    backup_dir: Path | None = Field(
        default=None,
        description="Folder of nightly backups, on another disk; none: `python -m core backup` makes them.",
    )
    backup_keep: int = Field(
        default=14, ge=1, le=1000, description="How many nightly backups stay; older ones are removed."
    )
    clamd_url: str = Field(
        default="",
        pattern=r"^$|^tcp://[^/]+:\d{1,5}$|^unix:///.+$",
        description="ClamAV's daemon, `tcp://HOST:PORT` or `unix:///PATH`; empty: files are not scanned.",
    )
    locales_dir: Path = Field(default=Path("locales"), description="Folder of texts, one folder a language.")
    clock_file: Path | None = Field(
        default=None,
        description="Demonstrations only: JSON with `offset`, the seconds the campaign's clock is ahead.",
    )
    open_boxes: OpenBoxes = Field(
        default=OpenBoxes.BY_HAND,
        description="Who opens the boxes after voting: people with `python -m core open`, or the worker.",
    )
    sending_per_second: int = Field(
        default=25,
        ge=1,
        le=1000,
        description=(
            "The most notices and announcements that reach Telegram in any one second, over all chats;"
            " Telegram allows about 30. They leave a tenth slower (22.7 a second at 25), as one may be on its"
            " way 80 ms longer than another. Answers never wait."
        ),
    )
    announcement_alone_most: int = Field(
        default=100,
        ge=0,
        description="To more people than this an announcement goes only when a second person approves it.",
    )
    web_listen: str = Field(
        default="127.0.0.1:8081",
        pattern=r"^[^\s/]*:\d{1,5}$",
        description="Where the pages listen, `HOST:PORT`; without a host: on every address of the machine.",
    )
    web_url: str = Field(
        default="",
        pattern=r"^$|^https://[^\s?#]+$|^http://127\.0\.0\.1(:\d{1,5})?/?$",
        description="The pages' address as people reach it, `https://…`; empty: the bot offers no links.",
    )
    webhook_url: str = Field(
        default="",
        pattern=r"^$|^https://[^\s?#]+$|^http://127\.0\.0\.1(:\d{1,5})?(/[^\s?#]*)?$",
        description="Where Telegram brings updates, the proxy's `https://…`; empty: the bot fetches them.",
    )
    webhook_listen: str = Field(
        default="127.0.0.1:8082",
        pattern=r"^[^\s/]*:\d{1,5}$",
        description="Where the bot listens for them, `HOST:PORT`; unused without `WEBHOOK_URL`.",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="By which Telegram is known there, the same for all processes; none: made of the token.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="The least severity that is logged."
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="How a line of the log looks: for people or for a collector."
    )

    @field_validator("webhook_secret")
    @classmethod
    def _check_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        """Refuse what Telegram would not send, and what could be guessed."""
        told = secret.get_secret_value() if secret is not None else ""
        if told and re.fullmatch(r"[A-Za-z0-9_-]{16,256}", told) is None:
            raise ValueError("16 to 256 of A-Z, a-z, 0-9, _ and - are needed")
        return secret
