"""The index of search: FTS5 on SQLite, a tsvector's index on PostgreSQL (D3)."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE VIRTUAL TABLE project_words_fts USING fts5(
        akimat_id UNINDEXED, campaign_id UNINDEXED, number UNINDEXED, folded, tokenize='unicode61', prefix='3 4'
    )""",
    """CREATE TRIGGER project_words_added AFTER INSERT ON project_words BEGIN
        INSERT INTO project_words_fts VALUES (new.akimat_id, new.campaign_id, new.number, new.folded);
    END""",
    """CREATE TRIGGER project_words_taken AFTER DELETE ON project_words BEGIN
        DELETE FROM project_words_fts WHERE akimat_id = old.akimat_id
        AND campaign_id = old.campaign_id AND number = old.number;
    END""",
)
POSTGRESQL = (
    "CREATE INDEX ix_project_words_folded ON project_words USING gin (to_tsvector('simple', folded))",
)


def upgrade() -> None:
    """Make the index and, on SQLite, what keeps it current."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take the index away."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER project_words_taken")
        op.execute("DROP TRIGGER project_words_added")
        op.execute("DROP TABLE project_words_fts")
    else:
        op.execute("DROP INDEX ix_project_words_folded")
