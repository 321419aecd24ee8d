"""The office: staff and logs, registers awaiting approval, review, council, appeals, slips (L1-L3, C1-C5)."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "access_entry",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id"], ["akimat.akimat_id"], name=op.f("fk_access_entry_akimat_id_akimat")
        ),
        sa.PrimaryKeyConstraint("akimat_id", "entry", name=op.f("pk_access_entry")),
    )
    op.create_table(
        "act_entry",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id"], ["akimat.akimat_id"], name=op.f("fk_act_entry_akimat_id_akimat")
        ),
        sa.PrimaryKeyConstraint("akimat_id", "entry", name=op.f("pk_act_entry")),
    )
    op.create_table(
        "staff",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position_kk", sa.Text(), nullable=False),
        sa.Column("position_ru", sa.Text(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("credentials_by", sa.LargeBinary(length=32), nullable=True),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("is_blocked", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", Instant(), nullable=True),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["akimat_id"], ["akimat.akimat_id"], name=op.f("fk_staff_akimat_id_akimat")),
        sa.PrimaryKeyConstraint("akimat_id", "staff_id", name=op.f("pk_staff")),
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index("uq_staff_login", ["login"], unique=True)

    op.create_table(
        "council_member",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("appointed_at", Instant(), nullable=False),
        sa.Column("left_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_council_member_akimat_id_campaign_id_campaign"),
        ),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_council_member_akimat_id_staff_id_staff"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "staff_id", name=op.f("pk_council_member")),
    )
    op.create_table(
        "exclusive_pair",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("second", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_exclusive_pair_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "first", "second", name=op.f("pk_exclusive_pair")
        ),
    )
    op.create_table(
        "register_import",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("mended", sa.Integer(), nullable=False),
        sa.Column("staged_by", sa.Integer(), nullable=True),
        sa.Column("staged_person", sa.LargeBinary(length=32), nullable=True),
        sa.Column("staged_at", Instant(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_register_import_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "import_id", name=op.f("pk_register_import")),
    )
    op.create_table(
        "sitting",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sitting", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place_kk", sa.Text(), nullable=False),
        sa.Column("place_ru", sa.Text(), nullable=False),
        sa.Column("decide_by", Instant(), nullable=False),
        sa.Column("secretary_id", sa.Integer(), nullable=False),
        sa.Column("secretary_name", sa.Text(), nullable=False),
        sa.Column("secretary_position_kk", sa.Text(), nullable=False),
        sa.Column("secretary_position_ru", sa.Text(), nullable=False),
        sa.Column("member_count", sa.Integer(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_sitting_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "sitting", name=op.f("pk_sitting")),
    )
    op.create_table(
        "staff_invitation",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_staff_invitation_akimat_id_staff_id_staff"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "token_hash", name=op.f("pk_staff_invitation")),
    )
    with op.batch_alter_table("staff_invitation", schema=None) as batch_op:
        batch_op.create_index("ix_staff_invitation_token", ["token_hash"], unique=False)

    op.create_table(
        "kept_form",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_kept_form_akimat_id_staff_id_staff"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "staff_id", name=op.f("pk_kept_form")),
    )
    op.create_table(
        "staff_role",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_staff_role_akimat_id_staff_id_staff"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "staff_id", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "staff_session",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "staff_id"],
            ["staff.akimat_id", "staff.staff_id"],
            name=op.f("fk_staff_session_akimat_id_staff_id_staff"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "token_hash", name=op.f("pk_staff_session")),
    )
    with op.batch_alter_table("staff_session", schema=None) as batch_op:
        batch_op.create_index("ix_staff_session_token", ["token_hash"], unique=False)

    op.create_table(
        "appeal",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("filed_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("is_upheld", sa.Boolean(), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_appeal_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_appeal")),
    )
    op.create_table(
        "claim_code",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("selector", sa.String(length=8), nullable=False),
        sa.Column("code_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_claim_code_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "selector", name=op.f("pk_claim_code")),
    )
    with op.batch_alter_table("claim_code", schema=None) as batch_op:
        batch_op.create_index("uq_claim_code_number", ["akimat_id", "campaign_id", "number"], unique=True)

    op.create_table(
        "paper_draft",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("draft_id", sa.String(length=12), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("is_entered", sa.Boolean(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=False),
        sa.Column("touched_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_paper_draft_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "draft_id", name=op.f("pk_paper_draft")),
    )
    op.create_table(
        "cost_change",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("reason_kk", sa.Text(), nullable=False),
        sa.Column("reason_ru", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_cost_change_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", "ordinal", name=op.f("pk_cost_change")),
    )
    op.create_table(
        "formal_check",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("ground", sa.String(length=64), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_formal_check_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "number", "version", name=op.f("pk_formal_check")
        ),
    )
    op.create_table(
        "register_note",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(length=32), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "import_id"],
            ["register_import.akimat_id", "register_import.import_id"],
            name=op.f("fk_register_note_akimat_id_import_id_register_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "import_id", "ordinal", name=op.f("pk_register_note")),
    )
    op.create_table(
        "site_check",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("land_is_clear", sa.Boolean(), nullable=False),
        sa.Column("networks_are_clear", sa.Boolean(), nullable=False),
        sa.Column("balance_holder", sa.Text(), nullable=False),
        sa.Column("found_kk", sa.Text(), nullable=False),
        sa.Column("found_ru", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_site_check_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", "ordinal", name=op.f("pk_site_check")),
    )
    op.create_table(
        "sitting_item",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sitting", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=True),
        sa.Column("dropped", sa.String(length=8), nullable=True),
        sa.Column("ground", sa.String(length=64), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.Column("title_kk", sa.Text(), nullable=True),
        sa.Column("title_ru", sa.Text(), nullable=True),
        sa.Column("description_kk", sa.Text(), nullable=True),
        sa.Column("description_ru", sa.Text(), nullable=True),
        sa.Column("admitting", sa.Integer(), nullable=True),
        sa.Column("refusing", sa.Integer(), nullable=True),
        sa.Column("conflicted", sa.Integer(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("concluded_at", Instant(), nullable=True),
        sa.Column("concluded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
            name=op.f("fk_sitting_item_akimat_id_campaign_id_number_proposal"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "sitting"],
            ["sitting.akimat_id", "sitting.campaign_id", "sitting.sitting"],
            name=op.f("fk_sitting_item_akimat_id_campaign_id_sitting_sitting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "sitting", "number", name=op.f("pk_sitting_item")
        ),
    )
    op.create_table(
        "sitting_member",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sitting", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position_kk", sa.Text(), nullable=False),
        sa.Column("position_ru", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "sitting"],
            ["sitting.akimat_id", "sitting.campaign_id", "sitting.sitting"],
            name=op.f("fk_sitting_member_akimat_id_campaign_id_sitting_sitting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "sitting", "staff_id", name=op.f("pk_sitting_member")
        ),
    )
    op.create_table(
        "staged_phone",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("phone_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "import_id"],
            ["register_import.akimat_id", "register_import.import_id"],
            name=op.f("fk_staged_phone_akimat_id_import_id_register_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "import_id", "phone_key", "person_key", name=op.f("pk_staged_phone")
        ),
    )
    op.create_table(
        "staged_registration",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "import_id"],
            ["register_import.akimat_id", "register_import.import_id"],
            name=op.f("fk_staged_registration_akimat_id_import_id_register_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "import_id", "person_key", "ordinal", name=op.f("pk_staged_registration")
        ),
    )
    op.create_table(
        "opinion",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("sitting", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("choice", sa.String(length=12), nullable=False),
        sa.Column("ground", sa.String(length=64), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "sitting", "number"],
            [
                "sitting_item.akimat_id",
                "sitting_item.campaign_id",
                "sitting_item.sitting",
                "sitting_item.number",
            ],
            name=op.f("fk_opinion_akimat_id_campaign_id_sitting_number_sitting_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "akimat_id", "campaign_id", "sitting", "number", "staff_id", name=op.f("pk_opinion")
        ),
    )
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(sa.Column("original", sa.String(length=2), nullable=True))

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("channel", sa.String(length=8), server_default="bot", nullable=False))

    with op.batch_alter_table("proposal_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("staff_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("proposal_event", schema=None) as batch_op:
        batch_op.drop_column("staff_id")

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_column("channel")

    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_column("original")

    op.drop_table("opinion")
    op.drop_table("staged_registration")
    op.drop_table("staged_phone")
    op.drop_table("sitting_member")
    op.drop_table("sitting_item")
    op.drop_table("site_check")
    op.drop_table("register_note")
    op.drop_table("formal_check")
    op.drop_table("cost_change")
    op.drop_table("paper_draft")
    with op.batch_alter_table("claim_code", schema=None) as batch_op:
        batch_op.drop_index("uq_claim_code_number")

    op.drop_table("claim_code")
    op.drop_table("appeal")
    with op.batch_alter_table("staff_session", schema=None) as batch_op:
        batch_op.drop_index("ix_staff_session_token")

    op.drop_table("staff_session")
    op.drop_table("staff_role")
    op.drop_table("kept_form")
    with op.batch_alter_table("staff_invitation", schema=None) as batch_op:
        batch_op.drop_index("ix_staff_invitation_token")

    op.drop_table("staff_invitation")
    op.drop_table("sitting")
    op.drop_table("register_import")
    op.drop_table("exclusive_pair")
    op.drop_table("council_member")
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_index("uq_staff_login")

    op.drop_table("staff")
    op.drop_table("act_entry")
    op.drop_table("access_entry")
