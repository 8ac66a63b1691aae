"""Looking after a case."""

from collections.abc import Sequence

from bot.core.access import Action, may_do
from bot.core.obstacle import Tick
from bot.core.record import Case, CaseStatus
from bot.core.reply import Reply
from bot.services.period import MONTHS
from bot.services.read_together import Author
from bot.services.read_trail import Line
from bot.services.standing import Standing
from bot.voice.member import author_name, part_name
from bot.voice.obstacles import names_of
from bot.voice.speech import Speech, titled


def card(
    speech: Speech, at: Standing, members: Sequence[Author], obstacles: Sequence[Tick] = ()
) -> Reply:
    """What the case is, who takes part, and what this member can do about it."""
    case = at.case
    lines = [speech.say("care.title", alias=case.alias)]
    if at.part.team or at.part.coordinator:  # how a professional put it is for the team
        lines += [speech.say("care.wish", text=case.wish)] if case.wish else []
        lines += [speech.say("care.ambition", text=case.ambition)] if case.ambition else []
    lines.append(speech.say("care.role", role=part_name(speech, at.part)))
    others = [author_name(speech, each) for each in members if each.part.id != at.part.id]
    if others:
        lines.append(speech.say("care.others", others=", ".join(others)))
    if obstacles:
        lines.append(speech.say("care.obstacles", names=names_of(speech, obstacles)))
    if case.erase_on:
        lines.append(speech.say("care.erase_on", day=_day(speech, case)))
    names: tuple[str, ...] = ("read_together", "my_sharing", "my_name", "leave")
    if at.part.coordinator:
        names = ("invite", "board", "change_case", "hand_over", "trail", "close_case")
    if may_do(at.part, Action.SCAN):
        names = ("scan", "obstacles", *names)
    buttons = tuple(speech.button(name) for name in names)
    return Reply("\n".join(lines), speech.language, buttons=buttons)


def ask_leave(speech: Speech, case: Case) -> Reply:
    buttons = (
        speech.button("leave_all", "affirm", to="leave", what="all"),
        speech.button("leave_nothing", "affirm", to="leave", what="nothing"),
        speech.button("not_leaving", "deny", to="leave"),
    )
    return speech.reply("care.ask_leave", *buttons, alias=case.alias)


def ask_successor(speech: Speech, found: Sequence[Author]) -> Reply:
    """Who of the professionals directs the case from now on?"""
    if not found:
        return speech.reply("care.nobody_else", speech.button("invite"), speech.button("resume"))
    buttons = [
        titled(author_name(speech, author), "hand_over", part=author.part.id) for author in found
    ]
    return speech.reply("care.hand_over", *buttons[:8], speech.button("resume"))


def handed_over(speech: Speech, author: Author) -> Reply:
    who = author_name(speech, author)
    return speech.reply("care.handed_over", speech.button("resume"), who=who)


def period(speech: Speech, case: Case, changed: bool) -> Reply:
    """When it is erased, with other periods to choose."""
    key = "care.period_set" if changed else "care.period"
    buttons = [
        titled(speech.say("care.months", count=count), "period", months=str(count))
        for count in MONTHS
    ]
    return speech.reply(key, *buttons, speech.button("resume"), day=_day(speech, case))


def kept_until(
    speech: Speech, case: Case, kind: str, coordinator: bool = False, newcomer: bool = False
) -> Reply:
    """How long it is kept, who can change that, and that one can erase it oneself at any time.

    ``kind``: in which manner; ``newcomer``: has not said yes, so nothing of theirs is kept.
    """
    if case.erase_on is None or case.alias is None or case.status is CaseStatus.DRAFT:
        return speech.reply("about.period_new")
    key = "about.period_directs" if coordinator else f"about.period_{kind}"
    if newcomer:
        key = f"about.period_join_{kind}"
    buttons = (speech.button("period"),) if coordinator else ()
    return speech.reply(key, *buttons, day=_day(speech, case), alias=case.alias)


def names(speech: Speech, case: Case) -> Reply:
    state = "on" if case.names_shown else "off"
    other = "off" if case.names_shown else "on"
    title = "names_off" if case.names_shown else "names_on"
    button = speech.button(title, "show_names", to=other)
    return speech.reply(f"care.names_{state}", button, speech.button("resume"))


def trail(speech: Speech, case: Case, lines: Sequence[Line]) -> Reply:
    """Who did what, without any content."""
    text = [speech.say("care.trail", alias=case.alias)]
    for line in lines:
        who = part_name(speech, line.by) if line.by else speech.say("member.someone")
        if line.administrator:
            who = speech.say("member.administrator")
        what = speech.say(f"care.did_{line.trace.verb}")
        text.append(f"{speech.moment(line.trace.at)}  {who}: {what}")
    return Reply("\n".join(text), speech.language, buttons=(speech.button("resume"),))


def _day(speech: Speech, case: Case) -> str:
    assert case.erase_on
    return f"{speech.day(case.erase_on)} {case.erase_on.astimezone(speech.zone).year}"
