"""Announcements of the akimat, whom they still go to, and who wants none of them (G2)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import AccountId, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ANNOUNCEMENT = ["announcement.akimat_id", "announcement.campaign_id", "announcement.number"]


def upgrade() -> None:
    """Apply the change."""
    _create_announcement()
    _create_recipient()
    op.create_table(
        "announcement_test",
        *_key(),
        sa.Column("account_id", AccountId, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            _ANNOUNCEMENT,
            name=op.f("fk_announcement_test_akimat_id_campaign_id_number_announcement"),
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id",
            "campaign_id",
            "number",
            "account_id",
            "language",
            name=op.f("pk_announcement_test"),
        ),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_unannounced", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    # Whoever has taken part is asked by account for each message.
    op.create_index(
        "ix_participation_account", "participation", ["akimat_id", "campaign_id", "account_id"], unique=False
    )


def _key() -> list[sa.Column[object]]:
    return [
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
    ]


def _create_announcement() -> None:
    op.create_table(
        "announcement",
        *_key(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_kk", sa.Text(), nullable=False),
        sa.Column("text_ru", sa.Text(), nullable=False),
        sa.Column("file_kind", sa.String(length=8), nullable=True),
        sa.Column("file_digest", sa.String(length=64), nullable=True),
        sa.Column("file_name", sa.String(length=80), nullable=True),
        sa.Column("territory", sa.String(length=64), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("doubt", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("cause", sa.String(length=8), nullable=True),
        sa.Column("scheduled_at", Instant(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("begun_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("is_on_trial", sa.Boolean(), nullable=False),
        sa.Column("audience", sa.Integer(), nullable=True),
        sa.Column("report", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_announcement_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_announcement")),
    )
    op.create_index("ix_announcement_state", "announcement", ["state"], unique=False)


def _create_recipient() -> None:
    op.create_table(
        "announcement_recipient",
        *_key(),
        sa.Column("account_id", AccountId, autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("holder", sa.String(length=16), nullable=True),
        sa.Column("leased_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("is_repeated", sa.Boolean(), nullable=False),
        sa.Column("is_trial", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            _ANNOUNCEMENT,
            name=op.f("fk_announcement_recipient_akimat_id_campaign_id_number_announcement"),
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "account_id", name=op.f("pk_announcement_recipient")
        ),
    )
    op.create_index(
        "ix_announcement_recipient_state",
        "announcement_recipient",
        ["akimat_id", "campaign_id", "number", "state", "account_id"],
        unique=False,
    )
    op.create_index(
        "ix_announcement_recipient_account", "announcement_recipient", ["account_id"], unique=False
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_index("ix_participation_account", table_name="participation")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_column("is_unannounced")
    for table in ("announcement_test", "announcement_recipient", "announcement"):
        op.drop_table(table)
