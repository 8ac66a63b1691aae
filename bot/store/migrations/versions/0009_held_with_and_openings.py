"""What was held in danger, and whether help was declined; everyone who looks at an invitation"""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NO = "no:"  # stood before a conversation that had declined


def upgrade() -> None:
    op.add_column("people", sa.Column("held_with", sa.String(length=32), nullable=True))
    op.add_column(
        "people",
        sa.Column("help_declined", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    with op.batch_alter_table("people") as batch_op:
        batch_op.alter_column("help_declined", server_default=None)
    op.create_table(
        "openings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("invitation", sa.String(length=32), nullable=False),
        sa.Column("conversation", sa.String(length=80), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("declined", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation"], ["invitations.id"], name=op.f("fk_openings_invitation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openings")),
    )
    op.create_index(op.f("ix_openings_conversation"), "openings", ["conversation"])
    op.create_index(op.f("ix_openings_invitation"), "openings", ["invitation"])
    _move_openings()
    op.drop_index(op.f("ix_invitations_opened_by"), "invitations")
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_column("opened_by")


def _move_openings() -> None:
    """Whoever looks at an invitation, or has declined it, still does."""
    names = ("id", "invitation", "conversation", "opened_at", "declined")
    openings = sa.table("openings", *map(sa.column, names))
    invitations = sa.table("invitations", *map(sa.column, ("id", "opened_by", "made_at")))
    by = invitations.c.opened_by
    declined = by.like(f"{_NO}%")
    conversation = sa.case((declined, sa.func.substr(by, len(_NO) + 1)), else_=by)
    found = sa.select(
        invitations.c.id, invitations.c.id, conversation, invitations.c.made_at, declined
    ).where(by.is_not(None))
    op.execute(openings.insert().from_select(names, found))


def downgrade() -> None:
    op.add_column("invitations", sa.Column("opened_by", sa.String(80), nullable=True))
    op.create_index(op.f("ix_invitations_opened_by"), "invitations", ["opened_by"])
    op.drop_table("openings")
    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_column("help_declined")
        batch_op.drop_column("held_with")
