"""Cases and reports for the observer, who issued which codes, and telephones that serve others (E9, E10, K1)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ACCOUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "vote_case",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", _ACCOUNT, nullable=True),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("voted", sa.Date(), nullable=False),
        sa.Column("roll_number", sa.Integer(), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answer_kk", sa.Text(), nullable=True),
        sa.Column("answer_ru", sa.Text(), nullable=True),
        _of_campaign("vote_case"),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_vote_case")),
    )
    op.create_index(
        "uq_vote_case_roll", "vote_case", ["akimat_id", "campaign_id", "roll_number"], unique=True
    )
    op.create_index("ix_vote_case_account", "vote_case", ["account_id"], unique=False)
    op.create_table(
        "pressure_report",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        _of_campaign("pressure_report"),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_pressure_report")),
    )
    op.create_table(
        "helping",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("account_id", _ACCOUNT, autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("akimat_id", "account_id", name=op.f("pk_helping")),
    )
    op.create_index("ix_helping_account", "helping", ["account_id"], unique=False)
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.add_column(sa.Column("issued_by", sa.Integer(), nullable=True))
        # A code that was issued before is a list of its own, of nobody.
        batch_op.add_column(
            sa.Column("list_first", sa.Integer(), nullable=False, server_default=sa.text("0"))
        )


def _of_campaign(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["akimat_id", "campaign_id"],
        ["campaign.akimat_id", "campaign.campaign_id"],
        name=op.f(f"fk_{table}_akimat_id_campaign_id_campaign"),
    )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.drop_column("list_first")
        batch_op.drop_column("issued_by")
    op.drop_table("helping")
    op.drop_table("pressure_report")
    op.drop_table("vote_case")
