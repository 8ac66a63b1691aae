"""The weekly rhythm: agreements, check-ins, ratings, and what is due"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alarms",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
        sa.UniqueConstraint("subject", "kind", name=op.f("uq_alarms_subject_kind")),
    )
    op.create_index("ix_alarms_at", "alarms", ["at", "id"], unique=False)
    op.create_table(
        "agreements",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("who", sa.String(length=32), nullable=True),
        sa.Column("party", sa.String(length=64), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("level", sa.String(length=64), nullable=True),
        sa.Column("director", sa.String(length=32), nullable=True),
        sa.Column("consent", sa.String(length=64), nullable=False),
        sa.Column("need", sa.LargeBinary(), nullable=True),
        sa.Column("stuck_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_agreements_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
    )
    op.create_index(op.f("ix_agreements_case"), "agreements", ["case"], unique=False)
    op.create_index(op.f("ix_agreements_who"), "agreements", ["who"], unique=False)
    op.create_table(
        "round_ups",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_round_ups_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_ups")),
        sa.UniqueConstraint("case", "week", name=op.f("uq_round_ups_case_week")),
    )
    op.create_index(op.f("ix_round_ups_case"), "round_ups", ["case"], unique=False)
    op.create_table(
        "agreement_events",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("agreement", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("check_in", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["agreement"], ["agreements.id"], name=op.f("fk_agreement_events_agreement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_events")),
    )
    op.create_index(
        op.f("ix_agreement_events_agreement"), "agreement_events", ["agreement"], unique=False
    )
    op.create_table(
        "ratings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("membership", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("theme", sa.String(length=64), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_ratings_case")),
        sa.ForeignKeyConstraint(
            ["membership"], ["memberships.id"], name=op.f("fk_ratings_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratings")),
    )
    op.create_index(op.f("ix_ratings_case"), "ratings", ["case"], unique=False)
    op.create_index(op.f("ix_ratings_membership"), "ratings", ["membership"], unique=False)
    op.create_table(
        "schedules",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("membership", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("days_off", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_schedules_case")),
        sa.ForeignKeyConstraint(
            ["membership"], ["memberships.id"], name=op.f("fk_schedules_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("membership", name=op.f("uq_schedules_membership")),
    )
    op.create_index(op.f("ix_schedules_case"), "schedules", ["case"], unique=False)
    op.create_index(op.f("ix_schedules_membership"), "schedules", ["membership"], unique=False)
    op.create_table(
        "check_ins",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("schedule", sa.String(length=32), nullable=False),
        sa.Column("membership", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=True),
        sa.Column("passed", sa.String(length=2000), nullable=False),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("came_from", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_check_ins_case")),
        sa.ForeignKeyConstraint(
            ["membership"], ["memberships.id"], name=op.f("fk_check_ins_membership")
        ),
        sa.ForeignKeyConstraint(["schedule"], ["schedules.id"], name=op.f("fk_check_ins_schedule")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
    )
    op.create_index(op.f("ix_check_ins_case"), "check_ins", ["case"], unique=False)
    op.create_index(op.f("ix_check_ins_membership"), "check_ins", ["membership"], unique=False)
    op.create_index(op.f("ix_check_ins_schedule"), "check_ins", ["schedule"], unique=False)
    op.add_column("inbox", sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_inbox_status_rank", "inbox", ["status", "rank", "id"], unique=False)
    op.add_column(
        "memberships",
        sa.Column("asked_help", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("memberships", sa.Column("about", sa.String(length=64), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("memberships") as batch_op:
        batch_op.drop_column("about")
        batch_op.drop_column("asked_help")
    op.drop_index("ix_inbox_status_rank", table_name="inbox")
    op.drop_column("inbox", "rank")  # not anew as a whole: it would lose its AUTOINCREMENT
    op.drop_index(op.f("ix_check_ins_schedule"), table_name="check_ins")
    op.drop_index(op.f("ix_check_ins_membership"), table_name="check_ins")
    op.drop_index(op.f("ix_check_ins_case"), table_name="check_ins")
    op.drop_table("check_ins")
    op.drop_index(op.f("ix_schedules_membership"), table_name="schedules")
    op.drop_index(op.f("ix_schedules_case"), table_name="schedules")
    op.drop_table("schedules")
    op.drop_index(op.f("ix_ratings_membership"), table_name="ratings")
    op.drop_index(op.f("ix_ratings_case"), table_name="ratings")
    op.drop_table("ratings")
    op.drop_index(op.f("ix_agreement_events_agreement"), table_name="agreement_events")
    op.drop_table("agreement_events")
    op.drop_index(op.f("ix_round_ups_case"), table_name="round_ups")
    op.drop_table("round_ups")
    op.drop_index(op.f("ix_agreements_who"), table_name="agreements")
    op.drop_index(op.f("ix_agreements_case"), table_name="agreements")
    op.drop_table("agreements")
    op.drop_index("ix_alarms_at", table_name="alarms")
    op.drop_table("alarms")
