"""What was rated in a case: one's own numbers, and what groups gave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.access import Action
from bot.core.record import Case, Person
from bot.core.rhythm import Rating
from bot.core.scan import Figure, ScanKind, Side, figures, side_of, themes_in
from bot.services.asking import look_away
from bot.services.permission import of_the_team
from bot.services.ports import Desk


@dataclass(frozen=True)
class Group:
    """What one group gave, by theme; a theme without figures has none to show."""

    side: Side
    figures: Mapping[str, Sequence[Figure]]


@dataclass(frozen=True)
class Scans:
    """The numbers of the matters or of the building blocks, the oldest first, by theme. ``groups``:
    only those of which something may be shown."""

    case: Case
    kind: ScanKind
    themes: Sequence[str]
    mine: Mapping[str, Sequence[Rating]]
    groups: Sequence[Group]

    @property
    def empty(self) -> bool:
        return not any(self.mine.values()) and not self.groups


def scans(desk: Desk, person: Person, kind: ScanKind | None) -> Scans:
    """All that this member may see; ``kind`` None: of which they rated last.

    Refusals: "no_case", "for_professionals".
    """
    at = of_the_team(desk, person, Action.SEE_SCANS)
    look_away(desk, at)
    ratings = desk.record.ratings.find(case=at.case.id)
    own = [rating for rating in ratings if rating.membership == at.part.id]
    kind = kind or _last_rated(own)
    themes = themes_in(kind, desk.method.themes)
    mine = {theme: [r for r in own if r.theme == theme] for theme in themes}
    return Scans(at.case, kind, themes, mine, _groups(desk, at.case, themes, ratings))


def _groups(
    desk: Desk, case: Case, themes: Sequence[str], ratings: Sequence[Rating]
) -> list[Group]:
    sides = {part.id: side_of(part) for part in desk.record.memberships.find(case=case.id)}
    groups = []
    for side in Side:
        theirs = [rating for rating in ratings if sides[rating.membership] is side]
        shown = {theme: figures([r for r in theirs if r.theme == theme]) for theme in themes}
        if any(shown.values()):
            groups.append(Group(side, shown))
    return groups


def _last_rated(own: Sequence[Rating]) -> ScanKind:
    return ScanKind(own[-1].theme.partition(".")[0]) if own else ScanKind.MATTERS
