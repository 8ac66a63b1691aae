"""Addresses of chats, what was sent to them, and which message said an answer"""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("unreachable_since", UtcDateTime(), nullable=True),
        sa.Column("unreachable_why", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("conversation", name=op.f("pk_addresses")),
    )
    op.create_table(
        "sent",
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("message", sa.String(length=64), nullable=False),
        sa.Column("asks", sa.String(length=128), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("conversation", "message", name=op.f("pk_sent")),
    )
    for table in ("answers", "revisions"):
        op.add_column(table, sa.Column("said_in", sa.String(length=128), nullable=True))


def downgrade() -> None:
    for table in ("answers", "revisions"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_column("said_in")
    op.drop_table("sent")
    op.drop_table("addresses")
