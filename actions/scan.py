"""Scans: rating the matters or the building blocks, and seeing what was rated."""

from collections.abc import Sequence

from actions.move import FormMove, Move
from actions.turn import Turn
from bot.core.check_in_said import score_said
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.rhythm import Part
from bot.core.scan import ScanKind, Side
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.scan import (
    Asked,
    begin_scan,
    left_off,
    rate_theme,
    say_why,
    scanning,
    skip_theme,
)
from bot.services.scans import scans
from bot.services.standing import standing
from bot.voice import scan as voice
from bot.voice import scan_weeks as weeks_voice
from bot.voice import scans as seen_voice
from bot.voice.speech import Speech

# "4, want we kennen elkaar": a number and why in one.


class Scan(Move):
    """Begins one of the two or goes on with it; asks which, when nothing says so."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        before = left_off(desk, person)
        kind = _kind(speech, turn) or (before.kind if before else None)
        if kind is None:
            return [voice.choose(speech, standing(desk, person).case)]
        return voice.begun(speech, begin_scan(desk, person, kind))


class ValidateScanForm(FormMove):
    """Takes what was typed for what the scan asks."""

    form = "scan_form"
    slot = "scanned"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        asked, why = scanning(desk, person), turn.text
        if asked.part is Part.RATE:
            given = score_said(turn.text)
            if given is None:
                raise Refusal("which_score")
            asked, why = rate_theme(desk, person, given[0]), given[1]
        if why:
            asked = say_why(desk, person, why)
        return scan_goes_on(desk, speech, person, asked)


class RateTheme(Move):
    """A number, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        _still(desk, person, turn)
        asked = rate_theme(desk, person, turn.whole("score") or 0)
        return scan_goes_on(desk, speech, person, asked)


class SkipTheme(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        _still(desk, person, turn)
        return scan_goes_on(desk, speech, person, skip_theme(desk, person))


class Scans(Move):
    """What was rated: as it stands now, over the weeks, or with one's own words."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        seen = scans(desk, person, _kind(speech, turn))
        match turn.args.get("to"):
            case "lines":
                return [weeks_voice.lines(speech, seen, turn.choice(Side, "side"))]
            case "whys":
                return [seen_voice.whys(speech, seen)]
        return [seen_voice.radar(speech, seen)]


def scan_goes_on(desk: Desk, speech: Speech, person: Person, asked: Asked) -> Sequence[Reply]:
    """What a scan asks next; or that it is finished, and what came out."""
    if asked.part:
        return [voice.ask(speech, asked)]
    radar = seen_voice.radar(speech, scans(desk, person, asked.scan.kind))
    return [voice.finished(speech, asked), radar]


def theme_explained(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """What can help with what is asked, and the same asked again."""
    asked = scanning(desk, person)
    return [voice.explained(speech, asked), voice.ask(speech, asked)]


def _still(desk: Desk, person: Person, turn: Turn) -> None:
    """An old button answers nothing any more: Refusal "button_old"."""
    scan = scanning(desk, person).scan
    if (turn.args.get("scan"), turn.args.get("nth")) != (scan.id, str(len(scan.passed))):
        raise Refusal("button_old")


def _kind(speech: Speech, turn: Turn) -> ScanKind | None:
    """Which of the two a button or some words say."""
    said = turn.text.lower()
    named = [
        kind
        for kind in ScanKind
        if any(word in said for word in speech.say(f"scan.words_{kind}").split(", "))
    ]
    return turn.choice(ScanKind, "kind") or (named[0] if len(named) == 1 else None)
