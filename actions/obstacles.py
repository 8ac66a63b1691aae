"""The six obstacles: a short self-check, which stand, and clearing one."""

from collections.abc import Sequence

from actions.move import FormMove, Move
from actions.onwards import open_again
from actions.turn import Turn
from bot.core.obstacle import Tick as Ticked
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.telling import rests
from bot.services.clear import begin_clearing, clear
from bot.services.obstacles import obstacles, stop_checking
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.tick import Checked, begin_check, obstacle_asked, skip_obstacle, tick
from bot.services.whereabouts import fresh
from bot.voice import obstacles as voice
from bot.voice.speech import Speech


class Obstacles(Move):
    """Which stand; when none ever did, or a button says so, the check."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        seen = obstacles(desk, person)
        if turn.args.get("to") != "check" and (seen.standing or seen.cleared):
            return [voice.listed(speech, seen)]
        checked = begin_check(desk, person)
        stands = [] if checked.obstacle else [voice.listed(speech, seen)]
        return [*voice.begun(speech, checked), *stands]


class Tick(Move):
    """Is so, is not so, or skipped, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        about, to = turn.args.get("obstacle", ""), turn.args.get("to")
        if to == "skip":
            return _goes_on(speech, skip_obstacle(desk, person, about))
        return _goes_on(speech, tick(desk, person, to == "so", about))


class Clear(Move):
    """Asks what was done about one; or it is not said, or the one stands on after all."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        id, to = turn.args.get("id", ""), turn.args.get("to")
        if to == "skip":
            return _cleared(desk, speech, person, clear(desk, person, None, id))
        if to == "not":
            return _stands(desk, speech, person)
        return [voice.asked(speech, begin_clearing(desk, person, id))]


class ValidateObstacleForm(FormMove):
    """Takes what was typed for whether it is so, or for what was done."""

    form = "obstacle_form"
    slot = "ticked"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        about = obstacle_asked(desk, person)
        if about is None:
            raise Refusal("obstacle_gone")
        if isinstance(about, Checked):
            return _goes_on(speech, tick(desk, person, _so(speech, turn.text)))
        if rests(turn.text):
            return _stands(desk, speech, person)
        return _cleared(desk, speech, person, clear(desk, person, turn.text))


def skip_about_obstacle(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """Whatever is asked about an obstacle is passed over."""
    if isinstance(obstacle_asked(desk, person), Checked):
        return _goes_on(speech, skip_obstacle(desk, person))
    return _cleared(desk, speech, person, clear(desk, person, None))


def _goes_on(speech: Speech, checked: Checked) -> Sequence[Reply]:
    if checked.obstacle:
        return [voice.asked(speech, checked)]
    return voice.finished(speech, checked)


def _cleared(desk: Desk, speech: Speech, person: Person, done: Ticked) -> Sequence[Reply]:
    return [voice.cleared(speech, done), *open_again(desk, speech, fresh(desk, person))]


def _stands(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    stop_checking(desk, person)
    return [speech.line("obstacles.stands"), *open_again(desk, speech, fresh(desk, person))]


def _so(speech: Speech, text: str) -> bool:
    """Whether it is so, in few words. Refusal "so_or_not": they say neither."""
    said = text.strip().lower().rstrip(".!")
    if said in speech.say("obstacles.words_so").split(", "):
        return True
    if said in speech.say("obstacles.words_not").split(", "):
        return False
    raise Refusal("so_or_not")
