"""People around one child, for short tests: one directs, the others come in by invitation."""

from dataclasses import dataclass, field

from bot.core.record import Note, Visibility
from bot.services.invite import invite
from bot.services.join import join, open_invitation
from bot.services.pieces import Piece, of_others
from bot.services.ports import Desk
from bot.services.standing import standing
from bot.services.tell import tell
from tests.services.someone import Someone


@dataclass
class Team:
    """``coordinator`` directs a case about Vlinder."""

    coordinator: Someone
    members: list[Someone] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.coordinator.desk

    def link(self, role: str, for_many: bool = False) -> str:
        """The code in a fresh invitation."""
        return invite(self.desk, self.coordinator.person, role, for_many).code

    def add(self, role: str, code: str | None = None) -> Someone:
        """Somebody new comes in through a link."""
        number = len(self.desk.record.people.find())
        newcomer = Someone.come_in(self.desk, f"web:member{number}")
        open_invitation(self.desk, newcomer.person.conversation, code or self.link(role))
        join(self.desk, newcomer.person)
        self.members.append(newcomer)
        return newcomer


def tells(someone: Someone, text: str, visibility: Visibility | None = None) -> Note:
    return tell(someone.desk, someone.person, text, (), visibility)


def reads(someone: Someone) -> list[str]:
    """What somebody reads of others, oldest first."""
    return [piece.text for piece in _pieces(someone)]


def _pieces(someone: Someone) -> list[Piece]:
    return of_others(someone.desk, standing(someone.desk, someone.person))
