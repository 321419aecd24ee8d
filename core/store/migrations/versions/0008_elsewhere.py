"""Who has voted through the other channel, who is in both, and the totals of its protocol (A6)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    _add_import()
    _add_waiting()
    _add_note()
    _add_people()
    _add_both()
    _add_protocol()


def _add_import() -> None:
    op.create_table(
        "elsewhere_import",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("mended", sa.Integer(), nullable=False),
        sa.Column("staged_by", sa.Integer(), nullable=False),
        sa.Column("staged_person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("staged_at", Instant(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=True),
        sa.Column("root", sa.String(length=64), nullable=True),
        sa.Column("act", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_elsewhere_import_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "import_id", name=op.f("pk_elsewhere_import")),
    )


def _add_waiting() -> None:
    op.create_table(
        "elsewhere_waiting",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "import_id"],
            ["elsewhere_import.akimat_id", "elsewhere_import.campaign_id", "elsewhere_import.import_id"],
            name=op.f("fk_elsewhere_waiting_akimat_id_campaign_id_import_id_el_1afb"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "import_id", "token", name=op.f("pk_elsewhere_waiting")
        ),
    )


def _add_note() -> None:
    op.create_table(
        "elsewhere_note",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "import_id"],
            ["elsewhere_import.akimat_id", "elsewhere_import.campaign_id", "elsewhere_import.import_id"],
            name=op.f("fk_elsewhere_note_akimat_id_campaign_id_import_id_elsew_840e"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "import_id", "ordinal", name=op.f("pk_elsewhere_note")
        ),
    )


def _add_people() -> None:
    op.create_table(
        "elsewhere",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=True),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_elsewhere_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "token", name=op.f("pk_elsewhere")),
    )


def _add_both() -> None:
    op.create_table(
        "elsewhere_both",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("roll_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=True),
        sa.Column("struck_by", sa.Integer(), nullable=True),
        sa.Column("struck_person", sa.LargeBinary(length=32), nullable=True),
        sa.Column("struck_at", Instant(), nullable=True),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_elsewhere_both_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "roll_number", name=op.f("pk_elsewhere_both")),
    )


def _add_protocol() -> None:
    op.create_table(
        "elsewhere_protocol",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("totals", sa.Text(), nullable=False),
        sa.Column("scan", sa.String(length=64), nullable=False),
        sa.Column("typed_by", sa.Integer(), nullable=False),
        sa.Column("typed_person", sa.LargeBinary(length=32), nullable=False),
        sa.Column("typed_at", Instant(), nullable=False),
        sa.Column("repeated_by", sa.Integer(), nullable=True),
        sa.Column("repeated_person", sa.LargeBinary(length=32), nullable=True),
        sa.Column("repeated_at", Instant(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", Instant(), nullable=True),
        sa.Column("act", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_elsewhere_protocol_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_elsewhere_protocol")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("elsewhere_protocol")
    op.drop_table("elsewhere_both")
    op.drop_table("elsewhere")
    op.drop_table("elsewhere_note")
    op.drop_table("elsewhere_waiting")
    op.drop_table("elsewhere_import")
