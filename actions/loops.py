"""What skipping, going back, explaining and pausing do where something else than a question of the
method is asked: a line for each loop, and for what one can do in it."""

from collections.abc import Callable, Mapping, Sequence

from actions.agreement_words import left_off
from actions.obstacles import skip_about_obstacle
from actions.onwards import check_in_goes_on, open_again
from actions.scan import scan_goes_on, theme_explained
from bot.core.agreement import Field
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.agree import being_made
from bot.services.change_case import asked_anew
from bot.services.check_in import pause_check_in, skip_part, under_way
from bot.services.name import stop_doing
from bot.services.new_case import step_back
from bot.services.obstacles import stop_checking
from bot.services.own_question import drop_own_question
from bot.services.ports import Desk
from bot.services.scan import pause_scan, skip_theme, step_back_in_scan
from bot.services.standing import beginning, open_field, standing
from bot.services.tick import step_back_in_check
from bot.voice import check_in as check_in_voice
from bot.voice import obstacles as obstacles_voice
from bot.voice import scan as scan_voice
from bot.voice.case import ask_field, filled
from bot.voice.speech import Speech

Does = Callable[[Desk, Speech, Person], Sequence[Reply]]


def _skip_part(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return check_in_goes_on(desk, speech, person, skip_part(desk, person))


def _skip_theme(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return scan_goes_on(desk, speech, person, skip_theme(desk, person))


def _back_in_draft(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return filled(speech, step_back(desk, person))


def _field_explained(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    at = beginning(desk, person)
    asked = open_field(at.case, at.part)
    if asked is None:
        return open_again(desk, speech, person)
    return [speech.line(f"case.explain_{asked}"), ask_field(speech, at.case, asked)]


def _change_explained(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    asked = asked_anew(beginning(desk, person))
    explained = [speech.line(f"case.explain_{asked}")] if asked else []
    return [*explained, *open_again(desk, speech, person)]


def _back_in_scan(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return [scan_voice.ask(speech, step_back_in_scan(desk, person))]


def _back_in_check(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return [obstacles_voice.asked(speech, step_back_in_check(desk, person))]


def _no_way_back(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    asked = check_in_voice.ask(speech, under_way(desk, person))
    return [speech.line("check_in.no_way_back"), asked]


def _part_explained(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    asked = under_way(desk, person)
    return [check_in_voice.explained(speech, asked), check_in_voice.ask(speech, asked)]


def _pause_check_in(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return [check_in_voice.paused(speech, pause_check_in(desk, person))]


def _pause_scan(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return [scan_voice.paused(speech, pause_scan(desk, person))]


def _stop_checking(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    return [obstacles_voice.paused(speech, stop_checking(desk, person))]


def _skip_in_agreement(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """What one may keep to oneself is not asked any more; the rest is asked once more."""
    if being_made(desk, standing(desk, person)).asks in (Field.NEED, Field.TALK):
        return left_off(desk, speech, person)
    return open_again(desk, speech, person)


def _thought_better(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """No invitation, no name, nothing changed; what stood open before comes back."""
    stop_doing(desk, person)
    return open_again(desk, speech, person)


def no_own_question(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """No question of one's own; what stood open before comes back."""
    drop_own_question(desk, person)
    return [speech.line("own_question.dropped"), *open_again(desk, speech, person)]


LEFT: Mapping[Loop, Does] = {  # by whoever skips it, goes back from it, or says no
    Loop.INVITING: _thought_better,
    Loop.NAMING: _thought_better,
    Loop.CHANGING: _thought_better,
    Loop.OWN_QUESTION: no_own_question,
}
_ONCE_MORE = (Loop.INVITING, Loop.NAMING, Loop.OWN_QUESTION, Loop.AGREEING, Loop.TELLING)
SKIP: Mapping[Loop, Does] = {
    **LEFT,
    Loop.AGREEING: _skip_in_agreement,
    Loop.CHECKING_IN: _skip_part,
    Loop.SCANNING: _skip_theme,
    Loop.OBSTACLES: skip_about_obstacle,
}
BACK: Mapping[Loop, Does] = {
    **LEFT,
    Loop.AGREEING: open_again,
    Loop.CASE: _back_in_draft,
    Loop.CHECKING_IN: _no_way_back,
    Loop.SCANNING: _back_in_scan,
    Loop.OBSTACLES: _back_in_check,
}
EXPLAIN: Mapping[Loop, Does] = {
    **dict.fromkeys(_ONCE_MORE, open_again),
    Loop.CASE: _field_explained,
    Loop.CHANGING: _change_explained,
    Loop.CHECKING_IN: _part_explained,
    Loop.SCANNING: theme_explained,
}
PAUSE: Mapping[Loop, Does] = {
    Loop.AGREEING: left_off,
    Loop.CHECKING_IN: _pause_check_in,
    Loop.SCANNING: _pause_scan,
    Loop.OBSTACLES: _stop_checking,
}
# In which going on means that what is asked comes once more, and no question of the method.
STAYS = frozenset({Loop.CHECKING_IN, Loop.AGREEING, Loop.TELLING, Loop.SCANNING, Loop.OBSTACLES})
