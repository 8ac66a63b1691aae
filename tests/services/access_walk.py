"""A random walk through everything members of a case can do to each other's reading.

Beside the real services goes a model as plain as can be: who said what, and to whom it is open.
After every step everybody's reading, by every road, must be what the model says.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.record import Person, Visibility
from bot.services import agree
from bot.services.agenda import agenda
from bot.services.board import board
from bot.services.cases import close_case, switch_case
from bot.services.erase import erase
from bot.services.hand_over import hand_over
from bot.services.invite import invite
from bot.services.join import AlreadyIn, join, open_invitation
from bot.services.leave import leave
from bot.services.my_data import my_data
from bot.services.period import show_names
from bot.services.ports import Desk
from bot.services.read_together import read_together, what_is_new
from bot.services.read_trail import case_trail
from bot.services.refusals import Refusal
from bot.services.release import release, release_all
from bot.services.remove import ERASED
from bot.services.tell import tell
from tests.harness.memory import MemoryRecord, Told, memory_desk, the_method
from tests.services.someone import Someone

PEOPLE, CASES = 8, 3
DUE = date(2027, 3, 4)
TEAM_ROLES = ("teacher", "mentor", "school_leader", "alderman")
NEAR_ROLES = ("parent", "young_person", "grandparent")
NAMED = ("family_doctor", "attendance_officer", "psychologist")
# Those who were there from the beginning come by more often: they have more to lose.
people = st.integers(0, 3) | st.integers(0, PEOPLE - 1)
visibilities = st.sampled_from(Visibility)
roles = st.sampled_from(TEAM_ROLES + NEAR_ROLES)


@dataclass
class Part:
    role: str
    directs: bool = False

    @property
    def team(self) -> bool:
        return self.role in TEAM_ROLES


@dataclass
class Said:
    id: str
    case: str
    by: int
    text: str
    visibility: Visibility
    named: str


@dataclass
class Agreed:
    """``by``, ``who`` and ``director``: people, as long as they are there."""

    case: str
    text: str
    by: int | None
    who: int | None
    director: int | None


@dataclass
class Model:
    """``parts``: who takes part, by case and person; ``closed``: cases that nobody reads in."""

    parts: dict[tuple[str, int], Part] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    agreed: list[Agreed] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    at: dict[int, str | None] = field(default_factory=dict)  # the case in which somebody stands
    order: dict[str, list[int]] = field(default_factory=dict)  # who has been in a case, how long

    def reads(self, who: int, piece: Said) -> bool:
        part = self.parts.get((piece.case, who))
        if part is None or piece.by == who:
            return False
        return piece.visibility is Visibility.EVERYONE or (
            piece.visibility is Visibility.TEAM and part.team
        )

    def readable(self, who: int) -> list[Said]:
        """What somebody reads of others where they stand."""
        here = self.at.get(who)
        return [piece for piece in self.said if piece.case == here and self.reads(who, piece)]

    def agenda(self, who: int) -> list[str]:
        """The agreements that somebody reads where they stand."""
        here = self.at.get(who)
        part = self.parts[here, who] if here else None
        return sorted(
            each.text
            for each in self.agreed
            if part
            and each.case == here
            and (part.team or who in (each.by, each.who, each.director))
        )

    def go(self, case: str, who: int, words: bool) -> None:
        """Somebody has no part any more, and takes their ``words`` along; the case needs another to
        direct it, or is gone."""
        gone = self.parts.pop((case, who))
        self.order[case].remove(who)
        for each in (each for each in self.agreed if each.case == case):
            each.who = None if each.who == who else each.who
            each.director = None if each.director == who else each.director
            if words and each.by == who:
                each.by, each.text = None, ERASED
        if not self.order[case]:
            self.agreed = [each for each in self.agreed if each.case != case]
            self.said = [piece for piece in self.said if piece.case != case]
            self.closed.discard(case)
        elif gone.directs:
            here = [(each, self.parts[case, each]) for each in self.order[case]]
            adults = [part for _, part in here if part.role != "young_person"]
            for heir in [*(part for part in adults if part.team), *adults][:1]:
                heir.directs = True


class AccessWalk(RuleBasedStateMachine):
    """Up to eight people in up to three cases."""

    @initialize(guests=st.lists(roles, min_size=2, max_size=4))
    def begin(self, guests: list[str]) -> None:
        """A case with a few people in it, so that what follows soon matters to somebody."""
        self.desk = memory_desk(the_method())
        self.model = Model()
        self.someone: dict[int, Someone] = {}
        self.count = 0
        self.begins_a_case(0, "teacher")
        for guest, role in enumerate(guests, 1):
            self.invites(0, guest, role)

    def person(self, who: int) -> Someone:
        if who not in self.someone:
            self.someone[who] = Someone.come_in(self.desk, f"web:{who}")
            self.model.at[who] = None
        return self.someone[who]

    def part(self, who: int) -> Part | None:
        """The part that somebody has where they stand."""
        case = self.model.at.get(who)
        return self.model.parts.get((case, who)) if case else None

    @rule(who=people, role=roles)
    def begins_a_case(self, who: int, role: str) -> None:
        if len(self.model.order) >= CASES:
            return
        someone = self.person(who).begin().fill("child", "Vlinder", "", "", role)
        case = someone.case.id
        self.model.parts[case, who] = Part(role, directs=True)
        self.model.order[case] = [who]
        self.model.at[who] = case

    @rule(who=people, guest=people, role=roles)
    def invites(self, who: int, guest: int, role: str) -> None:
        part = self.part(who)
        try:
            code = invite(self.desk, self.person(who).person, role).code
        except Refusal:
            assert part is None or not part.directs
            return
        assert part is not None
        assert part.directs
        case = self.model.at[who]
        assert case
        newcomer = self.person(guest)
        opened = open_invitation(self.desk, newcomer.person.conversation, code)
        if (case, guest) in self.model.parts:
            assert isinstance(opened, AlreadyIn)
            return
        join(self.desk, newcomer.person)
        self.model.parts[case, guest] = Part(role)
        self.model.order[case].append(guest)
        self.model.at[guest] = case

    @rule(who=people, named=st.sampled_from(NAMED), answering=st.booleans())
    def says(self, who: int, named: str, answering: bool) -> None:
        part, case = self.part(who), self.model.at.get(who)
        self.count += 1
        text = f"kanarie{self.count:05d}"
        someone = self.person(who)
        try:
            if answering and someone.open:
                id = someone.say(text, parties=(named,)).answer.id
            else:
                id = tell(self.desk, someone.person, text, (named,)).id
        except Refusal:
            assert part is None
            return
        assert part is not None
        assert case
        begins = Visibility.TEAM if part.team else Visibility.ME
        self.model.said.append(Said(id, case, who, text, begins, named))

    @rule(who=people, to=people)
    def agrees(self, who: int, to: int) -> None:
        part, case = self.part(who), self.model.at.get(who)
        if part is None or case is None or (case, to) not in self.model.parts:
            return
        self.count += 1
        text = f"kanarieafspraak{self.count:05d}"
        directs = [one for one in self.model.order[case] if self.model.parts[case, one].directs]
        said = agree.Said(text, who=self._membership(case, to), due=DUE)
        person = self.person(who).person
        made = agree.begin_agreement(self.desk, person, said).agreement.id
        agree.settle_agreement(self.desk, self.person(who).person, made)
        self.model.agreed.append(Agreed(case, text, who, to, (directs or [who])[0]))

    @precondition(lambda self: self.model.said)
    @rule(who=people, data=st.data(), to=visibilities)
    def releases(self, who: int, data: st.DataObject, to: Visibility) -> None:
        piece = data.draw(st.sampled_from(self.model.said))
        who = piece.by if data.draw(st.integers(0, 4)) else who  # mostly its own author
        own = piece.by == who and (piece.case, who) in self.model.parts
        try:
            release(self.desk, self.person(who).person, piece.id, to)
        except Refusal:
            assert not own
            return
        assert own
        piece.visibility = to

    @rule(who=people, to=visibilities)
    def releases_all(self, who: int, to: Visibility) -> None:
        try:
            release_all(self.desk, self.person(who).person, to)
        except Refusal:
            assert self.part(who) is None
            return
        for piece in self.model.said:
            if piece.by == who and piece.case == self.model.at[who]:
                piece.visibility = to

    @rule(who=people, stays=st.booleans())
    def leaves(self, who: int, stays: bool) -> None:
        case = self.model.at.get(who)
        if case is None or self.part(who) is None or len(self.model.order[case]) < 2:
            return
        leave(self.desk, self.person(who).person, stays)
        self.model.said = [
            piece
            for piece in self.model.said
            if (piece.case, piece.by) != (case, who)
            or (stays and piece.visibility is not Visibility.ME)
        ]
        self.model.go(case, who, words=not stays)
        self._stands(who)

    @rule(who=people, to=people)
    def hands_over(self, who: int, to: int) -> None:
        part, case = self.part(who), self.model.at.get(who)
        heir = self.model.parts.get((case, to)) if case else None
        id = self._membership(case, to) if heir and case else "nobody"
        try:
            hand_over(self.desk, self.person(who).person, id)
        except Refusal:
            allowed = part and part.directs and heir and heir.team and to != who
            assert not allowed
            return
        assert part
        assert heir
        part.directs, heir.directs = False, True

    @rule(who=people)
    def closes(self, who: int) -> None:
        part, case = self.part(who), self.model.at.get(who)
        try:
            close_case(self.desk, self.person(who).person)
        except Refusal:
            assert part is None or not part.directs
            return
        assert case
        self.model.closed.add(case)
        for each in self.model.order[case]:
            if self.model.at.get(each) == case:
                self.model.at[each] = None

    @precondition(lambda self: self.model.order)
    @rule(who=people, data=st.data())
    def goes_to(self, who: int, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(sorted(self.model.order)))
        part = self.model.parts.get((case, who))
        try:
            switch_case(self.desk, self.person(who).person, case, reopen=True)
        except Refusal:
            assert part is None or (case in self.model.closed and not part.directs)
            return
        assert part
        if case in self.model.closed:  # opened anew: who stands nowhere else stands in it again
            self.model.closed.discard(case)
            for each in self.model.order[case]:
                if self.model.at.get(each) is None:
                    self.model.at[each] = case
        self.model.at[who] = case

    @rule(who=people, shown=st.booleans())
    def shows_names(self, who: int, shown: bool) -> None:
        part = self.part(who)
        try:
            show_names(self.desk, self.person(who).person, shown)
        except Refusal:
            assert part is None or not part.directs

    @rule(who=people)
    def erases(self, who: int) -> None:
        if who not in self.someone:
            return
        texts = [piece.text for piece in self.model.said if piece.by == who]
        texts += [each.text for each in self.model.agreed if each.by == who]
        erase(self.desk, self.person(who).person)
        self.model.said = [piece for piece in self.model.said if piece.by != who]
        for case in [case for case, one in self.model.parts if one == who]:
            self.model.go(case, who, words=True)
        del self.someone[who], self.model.at[who]
        assert isinstance(self.desk.record, MemoryRecord)
        kept = str([shelf.find() for shelf in vars(self.desk.record).values()])
        assert not any(text in kept for text in texts if text != ERASED)

    @invariant()
    def everybody_reads_what_is_theirs(self) -> None:
        for who in list(getattr(self, "someone", {})):
            self._look(who)

    def _look(self, who: int) -> None:
        someone = self.someone[who]
        desk = someone.fork().desk  # looking at what is new changes what is
        wanted = {piece.text for piece in self.model.readable(who)}
        if self.part(who) is None:
            for road in (read_together, what_is_new, board, case_trail, agenda):
                _refused(road, desk, someone)
        else:
            cells = read_together(desk, someone.person).cells.values()
            assert {piece.text for pieces in cells for piece in pieces} == wanted
            fresh = what_is_new(desk, someone.person).cells.values()
            assert {piece.text for pieces in fresh for piece in pieces} <= wanted
            live = agenda(desk, someone.person).live
            assert sorted(str(each.what) for each in live) == self.model.agenda(who)
            self._look_at_board(who, desk)
            trail = _refused(case_trail, desk, someone) or case_trail(desk, someone.person)
            assert "kanarie" not in str(trail)
        mine = {piece.text for piece in self.model.said if piece.by == who}
        data = my_data(desk, someone.person)
        said = [
            text
            for case in data.cases
            for text in (*(a.text for a, _ in case.answers), *(n.text for n in case.notes))
        ]
        assert mine == {text for text in said if text}
        assert isinstance(self.desk.notify, Told)
        assert "kanarie" not in str(self.desk.notify.heard)

    def _look_at_board(self, who: int, desk: object) -> None:
        someone, part, case = self.someone[who], self.part(who), self.model.at[who]
        assert part
        assert case
        if not (part.team or part.directs):
            _refused(board, someone.desk, someone)
            return
        own = {p.named for p in self.model.said if p.by == who and p.case == case}
        seen = board(someone.fork().desk, someone.person).named.values()
        wanted = own | {piece.named for piece in self.model.readable(who)}
        assert {role.id for named in seen for role in named} == wanted

    def _membership(self, case: str, who: int) -> str:
        found = self.desk.record.memberships.first(person=self.someone[who].id, case=case)
        assert found
        return found.id

    def _stands(self, who: int) -> None:
        """After leaving somebody stands in another open case of theirs, or in none."""
        current = self.someone[who].person.current_case
        assert current is None or (current, who) in self.model.parts
        assert current not in self.model.closed
        self.model.at[who] = current


def _refused(road: Callable[[Desk, Person], object], desk: Desk, someone: Someone) -> bool:
    """Whether a road is closed; the refusal says nothing of what was said."""
    said = ""
    try:
        road(desk, someone.person)
    except Refusal as refusal:
        said = f"refused: {refusal.values}"
    assert "kanarie" not in said
    return bool(said)
