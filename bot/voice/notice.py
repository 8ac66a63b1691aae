"""What Zwaan says by itself, in one small line."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.record import Case
from bot.core.reply import Reply
from bot.voice.member import role_name
from bot.voice.release import in_closed
from bot.voice.speech import Speech

WHAT = (
    "joined",
    "declined",
    "directs",
    "closed",
    "erased_soon",
    "asks_help",
    "rhythm_on",
    "rhythm_fits",
    "reopened",
    "renamed",
    "help_seen",
)
LEADS_TO = {
    "joined": "board",
    "directs": "case_card",
    "erased_soon": "my_data",
    "rhythm_on": "rhythm",
    "rhythm_fits": "rhythm",
}


def notice(speech: Speech, case: Case | None, about: Mapping[str, str]) -> Reply:
    """``about``: what, in which case, and the role of whom it is about. Silence, when that is no
    more."""
    what = about.get("what", "")
    if case is None or what not in WHAT:
        return Reply.silence(speech.language)
    role = speech.method.roles.get(about.get("role", ""))
    day = speech.day(case.erase_on) if case.erase_on else ""
    line = speech.line(
        f"notice.{what}",
        alias=case.alias,
        role=role_name(speech, role) if role else speech.say("member.someone"),
        day=day,
        before=about.get("before", ""),
    )
    next_step = LEADS_TO.get(what)
    if what == "asks_help":
        taken = speech.button("take_up", "ask_help", stays=True, to="taken", case=case.id)
        return replace(line, quiet=False, buttons=(taken,))
    if what == "reopened":
        return replace(line, buttons=in_closed(speech, case.id))
    if what == "closed":
        return replace(line, buttons=in_closed(speech, case.id))
    buttons = (speech.button(next_step, stays=True),) if next_step else ()
    return replace(line, buttons=buttons)
