"""Every table knows its akimat from the first migration, so that one deployment can serve many."""

from core.store.tables import metadata

# A person's account with language and reachability belongs to the bot, not to an akimat (P9).
WITHOUT_AKIMAT = {"account"}

# Deep links stand on posters for years and name the campaign alone (D5), so its name is unique everywhere.
# Whoever signs in types a login and no akimat, so that it is unique everywhere too (L1).
UNIQUE_EVERYWHERE = {("campaign", ("campaign_id",)), ("staff", ("login",))}


def test_every_table_begins_its_key_with_the_akimat() -> None:
    """The akimat is the first part of each primary key but those that P9 exempts [P9]."""
    keys = {name: [column.name for column in table.primary_key] for name, table in metadata.tables.items()}
    assert {name for name, key in keys.items() if key[:1] != ["akimat_id"]} == WITHOUT_AKIMAT


def test_every_unique_key_knows_the_akimat() -> None:
    """What is unique is unique within its akimat, but for the name that deep links carry [P9] [D5]."""
    unique = {
        (name, tuple(column.name for column in index.columns))
        for name, table in metadata.tables.items()
        for index in table.indexes
        if index.unique and "akimat_id" not in index.columns
    }
    assert unique == UNIQUE_EVERYWHERE
