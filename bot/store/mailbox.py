"""The gateway's inbox and outbox, and the buttons that somebody has before them.

Payloads are sealed, and go once they are handled; what stays for a while is the key by which a
message that comes twice is known.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.core.keyboard import Key
from bot.services.ports import Letter, Parcel, Status
from bot.store.cipher import Cipher
from bot.store.duty import one_at_a_time
from bot.store.tables import inbox, journal, keyboards, outbox

LEASE = timedelta(seconds=60)  # how long a message is one gateway's before another may take it
MOST_KEYS = 40  # that somebody has before them
_EMPTY = {"payload": None, "situation": None, "claimed_until": None}


def _due() -> Select[Any]:
    """The oldest message that waits at "now", of a conversation in which none is under way. What
    somebody sent comes before what Zwaan says by itself, however much of that there is."""
    now = bindparam("now", type_=inbox.c.not_before.type)
    other = inbox.alias()
    sooner = tuple_(other.c.rank, other.c.id) < tuple_(inbox.c.rank, inbox.c.id)
    ahead = exists().where(
        other.c.conversation == inbox.c.conversation,
        other.c.status == Status.WAITING,
        sooner | ((other.c.claimed_until > now) & (other.c.id != inbox.c.id)),
    )
    # Asked of the row itself: PostgreSQL looks at it anew when another gateway had it locked.
    free = inbox.c.claimed_until.is_(None) | (inbox.c.claimed_until <= now)
    waits = (inbox.c.status == Status.WAITING, inbox.c.not_before <= now)
    return select(inbox).where(*waits, ~ahead, free).order_by(inbox.c.rank, inbox.c.id).limit(1)


# Statements are built once: to build one costs more than to run it.
_INTO_INBOX, _INTO_OUTBOX = insert(inbox), insert(outbox)
_LETTER = update(inbox).where(inbox.c.id == bindparam("letter"))
_WAITING = select(func.count()).where(
    inbox.c.conversation == bindparam("of"), inbox.c.status == Status.WAITING
)
_UNSEEN = (
    select(outbox)
    .where(
        outbox.c.conversation == bindparam("of"),
        outbox.c.status == Status.WAITING,
        outbox.c.id > bindparam("after"),
    )
    .order_by(outbox.c.id)
)
_SEEN = delete(outbox).where(
    outbox.c.conversation == bindparam("of"), outbox.c.id <= bindparam("up_to")
)
_GONE = delete(outbox).where(outbox.c.id == bindparam("parcel"))
_TO_SEND = (
    select(outbox.c.conversation)
    .where(outbox.c.channel == bindparam("channel"), outbox.c.status == Status.WAITING)
    .group_by(outbox.c.conversation)
    .order_by(func.min(outbox.c.id))
)
_SHOWN = select(keyboards.c["keys"]).where(keyboards.c.conversation == bindparam("of"))
_SHOW_OTHERS = update(keyboards).where(keyboards.c.conversation == bindparam("of"))
_FORGET_PAGES = delete(journal).where(journal.c.turn == bindparam("of"))
_CLAIM = _due().with_for_update(skip_locked=True)


@dataclass(frozen=True)
class Mailbox:
    """Inbox and outbox for the length of one transaction."""

    conn: Connection
    cipher: Cipher

    def receive(
        self,
        channel: str,
        conversation: str,
        key: str,
        payload: str,
        at: datetime,
        own: bool = False,
    ) -> bool:
        """Put a message in. False when this conversation's message with this key came before.

        ``own``: nobody sent it; Zwaan says something by itself.
        """
        row = {
            "channel": channel,
            "conversation": conversation,
            "key": key,
            "payload": self.cipher.seal(payload),
            "status": Status.WAITING,
            "received_at": at,
            "not_before": at,
            "attempts": 0,
            "rank": int(own),
        }
        try:
            with self.conn.begin_nested():
                self.conn.execute(_INTO_INBOX, row)
        except IntegrityError:
            return False
        return True

    def claim(self, now: datetime) -> Letter | None:
        """Take the oldest message that is due, of a conversation in which none is under way.

        One gateway claims at a time: else one could take what somebody sent while another, in the
        same moment, takes what Zwaan says by itself to the same person.
        """
        one_at_a_time(self.conn, "claim")
        row = self.conn.execute(_CLAIM, {"now": now}).first()
        if row is None:
            return None
        changes = {"claimed_until": now + LEASE, "attempts": row.attempts + 1}
        self._set(row.id, changes)
        return Letter(
            id=row.id,
            channel=row.channel,
            conversation=row.conversation,
            key=row.key,
            payload=self.cipher.open(row.payload),
            situation=self.cipher.open(row.situation) if row.situation else None,
            received_at=row.received_at,
            attempts=row.attempts + 1,
            own=bool(row.rank),
        )

    def note_situation(self, letter: int, situation: str) -> None:
        """Keep the situation in which a message was first taken up, for every later try."""
        self._set(letter, {"situation": self.cipher.seal(situation)})

    def put_back(self, letter: Letter, until: datetime, counts: bool) -> None:
        """Let a message wait until a moment; the conversation waits with it.

        ``counts``: this try was one; else the engine was only away.
        """
        attempts = letter.attempts if counts else letter.attempts - 1
        self._set(
            letter.id,
            {"claimed_until": None, "not_before": until, "attempts": attempts},
        )

    def close(self, letter: Letter, replies: Sequence[str], at: datetime) -> None:
        """Put the replies in the outbox and end the message, both or neither."""
        for reply in replies:
            self.post(letter.channel, letter.conversation, reply, at)
        self._set(letter.id, {"status": Status.DONE, **_EMPTY})
        self.conn.execute(_FORGET_PAGES, {"of": str(letter.id)})

    def set_aside(self, letter: Letter, error: str) -> None:
        """End a message that cannot be handled, with the name of its error; its text goes."""
        self._set(letter.id, {"status": Status.SET_ASIDE, "error": error[:200], **_EMPTY})
        self.conn.execute(_FORGET_PAGES, {"of": str(letter.id)})

    def release_all(self) -> None:
        """Give back every claim; for a gateway that starts and knows that it is the only one."""
        self.conn.execute(update(inbox).values(claimed_until=None))

    def post(self, channel: str, conversation: str, payload: str, at: datetime) -> None:
        """Put something in the outbox."""
        row = {
            "channel": channel,
            "conversation": conversation,
            "payload": self.cipher.seal(payload),
            "status": Status.WAITING,
            "queued_at": at,
        }
        self.conn.execute(_INTO_OUTBOX, row)

    def waiting_for(self, conversation: str, after: int) -> list[Parcel]:
        """What was not yet seen in a conversation, later than the parcel ``after``, in order."""
        rows = self.conn.execute(_UNSEEN, {"of": conversation, "after": after})
        return [Parcel(row.id, self.cipher.open(row.payload)) for row in rows]

    def conversations_to_send(self, channel: str) -> list[str]:
        """Every conversation of a channel that has something in the outbox, oldest first."""
        return list(self.conn.scalars(_TO_SEND, {"channel": channel}))

    def gone(self, parcel: int) -> None:
        """A parcel was sent, and is no longer kept here."""
        self.conn.execute(_GONE, {"parcel": parcel})

    def seen(self, conversation: str, up_to: int) -> None:
        """What a person has seen is no longer kept here."""
        self.conn.execute(_SEEN, {"of": conversation, "up_to": up_to})

    def show(self, conversation: str, keys: Sequence[Key], at: datetime, more: bool) -> None:
        """Keep the buttons that somebody sees now. ``more``: beside those that they saw."""
        keys = [*self.shown(conversation), *keys][-MOST_KEYS:] if more else keys
        sealed = self.cipher.seal(json.dumps([[key.title, key.token] for key in keys]))
        row = {"keys": sealed, "shown_at": at}
        if not self.conn.execute(_SHOW_OTHERS, {"of": conversation, **row}).rowcount and keys:
            self.conn.execute(insert(keyboards), {"conversation": conversation, **row})

    def shown(self, conversation: str) -> list[Key]:
        """The buttons that somebody has before them, oldest first."""
        sealed = self.conn.scalar(_SHOWN, {"of": conversation})
        return [Key(*each) for each in json.loads(self.cipher.open(sealed))] if sealed else []

    def waiting(self, conversation: str) -> int:
        """How many messages of this conversation wait for their reply."""
        return self.conn.scalar(_WAITING, {"of": conversation}) or 0

    def conversations_waiting(self) -> list[tuple[str, str]]:
        """Every conversation, with its channel, of somebody who waits for an answer."""
        query = select(inbox.c.conversation, inbox.c.channel).where(
            inbox.c.status == Status.WAITING, inbox.c.rank == 0
        )
        return [(row.conversation, row.channel) for row in self.conn.execute(query.distinct())]

    def forget(self, conversation: str) -> None:
        """Erase all of a conversation, except messages that are still under way."""
        self.conn.execute(delete(outbox).where(outbox.c.conversation == conversation))
        self.conn.execute(delete(keyboards).where(keyboards.c.conversation == conversation))
        over = inbox.c.status != Status.WAITING
        self.conn.execute(delete(inbox).where(inbox.c.conversation == conversation, over))

    def sweep(self, before: datetime) -> int:
        """Forget the keys of messages that were handled before a moment, and unseen replies."""
        old = self.conn.execute(
            delete(inbox).where(inbox.c.status != Status.WAITING, inbox.c.received_at < before)
        )
        self.conn.execute(delete(outbox).where(outbox.c.queued_at < before))
        self.conn.execute(delete(keyboards).where(keyboards.c.shown_at < before))
        return old.rowcount

    def counts(self) -> dict[str, int]:
        """How many messages stand in each status; for checks and for the curious."""
        query = select(inbox.c.status, func.count()).group_by(inbox.c.status)
        return {row[0]: row[1] for row in self.conn.execute(query)}

    def _set(self, letter: int, values: dict[str, Any]) -> None:
        self.conn.execute(_LETTER, {"letter": letter, **values})
