"""Scans of matters and building blocks, and the obstacles that stand in a case"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scans",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("membership", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=True),
        sa.Column("passed", sa.String(length=2000), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_scans_case")),
        sa.ForeignKeyConstraint(
            ["membership"], ["memberships.id"], name=op.f("fk_scans_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scans")),
    )
    op.create_index(op.f("ix_scans_case"), "scans", ["case"], unique=False)
    op.create_index(op.f("ix_scans_membership"), "scans", ["membership"], unique=False)
    op.create_table(
        "obstacles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("obstacle", sa.String(length=64), nullable=False),
        sa.Column("ticked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ticked_by", sa.String(length=32), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cleared_by", sa.String(length=32), nullable=True),
        sa.Column("done", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_obstacles_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacles")),
    )
    op.create_index(op.f("ix_obstacles_case"), "obstacles", ["case"], unique=False)
    op.add_column("ratings", sa.Column("scan", sa.String(length=32), nullable=True))
    op.add_column(
        "ratings", sa.Column("alone", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table("ratings") as batch_op:
        batch_op.alter_column("alone", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("ratings") as batch_op:
        batch_op.drop_column("alone")
        batch_op.drop_column("scan")
    op.drop_index(op.f("ix_obstacles_case"), table_name="obstacles")
    op.drop_table("obstacles")
    op.drop_index(op.f("ix_scans_membership"), table_name="scans")
    op.drop_index(op.f("ix_scans_case"), table_name="scans")
    op.drop_table("scans")
