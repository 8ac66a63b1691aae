"""What was rated over the weeks: as lines, and the same in words."""

from bot.core.reply import Button, Picture, Reply
from bot.core.rhythm import weeks_through
from bot.core.scan import Side
from bot.services.scans import Group, Scans
from bot.voice.scans import decimal, theme_name, title
from bot.voice.speech import Speech, titled

MOST_WEEKS = 26  # in a picture: half a year


def lines(speech: Speech, seen: Scans, side: Side | None) -> Reply:
    """How it went over the weeks: one's own numbers, or those of a group."""
    group = next((group for group in seen.groups if group.side is side), None)
    by_week = {theme: _by_week(seen, group, theme) for theme in seen.themes}
    named = sorted({week for scores in by_week.values() for week in scores})
    if not named:
        return speech.reply("scan.no_weeks", *_line_buttons(speech, seen, group))
    weeks = weeks_through(named[0], named[-1])[-MOST_WEEKS:]
    whose = speech.say(f"scan.side_{group.side}") if group else speech.say("scan.mine")
    head = speech.say("scan.lines_title", title=title(speech, seen), whose=whose)
    facts = {
        "title": head,
        "weeks": [_week(speech, week) for week in weeks],
        "lines": [
            {"name": theme_name(speech, theme), "scores": [scores.get(week) for week in weeks]}
            for theme, scores in by_week.items()
        ],
        "empty": speech.say("scan.no_numbers"),
    }
    words = [
        speech.say(
            "scan.words_line",
            name=theme_name(speech, theme),
            said="; ".join(
                speech.say("scan.words_week", week=_week(speech, w), score=decimal(speech, score))
                for w, score in scores.items()
            )
            or speech.say("scan.words_none"),
        )
        for theme, scores in by_week.items()
    ]
    picture = Picture("lines", facts, "\n".join(words))
    buttons = tuple(_line_buttons(speech, seen, group))
    return Reply(head, speech.language, buttons=buttons, picture=picture)


def _line_buttons(speech: Speech, seen: Scans, shown: Group | None) -> list[Button]:
    """The others whose lines there are, the web, and the way on."""
    about = {"kind": str(seen.kind), "to": "lines"}
    buttons = [speech.button("my_weeks", "scans", False, **about)] if shown else []
    buttons += [
        titled(speech.say(f"scan.side_{group.side}"), "scans", **about, side=str(group.side))
        for group in seen.groups
        if group is not shown
    ]
    web = speech.button("scan_now", "scans", kind=str(seen.kind))
    return [*buttons, web, speech.button("resume")]


def _by_week(seen: Scans, group: Group | None, theme: str) -> dict[str, float]:
    """The last number of each week in which there is one."""
    if group is None:
        return {rating.week: rating.score for rating in seen.mine[theme]}
    return {figure.week: figure.mean for figure in group.figures[theme]}


def _week(speech: Speech, week: str) -> str:
    return speech.say("scan.week", number=int(week.rpartition("W")[2]))
