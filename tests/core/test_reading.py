"""Answer or command? Everything is an answer, unless it is short and clearly a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.reading.intents import ANSWER, DOUBTFUL, GREET, SHORT, SURE, Reading
from bot.core.reading.rule import read
from bot.core.record import Pending
from bot.core.situation import Loop, Situation

ASKED = Situation("nl", Loop.REFLECTION)
FILLING_IN = Situation("nl", Loop.CASE, "wish")
ADDING = Situation("nl", Loop.OWN_QUESTION)
INVITING = Situation("nl", Loop.INVITING)
FREE = Situation("nl", Loop.NOTHING)
STRANGER = Situation("nl", Loop.STRANGER)
SETTLING = Situation("nl", Loop.REFLECTION, pending=Pending.ERASE)
KIND = Situation("nl", Loop.CASE, "kind")
TELLING = Situation("nl", Loop.TELLING)
LEAVING = Situation("nl", Loop.TELLING, pending=Pending.LEAVE)
CLOSING = Situation("nl", Loop.REFLECTION, pending=Pending.CLOSE)
JOINING = Situation("nl", Loop.REFLECTION, pending=Pending.JOIN)
LONG = "sla die vraag maar even over want hij wil niet"  # ten words

TABLE = [
    # while a question is open
    (ASKED, "sla over", "skip", 0.9, Reading("skip")),
    (ASKED, "sla over", "skip", SURE, Reading("skip")),
    (ASKED, "sla over", "skip", 0.6, Reading(ANSWER, doubt="skip")),
    (ASKED, "sla over", "skip", DOUBTFUL, Reading(ANSWER, doubt="skip")),
    (ASKED, "sla over", "skip", 0.3, Reading(ANSWER)),
    (ASKED, LONG, "skip", 0.99, Reading(ANSWER)),
    (ASKED, "hij moet leren stoppen", "pause", 0.92, Reading(ANSWER, doubt="pause")),
    (ASKED, "geen pauze meer", "pause", 0.99, Reading(ANSWER, doubt="pause")),
    (ASKED, "she wants to stop", "pause", 0.92, Reading(ANSWER, doubt="pause")),
    (ASKED, "hijgend kwam ik aan", ANSWER, 0.9, Reading(ANSWER)),
    (ASKED, "weg ermee", "undo", 0.92, Reading(ANSWER, doubt="undo")),
    (ASKED, "maak ongedaan", "undo", 0.99, Reading("undo")),
    (FREE, "maak ongedaan", "undo", 0.8, Reading("undo")),
    (ASKED, "hij komt niet", ANSWER, 0.5, Reading(ANSWER)),
    (ASKED, "\u2060/change my answer", "change_answer", 0.9, Reading(ANSWER)),
    # who reads along may be asked at length; how an agreement goes is told by its number
    (
        ASKED,
        "wie kan er lezen wat ik over zijn vader heb geschreven?",
        ANSWER,
        0.9,
        Reading("ask_privacy"),
    ),
    (JOINING, "kan mijn moeder lezen wat ik hier typ", ANSWER, 0.9, Reading("ask_privacy")),
    (STRANGER, "kan school zien wat ik hier ga typen?", GREET, 0.2, Reading("ask_privacy")),
    (STRANGER, "kan hij zien wat er op het bord staat?", GREET, 0.2, Reading(GREET)),
    (STRANGER, "kan school lezen wat ik hier zeg, ook later?", GREET, 0.2, Reading("ask_privacy")),
    (ASKED, "kan ik mijn antwoorden zien", "my_answers", 0.9, Reading("my_answers")),
    (ASKED, "afspraak 1 is gedaan", ANSWER, 0.9, Reading("agreements")),
    (ASKED, "de afspraak met de huisarts is gedaan", ANSWER, 0.9, Reading(ANSWER)),
    (ASKED, "dat van die school wil ik terug", ANSWER, 0.9, Reading("release")),
    # what is about Zwaan's own weekly check-in may be unsure, and take a few words
    (ASKED, "weekcheck weer aan", "rhythm", DOUBTFUL, Reading("rhythm")),
    (
        ASKED,
        "kan de weekcheck op donderdag om half tien komen graag",
        "rhythm",
        0.5,
        Reading("rhythm"),
    ),
    (ASKED, "weekcheck weer aan", "rhythm", 0.3, Reading(ANSWER)),
    (ASKED, "hij wil de weekcheck niet doen", "rhythm", 0.6, Reading(ANSWER, doubt="rhythm")),
    (ASKED, "ik ben volgende week weg, geen weekcheck dan", "rhythm", 0.6, Reading("rhythm")),
    (ASKED, "geen weekcheck van 3 mei tot 14 mei", ANSWER, 0.5, Reading("rhythm")),
    (ASKED, "skip the check-in", ANSWER, 0.5, Reading("rhythm")),
    (ASKED, "move my weekly check-in to wednesday", ANSWER, 0.5, Reading("rhythm")),
    (ASKED, "can the check-in come at half past nine on thursday", ANSWER, 0.5, Reading("rhythm")),
    (ASKED, "no more check-ins please", ANSWER, 0.5, Reading("rhythm")),
    (ASKED, "make sure the check-in with mum happens", ANSWER, 0.5, Reading(ANSWER)),
    (
        ASKED,
        "the mentor does a check-in every day",
        "check_in",
        0.6,
        Reading(ANSWER, doubt="check_in"),
    ),
    # what means nothing while something is asked is no other reading of an answer either
    (ASKED, "how long do you keep it?", "read_more", 0.4, Reading(ANSWER, doubt="help")),
    (ASKED, "keep it with us", "keep_held", 0.6, Reading(ANSWER)),
    (ASKED, "ja", "affirm", 0.99, Reading(ANSWER)),
    (ASKED, "nee", "deny", 0.99, Reading(ANSWER)),
    (ASKED, "hallo", GREET, 0.9, Reading(GREET)),
    (ASKED, "dank je wel", "thanks", 0.9, Reading("thanks")),
    (ASKED, "hallo hij zegt niets", GREET, 0.99, Reading(ANSWER)),
    (ASKED, "hallo", GREET, 0.5, Reading(ANSWER)),
    # while a case is set up, or a question is added
    (FILLING_IN, "weer naar school", "resume", 0.6, Reading(ANSWER, doubt="resume")),
    (FILLING_IN, "help", "help", 0.9, Reading("help")),
    (FILLING_IN, "laat maar", "undo", 0.9, Reading("deny")),
    (FILLING_IN, "laat maar eens zien wat hij kan", ANSWER, 0.9, Reading(ANSWER)),
    (INVITING, "laat maar", "undo", 0.9, Reading("deny")),
    (INVITING, "de wijkagent", ANSWER, 0.9, Reading(ANSWER)),
    (ADDING, "laat maar", "drop_question", 0.9, Reading("drop_question")),
    (ADDING, "ja", "affirm", 0.9, Reading(ANSWER)),
    # while nothing is open
    (FREE, "mijn antwoorden", "my_answers", 0.5, Reading("my_answers")),
    (FREE, "mijn antwoorden", "my_answers", 0.3, Reading(ANSWER)),
    (FREE, "ja", "affirm", 0.5, Reading("affirm")),
    (FREE, "moeder belde net", ANSWER, 0.9, Reading(ANSWER)),
    # sharing, and what is asked of Zwaan in passing
    (ASKED, "toch niet delen", ANSWER, 0.9, Reading("release")),
    (TELLING, "dit mag de juf lezen", "ask_privacy", 0.95, Reading("release")),
    (INVITING, "delen met de juf", ANSWER, 0.9, Reading(ANSWER)),
    (ASKED, "werkt die knop ook?", ANSWER, 0.98, Reading(ANSWER, doubt="help")),
    (TELLING, "werkt die knop ook?", ANSWER, 0.98, Reading(ANSWER)),
    (ASKED, "wie heeft de regie?", ANSWER, 0.98, Reading(ANSWER)),
    (
        ASKED,
        "can I correct what I said about the goal?",
        "change_answer",
        0.99,
        Reading(ANSWER, doubt="change_answer"),
    ),
    # while a case is begun: not knowing, and asking what is meant
    (KIND, "dunno", "deny", 0.9, Reading(ANSWER)),
    (KIND, "toch maar niet", "deny", 0.9, Reading("deny")),
    (KIND, "what do you mean by a challenge?", "explain", 0.6, Reading("explain")),
    (FILLING_IN, "hoezo de wens", ANSWER, 0.5, Reading("explain")),
    (FILLING_IN, "mag ik weer naar mijn oude school?", ANSWER, 0.9, Reading(ANSWER)),
    (FILLING_IN, "hoe lang bewaar je dit?", "ask_period", 0.9, Reading("ask_period")),
    # before consent
    (STRANGER, "👍", ANSWER, 0.9, Reading("affirm")),
    (STRANGER, "mij best", ANSWER, 0.9, Reading("affirm")),
    (STRANGER, "no thanks, i've told my story enough times", ANSWER, 0.9, Reading("deny")),
    (STRANGER, "nee, school belt alweer", ANSWER, 0.9, Reading(GREET)),
    (STRANGER, "hoezo?", "explain", 0.9, Reading("ask_about")),
    (STRANGER, "hoe lang bewaar je dit", "ask_period", 0.9, Reading("ask_period")),
    (STRANGER, "ja hoor", "affirm", 0.5, Reading("affirm")),
    (STRANGER, "hoeveel tijd kost dit, ik heb 4 min", "ask_left", 0.9, Reading("ask_left")),
    (STRANGER, "idk", "affirm", 0.9, Reading(GREET)),
    (STRANGER, "huh?", "explain", 0.9, Reading("ask_about")),
    (STRANGER, "vind ik prima zo", "affirm", 0.5, Reading(GREET)),
    (STRANGER, "vind ik prima zo", "affirm", 0.9, Reading("affirm")),
    (STRANGER, "-", "affirm", 0.99, Reading(GREET)),
    (STRANGER, "!", "affirm", 0.99, Reading(GREET)),
    (SETTLING, "👍", "affirm", 0.99, Reading(ANSWER)),
    (STRANGER, "wie leest dit", "ask_privacy", 0.5, Reading("ask_privacy")),
    (STRANGER, "sla over", "skip", 0.99, Reading(GREET)),
    (STRANGER, LONG, "affirm", 0.99, Reading(GREET)),
    (STRANGER, "hoi", "affirm", 0.2, Reading(GREET)),
    # while a yes or no is asked for
    (SETTLING, "ja", "affirm", 0.5, Reading("affirm")),
    (SETTLING, "nee", "deny", 0.5, Reading("deny")),
    (SETTLING, "sla over", "skip", 0.5, Reading("skip")),
    (SETTLING, "annuleren", "undo", 0.99, Reading("deny")),
    (SETTLING, LONG, "affirm", 0.99, Reading(ANSWER)),
    (SETTLING, "hm", "affirm", 0.2, Reading("explain")),
    (SETTLING, "wacht", ANSWER, 0.9, Reading("explain")),
    (SETTLING, "what happens to what others wrote?", "read_together", 0.9, Reading("explain")),
    (SETTLING, "wie leest dit?", "ask_privacy", 0.9, Reading("ask_privacy")),
    (LEAVING, "ik wil stoppen met deze casus", "close_case", 0.9, Reading("leave")),
    (CLOSING, "ik wil stoppen met deze casus", "leave", 0.9, Reading("close_case")),
    (JOINING, "mij best", ANSWER, 0.9, Reading("affirm")),
    (JOINING, "liever niet", ANSWER, 0.9, Reading("deny")),
]
INTENTS = st.sampled_from(["skip", "affirm", "deny", GREET, "thanks", "help", ANSWER, "my_answers"])
SITUATIONS = st.sampled_from([ASKED, FILLING_IN, ADDING])


@pytest.mark.parametrize(("situation", "text", "intent", "confidence", "wanted"), TABLE)
def test_a_text_is_taken_as_it_was_most_likely_meant(
    situation: Situation, text: str, intent: str, confidence: float, wanted: Reading
) -> None:
    assert read(text, [(intent, confidence), ("other", 0.01)], situation) == wanted


def test_without_any_guess_a_text_is_an_answer() -> None:
    assert read("hm", [], ASKED) == Reading(ANSWER)


def test_without_any_guess_a_stranger_is_greeted() -> None:
    assert read("hm", [], STRANGER) == Reading(GREET)


@given(INTENTS, st.floats(0, 1), SITUATIONS, st.integers(SHORT + 1, 40))
def test_a_long_text_is_never_a_command_while_something_is_asked(
    intent: str, confidence: float, situation: Situation, words: int
) -> None:
    assert read("woord " * words, [(intent, confidence)], situation) == Reading(ANSWER)


@given(INTENTS, st.floats(0, 1), SITUATIONS, st.integers(1, SHORT))
def test_a_doubt_is_only_ever_about_another_reading_than_answer(
    intent: str, confidence: float, situation: Situation, words: int
) -> None:
    found = read("woord " * words, [(intent, confidence)], situation)
    assert found.doubt is None or (found.intent == ANSWER and found.doubt not in (ANSWER, GREET))
