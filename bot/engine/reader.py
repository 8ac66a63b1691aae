"""The last word on what a text is: danger, a command, or an answer (``bot.core.reading``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.utils.io import read_yaml_file

from bot.core.check_in_said import tells_how_it_goes
from bot.core.reading.intents import (
    AGREEMENTS,
    ALARMING,
    ANSWER,
    ANSWER_TO,
    CONCERNING,
    DANGER,
    EDIT_ANSWER,
    RHYTHM,
    SHORT,
    UNCLEAR,
    Reading,
)
from bot.core.reading.rule import read
from bot.core.safety import DangerLexicon
from bot.core.situation import Loop, Situation
from bot.core.telling import half_yes
from bot.engine.danger_sense import SENSED

INVITE, REVOKE, PARTY = "invite", "revoke", "party"
_ALSO = re.compile(r"\A(?:en|and)\b|\b(?:ook|nog|too|also|as well)\b", re.IGNORECASE)
# Where people tell; elsewhere a name, a day or a role is asked, and only plain words are danger.
TOLD_IN = (Loop.STRANGER, Loop.NOTHING, Loop.REFLECTION, Loop.TELLING, Loop.CHECKING_IN)
FEWEST = 4  # words; in fewer nothing is told that plain words of danger do not say
_UNKNOWN = Situation("nl", Loop.NOTHING)  # for `rasa shell` and `rasa test`, where none comes along


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Reader(GraphComponent):
    """Reads each message after the classifier, in the situation that came with it."""

    def __init__(self, lexicon: DangerLexicon) -> None:
        self._lexicon = lexicon

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"lexicon": "data/safety/danger.yml"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Reader:
        return cls(DangerLexicon.build(read_yaml_file(config["lexicon"])))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or [message.get(INTENT) or {}]
            reading = self._read(message, [(i.get("name") or "", i["confidence"]) for i in ranking])
            message.set(INTENT, {"name": reading.intent, "confidence": 1.0}, True)
            heard = [
                ("doubt", reading.doubt),
                ("danger", reading.danger),
                ("concern", reading.concern),
            ]
            noted = [{"entity": name, "value": value} for name, value in heard if value]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *noted], True)
            message.set(INTENT_RANKING_KEY, [], True)  # it was read; actions need not be sent it
        return messages

    def _read(self, message: Message, ranking: list[tuple[str, float]]) -> Reading:
        text = message.get(TEXT) or ""
        if kind := self._lexicon.detect(text):
            return Reading(DANGER, danger=kind)
        metadata = message.get(METADATA) or {}
        data = metadata.get("situation")
        situation = Situation.from_dict(data) if data else _UNKNOWN
        sensed, chance = message.get(SENSED) or (UNCLEAR, 0.0)
        tells = situation.loop in TOLD_IN and len(text.split()) >= FEWEST
        heard = chance if tells else 0.0
        if heard >= ALARMING:
            return Reading(DANGER, danger=sensed)
        reading = _read_calmly(message, text, ranking, situation)
        if heard >= CONCERNING and reading.intent in (ANSWER, ANSWER_TO):
            return replace(reading, concern=sensed)
        return reading


def _read_calmly(
    message: Message, text: str, ranking: list[tuple[str, float]], situation: Situation
) -> Reading:
    """What a text is in which there is no danger, or none that is clear."""
    about = (message.get(METADATA) or {}).get("about") or {}
    if "edits" in about:  # an earlier message with new words
        return Reading(EDIT_ANSWER)
    if about.get("beside") == AGREEMENTS and "of" in about and tells_how_it_goes(text):
        return Reading(AGREEMENTS)  # of the one that is shown
    reading = read(text, ranking, situation)
    if reading.intent == ANSWER and (meant := _meant_beside(text, about, message)):
        return Reading(meant, danger=UNCLEAR if meant == DANGER else None)
    if "answers" in about and reading.intent == ANSWER:  # it was a reply to a question
        return Reading(ANSWER_TO)
    return reading


def _meant_beside(text: str, about: Mapping[str, str], message: Message) -> str | None:
    """The command that a short text is, because of what stands on the screen; None: it is none."""
    words = len(text.split())
    if about.get("beside") == DANGER and half_yes(text):
        return DANGER  # it was asked whether somebody is not safe
    if about.get("shown") == RHYTHM and words <= SHORT:  # a day or a time was asked for
        return RHYTHM
    names_somebody = any(found["entity"] == PARTY for found in message.get(ENTITIES, []))
    if about.get("beside") == REVOKE and names_somebody and words <= SHORT and _ALSO.search(text):
        return INVITE  # an invitation was made, and there is another one to be asked
    return None
