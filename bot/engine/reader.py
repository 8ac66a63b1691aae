"""The last word on what a text is: danger, a command, or an answer (``bot.core.reading``)."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.utils.io import read_yaml_file

from bot.core.reading.intents import ANSWER, ANSWER_TO, DANGER, EDIT_ANSWER, RHYTHM, SHORT, Reading
from bot.core.reading.rule import read
from bot.core.safety import DangerLexicon
from bot.core.situation import Loop, Situation

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
            heard = [("doubt", reading.doubt), ("danger", reading.danger)]
            noted = [{"entity": name, "value": value} for name, value in heard if value]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *noted], True)
            message.set(INTENT_RANKING_KEY, [], True)  # it was read; actions need not be sent it
        return messages

    def _read(self, message: Message, ranking: list[tuple[str, float]]) -> Reading:
        text = message.get(TEXT) or ""
        kind = self._lexicon.detect(text)
        if kind:
            return Reading(DANGER, danger=kind)
        metadata = message.get(METADATA) or {}
        about = metadata.get("about") or {}
        if "edits" in about:  # an earlier message with new words
            return Reading(EDIT_ANSWER)
        data = metadata.get("situation")
        reading = read(text, ranking, Situation.from_dict(data) if data else _UNKNOWN)
        asked_when = about.get("shown") == RHYTHM and len(text.split()) <= SHORT
        if asked_when and reading.intent == ANSWER:
            return Reading(RHYTHM)
        if "answers" in about and reading.intent == ANSWER:  # it was a reply to a question
            return Reading(ANSWER_TO)
        return reading
