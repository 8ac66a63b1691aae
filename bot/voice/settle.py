"""Asking for a yes before something goes, and what it means."""

from bot.core.record import Case, Pending
from bot.core.reply import Reply
from bot.voice.care import ask_leave
from bot.voice.speech import Speech


def ask_erase(speech: Speech) -> Reply:
    buttons = (
        speech.button("erase", "affirm", to="erase"),
        speech.button("my_data"),
        speech.button("no", "deny", to="erase"),
    )
    return speech.reply("privacy.ask_erase", *buttons)


def ask_close(speech: Speech, case: Case) -> Reply:
    buttons = (
        speech.button("close_better", "affirm", to="close", why="better"),
        speech.button("close_elsewhere", "affirm", to="close", why="elsewhere"),
        speech.button("close_other", "affirm", to="close", why="other"),
        speech.button("no", "deny", to="close"),
    )
    return speech.reply("case.ask_close", *buttons, alias=case.alias)


def asked(speech: Speech, pending: Pending, case: Case | None) -> Reply | None:
    """What waits for a yes or a no, asked once more; None when nothing does."""
    if pending is Pending.ERASE:
        return ask_erase(speech)
    if pending is Pending.CLOSE and case:
        return ask_close(speech, case)
    if pending is Pending.LEAVE and case:
        return ask_leave(speech, case)
    return None


def explained(speech: Speech, pending: Pending) -> Reply:
    """What becomes of what one said, and of what others said."""
    return speech.line(f"settle.about_{pending}")
