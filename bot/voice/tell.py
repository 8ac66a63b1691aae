"""Listening to someone who tells it in their own way."""

from bot.core.method import Cell
from bot.core.record import Membership, Note, Visibility
from bot.core.reply import Button, Reply
from bot.services.standing import Standing
from bot.voice.join import manner
from bot.voice.speech import Speech, titled

TO = {Visibility.ME: "to_me", Visibility.TEAM: "to_team", Visibility.EVERYONE: "to_everyone"}
BRIEF = 12  # words; to less than this, one open question may come back
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


def ask_name(speech: Speech) -> Reply:
    return speech.reply("tell.which_name", speech.button("not_naming", "deny", to="naming"))


def heard(speech: Speech, at: Standing, note: Note, nth: int) -> Reply:
    """A word of thanks, who can read it, and at most one open question back."""
    lines = [speech.say("tell.heard", nth), readers(speech, note.visibility)]
    if len(note.text.split()) < BRIEF:
        lines.append(speech.say(f"tell.more_{manner(at.part.group)}", nth, alias=at.case.alias))
    buttons = (
        *release_buttons(speech, note.id, note.visibility),
        speech.button("theme", stays=True, note=note.id),
        speech.button("drop_note", stays=True, note=note.id),
    )
    return Reply(" ".join(lines), speech.language, buttons=buttons)


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
