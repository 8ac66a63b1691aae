"""Who may read what one said."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person, Visibility
from bot.core.reply import Reply
from bot.core.sharing_said import SharingSaid, sharing_said, thinks_better
from bot.services.ports import Desk
from bot.services.release import (
    has_said,
    just_shared,
    last_said,
    own_piece,
    release,
    release_all,
    shared_about,
)
from bot.services.sharing import (
    close_to_home,
    my_sharing,
    readers_now,
    would_read,
    would_read_all,
)
from bot.voice import release as voice
from bot.voice.speech import Speech


class Release(Move):
    """One piece, by its button; or what was said last, in words, which are asked about first."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "piece" not in turn.args:
            return self._in_words(desk, speech, person, sharing_said(turn.text))
        visibility = turn.choice(Visibility, "to") or Visibility.ME
        piece = turn.args["piece"]
        if turn.args.get("to") == voice.SURE:
            visibility = Visibility.EVERYONE
        elif visibility is Visibility.EVERYONE:
            found = own_piece(desk, person, piece)
            would = would_read(desk, found, visibility)
            if close_to_home(would) and found.visibility is not visibility:
                return [voice.ask_release(speech, found, visibility, would)]
        kept = release(desk, person, piece, visibility)
        return [voice.released(speech, kept, visibility, readers_now(desk, kept))]

    def _in_words(
        self, desk: Desk, speech: Speech, person: Person, said: SharingSaid | None
    ) -> Sequence[Reply]:
        if said and said.to is Visibility.ME and said.what:
            return take_back_about(desk, speech, person, said.what)
        if said is None or said.to is Visibility.ME:
            if not has_said(desk, person):
                return [speech.line("release.nothing_yet")]
            return take_back_last(desk, speech, person)
        piece = last_said(desk, person, said.what)
        return [voice.ask_release(speech, piece, said.to, would_read(desk, piece, said.to))]


def take_back_about(desk: Desk, speech: Speech, person: Person, what: str) -> Sequence[Reply]:
    """The piece that is about that is one's own again; where there is none, what is shared."""
    piece = shared_about(desk, person, what)
    if piece is None:
        shown = voice.sharing(speech, my_sharing(desk, person))
        return [speech.line("release.which", what=what), shown]
    release(desk, person, piece.id, Visibility.ME)
    return [voice.taken_back(speech, [piece], named=True)]


def take_back_last(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """What was shared just now, or else what was said last, is one's own again."""
    pieces = just_shared(desk, person) or [last_said(desk, person)]
    for piece in pieces:
        release(desk, person, piece.id, Visibility.ME)
    return [voice.taken_back(speech, pieces)]


def taken_back_at_once(
    desk: Desk, speech: Speech, person: Person, turn: Turn
) -> Sequence[Reply] | None:
    """Somebody who shared something just now thinks better of it; None: it is something else."""
    said = sharing_said(turn.text)
    if said and said.to is Visibility.ME and said.what:
        return take_back_about(desk, speech, person, said.what)
    if thinks_better(turn.text) and just_shared(desk, person):
        return take_back_last(desk, speech, person)
    return None


class ShareAll(Move):
    """Everything so far; with whom is asked first, and once more where a parent or the child would
    read it."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        visibility = turn.choice(Visibility, "to")
        if turn.args.get("to") == voice.SURE:
            visibility = Visibility.EVERYONE
        elif visibility is Visibility.EVERYONE:
            would = would_read_all(desk, person)
            if close_to_home(would):
                return [voice.ask_release_all(speech, would)]
        if visibility is None:
            return [voice.ask_with_whom(speech, my_sharing(desk, person))]
        return [voice.all_released(speech, release_all(desk, person, visibility), visibility)]


class TakeBack(Move):
    """Everything is one's own again; in a case that is closed, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        case = turn.args.get("case")
        count = release_all(desk, person, Visibility.ME, case)
        return [voice.all_released(speech, count, Visibility.ME, case)]


class MySharing(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        case = turn.args.get("case")
        return [voice.sharing(speech, my_sharing(desk, person, case), case)]
