"""A person with patience on Telegram: waits for the next question, however often this one comes."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Self

from bot.connectors.telegram.inbound import CHANNEL
from bot.core.identity import conversation_id
from tests.bot_api.messages import Message
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.patient import WAIT, NoReply

SKIP = "Overslaan"  # the button that every question has, and that names it
OPENING = (
    ("tap", "Ja, dat", "Waar gaat het over?"),
    ("tap", "Eén kind", "Hoe noemen we het kind"),
    ("say", "Vlinder", "Wat wil Vlinder zelf?"),
    ("say", "weer gewoon naar school", "Waar moet het naartoe?"),
    ("say", "een fijne plek in de klas", "Wat is jouw rol"),
    ("say", "leerkracht", "1 van 3"),
)


@dataclass
class TelegramPatient:
    """The same acts and looks as ``tests.harness.patient.Patient``."""

    person: TelegramPerson

    @classmethod
    async def come_in(cls, api: FakeBotApi) -> Self:
        """Someone who consented and stands at the first question of a case."""
        patient = cls(api.person("Anna", language="nl"))
        patient.person.start()
        await patient._hears("Mag ik bewaren")
        for act, what, expected in OPENING:
            getattr(patient.person, act)(what)
            await patient._hears(expected)
        return patient

    async def send(self, kind: str, content: str) -> None:
        assert kind == "text"
        self.person.say(content)

    async def reply(self) -> dict[str, Any]:
        """What the next question came with. NoReply when none comes."""
        before = self.question
        deadline = time.monotonic() + WAIT
        while self.question == before:
            if time.monotonic() > deadline:
                raise NoReply(f"the last was: {self._last.text}")
            await asyncio.sleep(0.02)
        return {"text": self._last.text}

    def conversation(self, secret: bytes) -> str:
        return conversation_id(secret, CHANNEL, str(self.person.user_id))

    @property
    def question(self) -> str:
        """The id of the question that was put last."""
        return self.questions[-1]

    def out_of_order(self, asked: list[str]) -> bool:
        """Whether a question came before one that was asked earlier had come at all."""
        return list(dict.fromkeys(self.questions))[: len(asked)] != asked

    async def close(self) -> None:
        """Nothing is open."""

    async def _hears(self, text: str) -> None:
        await self.person.until(lambda: bool(self.person.see()) and text in self._last.text, WAIT)

    @property
    def _last(self) -> Message:
        return self.person.see()[-1]

    @property
    def questions(self) -> list[str]:
        """The ids of all questions that were put, oldest first."""
        return [
            button["callback_data"].rpartition("question=")[2]
            for message in self.person.see()
            for row in message.keyboard
            for button in row
            if button["text"] == SKIP
        ]
