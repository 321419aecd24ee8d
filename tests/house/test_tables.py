"""Every table knows its akimat from the first migration, so that one deployment can serve many."""

import importlib
import pkgutil

import core.store
from core.store.base import metadata

# A person's account and the ids of updates belong to the bot, not to an akimat (P9).
WITHOUT_AKIMAT = {"account", "seen_update"}


def _load_tables() -> None:
    for module in pkgutil.iter_modules(core.store.__path__, "core.store."):
        if not module.ispkg:
            importlib.import_module(module.name)


def test_every_table_has_its_akimat_in_the_key() -> None:
    """The akimat is part of each primary key but those that P9 names, and it is the first part [P9]."""
    _load_tables()
    assert metadata.tables, "no tables were found"
    keys = {name: [column.name for column in table.primary_key] for name, table in metadata.tables.items()}
    strangers = {name: key for name, key in keys.items() if key[:1] != ["akimat_id"]}
    assert set(strangers) <= WITHOUT_AKIMAT, strangers


def test_no_exemption_outlives_its_table() -> None:
    """Each exemption is a table that exists and has no akimat in its key [P9]."""
    _load_tables()
    exempt = {name for name, table in metadata.tables.items() if "akimat_id" not in table.primary_key.columns}
    assert exempt == WITHOUT_AKIMAT
