"""A person who talks with Zwaan on Telegram, driven as one in a browser is (``tests.harness``)."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Self

from sqlalchemy import select

from bot.connectors.telegram.inbound import CHANNEL
from bot.core.identity import conversation_id
from bot.services.ports import Status
from bot.store.tables import inbox, outbox
from bot.wiring import Workshop
from tests.bot_api.messages import Message
from tests.bot_api.people import NoButton, TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.chat import NoButton as NoButtonHere

LOOK_EVERY = 0.05  # seconds
PATIENCE = 60.0  # seconds for all that is said to one message, at Telegram's pace


@dataclass
class Bustle:
    """Knows who is being answered: the messages under way, and what waits to be sent."""

    api: FakeBotApi
    shop: Workshop
    _busy: frozenset[str] = frozenset()
    _looked: asyncio.Condition = field(default_factory=asyncio.Condition)
    _task: "asyncio.Task[None] | None" = None

    def start(self) -> Self:
        self._task = asyncio.create_task(self._watch())
        return self

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self.shop.database.close()

    async def over(self, person: TelegramPerson) -> None:
        """Until all that this person did was answered, and the answers have arrived."""
        conversation = conversation_id(self.shop.database.secret(), CHANNEL, str(person.user_id))
        async with asyncio.timeout(PATIENCE):
            while any(_by(person, update.payload) for update in self.api.updates.waiting):
                await asyncio.sleep(LOOK_EVERY)
            async with self._looked:
                await self._looked.wait()  # a look that may have begun before
                await self._looked.wait_for(lambda: conversation not in self._busy)

    async def _watch(self) -> None:
        while True:
            busy = frozenset(await asyncio.to_thread(self._look))
            async with self._looked:
                self._busy = busy
                self._looked.notify_all()
            await asyncio.sleep(LOOK_EVERY)

    def _look(self) -> list[str]:
        with self.shop.database.read() as conn:
            waiting = inbox.c.status == Status.WAITING
            coming = conn.scalars(select(inbox.c.conversation).where(waiting))
            return [*coming, *conn.scalars(select(outbox.c.conversation))]


@dataclass
class TelegramChat:
    """The same acts and looks as ``tests.harness.chat.Chat``."""

    person: TelegramPerson
    bustle: Bustle
    seen: list[dict[str, Any]] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    longest: int = 4096  # several bubbles may stand in one message
    _seen_before: int = 0  # messages
    _heard_to: int = 0  # messages
    _new: list[Message] = field(default_factory=list)
    _buttons: list[tuple[Message, str, str]] = field(default_factory=list)  # all there ever were

    async def open(self) -> Self:
        return await self.say("/start")

    async def come_in(self, link: str) -> Self:
        """Open a link with an invitation."""
        self.person.start(link.rpartition("start=")[2])
        return await self._answered()

    async def wait(self) -> Self:
        """See what comes by itself."""
        await self.person.until(lambda: len(self.person.see()) > self._seen_before, PATIENCE)
        return await self._answered()

    async def hears(self, texts: list[str]) -> None:
        """Wait until all of this came in one message, since the last that was waited for so."""

        def found() -> int | None:
            said = [str(message.text or "") for message in self.person.see()]
            fits = (n for n, text in enumerate(said) if all(each in text for each in texts))
            return next((n for n in fits if n >= self._heard_to), None)

        await self.person.until(lambda: found() is not None, PATIENCE)
        await self._answered()
        here = found()
        assert here is not None
        self._heard_to = here + 1
        self._new = [self.person.see()[here]]
        self.seen = [_as_bubble(message) for message in self._new]

    async def reopen(self) -> Self:
        """There is but one window: whoever comes back presses Start again."""
        return await self.open()

    async def say(self, text: str) -> Self:
        self.person.say(text)
        return await self._answered()

    async def tap(self, title: str) -> Self:
        """Press a button, also one that was chosen from before: a client may be late to know."""
        try:
            self.person.tap(title)
        except NoButton as error:
            for message, name, data in reversed(self._buttons):
                if name.lower().startswith(title.lower()):
                    self.person.press(message, data)
                    break
            else:
                raise NoButtonHere(str(error)) from None
        return await self._answered()

    async def switch(self, language: str) -> Self:
        await self.say("/language")
        return await self.tap({"nl": "Liever Nederlands", "en": "In English"}[language])

    async def record(self) -> str:
        """All that is kept of this person, as they can download it."""
        await self.say("/mydata")
        documents = [message.document for message in self._new if message.document]
        assert documents, f"no document came, but:\n{self.text}"
        return documents[0].data.decode()

    @property
    def text(self) -> str:
        return "\n".join(said["text"] for said in self.seen)

    @property
    def buttons(self) -> list[str]:
        return [title for message in self._new for title in message.buttons]

    async def _answered(self) -> Self:
        await self.bustle.over(self.person)
        said = self.person.see()
        self._new, self._seen_before = said[self._seen_before :], len(said)
        self.seen = [_as_bubble(message) for message in self._new]
        self.history += self.seen
        self._buttons += [
            (message, button["text"], button["callback_data"])
            for message in self._new
            for row in message.keyboard
            for button in row
        ]
        return self


def _by(person: TelegramPerson, payload: dict[str, Any]) -> bool:
    return bool(payload.get("from", {}).get("id") == person.user_id)


def _as_bubble(message: Message) -> dict[str, Any]:
    """A message as the page's bubbles are looked at; the words of a picture are its caption."""
    return {
        "label": "",
        "text": message.text or ("(…)" if message.photo or message.document else ""),
        "buttons": [{"title": title} for title in message.buttons],
        "pictures": [{"alt": ""}] if message.photo else [],
        "files": [message.document] if message.document else [],
        "quiet": False,
    }
