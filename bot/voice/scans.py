"""What was rated, as it stands now: as a web, and the same in words."""

from collections.abc import Sequence

from bot.core.reply import Button, Picture, Reply
from bot.core.rhythm import Rating
from bot.core.scan import Figure, ScanKind, Side
from bot.services.scans import Group, Scans
from bot.voice.speech import Speech

MOST_GROUPS = 3  # in a picture; in words there is room for all
WIDE = 2  # from here on, the lowest and the highest number are worth talking about


def radar(speech: Speech, seen: Scans) -> Reply:
    """How it stands now: one's own numbers, and what groups gave."""
    if seen.empty:
        return speech.reply(
            f"scan.nothing_{seen.kind}", *_buttons(speech, seen), alias=seen.case.alias
        )
    head = title(speech, seen)
    text = "\n".join([head, *_extremes(speech, seen), *_groups(speech, seen)])
    groups = seen.groups[:MOST_GROUPS]
    facts = {
        "title": head,
        "themes": [theme_name(speech, theme) for theme in seen.themes],
        "mine": [_mine_now(seen, theme) for theme in seen.themes],
        "groups": [_facts(speech, seen, group) for group in groups],
        "legend": {"mine": speech.say("scan.mine"), "spread": speech.say("scan.spread")},
        "empty": speech.say("scan.no_numbers"),
    }
    picture = Picture("radar", facts, "\n".join(_in_words(speech, seen, t) for t in seen.themes))
    return Reply(text, speech.language, buttons=tuple(_buttons(speech, seen)), picture=picture)


def whys(speech: Speech, seen: Scans) -> Reply:
    """What this member said to their own numbers; nobody else reads it."""
    said = [_why(speech, rating) for theme in seen.themes for rating in seen.mine[theme][-1:]]
    text = [speech.say("scan.whys"), *filter(None, said)]
    if not any(said):
        text = [speech.say("scan.no_whys")]
    return Reply("\n".join(text), speech.language, buttons=tuple(_buttons(speech, seen)))


def _buttons(speech: Speech, seen: Scans) -> list[Button]:
    kind = str(seen.kind)
    buttons = []
    if not seen.empty:
        buttons.append(speech.button("scan_weeks", "scans", kind=kind, to="lines"))
    if any(rating.why for given in seen.mine.values() for rating in given[-1:]):
        buttons.append(speech.button("scan_whys", "scans", kind=kind, to="whys"))
    if seen.kind is ScanKind.MATTERS:
        buttons += [
            speech.button("scan_matters", "scan", kind="matter"),
            speech.button("see_blocks", "scans", kind="block"),
        ]
    else:
        buttons += [
            speech.button("scan_blocks", "scan", kind="block"),
            speech.button("see_matters", "scans", kind="matter"),
        ]
    return [*buttons, speech.button("resume")]


def _extremes(speech: Speech, seen: Scans) -> list[str]:
    """The highest and the lowest of one's own numbers, where they differ."""
    mine = {theme: score for theme in seen.themes if (score := _mine_now(seen, theme))}
    if len(set(mine.values())) < 2:
        return []
    ends = {"highest": max(mine.values()), "lowest": min(mine.values())}
    return [
        speech.say(
            f"scan.{end}", score=score, names=_names(speech, [t for t in mine if mine[t] == score])
        )
        for end, score in ends.items()
    ]


def _groups(speech: Speech, seen: Scans) -> list[str]:
    """How the numbers of groups come about, and where they lie apart."""
    if not seen.groups:
        return ["", speech.say("scan.no_groups")]
    now = [(theme, _now(group, theme)) for group in seen.groups for theme in seen.themes]
    apart = [theme for theme, figure in now if figure and figure.high - figure.low >= WIDE]
    lines = ["", speech.say("scan.by_threes")]
    if apart:
        names = _names(speech, list(dict.fromkeys(apart)))
        lines.append(speech.say("scan.apart", names=names))
    return lines


def _names(speech: Speech, themes: Sequence[str]) -> str:
    return ", ".join(theme_name(speech, theme) for theme in themes)


def _in_words(speech: Speech, seen: Scans, theme: str) -> str:
    mine = _mine_now(seen, theme)
    said = [speech.say("scan.words_mine", score=mine)] if mine else []
    for group in seen.groups:
        if figure := _now(group, theme):
            said.append(_of_group(speech, group.side, figure))
    whole = "; ".join(said) or speech.say("scan.words_none")
    return speech.say("scan.words_line", name=theme_name(speech, theme), said=whole)


def _of_group(speech: Speech, side: Side, figure: Figure) -> str:
    group, mean = speech.say(f"scan.side_{side}"), decimal(speech, figure.mean)
    if figure.low == figure.high:
        return speech.say("scan.words_same", group=group, mean=mean)
    return speech.say("scan.words_group", group=group, mean=mean, low=figure.low, high=figure.high)


def _facts(speech: Speech, seen: Scans, group: Group) -> dict[str, object]:
    now = [_now(group, theme) for theme in seen.themes]
    return {
        "name": speech.say(f"scan.side_{group.side}"),
        "mean": [figure and figure.mean for figure in now],
        "low": [figure and figure.low for figure in now],
        "high": [figure and figure.high for figure in now],
    }


def _now(group: Group, theme: str) -> Figure | None:
    return group.figures[theme][-1] if group.figures[theme] else None


def _mine_now(seen: Scans, theme: str) -> int | None:
    return seen.mine[theme][-1].score if seen.mine[theme] else None


def _why(speech: Speech, rating: Rating) -> str:
    if not rating.why:
        return ""
    return speech.say(
        "scan.why", name=theme_name(speech, rating.theme), score=rating.score, text=rating.why
    )


def title(speech: Speech, seen: Scans) -> str:
    return speech.say(f"scan.title_{seen.kind}", alias=seen.case.alias)


def theme_name(speech: Speech, theme: str) -> str:
    return speech.method.themes[theme].in_(speech.language).name


def decimal(speech: Speech, score: float) -> str:
    """ "3", or "3,3" as it is written in Dutch."""
    text = f"{score:.1f}".removesuffix(".0")
    return text.replace(".", ",") if speech.language == "nl" else text
