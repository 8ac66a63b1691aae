"""The tables. Columns of type ``LargeBinary`` hold sealed text; all times are UTC."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(32)
WORD = String(64)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime on every database, also on SQLite, which keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value)


def _id() -> "Column[str]":
    return Column("id", ID, primary_key=True)


def _part_of(table: str, column: str) -> "Column[str]":
    return Column(column, ID, ForeignKey(f"{table}.id"), nullable=False, index=True)


people = Table(
    "people",
    metadata,
    _id(),
    Column("conversation", String(80), nullable=False, unique=True),
    Column("channel", WORD, nullable=False),
    Column("language", String(8), nullable=False),
    Column("consented_at", UtcDateTime, nullable=False),
    Column("current_case", ID),
    Column("pending", WORD, nullable=False),
    Column("held", LargeBinary),
    Column("held_at", UtcDateTime),
    Column("held_with", ID),
    Column("help_declined", Boolean, nullable=False),
    Column("zone", WORD),
    Column("zone_told", Boolean, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    _id(),
    Column("kind", WORD),
    Column("status", WORD, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("alias", LargeBinary),
    Column("wish", LargeBinary),
    Column("ambition", LargeBinary),
    Column("closed_at", UtcDateTime),
    Column("closed_why", LargeBinary),
    Column("erase_on", UtcDateTime, index=True),
    Column("warned", Boolean, nullable=False),
    Column("names_shown", Boolean, nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    _id(),
    _part_of("people", "person"),
    _part_of("cases", "case"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("role", WORD),
    Column("role_words", LargeBinary),
    Column("level", WORD),
    Column("open_question", WORD),
    Column("revising", Boolean, nullable=False),
    Column("return_to", WORD),
    Column("paused", Boolean, nullable=False),
    Column("out_of_sight", Boolean, nullable=False),
    Column("last_answer", ID),
    Column("adding_to", WORD),
    Column("nudges", String(500), nullable=False),
    Column("group", WORD),
    Column("coordinator", Boolean, nullable=False),
    Column("all_questions", Boolean, nullable=False),
    Column("telling", Boolean, nullable=False),
    Column("doing", WORD, nullable=False),
    Column("about", WORD),
    Column("name", LargeBinary),
    Column("invited_by", ID),
    Column("looked_at", UtcDateTime),
    Column("left_at", UtcDateTime),
    Column("asked_help", Boolean, nullable=False),
    UniqueConstraint("person", "case"),
)

answers = Table(
    "answers",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    Column("question", WORD, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("parties", String(2000), nullable=False),
    Column("visibility", WORD, nullable=False),
    Column("answered_at", UtcDateTime, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("said_in", String(2000), nullable=False),
    Column("released_at", UtcDateTime),
    Column("apart", Boolean, nullable=False),
    UniqueConstraint("membership", "question"),
)

revisions = Table(
    "revisions",
    metadata,
    _id(),
    _part_of("answers", "answer"),
    Column("text", LargeBinary, nullable=False),
    Column("parties", String(2000), nullable=False),
    Column("replaced_at", UtcDateTime, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("said_in", String(2000), nullable=False),
)

skips = Table(
    "skips",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    Column("question", WORD, nullable=False),
    Column("skipped_at", UtcDateTime, nullable=False),
    UniqueConstraint("membership", "question"),
)

own_questions = Table(
    "own_questions",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("cell", WORD, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("added_by", ID, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    Column("text", LargeBinary, nullable=False),
    Column("visibility", WORD, nullable=False),
    Column("noted_at", UtcDateTime, nullable=False),
    Column("cell", WORD),
    Column("parties", String(2000), nullable=False),
    Column("released_at", UtcDateTime),
    Column("apart", Boolean, nullable=False),
    Column("said_in", String(128)),
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("by", ID, nullable=False),
    Column("role", WORD, nullable=False),
    Column("level", WORD, nullable=False),
    Column("group", WORD, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("revoked", Boolean, nullable=False),
)

openings = Table(
    "openings",
    metadata,
    _id(),
    _part_of("invitations", "invitation"),
    Column("conversation", String(80), nullable=False, index=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("declined", Boolean, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    _id(),
    Column("who", String(80), nullable=False, index=True),
    Column("tried_at", UtcDateTime, nullable=False),
)

parties = Table(
    "parties",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("role", WORD, nullable=False),
    Column("status", WORD, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("into", WORD),
    UniqueConstraint("case", "role"),
)

traces = Table(
    "traces",
    metadata,
    _id(),
    Column("person", ID, nullable=False, index=True),
    Column("verb", WORD, nullable=False),
    Column("subject", ID, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("case", ID, index=True),
)

agreements = Table(
    "agreements",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("made_by", ID, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("status", WORD, nullable=False),
    Column("what", LargeBinary),
    Column("who", ID, index=True),
    Column("party", WORD),
    Column("due", Date),
    Column("level", WORD),
    Column("director", ID),
    Column("consent", WORD, nullable=False),
    Column("need", LargeBinary),
    Column("stuck_since", UtcDateTime),
)

agreement_events = Table(
    "agreement_events",
    metadata,
    _id(),
    _part_of("agreements", "agreement"),
    Column("by", ID, nullable=False),
    Column("what", WORD, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("text", LargeBinary),
    Column("check_in", ID),
)

schedules = Table(
    "schedules",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    _part_of("cases", "case"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("zone", WORD, nullable=False),
    Column("on", Boolean, nullable=False),
    Column("paused_until", Date),
    Column("missed", Integer, nullable=False),
    Column("days_off", String(500), nullable=False),
    UniqueConstraint("membership"),
)

check_ins = Table(
    "check_ins",
    metadata,
    _id(),
    _part_of("schedules", "schedule"),
    _part_of("memberships", "membership"),
    _part_of("cases", "case"),
    Column("week", String(8), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("status", WORD, nullable=False),
    Column("part", WORD),
    Column("passed", String(2000), nullable=False),
    Column("reminded", Boolean, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("came_from", ID),
)

ratings = Table(
    "ratings",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    _part_of("cases", "case"),
    Column("theme", WORD, nullable=False),
    Column("score", Integer, nullable=False),
    Column("rated_at", UtcDateTime, nullable=False),
    Column("week", String(8), nullable=False),
    Column("why", LargeBinary),
    Column("scan", ID),
    Column("alone", Boolean, nullable=False),
)

scans = Table(
    "scans",
    metadata,
    _id(),
    _part_of("memberships", "membership"),
    _part_of("cases", "case"),
    Column("kind", WORD, nullable=False),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("part", WORD),
    Column("passed", String(2000), nullable=False),
    Column("finished_at", UtcDateTime),
)

obstacles = Table(
    "obstacles",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("obstacle", WORD, nullable=False),
    Column("ticked_at", UtcDateTime, nullable=False),
    Column("ticked_by", ID),
    Column("cleared_at", UtcDateTime),
    Column("cleared_by", ID),
    Column("done", LargeBinary),
)

round_ups = Table(
    "round_ups",
    metadata,
    _id(),
    _part_of("cases", "case"),
    Column("week", String(8), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    UniqueConstraint("case", "week"),
)

alarms = Table(
    "alarms",
    metadata,
    _id(),
    Column("kind", WORD, nullable=False),
    Column("subject", ID, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("subject", "kind"),
    Index("ix_alarms_at", "at", "id"),  # the order in which they are taken
)

_SERIAL = BigInteger().with_variant(Integer, "sqlite")

inbox = Table(
    "inbox",
    metadata,
    Column("id", _SERIAL, primary_key=True, autoincrement=True),
    Column("channel", WORD, nullable=False),
    Column("conversation", String(80), nullable=False),
    Column("key", String(128), nullable=False),
    Column("payload", LargeBinary),
    Column("situation", LargeBinary),
    Column("status", WORD, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", UtcDateTime, nullable=False),
    Column("claimed_until", UtcDateTime),
    Column("error", String(200)),
    Column("rank", Integer, nullable=False),  # 0: somebody waits for it; 1: Zwaan's own
    UniqueConstraint("conversation", "key"),
    Index("ix_inbox_status_conversation", "status", "conversation", "id"),
    Index("ix_inbox_status_rank", "status", "rank", "id"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _SERIAL, primary_key=True, autoincrement=True),
    Column("channel", WORD, nullable=False),
    Column("conversation", String(80), nullable=False),
    Column("payload", LargeBinary),
    Column("status", WORD, nullable=False),
    Column("queued_at", UtcDateTime, nullable=False),
    Index("ix_outbox_conversation_status", "conversation", "status", "id"),
    sqlite_autoincrement=True,  # a page takes an id that it saw before for a repeat
)

# Where to send to, on channels that must be told: sealed, for a chat's number names a person.
addresses = Table(
    "addresses",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("channel", WORD, nullable=False),
    Column("address", LargeBinary, nullable=False),
    Column("unreachable_since", UtcDateTime),
    Column("unreachable_why", String(200)),
)

# Which of our messages put which question, so that a reply to one finds it.
sent = Table(
    "sent",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("message", String(64), primary_key=True),
    Column("asks", String(128), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
)

# The buttons that somebody has before them: sealed, for a title may hold an alias.
keyboards = Table(
    "keyboards",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("keys", LargeBinary, nullable=False),
    Column("shown_at", UtcDateTime, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("turn", String(64), primary_key=True),
    Column("action", WORD, primary_key=True),
    Column("outcome", LargeBinary, nullable=False),
)

seal = Table(
    "seal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("proof", LargeBinary, nullable=False),
)
