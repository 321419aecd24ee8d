"""The opening by two people: who asked for it, live counts, and the hidden tally beside its box."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "opening_request",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("share", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_opening_request_akimat_id_campaign_id_campaign"),
        ),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_opening_request_akimat_id_staff_id_staff"),
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "territory", "step", name=op.f("pk_opening_request")
        ),
    )
    op.create_table(
        "live_count",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=True),
        sa.Column("counted_at", Instant(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("tally", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_live_count_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", "day", name=op.f("pk_live_count")),
    )
    op.add_column("territory_state", sa.Column("hidden", sa.Text(), nullable=True))
    op.execute(_moved("territory_state", "outcome"))
    op.drop_column("outcome", "hidden")


def downgrade() -> None:
    """Take the change back."""
    op.add_column("outcome", sa.Column("hidden", sa.Text(), nullable=True))
    op.execute(_moved("outcome", "territory_state"))
    op.drop_column("territory_state", "hidden")
    op.drop_table("live_count")
    op.drop_table("opening_request")


def _moved(target: str, source: str) -> str:
    return (
        f"UPDATE {target} SET hidden = (SELECT {source}.hidden FROM {source} "
        f"WHERE {source}.akimat_id = {target}.akimat_id AND {source}.campaign_id = {target}.campaign_id "
        f"AND {source}.territory = {target}.territory)"
    )
