"""The usual bot's actions: each answer goes to SQLite when the form has it checked."""

import os
import sqlite3
from contextlib import closing
from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import AllSlotsReset, SlotSet
from rasa_sdk.executor import CollectingDispatcher

TABLE = """create table if not exists answers (
    id integer primary key, conversation text, question text, answer text,
    saved_at text default current_timestamp)"""


class ValidateReflectionForm(FormValidationAction):  # type: ignore[misc]
    """Saves what was answered and lets it stand."""

    def name(self) -> str:
        return "validate_reflection_form"

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        found = tracker.slots_to_validate().items()
        answered = {slot: value for slot, value in found if value and slot != "requested_slot"}
        for slot, value in answered.items():
            save(tracker.sender_id, slot, str(value))
        return [SlotSet(slot, value) for slot, value in answered.items()]


class ActionSubmit(Action):  # type: ignore[misc]
    """Empties the form; the next hello begins it again.

    Begun again in the same turn, Rasa would take the last answer for one of the new round too.
    """

    def name(self) -> str:
        return "action_submit"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_submit")
        return [AllSlotsReset()]


def save(conversation: str, question: str, answer: str) -> None:
    """One row an answer, in a connection and a transaction of its own."""
    with closing(sqlite3.connect(os.environ["USUAL_ANSWERS"])) as database, database:
        database.execute(TABLE)
        database.execute(
            "insert into answers (conversation, question, answer) values (?, ?, ?)",
            (conversation, question, answer),
        )
