"""The time zone of each person, and the buttons that they have before them"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("zone", sa.String(length=64), nullable=True))
    op.add_column(
        "people", sa.Column("zone_told", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table("people") as batch_op:
        batch_op.alter_column("zone_told", server_default=None)
    op.create_table(
        "keyboards",
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation", name=op.f("pk_keyboards")),
    )


def downgrade() -> None:
    op.drop_table("keyboards")
    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_column("zone_told")
        batch_op.drop_column("zone")
