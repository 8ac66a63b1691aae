"""A person at a desk, for short tests: does things, and says where they stand."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from bot.core.method import Cell
from bot.core.record import Answer, Case, Membership, Person
from bot.core.situation import Situation
from bot.services.answer import Answered, answer_open_question
from bot.services.consent import give_consent
from bot.services.new_case import begin_case, fill_in
from bot.services.ports import Desk
from bot.services.skip import Skipped, skip_open_question
from bot.services.standing import beginning, coverage_of, situation_of, standing
from bot.services.undo import Undone, undo_answer
from tests.harness.memory import MemoryRecord

EXPLORE_CONTENT = Cell.parse("explore.content")


@dataclass(frozen=True)
class Someone:
    """``person`` is always read afresh from the record."""

    desk: Desk
    id: str

    @classmethod
    def come_in(cls, desk: Desk, conversation: str = "web:someone") -> Self:
        return cls(desk, give_consent(desk, conversation, "web", "nl").id)

    def fork(self) -> Self:
        """The same person at the same point, in a record that goes its own way."""
        assert isinstance(self.desk.record, MemoryRecord)
        return replace(self, desk=replace(self.desk, record=self.desk.record.fork()))

    @property
    def person(self) -> Person:
        found = self.desk.record.people.get(self.id)
        assert found
        return found

    @property
    def part(self) -> Membership:
        return beginning(self.desk, self.person).part

    @property
    def case(self) -> Case:
        return beginning(self.desk, self.person).case

    @property
    def open(self) -> str | None:
        """The open question."""
        return self.part.open_question

    @property
    def situation(self) -> Situation:
        return situation_of(self.desk.record, self.person.conversation, "nl")

    @property
    def answers(self) -> dict[str, str]:
        """What stands, by question."""
        kept = self.desk.record.answers.find(membership=self.part.id, deleted=False)
        return {answer.question: answer.text for answer in kept}

    @property
    def skips(self) -> list[str]:
        return self.desk.record.skips.pick("question", membership=self.part.id)

    @property
    def waits(self) -> list[str]:
        """The questions of the first cell that were neither answered nor passed over."""
        at = standing(self.desk, self.person)
        return coverage_of(self.desk, at).waiting(EXPLORE_CONTENT)

    def begin(self) -> Self:
        begin_case(self.desk, self.person)
        return self

    def fill(self, *texts: str) -> Self:
        for text in texts:
            fill_in(self.desk, self.person, text)
        return self

    def say(self, *texts: str, parties: tuple[str, ...] = ()) -> Answered:
        """Answer the open questions one by one; what became of the last."""
        return [answer_open_question(self.desk, self.person, t, parties) for t in texts][-1]

    def write(self, message: str, text: str, at: datetime | None = None) -> Answered:
        """Answer the open question by a message with this key, which came in ``at``."""
        return answer_open_question(self.desk, self.person, text, (), message, at)

    def skip(self, times: int = 1) -> Skipped:
        return [skip_open_question(self.desk, self.person) for _ in range(times)][-1]

    def undo(self, answer: str | None = None) -> Undone:
        return undo_answer(self.desk, self.person, answer)

    def answer_to(self, question: str) -> Answer:
        found = self.desk.record.answers.first(membership=self.part.id, question=question)
        assert found
        return found

    def put(self, **changes: object) -> None:
        """Change the person in the record."""
        self.desk.record.people.put(replace(self.person, **changes))  # type: ignore[arg-type]
