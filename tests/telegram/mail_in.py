"""What came in on Telegram, read beside the running gateway."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.connectors.telegram.inbound import CHANNEL
from bot.core.identity import conversation_id
from bot.settings import Settings
from bot.store.tables import addresses, inbox
from bot.wiring import Workshop, build_workshop, now
from tests.bot_api.messages import Standing
from tests.bot_api.people import TelegramPerson


@dataclass(frozen=True)
class MailIn:
    """Reads with the key of a stack."""

    shop: Workshop

    @classmethod
    def of(cls, settings: Settings) -> "MailIn":
        return cls(build_workshop(settings))

    def close(self) -> None:
        self.shop.database.close()

    def conversation(self, person: TelegramPerson) -> str:
        return conversation_id(self.shop.database.secret(), CHANNEL, str(person.user_id))

    def said(self, person: TelegramPerson | None = None) -> list[dict[str, Any]]:
        """The messages that wait, of one person or of all, oldest first."""
        query = select(inbox.c.payload).where(inbox.c.payload.is_not(None)).order_by(inbox.c.id)
        if person:
            query = query.where(inbox.c.conversation == self.conversation(person))
        with self.shop.database.read() as conn:
            sealed = list(conn.scalars(query))
        return [json.loads(self.shop.database.cipher.open(each)) for each in sealed]

    def texts(self, person: TelegramPerson) -> list[str]:
        return [each["text"] for each in self.said(person) if "text" in each]

    def addresses(self) -> list[str]:
        with self.shop.database.read() as conn:
            sealed = list(conn.scalars(select(addresses.c.address)))
        return [self.shop.database.cipher.open(each) for each in sealed]

    def unreachable(self, person: TelegramPerson) -> str | None:
        """Why this person cannot be sent to; None when they can."""
        of_person = addresses.c.conversation == self.conversation(person)
        with self.shop.database.read() as conn:
            return conn.scalar(select(addresses.c.unreachable_why).where(of_person))

    def waiting_to_be_sent(self, person: TelegramPerson) -> int:
        with self.shop.look() as (_, mailbox):
            return len(mailbox.waiting_for(self.conversation(person), 0))

    def broadcast(self, people: Sequence[TelegramPerson], text: str) -> None:
        """Put the same into the outbox for many, who wrote to the bot at some time before."""
        said = {
            "text": text, "label": "", "quiet": False, "clears": False, "ends": True,
            "language": "nl", "asks": None, "buttons": [], "pictures": [], "files": [],
        }  # fmt: skip
        with self.shop.post() as (mailbox, book):
            for person in people:
                person.chat.standing = Standing.OPEN
                conversation = self.conversation(person)
                book.note(conversation, CHANNEL, str(person.user_id))
                mailbox.post(CHANNEL, conversation, json.dumps(said), now())
