"""Invitations, circles, what is released, parties, and when a case is erased"""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.tables import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WORD = 64
ID = 32
_FLAGS: dict[str, tuple[str, ...]] = {
    "cases": ("warned", "names_shown"),
    "memberships": ("coordinator", "all_questions", "telling"),
    "answers": ("apart",),
    "notes": ("apart",),
}
_WORDS = {"memberships": ("doing",), "notes": ("parties",)}
_OPTIONAL: dict[str, dict[str, Any]] = {
    "cases": {"closed_why": sa.LargeBinary(), "erase_on": UtcDateTime()},
    "memberships": {
        "group": sa.String(WORD),
        "name": sa.LargeBinary(),
        "invited_by": sa.String(ID),
        "looked_at": UtcDateTime(),
        "left_at": UtcDateTime(),
    },
    "answers": {"released_at": UtcDateTime()},
    "notes": {"cell": sa.String(WORD), "released_at": UtcDateTime()},
    "traces": {"case": sa.String(ID)},
}
_LENGTH = {"doing": WORD, "parties": 2000}


def upgrade() -> None:
    for table, columns in _OPTIONAL.items():
        for name, kind in columns.items():
            op.add_column(table, sa.Column(name, kind, nullable=True))
    for table, flags in _FLAGS.items():
        for flag in flags:
            _add(table, flag, sa.Boolean(), sa.false())
    for table, words in _WORDS.items():
        for word in words:
            _add(table, word, sa.String(_LENGTH[word]), sa.text("''"))
    op.create_index(op.f("ix_cases_erase_on"), "cases", ["erase_on"])
    op.create_index(op.f("ix_traces_case"), "traces", ["case"])
    op.execute("UPDATE memberships SET coordinator = true")  # until now everyone was alone
    _invitations()
    _attempts_and_parties()


def _add(table: str, name: str, kind: Any, default: Any) -> None:
    """A column that is never empty: what stood there before gets a value, what comes gives one."""
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    with op.batch_alter_table(table) as batch_op:
        batch_op.alter_column(name, server_default=None)


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(ID), nullable=False),
        sa.Column("case", sa.String(ID), nullable=False),
        sa.Column("by", sa.String(ID), nullable=False),
        sa.Column("role", sa.String(WORD), nullable=False),
        sa.Column("level", sa.String(WORD), nullable=False),
        sa.Column("group", sa.String(WORD), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.Column("opened_by", sa.String(80), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_invitations_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("digest", name=op.f("uq_invitations_digest")),
    )
    op.create_index(op.f("ix_invitations_case"), "invitations", ["case"])
    op.create_index(op.f("ix_invitations_opened_by"), "invitations", ["opened_by"])


def _attempts_and_parties() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(ID), nullable=False),
        sa.Column("who", sa.String(80), nullable=False),
        sa.Column("tried_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index(op.f("ix_attempts_who"), "attempts", ["who"])
    op.create_table(
        "parties",
        sa.Column("id", sa.String(ID), nullable=False),
        sa.Column("case", sa.String(ID), nullable=False),
        sa.Column("role", sa.String(WORD), nullable=False),
        sa.Column("status", sa.String(WORD), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.Column("into", sa.String(WORD), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_parties_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("case", "role", name=op.f("uq_parties_case_role")),
    )
    op.create_index(op.f("ix_parties_case"), "parties", ["case"])


def downgrade() -> None:
    for table in ("parties", "attempts", "invitations"):
        op.drop_table(table)
    op.drop_index(op.f("ix_traces_case"), "traces")
    op.drop_index(op.f("ix_cases_erase_on"), "cases")
    every: tuple[Mapping[str, Iterable[str]], ...] = (_WORDS, _FLAGS, _OPTIONAL)
    for columns in every:
        for table, names in columns.items():
            with op.batch_alter_table(table) as batch_op:
                for name in names:
                    batch_op.drop_column(name)
