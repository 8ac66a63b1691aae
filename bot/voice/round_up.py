"""The look back on a week, in words that everybody can read on a phone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.agreement import ABOVE, Agreement
from bot.core.method import Level
from bot.core.reply import Button, Reply
from bot.services.agenda import Agenda
from bot.services.look_back import Look
from bot.voice.agenda import listed
from bot.voice.agree import SAID, invite_above, who
from bot.voice.member import short_name
from bot.voice.obstacles import names_of
from bot.voice.speech import Speech, shorten

MONDAY = 1  # as in date.fromisocalendar


def round_up(speech: Speech, look: Look, asked: bool = False) -> Reply:
    """What moved, what is stuck or past its day, and for who directs the case who said nothing
    yet. ``asked``: somebody wants to see it now."""
    text = [
        *_title(speech, look),
        *_group(speech, look, "done", look.done),
        *_group(speech, look, "doing", look.doing),
        *_stuck(speech, look),
        *_group(speech, look, "past", look.past),
        *_talking(speech, look),
        *_long(speech, look),
        *_obstacles(speech, look),
        *_people(speech, look),
    ]
    buttons = [*_buttons(speech, look), *(_further(speech, look) if asked else ())]
    return Reply("\n".join(text), speech.language, buttons=tuple(buttons))


def no_rhythm(speech: Speech, seen: Agenda) -> Reply:
    """Nobody is asked every week: what stands open of the agreements, or how to begin."""
    start = speech.button("rhythm_start", "rhythm", to="on")
    if not seen.live:
        buttons = (start, speech.button("new_agreement", "agree"), speech.button("resume"))
        return speech.reply("round_up.begin", *buttons, alias=seen.case.alias)
    shown = listed(speech, seen)
    text = f"{speech.say('round_up.no_rhythm')}\n\n{shown.text}"
    return replace(shown, text=text, buttons=(*shown.buttons, start))


def _title(speech: Speech, look: Look) -> list[str]:
    monday = date.fromisocalendar(int(look.week[:4]), int(look.week[-2:]), MONDAY)
    lines = [speech.say("round_up.title", alias=look.case.alias, day=speech.day_of(monday))]
    if not (look.done or look.doing or look.stuck):
        lines.append(speech.say("round_up.nothing"))
    return lines


def _group(speech: Speech, look: Look, name: str, found: Sequence[Agreement]) -> list[str]:
    if not found:
        return []
    lines = [_line(speech, look, agreement) for agreement in found]
    return ["", speech.say(f"round_up.{name}"), *lines]


def _line(speech: Speech, look: Look, agreement: Agreement, more: str = "") -> str:
    """An agreement with who does it; and with its day, when that is past."""
    text = speech.say(
        "round_up.line", text=_said(agreement), who=who(speech, agreement, look.authors) + more
    )
    if agreement.due and agreement.past(look.today):
        text = speech.say("round_up.line_past", line=text, day=speech.day_of(agreement.due))
    return text


def _stuck(speech: Speech, look: Look) -> list[str]:
    if not look.stuck:
        return []
    lines = ["", speech.say("round_up.stuck")]
    for agreement in look.stuck:
        level = speech.method.levels[agreement.level or Level.EXECUTING].in_(speech.language).name
        lines.append(_line(speech, look, agreement, f", {level}"))
        if agreement.need:
            need = shorten(agreement.need, SAID)
            lines.append(speech.say("round_up.line_need", text=need))
    return lines


def _talking(speech: Speech, look: Look) -> list[str]:
    """What waits until its doer has talked about it."""
    if not look.talking:
        return []
    lines = ["", speech.say("round_up.talking")]
    for each in look.talking:
        since = speech.say("round_up.since", day=speech.day(each.since))
        lines.append(_line(speech, look, each.agreement, f", {since}"))
    return lines


def _long(speech: Speech, look: Look) -> list[str]:
    """What stays stuck is named as such, with the six obstacles and the levels as a mirror."""
    if not look.long_stuck:
        return []
    lines = ["", speech.say("round_up.long")]
    for agreement in look.long_stuck:
        weeks = agreement.stuck_for(look.at)
        lines.append(speech.say("round_up.line_long", text=_said(agreement), weeks=weeks))
    if look.part.team:
        names = [each.in_(speech.language).name for each in speech.method.obstacles.values()]
        lines.append(speech.say("round_up.mirror", obstacles=", ".join(names)))
    if above := _above(look):
        lines.append(speech.say(f"round_up.up_{above}"))
    return lines


def _obstacles(speech: Speech, look: Look) -> list[str]:
    if not look.obstacles:
        return []
    return ["", speech.say("round_up.obstacles", names=names_of(speech, look.obstacles))]


def _people(speech: Speech, look: Look) -> list[str]:
    """Who did the check-in and who said nothing yet; the reader is spoken to."""
    lines = []
    for name, found in (("took_part", look.took_part), ("silent", look.silent)):
        if found:
            people = ", ".join(short_name(speech, author) for author in found)
            lines.append(speech.say(f"round_up.{name}", who=people))
    if look.mine_open:
        lines.append(speech.say("round_up.mine_open"))
    return ["", *lines] if lines else []


def _buttons(speech: Speech, look: Look) -> list[Button]:
    buttons = [speech.button("agreements", stays=True)]
    above = _above(look)
    if above and look.part.coordinator:
        buttons.append(invite_above(speech, above))
    return buttons


def _further(speech: Speech, look: Look) -> list[Button]:
    """The week before, and back to what stood open."""
    resume = speech.button("resume")
    if look.before is None:
        return [resume]
    return [speech.button("week_before", "look_back", week=look.before), resume]


def _above(look: Look) -> Level | None:
    """The lowest level that could clear what stays stuck; None when there is none higher."""
    levels = [ABOVE.get(a.level or Level.EXECUTING) for a in look.long_stuck]
    return next((level for level in Level if level in levels), None)


def _said(agreement: Agreement) -> str:
    return shorten(agreement.what or "", SAID)
