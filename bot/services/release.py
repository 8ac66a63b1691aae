"""Releasing what one said, piece by piece or all at once, and taking it back."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.record import Answer, Membership, Note, Person, Visibility
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import part_in
from bot.services.trail import leave_trace

_POINTING = frozenset("die dat de het een mijn m'n the that this my a an of with met van".split())
AT_ONCE = timedelta(seconds=5)  # what is shared all together is shared within this


def release(desk: Desk, person: Person, piece: str, visibility: Visibility) -> Answer | Note:
    """Choose who may read one of one's own answers or notes, in whichever of one's cases.

    Refusal "piece_gone": it is no piece of theirs, or not any more.
    """
    found = own_piece(desk, person, piece)
    part = desk.record.memberships.get(found.membership)
    assert part  # own_piece looked
    return _set(desk, person, part, piece, visibility)


def own_piece(desk: Desk, person: Person, piece: str) -> Answer | Note:
    """One of one's own answers or notes, in whichever of one's cases. Refusal "piece_gone"."""
    found = desk.record.answers.first(id=piece, deleted=False) or desk.record.notes.get(piece)
    part = desk.record.memberships.get(found.membership) if found else None
    if found is None or part is None or part.person != person.id or part.left_at is not None:
        raise Refusal("piece_gone")
    return found


def release_all(desk: Desk, person: Person, visibility: Visibility, case: str | None = None) -> int:
    """Choose who may read everything that one said in a case so far; how much that changed.

    ``case``: None for the current one; one that is closed can be named. What was said in danger is
    not shared along with the rest, only taken back. Refusal "no_case".
    """
    part = part_in(desk, person, case)
    sharing = visibility is not Visibility.ME
    others = [
        piece
        for piece in pieces_of(desk, part)
        if piece.visibility is not visibility and not (sharing and piece.apart)
    ]
    for piece in others:
        _set(desk, person, part, piece.id, visibility)
    return len(others)


def last_said(desk: Desk, person: Person, what: str = "") -> Answer | Note:
    """What one said last in the current case; or the last piece with the words ``what`` in it,
    where there is one. Refusals: "no_case", "piece_gone" (nothing was said)."""
    said = pieces_of(desk, part_in(desk, person, None))
    about = [piece for piece in said if what and _is_about(piece.text, what)]
    whole = [_piece(desk, piece.id) for piece in about or said]
    if not whole:
        raise Refusal("piece_gone")
    return max(whole, key=_said_at)


def shared_about(desk: Desk, person: Person, what: str) -> Answer | Note | None:
    """The last piece that others may read with the words ``what`` in it, or else one that nobody
    may; None when there is neither. Refusal "no_case"."""
    said = pieces_of(desk, part_in(desk, person, None))
    about = [_piece(desk, piece.id) for piece in said if _is_about(piece.text, what)]
    about.sort(key=lambda piece: (piece.visibility is not Visibility.ME, _said_at(piece)))
    return about[-1] if about else None


def _is_about(text: str, what: str) -> bool:
    """Whether all words of ``what`` are in a text, but for "the" or "my"."""
    words = [word for word in what.lower().split() if word not in _POINTING] or [what.lower()]
    return all(word in text.lower() for word in words)


def has_said(desk: Desk, person: Person) -> bool:
    """Whether one said anything in the current case that stands. Refusal "no_case"."""
    return bool(pieces_of(desk, part_in(desk, person, None)))


def just_shared(desk: Desk, person: Person) -> list[Answer | Note]:
    """What one shared last, one piece or more at once, if one said nothing since; else none."""
    try:
        said = pieces_of(desk, part_in(desk, person, None))
    except Refusal:
        return []
    pieces = [_piece(desk, piece.id) for piece in said]
    last_said_at = max(map(_said_at, pieces), default=None)
    last = max((piece.released_at for piece in pieces if piece.released_at), default=None)
    if last is None or last_said_at is None or last < last_said_at:
        return []
    since = max(last - AT_ONCE, last_said_at)
    return [piece for piece in pieces if piece.released_at and piece.released_at >= since]


def _piece(desk: Desk, id: str) -> Answer | Note:
    found = desk.record.answers.first(id=id, deleted=False) or desk.record.notes.get(id)
    assert found  # it was just listed
    return found


def _said_at(piece: Answer | Note) -> datetime:
    return piece.noted_at if isinstance(piece, Note) else piece.answered_at


def _set(
    desk: Desk, person: Person, part: Membership, piece: str, visibility: Visibility
) -> Answer | Note:
    answer = desk.record.answers.first(id=piece, membership=part.id, deleted=False)
    note = desk.record.notes.first(id=piece, membership=part.id)
    found = answer or note
    if found is None:
        raise Refusal("piece_gone")
    if found.visibility is visibility:
        return found
    wider = _WIDTH[visibility] > _WIDTH[found.visibility]
    verb = "released" if wider else "took_back"
    leave_trace(desk, person, verb, piece, part.case)
    changed = {"visibility": visibility, "released_at": desk.now() if wider else None}
    if answer:
        new: Answer | Note = replace(answer, **changed)  # type: ignore[arg-type]
        desk.record.answers.put(new)  # type: ignore[arg-type]
    else:
        assert note
        new = replace(note, **changed)  # type: ignore[arg-type]
        desk.record.notes.put(new)
    return new


_WIDTH = {visibility: width for width, visibility in enumerate(Visibility)}
