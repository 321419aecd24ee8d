"""Proposals: drafts, versions, talk about them, papers, followers, reminders (B1-B7, D6, D7, G1)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "file_use",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("used_by", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "digest", "used_by", name=op.f("pk_file_use")),
    )
    op.create_table(
        "improved_yard",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("improved_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "ordinal", name=op.f("pk_improved_yard")),
    )
    op.create_table(
        "stored_file",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "digest", name=op.f("pk_stored_file")),
    )
    op.create_table(
        "upload_link",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("akimat_id", "token_hash", name=op.f("pk_upload_link")),
    )
    with op.batch_alter_table("upload_link", schema=None) as batch_op:
        batch_op.create_index("ix_upload_link_token", ["token_hash"], unique=False)

    op.create_table(
        "following",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.account_id"],
            name=op.f("fk_following_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "account_id", name=op.f("pk_following")
        ),
    )
    op.create_table(
        "draft",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("draft_id", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("is_submitted", sa.Boolean(), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("touched_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_draft_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "draft_id", name=op.f("pk_draft")),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index("ix_draft_account", ["account_id", "akimat_id", "campaign_id"], unique=False)
        batch_op.create_index("ix_draft_touched", ["akimat_id", "campaign_id", "touched_at"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("landmark", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("papers_due_at", Instant(), nullable=True),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("submitted_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_proposal_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(
            "ix_proposal_status", ["akimat_id", "campaign_id", "status", "number"], unique=False
        )
        batch_op.create_index(
            "uq_proposal_slot", ["akimat_id", "campaign_id", "person_key", "slot"], unique=True
        )

    op.create_table(
        "reminder_run",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("moment", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_reminder_run_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "stage", "territory", "moment", name=op.f("pk_reminder_run")
        ),
    )
    op.create_table(
        "co_author",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_co_author_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "person_key", name=op.f("pk_co_author")
        ),
    )
    op.create_table(
        "merge_offer",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("into_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("offered_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_merge_offer_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "into_number", name=op.f("pk_merge_offer")
        ),
    )
    op.create_table(
        "paper",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_paper_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", "ordinal", name=op.f("pk_paper")),
    )
    op.create_table(
        "proposal_event",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("ground", sa.String(length=64), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_proposal_event_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "ordinal", name=op.f("pk_proposal_event")
        ),
    )
    op.create_table(
        "proposal_version",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("submitted_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_proposal_version_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "version", name=op.f("pk_proposal_version")
        ),
    )
    op.create_table(
        "question",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answer_state", sa.String(length=8), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_question_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "question_id", name=op.f("pk_question")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index("ix_question_number", ["akimat_id", "campaign_id", "number"], unique=False)

    op.create_table(
        "support",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_support_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", "person_key", name=op.f("pk_support")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("reminders", sa.String(length=8), server_default="each", nullable=False)
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("valid_until", Instant(), nullable=True))
        batch_op.create_index("ix_outbox_account", ["account_id", "state"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_account")
        batch_op.drop_column("valid_until")

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_column("reminders")

    op.drop_table("support")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index("ix_question_number")

    op.drop_table("question")
    op.drop_table("proposal_version")
    op.drop_table("proposal_event")
    op.drop_table("paper")
    op.drop_table("merge_offer")
    op.drop_table("co_author")
    op.drop_table("reminder_run")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index("uq_proposal_slot")
        batch_op.drop_index("ix_proposal_status")

    op.drop_table("proposal")
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_index("ix_draft_touched")
        batch_op.drop_index("ix_draft_account")

    op.drop_table("draft")
    op.drop_table("following")
    with op.batch_alter_table("upload_link", schema=None) as batch_op:
        batch_op.drop_index("ix_upload_link_token")

    op.drop_table("upload_link")
    op.drop_table("stored_file")
    op.drop_table("improved_yard")
    op.drop_table("file_use")
