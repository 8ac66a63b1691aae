"""Reading what others in the case said, as far as one may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.access import Action
from bot.core.method import CELLS, Cell, Step
from bot.core.record import Case, Membership, Person
from bot.services.asking import look_away
from bot.services.permission import allowed
from bot.services.pieces import Piece, of_others
from bot.services.ports import Desk
from bot.services.standing import Standing

PAGE = 12  # pieces that are read at once


@dataclass(frozen=True)
class Author:
    """As whom a member is shown: a role, with a number where more have it, and a name if shown."""

    role: str | None
    role_words: str | None
    number: int  # 0: nobody else has this role
    name: str | None
    part: Membership


@dataclass(frozen=True)
class Shared:
    """What others said. ``cells`` holds, in order, what was said in each; None: not placed."""

    case: Case
    cells: Mapping[Cell | None, Sequence[Piece]]
    authors: Mapping[str, Author]
    left: int = 0  # new pieces that come at the next look

    def of_step(self, step: Step) -> Mapping[Cell | None, Sequence[Piece]]:
        return {cell: said for cell, said in self.cells.items() if cell and cell.step is step}

    @property
    def count(self) -> int:
        return sum(map(len, self.cells.values()))


def read_together(desk: Desk, person: Person) -> Shared:
    """All that others said and this member may read. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.READ_TOGETHER)
    look_away(desk, at)
    return _shared(desk, at, of_others(desk, at))


def what_is_new(desk: Desk, person: Person) -> Shared:
    """What came since this member last looked at what is new, the oldest first and so many at
    once; from now on that is old.

    Refusals: "no_case", "not_allowed".
    """
    at = allowed(desk, person, Action.READ_TOGETHER)
    look_away(desk, at)
    since = at.part.looked_at  # at the first look everything is new
    new = [piece for piece in of_others(desk, at) if since is None or piece.since > since]
    page, left = new[:PAGE], max(0, len(new) - PAGE)
    part = desk.record.memberships.get(at.part.id) or at.part
    looked_at = page[-1].since if left else desk.now()
    desk.record.memberships.put(replace(part, looked_at=looked_at))
    return replace(_shared(desk, at, page), left=left)


def authors_of(desk: Desk, case: Case) -> dict[str, Author]:
    """As whom every member of a case is shown, by membership."""
    parts = desk.record.memberships.find(case=case.id)
    kinds = [part.role or part.role_words for part in parts]
    found = {}
    for index, part in enumerate(parts):
        same = kinds.count(kinds[index]) > 1
        number = kinds[: index + 1].count(kinds[index]) if same else 0
        name = part.name if case.names_shown else None
        found[part.id] = Author(part.role, part.role_words, number, name, part)
    return found


def members_of(desk: Desk, case: Case) -> list[Author]:
    """Those who take part in a case now, as each is shown, the longest first."""
    return [author for author in authors_of(desk, case).values() if author.part.left_at is None]


def _shared(desk: Desk, at: Standing, pieces: Sequence[Piece]) -> Shared:
    order: list[Cell | None] = [*CELLS, None]
    cells = {
        cell: said for cell in order if (said := [piece for piece in pieces if piece.cell == cell])
    }
    return Shared(at.case, cells, authors_of(desk, at.case))
