"""Taking messages from the inbox, one conversation at a time, and asking the engine what to say."""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.command import Command
from bot.core.language import Language
from bot.core.reply import Reply
from bot.core.situation import Situation
from bot.engine.client import EngineAsleep, EngineClient, EngineFailed
from bot.gateway.presenter import Presenter
from bot.gateway.signals import Signals, wait
from bot.services.ports import Letter, Record
from bot.services.standing import situation_of
from bot.store.mailbox import Mailbox
from bot.wiring import Workshop

log = logging.getLogger(__name__)

AT_ONCE = 4  # turns under way together, each of another conversation
MOST_TRIES = 3  # a message that fails this often is set aside
RETRY = timedelta(seconds=1)
LOOK_EVERY = 2.0  # seconds; for messages that another gateway took in
PEEK_EVERY = 0.4  # seconds; while the engine is away

# Commands of the buttons with which Zwaan asks something that nobody asked it.
ASKED_BY_ITSELF = frozenset({"check_in", "confirm"})
# Commands of buttons beside which nothing else is put: danger, worry, a yes to what ends a thing.
ALONE = frozenset({"danger", "keep_held", "ask_help", "affirm"})

INBOX = "inbox"  # rung when a message comes in
AWAKE = "awake"  # rung when the engine comes or goes


@dataclass
class Turns:
    """The loop from inbox to outbox. ``awake`` tells whether the engine takes turns now."""

    shop: Workshop
    engine: EngineClient
    presenter: Presenter
    signals: Signals
    now: Callable[[], datetime]
    awake: bool = False
    _was_awake: bool = False
    _under_way: int = 0
    _more: bool = False  # there was no room for all that may wait
    _told: set[str] = field(default_factory=set)  # who was told that the engine is away

    async def run(self) -> None:
        """Work for ever, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch_engine())
            tasks.create_task(self._dispatch(tasks))

    async def until_awake(self) -> None:
        """Wait until the engine takes turns for the first time."""
        with self.signals.listen(AWAKE) as bell:
            while not self.awake:
                await wait(bell, LOOK_EVERY)

    async def _dispatch(self, tasks: asyncio.TaskGroup) -> None:
        """Take up messages as they come due, as many as may be under way, each handled beside
        the others."""
        with self.signals.listen(INBOX) as bell:
            while True:
                room = AT_ONCE - self._under_way
                taken = await self._take_up(room) if self.awake else ()
                for letter, situation in taken:
                    self._under_way += 1
                    tasks.create_task(self._turn(letter, situation))
                self._more = len(taken) == room
                if not (self._more and self._under_way < AT_ONCE):
                    await wait(bell, LOOK_EVERY)

    async def _take_up(self, room: int) -> Sequence[tuple[Letter, Situation]]:
        """The next messages that are due; none when they cannot be had now."""
        if not room:
            return ()
        try:
            return await asyncio.to_thread(self._claim, room)
        except Exception:
            log.exception("the inbox cannot be read")
            await asyncio.sleep(PEEK_EVERY)
            return ()

    async def _turn(self, letter: Letter, situation: Situation) -> None:
        """Handle one message. What goes wrong in writing it down leaves it to a later try."""
        more = True
        try:
            more = await self._handle(letter, situation)
        except Exception:
            log.exception("a turn went wrong outside the engine")
            await asyncio.sleep(PEEK_EVERY)
        finally:
            self._under_way -= 1
        self.signals.ring(letter.conversation)
        self.signals.ring(letter.channel)
        if more or self._more:
            self.signals.ring(INBOX)

    async def _handle(self, letter: Letter, situation: Situation) -> bool:
        """Ask the engine and write down what it says. Whether the conversation has more to do."""
        try:
            replies = await self._replies(letter, situation)
            more = await asyncio.to_thread(self._close, letter, replies)
        except EngineAsleep as error:
            await asyncio.to_thread(self._put_back, letter, error.reached)
            self._rest()
            return True
        except (EngineFailed, ValueError) as error:  # ValueError: what cannot be sent
            await asyncio.to_thread(self._failed, letter, situation.language, str(error))
            return True
        self._told.discard(letter.conversation)
        return more

    async def _replies(self, letter: Letter, situation: Situation) -> Sequence[Reply]:
        payload = json.loads(letter.payload)
        if "text" in payload:
            return await self.engine.ask(
                letter, payload["text"], situation, payload["masked"], payload["about"]
            )
        if payload["command"] is None:
            text = self.shop.words.say(situation.language, "refused.button_unknown")
            return [Reply(text, situation.language)]
        return await self.engine.ask(letter, Command.from_json(payload["command"]), situation)

    def _claim(self, most: int) -> list[tuple[Letter, Situation]]:
        """The next messages, each with its situation, in one transaction."""
        taken: list[tuple[Letter, Situation]] = []
        with self.shop.mail(lasting=False) as (record, mailbox):
            while len(taken) < most and (letter := mailbox.claim(self.now())):
                taken.append((letter, _situation(record, mailbox, letter)))
        return taken

    def _close(self, letter: Letter, replies: Sequence[Reply]) -> bool:
        """End a message with its replies. Whether another of the conversation waits."""
        said = [reply for reply in replies if not reply.silent]
        again = () if any(map(_stands_alone, replies)) else self._still_open(letter)
        payloads = self.presenter.present_all([*said, *again], letter.conversation)
        # What was put once more counts as older than the rest: so it is put once more but once.
        keys = self.presenter.keyboard([*again, *said], letter.conversation)
        with self.shop.mail(lasting=False) as (_, mailbox):
            if any(reply.clears for reply in replies):
                mailbox.forget(letter.conversation)
            mailbox.close(letter, payloads, self.now())
            mailbox.show(letter.conversation, keys, self.now(), more=letter.own)
            return mailbox.waiting(letter.conversation) > 0

    def _still_open(self, letter: Letter) -> Sequence[Reply]:
        """What Zwaan asked by itself, with its buttons once more: the text was no reply to that."""
        said = json.loads(letter.payload)
        shown = said.get("about", {}).get("shown")
        if shown not in ASKED_BY_ITSELF:
            return ()
        with self.shop.look() as (_, mailbox):
            keys = mailbox.shown(letter.conversation)
        buttons = self.presenter.newest(keys, letter.conversation, shown)
        language: Language = said["language"]
        text = self.shop.words.say(language, "system.still_open")
        return [Reply(text, language, buttons=buttons, quiet=True)] if buttons else ()

    def _put_back(self, letter: Letter, counts: bool) -> None:
        with self.shop.mail() as (_, mailbox):
            mailbox.put_back(letter, self.now() + RETRY, counts)

    def _failed(self, letter: Letter, language: Language, error: str) -> None:
        """Try again a little later; after a few tries set aside, with an apology."""
        if letter.attempts < MOST_TRIES:
            self._put_back(letter, counts=True)
            return
        log.error("message %s was set aside: %s", letter.id, error)
        apology = self._sentence(letter.conversation, language, "system.apology")
        with self.shop.mail() as (_, mailbox):
            mailbox.set_aside(letter, error)
            mailbox.post(letter.channel, letter.conversation, apology, self.now())

    async def _watch_engine(self) -> None:
        """Notice when the engine comes and goes, and tell those who wait for it."""
        while True:
            ready = await self.engine.ready()
            if ready != self.awake:
                self.awake = ready
                self._was_awake = self._was_awake or ready
                log.info("the engine is %s", "awake" if ready else "away")
                self.signals.ring(AWAKE)
                self.signals.ring(INBOX)
            if not ready and self._was_awake:
                await asyncio.to_thread(self._tell_who_waits)
            await asyncio.sleep(LOOK_EVERY if ready else PEEK_EVERY)

    def _rest(self) -> None:
        self.awake = False
        self.signals.ring(AWAKE)

    def _tell_who_waits(self) -> None:
        with self.shop.look() as (record, mailbox):
            waiting = [w for w in mailbox.conversations_waiting() if w[0] not in self._told]
            languages = {c: situation_of(record, c, "nl").language for c, _ in waiting}
        for conversation, channel in waiting:
            self._told.add(conversation)
            sentence = self._sentence(conversation, languages[conversation], "system.asleep")
            with self.shop.mail() as (_, mailbox):
                mailbox.post(channel, conversation, sentence, self.now())

    def _sentence(self, conversation: str, language: Language, key: str) -> str:
        reply = Reply(self.shop.words.say(language, key), language, quiet=True)
        return self.presenter.present(reply, conversation)


def _stands_alone(reply: Reply) -> bool:
    """Whether nothing else may be asked beside it."""
    return reply.clears or any(button.command.intent in ALONE for button in reply.buttons)


def _situation(record: Record, mailbox: Mailbox, letter: Letter) -> Situation:
    """As it was when the message was first taken up; noted when that is now."""
    if letter.situation is not None:
        return Situation.from_dict(json.loads(letter.situation))
    language: Language = json.loads(letter.payload)["language"]
    situation = situation_of(record, letter.conversation, language)
    mailbox.note_situation(letter.id, json.dumps(situation.as_dict()))
    return situation
