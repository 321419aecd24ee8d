"""The freeze: what stands since voting began, who may vote, signed acts (A4)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "freeze",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.Column("entitled", sa.Integer(), nullable=False),
        sa.Column("root", sa.String(length=64), nullable=False),
        sa.Column("frozen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_freeze_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_freeze")),
    )
    op.create_table(
        "entitled",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_entitled_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", "token", name=op.f("pk_entitled")),
    )
    with op.batch_alter_table("act", schema=None) as batch_op:
        # No campaign has been held on an earlier version: there is no act without a signature.
        batch_op.add_column(
            sa.Column("signature", sa.LargeBinary(length=64), nullable=False, server_default=sa.text("''"))
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.drop_column("signature")
    op.drop_table("entitled")
    op.drop_table("freeze")
