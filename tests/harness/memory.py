"""The case record in memory: the same port as the store, without a database."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.content.method_files import read_method
from bot.content.wording_files import read_words
from bot.core import record as core
from bot.core.agreement import Agreement, AgreementEvent
from bot.core.method import Method
from bot.core.obstacle import Tick
from bot.core.rhythm import Alarm, CheckIn, Rating, RoundUp, Schedule
from bot.core.scan import Scan
from bot.core.words import Words
from bot.language.holidays import is_public_holiday
from bot.services.ports import Desk
from bot.voice.speech import DUTCH

T = TypeVar("T")
PROJECT = Path(__file__).parent.parent.parent
START = datetime(2025, 3, 1, 9, tzinfo=UTC)


class MemoryShelf(Generic[T]):
    """The values of one dataclass, by id; implements ``bot.services.ports.Shelf``."""

    def __init__(self, kind: type[T]) -> None:
        names = [each.name for each in fields(kind)]  # type: ignore[arg-type]
        self._names = set(names)
        self._time = next(name for name in names if name == "at" or name.endswith("_at"))
        self._kept: dict[str, T] = {}

    def get(self, id: str) -> T | None:
        return self._kept.get(id)

    def first(self, **where: object) -> T | None:
        return next(iter(self.find(**where)), None)

    def find(self, **where: object) -> list[T]:
        return sorted(filter(self._matching(where), self._kept.values()), key=self._age)

    def pick(self, column: str, **where: object) -> list[Any]:
        if column not in self._names:
            raise KeyError(column)
        return [getattr(value, column) for value in self.find(**where)]

    def put(self, value: T) -> None:
        self._kept[value.id] = value  # type: ignore[attr-defined]

    def remove(self, **where: object) -> int:
        gone = self.find(**where)
        for value in gone:
            del self._kept[value.id]  # type: ignore[attr-defined]
        return len(gone)

    def fork(self) -> "MemoryShelf[T]":
        """A shelf with the same values, that goes its own way from here on."""
        forked = copy(self)
        forked._kept = dict(self._kept)
        return forked

    def _matching(self, where: dict[str, object]) -> Callable[[T], bool]:
        if unknown := set(where) - self._names:
            raise KeyError(unknown)
        return lambda value: all(getattr(value, name) == wanted for name, wanted in where.items())

    def _age(self, value: T) -> tuple[datetime, str]:
        return getattr(value, self._time), value.id  # type: ignore[attr-defined]


class MemoryAlarms(MemoryShelf[Alarm]):
    def due(self, now: datetime, most: int) -> list[Alarm]:
        return sorted((a for a in self.find() if a.at <= now), key=lambda a: (a.at, a.id))[:most]


@dataclass(frozen=True)
class MemoryRecord:
    """All shelves of a record; implements ``bot.services.ports.Record``."""

    people: MemoryShelf[core.Person] = field(default_factory=lambda: MemoryShelf(core.Person))
    cases: MemoryShelf[core.Case] = field(default_factory=lambda: MemoryShelf(core.Case))
    memberships: MemoryShelf[core.Membership] = field(
        default_factory=lambda: MemoryShelf(core.Membership)
    )
    invitations: MemoryShelf[core.Invitation] = field(
        default_factory=lambda: MemoryShelf(core.Invitation)
    )
    openings: MemoryShelf[core.Opening] = field(default_factory=lambda: MemoryShelf(core.Opening))
    attempts: MemoryShelf[core.Attempt] = field(default_factory=lambda: MemoryShelf(core.Attempt))
    parties: MemoryShelf[core.Party] = field(default_factory=lambda: MemoryShelf(core.Party))
    answers: MemoryShelf[core.Answer] = field(default_factory=lambda: MemoryShelf(core.Answer))
    revisions: MemoryShelf[core.Revision] = field(
        default_factory=lambda: MemoryShelf(core.Revision)
    )
    skips: MemoryShelf[core.Skip] = field(default_factory=lambda: MemoryShelf(core.Skip))
    own_questions: MemoryShelf[core.OwnQuestion] = field(
        default_factory=lambda: MemoryShelf(core.OwnQuestion)
    )
    notes: MemoryShelf[core.Note] = field(default_factory=lambda: MemoryShelf(core.Note))
    traces: MemoryShelf[core.Trace] = field(default_factory=lambda: MemoryShelf(core.Trace))
    agreements: MemoryShelf[Agreement] = field(default_factory=lambda: MemoryShelf(Agreement))
    agreement_events: MemoryShelf[AgreementEvent] = field(
        default_factory=lambda: MemoryShelf(AgreementEvent)
    )
    schedules: MemoryShelf[Schedule] = field(default_factory=lambda: MemoryShelf(Schedule))
    check_ins: MemoryShelf[CheckIn] = field(default_factory=lambda: MemoryShelf(CheckIn))
    ratings: MemoryShelf[Rating] = field(default_factory=lambda: MemoryShelf(Rating))
    scans: MemoryShelf[Scan] = field(default_factory=lambda: MemoryShelf(Scan))
    obstacles: MemoryShelf[Tick] = field(default_factory=lambda: MemoryShelf(Tick))
    round_ups: MemoryShelf[RoundUp] = field(default_factory=lambda: MemoryShelf(RoundUp))
    alarms: "MemoryAlarms" = field(default_factory=lambda: MemoryAlarms(Alarm))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """As the store does: what goes wrong in the block is undone."""
        before = {name: dict(shelf._kept) for name, shelf in vars(self).items()}
        try:
            yield
        except Exception:
            for name, shelf in vars(self).items():
                shelf._kept = before[name]
            raise

    def fork(self) -> "MemoryRecord":
        """A record with the same values, that goes its own way from here on."""
        return MemoryRecord(**{name: shelf.fork() for name, shelf in vars(self).items()})


@dataclass
class Clock:
    """A clock that moves on by one second at every look, and by as much as a test likes."""

    at: datetime = START

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def counted_ids() -> Callable[[], str]:
    """New ids as long as real ones, in an order that says nothing about time."""
    numbers = itertools.count(1)
    return lambda: f"{next(numbers) * 7919 % 100_003:016d}"


def memory_desk(method: Method, clock: Clock | None = None) -> Desk:
    """A desk with an empty record."""
    ids, codes = counted_ids(), counted_ids()
    return Desk(
        MemoryRecord(), method, clock or Clock(), ids, codes, Told(), is_public_holiday, DUTCH
    )


@dataclass
class Told:
    """What people were told by Zwaan itself: the person's id, and about what. ``begun``: what was
    begun with them, by its intent."""

    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    begun: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    keys: set[tuple[str, str]] = field(default_factory=set)

    def __call__(
        self,
        person: core.Person,
        about: Mapping[str, str],
        intent: str = "notice",
        key: str | None = None,
    ) -> None:
        if key and (person.id, key) in self.keys:
            return
        self.keys.add((person.id, key or ""))
        if intent == "notice":
            self.heard.append((person.id, dict(about)))
        else:
            self.begun.append((person.id, intent, dict(about)))


@cache
def the_method() -> Method:
    """The real method, read once for all tests."""
    return read_method(PROJECT)


@cache
def the_words() -> Words:
    """The real wording, read once for all tests."""
    return read_words(PROJECT)
