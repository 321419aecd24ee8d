"""Votes on paper: sheets with the lines that two people type, and slips that two people count (E8)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "paper_sheet",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sheet", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("is_connected", sa.Boolean(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("first_by", sa.Integer(), nullable=True),
        sa.Column("second_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_paper_sheet_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "sheet", name=op.f("pk_paper_sheet")),
    )
    op.create_table(
        "paper_line",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sheet", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("second_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("first_by", sa.Integer(), nullable=True),
        sa.Column("second_by", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "sheet"],
            ["paper_sheet.akimat_id", "paper_sheet.campaign_id", "paper_sheet.sheet"],
            name=op.f("fk_paper_line_akimat_id_campaign_id_sheet_paper_sheet"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "sheet", "line", name=op.f("pk_paper_line")),
    )
    with op.batch_alter_table("paper_line", schema=None) as batch_op:
        batch_op.create_index(
            "ix_paper_line_first_key", ["akimat_id", "campaign_id", "first_key"], unique=False
        )

    op.create_table(
        "paper_slips",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("first_by", sa.Integer(), nullable=False),
        sa.Column("first_person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("first_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("second_by", sa.Integer(), nullable=True),
        sa.Column("totals", sa.JSON(), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_paper_slips_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_paper_slips")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("paper_slips")
    op.drop_table("paper_line")
    op.drop_table("paper_sheet")
