"""Whether the open question is on the screen, and which messages said an answer"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("memberships", sa.Column("last_answer", sa.String(length=32), nullable=True))
    op.add_column(
        "memberships",
        sa.Column("out_of_sight", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute("UPDATE memberships SET out_of_sight = paused")
    with op.batch_alter_table("memberships") as batch_op:
        batch_op.alter_column("out_of_sight", server_default=None)
    for table in ("answers", "revisions"):
        op.execute(f"UPDATE {table} SET said_in = ''")
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(
                "said_in", type_=sa.String(2000), existing_type=sa.String(128), nullable=False
            )


def downgrade() -> None:
    for table in ("answers", "revisions"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(
                "said_in", type_=sa.String(128), existing_type=sa.String(2000), nullable=True
            )
        op.execute(f"UPDATE {table} SET said_in = NULL")
    with op.batch_alter_table("memberships") as batch_op:
        batch_op.drop_column("out_of_sight")
        batch_op.drop_column("last_answer")
