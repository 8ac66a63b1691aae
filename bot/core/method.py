"""The method as the program knows it: what stands in ``data/method/``, as frozen values.

The facts come from Gedragswerk, "Niemand kan het alleen!" (2013), and from the seven building
blocks of the Nederlands Jeugdinstituut; the sentences are Zwaan's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from bot.core.language import LANGUAGES, Language

STRICT = {"extra": "forbid"}  # read by pydantic: a key that is no field is a mistake in the data


class Step(StrEnum):
    """The five steps; their order is free."""

    EXPLORE = "explore"
    ENGAGE = "engage"
    DEVELOP = "develop"
    ARRANGE = "arrange"
    ACTIVATE = "activate"

    @property
    def number(self) -> int:
        """1 to 5, as the brochure counts them."""
        return list(Step).index(self) + 1


class Viewpoint(StrEnum):
    """The four viewpoints from which every step is looked at."""

    CONTENT = "content"
    PROCEDURE = "procedure"
    RELATION = "relation"
    EMOTION = "emotion"


class Level(StrEnum):
    """The three boards of "simultaneous chess"."""

    EXECUTING = "executing"
    ORGANISING = "organising"
    GOVERNING = "governing"


class CaseKind(StrEnum):
    """What a case is about: one child, or a challenge that several parties share ("opgave")."""

    CHILD = "child"
    CHALLENGE = "challenge"


class Group(StrEnum):
    """To which circle around the child a role belongs."""

    PROFESSIONAL = "professional"
    MANAGER = "manager"
    BOARD = "board"
    FAMILY = "family"
    YOUNG = "young"
    NETWORK = "network"


class Voice(StrEnum):
    """In whose words a question is put, and which questions are put at all."""

    EXECUTING = "executing"
    ORGANISING = "organising"
    GOVERNING = "governing"
    FAMILY = "family"  # parents, carers, relatives, and others who know the child
    YOUNG = "young"  # the child or young person

    @classmethod
    def of(cls, group: Group | None, level: Level | None) -> "Voice":
        """The voice in which someone of this circle and level is asked."""
        if group is Group.YOUNG:
            return cls.YOUNG
        if group in (Group.FAMILY, Group.NETWORK):
            return cls.FAMILY
        return cls(level or Level.EXECUTING)


@dataclass(frozen=True, order=True)
class Cell:
    """One step seen from one viewpoint; there are 20."""

    step: Step
    viewpoint: Viewpoint

    @property
    def id(self) -> str:
        return f"{self.step}.{self.viewpoint}"

    @classmethod
    def parse(cls, text: str) -> "Cell":
        """The cell for "explore.content"; ValueError when there is no such cell."""
        step, _, viewpoint = text.partition(".")
        return cls(Step(step), Viewpoint(viewpoint))


CELLS = tuple(Cell(step, viewpoint) for step in Step for viewpoint in Viewpoint)

T = TypeVar("T")


@dataclass(frozen=True)
class Spoken(Generic[T]):
    """Something that is said in every language."""

    nl: T
    en: T

    def in_(self, language: Language) -> T:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class QuestionText:
    """A question as a chat asks it, what it is after, and how an answer could sound."""

    ask: str
    explain: str
    example: str
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class QuestionVariant:
    """The texts of a question that differ for a shared challenge; None keeps the usual one."""

    ask: str | None = None
    explain: str | None = None
    example: str | None = None
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class QuestionSource:
    """Where a question comes from: the matrix "5 stappen" of the brochure."""

    document: str
    step: int
    viewpoint: str
    number: int
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Question(Spoken[QuestionText]):
    """One of the 58 questions of the method. ``id`` is "step.viewpoint.number"; ``plain`` holds
    its words for those who are asked in plain ones."""

    nl: QuestionText
    en: QuestionText
    id: str
    source: QuestionSource
    challenge: Spoken[QuestionVariant] | None = None
    plain: Mapping[Voice, Spoken[QuestionText]] = field(default_factory=dict)
    __pydantic_config__ = STRICT

    @property
    def cell(self) -> Cell:
        return Cell.parse(self.id.rpartition(".")[0])

    @property
    def number(self) -> int:
        """1 to 3, its place in the cell."""
        return int(self.id.rpartition(".")[2])

    def text(
        self, language: Language, kind: CaseKind, voice: Voice = Voice.EXECUTING
    ) -> QuestionText:
        """How it is asked of someone, in a case of this kind."""
        if kind is CaseKind.CHILD and voice in self.plain:
            return self.plain[voice].in_(language)
        usual = self.in_(language)
        if kind is CaseKind.CHILD or self.challenge is None:
            return usual
        variant = self.challenge.in_(language)
        return QuestionText(
            ask=variant.ask or usual.ask,
            explain=variant.explain or usual.explain,
            example=variant.example or usual.example,
        )


@dataclass(frozen=True)
class CourseQuestion:
    """One of the questions that the talks on the course start from, in the words of each group."""

    id: str
    cell: Cell
    voices: Mapping[Voice, Spoken[QuestionText]]

    def text(
        self, language: Language, kind: CaseKind, voice: Voice = Voice.EXECUTING
    ) -> QuestionText:
        """How it is asked of someone; those who manage and those who govern are one group."""
        group = Voice.GOVERNING if voice is Voice.ORGANISING else voice
        return self.voices[group].in_(language)


@dataclass(frozen=True)
class Name:
    """A name with a short and a longer explanation."""

    name: str
    short: str
    about: str
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class StepText(Spoken[Name]):
    nl: Name
    en: Name
    id: Step
    number: int
    source: Mapping[str, object]
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class ViewpointText(Spoken[Name]):
    nl: Name
    en: Name
    id: Viewpoint
    side: str
    source: Mapping[str, object]
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class LevelText(Spoken[Name]):
    nl: Name
    en: Name
    id: Level
    source: Mapping[str, object]
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class RoleWords:
    """A role's name and the other words people use for it."""

    name: str
    words: tuple[str, ...] = ()
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Role(Spoken[RoleWords]):
    """A role or organisation around a child. ``member``: a person can say "that is me"."""

    nl: RoleWords
    en: RoleWords
    id: str
    level: Level
    kind: str
    group: Group
    member: bool
    source: Mapping[str, object] | None = None
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class ThemeText:
    """A matter or building block: a statement to rate from 1 to 5, the open question after it, and
    what can help."""

    name: str
    about: str
    rate: str
    why: str
    tips: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme(Spoken[ThemeText]):
    """One of the five matters or seven building blocks. ``id``: "matter.trust", "block.mandate"."""

    nl: ThemeText
    en: ThemeText
    id: str


@dataclass(frozen=True)
class ObstacleText:
    """An obstacle: a sentence to tick when it is so, and what can help."""

    name: str
    about: str
    check: str
    help: str


@dataclass(frozen=True)
class Obstacle(Spoken[ObstacleText]):
    """One of the six that get in the way of working together."""

    nl: ObstacleText
    en: ObstacleText
    id: str


@dataclass(frozen=True)
class Method:
    """The whole method. Built by ``bot.content`` and refused as a whole when it has a gap."""

    steps: Mapping[Step, StepText]
    viewpoints: Mapping[Viewpoint, ViewpointText]
    levels: Mapping[Level, LevelText]
    roles: Mapping[str, Role]
    questions: Mapping[str, Question]
    insights: "Insights"
    course: Mapping[str, CourseQuestion]
    audience: Mapping[Voice, frozenset[str]]
    reference: Mapping[str, object] = field(default_factory=dict)

    def question(self, id: str) -> Question | CourseQuestion | None:
        """The question of the method, or of the talks on the course, with this id."""
        return self.questions.get(id) or self.course.get(id)

    def asked_of(self, voice: Voice) -> Mapping[Cell, Sequence[str]]:
        """What is put to someone who was invited: first what the talks on the course start from,
        then those of the 58 that are theirs."""
        return self._asked_of[voice]

    @cached_property
    def whole(self) -> Mapping[Cell, Sequence[str]]:
        """All 58, by cell: what is put to those who direct a case."""
        return {cell: [q.id for q in self.questions_of(cell)] for cell in CELLS}

    @cached_property
    def _asked_of(self) -> dict[Voice, dict[Cell, list[str]]]:
        return {
            voice: {
                cell: [q.id for q in self.course.values() if q.cell == cell]
                + [q.id for q in self.questions_of(cell) if q.id in self.audience[voice]]
                for cell in CELLS
            }
            for voice in Voice
        }

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """All that can be rated, the five matters first."""
        found = {}
        for kind, name in (("matter", "matters"), ("block", "building_blocks")):
            for item in cast(Sequence[Mapping[str, Any]], self.reference.get(name, ())):
                id = f"{kind}.{item['id']}"
                found[id] = Theme(_theme_text(item["nl"]), _theme_text(item["en"]), id)
        return found

    @cached_property
    def obstacles(self) -> Mapping[str, Obstacle]:
        """The six, in the order of the brochure."""
        items = cast(Sequence[Mapping[str, Any]], self.reference.get("obstacles", ()))
        return {
            item["id"]: Obstacle(_obstacle_text(item["nl"]), _obstacle_text(item["en"]), item["id"])
            for item in items
        }

    def questions_of(self, cell: Cell) -> tuple[Question, ...]:
        """The method's questions of one cell, in the order of the brochure."""
        return self._by_cell[cell]

    @cached_property
    def _by_cell(self) -> dict[Cell, tuple[Question, ...]]:
        return {c: tuple(q for q in self.questions.values() if q.cell == c) for c in CELLS}

    def role_for(self, word: str, language: Language) -> Role | None:
        """The role that a word or phrase names in a language; None when none does.

        The same word can be a role in one language and something else in the other ("kind").
        """
        return self._role_words[language].get(" ".join(word.lower().split()))

    @cached_property
    def _role_words(self) -> dict[Language, dict[str, Role]]:
        return {
            language: {
                word.lower(): role
                for role in self.roles.values()
                for word in (role.in_(language).name, *role.in_(language).words)
            }
            for language in LANGUAGES
        }


def _theme_text(item: Mapping[str, Any]) -> ThemeText:
    texts = {name: item[name] for name in ("name", "about", "rate", "why")}
    return ThemeText(**texts, tips=tuple(item.get("tips", ())))


def _obstacle_text(item: Mapping[str, Any]) -> ObstacleText:
    return ObstacleText(**{name: item[name] for name in ("name", "about", "check", "help")})


@dataclass(frozen=True)
class InsightText:
    name: str
    nudge: str
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Insight(Spoken[InsightText]):
    """One of the eight insights; ``when`` names the signal that calls for it."""

    nl: InsightText
    en: InsightText
    id: str
    number: int
    when: str
    source: Mapping[str, object] | None = None
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Insights:
    """The eight insights, and the phrases by which their signals are heard in an answer."""

    insights: tuple[Insight, ...]
    signals: Mapping[str, Spoken[tuple[str, ...]]]
