"""The look back on a week, in words that everybody can read on a phone."""

from collections.abc import Sequence

from bot.core.agreement import ABOVE, LONG_STUCK_WEEKS, Agreement
from bot.core.method import Level
from bot.core.reply import Button, Reply
from bot.services.round_up import Look
from bot.voice.agree import SAID, who
from bot.voice.member import short_name
from bot.voice.obstacles import names_of
from bot.voice.speech import Speech, shorten, titled


def round_up(speech: Speech, look: Look) -> Reply:
    """What moved, what is stuck, and for who directs the case who said nothing yet."""
    lines = [speech.say("round_up.title", alias=look.case.alias)]
    lines += _group(speech, look, "done", look.done)
    lines += _group(speech, look, "doing", look.doing)
    if look.stuck:
        lines += ["", speech.say("round_up.stuck")]
        for agreement in look.stuck:
            lines += _stuck(speech, look, agreement)
    if not (look.done or look.doing or look.stuck):
        lines.append(speech.say("round_up.nothing"))
    lines += _long(speech, look)
    if look.obstacles:
        lines += ["", speech.say("round_up.obstacles", names=names_of(speech, look.obstacles))]
    if look.silent:
        names = ", ".join(short_name(speech, author) for author in look.silent)
        lines += ["", speech.say("round_up.silent", who=names)]
    return Reply("\n".join(lines), speech.language, buttons=tuple(_buttons(speech, look)))


def _group(speech: Speech, look: Look, name: str, found: Sequence[Agreement]) -> list[str]:
    if not found:
        return []
    lines = [
        speech.say(
            "round_up.line",
            text=shorten(agreement.what or "", SAID),
            who=who(speech, agreement, look.authors),
        )
        for agreement in found
    ]
    return ["", speech.say(f"round_up.{name}"), *lines]


def _stuck(speech: Speech, look: Look, agreement: Agreement) -> list[str]:
    level = _level(speech, agreement.level or Level.EXECUTING)
    name = who(speech, agreement, look.authors)
    text = shorten(agreement.what or "", SAID)
    lines = [speech.say("round_up.line_stuck", text=text, who=name, level=level)]
    if agreement.need:
        lines.append(speech.say("round_up.line_need", text=shorten(agreement.need, SAID)))
    return lines


def _long(speech: Speech, look: Look) -> list[str]:
    """What stays stuck is named as such, with the six obstacles and the levels as a mirror."""
    if not look.long_stuck:
        return []
    lines = ["", speech.say("round_up.long", weeks=LONG_STUCK_WEEKS)]
    lines += [f"• {shorten(agreement.what or '', SAID)}" for agreement in look.long_stuck]
    names = [each.in_(speech.language).name for each in speech.method.obstacles.values()]
    lines.append(speech.say("round_up.mirror", obstacles=", ".join(names)))
    if above := _above(look):
        lines.append(speech.say("round_up.up", level=_level(speech, above)))
    return lines


def _buttons(speech: Speech, look: Look) -> list[Button]:
    buttons = [speech.button("agreements", stays=True)]
    above = _above(look)
    if above and look.part.coordinator:
        title = speech.say("agree.invite_above", level=_level(speech, above))
        buttons.append(titled(title, "invite"))
    return buttons


def _above(look: Look) -> Level | None:
    """The lowest level that could clear what stays stuck."""
    levels = [ABOVE.get(a.level or Level.EXECUTING) for a in look.long_stuck]
    return next((level for level in Level if level in levels), None)


def _level(speech: Speech, level: Level) -> str:
    return speech.method.levels[level].in_(speech.language).name
