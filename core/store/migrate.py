"""Brings a database to the newest tables, or back; separate so that few import alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import make_url

HEAD = "head"
BASE = "base"


def upgrade(url: str, revision: str = HEAD) -> None:
    """Apply every migration up to ``revision`` to the database at ``url``; for SQLite the folder is made."""
    database = make_url(url)
    if database.get_backend_name() == "sqlite" and database.database:
        Path(database.database).parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(configuration(url), revision)


def downgrade(url: str, revision: str = BASE) -> None:
    """Take migrations back down to ``revision``."""
    command.downgrade(configuration(url), revision)


def configuration(url: str) -> Config:
    """Return alembic's settings for ``url``; they stand here because no file of them is needed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    return config
