"""The council's sittings on results: members, opinions, decisions on each project (F2)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _campaign() -> list[sa.Column[str]]:
    return [
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
    ]


def _of_sitting(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "territory"],
        ["result_sitting.akimat_id", "result_sitting.campaign_id", "result_sitting.territory"],
        name=op.f(f"fk_{table}_akimat_id_campaign_id_territory_result_sitting"),
        ondelete="CASCADE",
    )


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "result_sitting",
        *_campaign(),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place_kk", sa.Text(), nullable=False),
        sa.Column("place_ru", sa.Text(), nullable=False),
        sa.Column("decide_by", Instant(), nullable=False),
        sa.Column("secretary_id", sa.Integer(), nullable=False),
        sa.Column("secretary_name", sa.Text(), nullable=False),
        sa.Column("secretary_position_kk", sa.Text(), nullable=False),
        sa.Column("secretary_position_ru", sa.Text(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_result_sitting_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_result_sitting")),
    )
    op.create_table(
        "result_member",
        *_campaign(),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position_kk", sa.Text(), nullable=False),
        sa.Column("position_ru", sa.Text(), nullable=False),
        _of_sitting("result_member"),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "territory", "staff_id", name=op.f("pk_result_member")
        ),
    )
    op.create_table(
        "result_item",
        *_campaign(),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.Column("admitting", sa.Integer(), nullable=True),
        sa.Column("refusing", sa.Integer(), nullable=True),
        sa.Column("conflicted", sa.Integer(), nullable=True),
        sa.Column("concluded_at", Instant(), nullable=True),
        sa.Column("concluded_by", sa.Integer(), nullable=True),
        _of_sitting("result_item"),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "territory", "number", name=op.f("pk_result_item")
        ),
    )
    op.create_table(
        "result_opinion",
        *_campaign(),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("choice", sa.String(length=12), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        _of_sitting("result_opinion"),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "territory", "number", "staff_id", name=op.f("pk_result_opinion")
        ),
    )


def downgrade() -> None:
    """Take the change back."""
    for table in ("result_opinion", "result_item", "result_member", "result_sitting"):
        op.drop_table(table)
