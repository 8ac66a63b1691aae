"""Listening to someone who tells it in their own way."""

from bot.core.method import Cell
from bot.core.record import Membership, Note, Visibility
from bot.core.reply import Button, Reply
from bot.core.telling import asks_back
from bot.services.standing import Standing
from bot.voice.join import manner
from bot.voice.speech import Speech, doubt_button, titled

TO = {Visibility.ME: "to_me", Visibility.TEAM: "to_team", Visibility.EVERYONE: "to_everyone"}
BRIEF = 12  # words; to less than this, one open question may come back
LONG = 25  # words; from here on it is a whole story, and is thanked for as one
# Where something told may belong: its own words for each, and the cell of the method behind it.
THEMES = {
    "now": Cell.parse("explore.content"),
    "people": Cell.parse("explore.relation"),
    "feeling": Cell.parse("explore.emotion"),
    "rules": Cell.parse("explore.procedure"),
    "wish": Cell.parse("develop.content"),
}


def prompt(speech: Speech, part: Membership, alias: str) -> Reply:
    """Tell, whatever and whenever."""
    buttons = (speech.button("ask_me"), speech.button("read_together"), speech.button("help"))
    return speech.reply(f"tell.prompt_{manner(part.group)}", *buttons, alias=alias)


def back(speech: Speech, count: int) -> Reply:
    """To who comes back: all that they told, ``count`` pieces, is still there."""
    names = ("my_answers", "my_sharing", "ask_me")
    key = "tell.back_one" if count == 1 else "tell.back"
    return speech.reply(key, *(speech.button(name) for name in names), count=count)


def ask_name(speech: Speech) -> Reply:
    return speech.reply("tell.which_name", speech.button("not_naming", "deny", to="naming"))


def heard(speech: Speech, at: Standing, note: Note, nth: int, doubt: str | None = None) -> Reply:
    """A word of thanks, who can read it, and at most one open question back.

    ``doubt``: what it may have meant as well, which is offered.
    """
    kind, words = manner(at.part.group), len(note.text.split())
    asks = asks_back(note.text)
    lines = [speech.say("tell.heard" if words < LONG else f"tell.heard_long_{kind}", nth)]
    lines.append(readers(speech, note.visibility))
    if doubt or asks:
        lines = [speech.say("tell.meant_else" if doubt else "tell.asked_back"), *lines[1:]]
    elif words < BRIEF or words >= LONG:
        lines.append(speech.say(f"tell.more_{kind}", nth, alias=at.case.alias))
    meant = [doubt_button(speech, doubt, note=note.id)] if doubt else []
    if asks and not doubt:
        meant = [speech.button("ask_privacy"), speech.button("help")]
    buttons = (
        *meant,
        *release_buttons(speech, note.id, note.visibility),
        speech.button("theme", stays=True, note=note.id),
        speech.button("drop_note", stays=True, note=note.id),
    )
    return Reply(" ".join(lines), speech.language, buttons=buttons)


def shrugged(speech: Speech, part: Membership, nth: int) -> Reply:
    """To "idk" and "saai": nothing is kept of it, and nothing is asked."""
    buttons = (speech.button("ask_me"), speech.button("pause"))
    return speech.reply(f"tell.shrug_{manner(part.group)}", *buttons)


def themes(speech: Speech, part: Membership, note: str) -> Reply:
    """Where does it belong? Only its author says."""
    buttons = [
        titled(speech.say(f"tell.theme_{name}"), "theme", note=note, cell=cell.id)
        for name, cell in THEMES.items()
    ]
    return speech.reply("tell.which_theme", *buttons)


def readers(speech: Speech, visibility: Visibility) -> str:
    """Who can read it, in one short sentence."""
    return speech.say(f"release.reads_{visibility}")


def release_buttons(speech: Speech, piece: str, now: Visibility) -> list[Button]:
    """What it can become: the other two of me, team and everyone."""
    return [
        speech.button(title, "release", stays=True, piece=piece, to=str(each))
        for each, title in TO.items()
        if each is not now
    ]
