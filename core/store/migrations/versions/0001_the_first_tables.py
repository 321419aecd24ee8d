"""The first tables."""

import sqlalchemy as sa
from alembic import op

from core.store.base import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "account",
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("akimat_id", sa.String(length=64), nullable=True),
        sa.Column("is_stopped", sa.Boolean(), nullable=False),
        sa.Column("is_unreachable", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account")),
    )
    op.create_table(
        "akimat",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", name=op.f("pk_akimat")),
    )
    op.create_table(
        "code_attempt",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("attempted_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "account_id", "ordinal", name=op.f("pk_code_attempt")),
    )
    op.create_table(
        "consent",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "account_id", "version", name=op.f("pk_consent")),
    )
    op.create_table(
        "key_check",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("value", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "name", name=op.f("pk_key_check")),
    )
    op.create_table(
        "outbox",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("notice_id", sa.String(length=200), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("leased_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("akimat_id", "notice_id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_due", ["state", "due_at", "akimat_id", "notice_id"], unique=False)

    op.create_table(
        "phone_link",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("linked_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "account_id", name=op.f("pk_phone_link")),
    )
    with op.batch_alter_table("phone_link", schema=None) as batch_op:
        batch_op.create_index("uq_phone_link_person", ["akimat_id", "person_key"], unique=True)

    op.create_table(
        "resident",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "person_key", name=op.f("pk_resident")),
    )
    op.create_table(
        "uploaded_file",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("bot_id", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("akimat_id", "bot_id", "digest", name=op.f("pk_uploaded_file")),
    )
    op.create_table(
        "browsing",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("territory", sa.String(length=64), nullable=True),
        sa.Column("direction", sa.String(length=64), nullable=True),
        sa.Column("cost_at_most", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("list_order", sa.String(length=8), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.account_id"],
            name=op.f("fk_browsing_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "account_id", name=op.f("pk_browsing")),
    )
    op.create_table(
        "campaign",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("roll_size", sa.Integer(), nullable=False),
        sa.Column("seal_count", sa.Integer(), nullable=False),
        sa.Column("act_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id"], ["akimat.akimat_id"], name=op.f("fk_campaign_akimat_id_akimat")
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", name=op.f("pk_campaign")),
    )
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.create_index("uq_campaign_campaign_id", ["campaign_id"], unique=True)

    op.create_table(
        "place",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column(
            "account_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.account_id"],
            name=op.f("fk_place_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "account_id", name=op.f("pk_place")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index("ix_place_territory", ["akimat_id", "campaign_id", "territory"], unique=False)

    op.create_table(
        "registration",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "person_key"],
            ["resident.akimat_id", "resident.person_key"],
            name=op.f("fk_registration_akimat_id_person_key_resident"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "person_key", "ordinal", name=op.f("pk_registration")),
    )
    op.create_table(
        "resident_phone",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("phone_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "person_key"],
            ["resident.akimat_id", "resident.person_key"],
            name=op.f("fk_resident_phone_akimat_id_person_key_resident"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "phone_key", "person_key", name=op.f("pk_resident_phone")),
    )
    op.create_table(
        "act",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_act_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_act")),
    )
    op.create_table(
        "box",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("leaf", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_box_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", "position", name=op.f("pk_box")),
    )
    op.create_table(
        "box_key",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_box_key_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_box_key")),
    )
    op.create_table(
        "code",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("selector", sa.String(length=8), nullable=False),
        sa.Column("code_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.Column("used_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_code_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "selector", name=op.f("pk_code")),
    )
    op.create_table(
        "code_session",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("selector", sa.String(length=8), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("is_over", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_code_session_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "session_id", name=op.f("pk_code_session")),
    )
    with op.batch_alter_table("code_session", schema=None) as batch_op:
        batch_op.create_index(
            "ix_code_session_account", ["akimat_id", "campaign_id", "account_id", "ends_at"], unique=False
        )

    op.create_table(
        "outcome",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("hidden", sa.Text(), nullable=True),
        sa.Column("counted_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_outcome_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_outcome")),
    )
    op.create_table(
        "participation",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("voter_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("roll_number", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("verification", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_participation_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "voter_key", name=op.f("pk_participation")),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(
            "uq_participation_roll", ["akimat_id", "campaign_id", "roll_number"], unique=True
        )

    op.create_table(
        "project",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title_kk", sa.Text(), nullable=False),
        sa.Column("title_ru", sa.Text(), nullable=False),
        sa.Column("description_kk", sa.Text(), nullable=False),
        sa.Column("description_ru", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("landmark_kk", sa.Text(), nullable=False),
        sa.Column("landmark_ru", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("site_check_kk", sa.Text(), nullable=True),
        sa.Column("site_check_ru", sa.Text(), nullable=True),
        sa.Column("ground", sa.String(length=64), nullable=True),
        sa.Column("reason_kk", sa.Text(), nullable=True),
        sa.Column("reason_ru", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_project_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_project")),
    )
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.create_index("ix_project_territory", ["akimat_id", "campaign_id", "territory"], unique=False)

    op.create_table(
        "roll",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_roll_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_roll")),
    )
    with op.batch_alter_table("roll", schema=None) as batch_op:
        batch_op.create_index("uq_roll_token", ["akimat_id", "campaign_id", "token"], unique=True)

    op.create_table(
        "rulebook_revision",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_rulebook_revision_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "revision", name=op.f("pk_rulebook_revision")),
    )
    op.create_table(
        "seal",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_seal_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_seal")),
    )
    op.create_table(
        "territory_state",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("opened_at", Instant(), nullable=True),
        sa.Column("key_destroyed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_territory_state_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "territory", name=op.f("pk_territory_state")),
    )
    op.create_table(
        "waiting",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("waiting_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("territory", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id"],
            ["campaign.akimat_id", "campaign.campaign_id"],
            name=op.f("fk_waiting_akimat_id_campaign_id_campaign"),
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "waiting_id", name=op.f("pk_waiting")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "picture",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["project.akimat_id", "project.campaign_id", "project.number"],
            name=op.f("fk_picture_akimat_id_campaign_id_number_project"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", "ordinal", name=op.f("pk_picture")),
    )
    op.create_table(
        "project_words",
        sa.Column("akimat_id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["akimat_id", "campaign_id", "number"],
            ["project.akimat_id", "project.campaign_id", "project.number"],
            name=op.f("fk_project_words_akimat_id_campaign_id_number_project"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("akimat_id", "campaign_id", "number", name=op.f("pk_project_words")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("project_words")
    op.drop_table("picture")
    op.drop_table("waiting")
    op.drop_table("territory_state")
    op.drop_table("seal")
    op.drop_table("rulebook_revision")
    with op.batch_alter_table("roll", schema=None) as batch_op:
        batch_op.drop_index("uq_roll_token")

    op.drop_table("roll")
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_index("ix_project_territory")

    op.drop_table("project")
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index("uq_participation_roll")

    op.drop_table("participation")
    op.drop_table("outcome")
    with op.batch_alter_table("code_session", schema=None) as batch_op:
        batch_op.drop_index("ix_code_session_account")

    op.drop_table("code_session")
    op.drop_table("code")
    op.drop_table("box_key")
    op.drop_table("box")
    op.drop_table("act")
    op.drop_table("resident_phone")
    op.drop_table("registration")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index("ix_place_territory")

    op.drop_table("place")
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.drop_index("uq_campaign_campaign_id")

    op.drop_table("campaign")
    op.drop_table("browsing")
    op.drop_table("uploaded_file")
    op.drop_table("resident")
    with op.batch_alter_table("phone_link", schema=None) as batch_op:
        batch_op.drop_index("uq_phone_link_person")

    op.drop_table("phone_link")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    op.drop_table("key_check")
    op.drop_table("consent")
    op.drop_table("code_attempt")
    op.drop_table("akimat")
    op.drop_table("account")
