"""The names by which readings are called, how sure one must be of them, and a reading itself."""

from dataclasses import dataclass

from bot.core.record import Pending

SHORT = 8  # words; longer is never a command while a question is open
TINY = 3  # words; a greeting or a thank-you is no longer than this
LONGER = 16  # words, in which somebody who tells may say that they want to go
SURE = 0.75  # the classifier's confidence from which a short text is a command
CERTAIN = 0.95  # the confidence that a drastic command asks for, and a longer text
ALARMING = 0.8  # how likely danger must be to stop for it, where no phrase of danger is in it
CONCERNING = 0.45  # from here on it is asked whether somebody is not safe
DOUBTFUL = 0.38  # from here on the command is offered as a button
HEARD = 0.5  # from here on a command is heard where nothing is asked but a yes or a no
ANSWER = "answer"
DANGER = "danger"
UNCLEAR = "unclear"  # a kind of danger
GREET = "greet"
EDIT_ANSWER = "edit_answer"
RHYTHM = "rhythm"
AGREEMENTS = "agreements"
ANSWER_TO = "answer_to"
MY_NAME = "my_name"
# Rasa takes a text that begins with "/" for a command. Nothing that a person types is one: the
# channel sets this invisible character before it (U+2060, word joiner), the actions take it off.
TYPED = "\u2060"
YES_NO = frozenset({"affirm", "deny"})
SOCIAL = frozenset({"greet", "thanks", "goodbye"})
ABOUT_ZWAAN = frozenset(
    {
        "ask_privacy",
        "ask_period",
        "ask_human",
        "ask_about",
        "ask_must",
        "ask_inviter",
        "change_language",
        "help",
        "my_data",
    }
)
DRASTIC = frozenset({"undo", "delete_answer", "close_case", "erase"})  # what takes something away
# What is asked for a yes before it is done.
CONFIRMED = (Pending.ERASE, Pending.LEAVE, Pending.CLOSE)
# Of which nothing can be meant while something is asked, so that they are never offered.
UNOFFERED = YES_NO | SOCIAL | {ANSWER, DANGER, "read_more", "keep_held", "drop_held"}


@dataclass(frozen=True)
class Reading:
    """How a text is taken: an intent, and the command that it might have been as well."""

    intent: str
    doubt: str | None = None
    danger: str | None = None  # the kind of danger, where it was heard
    concern: str | None = None  # the kind of danger that there may be in an answer


def doubted(intent: str, confidence: float) -> str | None:
    """What is offered as the other reading; None when there is none."""
    return intent if confidence >= DOUBTFUL and intent not in UNOFFERED else None
