"""What the services need of the world; adapters give it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.core.agreement import Agreement, AgreementEvent
from bot.core.method import Method
from bot.core.obstacle import Tick
from bot.core.record import (
    Answer,
    Attempt,
    Case,
    Invitation,
    Membership,
    Note,
    Opening,
    OwnQuestion,
    Party,
    Person,
    Revision,
    Skip,
    Trace,
)
from bot.core.rhythm import Alarm, CheckIn, Rating, RoundUp, Schedule
from bot.core.scan import Scan

T = TypeVar("T")


class Shelf(Protocol[T]):
    """The kept values of one kind. ``where`` means: these fields equal these values."""

    def get(self, id: str) -> T | None: ...
    def first(self, **where: object) -> T | None: ...
    def find(self, **where: object) -> list[T]: ...
    def pick(self, column: str, **where: object) -> list[Any]: ...
    def put(self, value: T) -> None: ...
    def remove(self, **where: object) -> int: ...


class Alarms(Shelf[Alarm], Protocol):
    """Alarms, also by when they are due."""

    def due(self, now: datetime, most: int) -> list[Alarm]:
        """Those that are due, the oldest first; each is given to one transaction only."""
        ...


class Record(Protocol):
    """The case record, within one transaction."""

    @property
    def people(self) -> Shelf[Person]: ...

    @property
    def cases(self) -> Shelf[Case]: ...

    @property
    def memberships(self) -> Shelf[Membership]: ...

    @property
    def answers(self) -> Shelf[Answer]: ...

    @property
    def revisions(self) -> Shelf[Revision]: ...

    @property
    def skips(self) -> Shelf[Skip]: ...

    @property
    def own_questions(self) -> Shelf[OwnQuestion]: ...

    @property
    def notes(self) -> Shelf[Note]: ...

    @property
    def invitations(self) -> Shelf[Invitation]: ...

    @property
    def openings(self) -> Shelf[Opening]: ...

    @property
    def attempts(self) -> Shelf[Attempt]: ...

    @property
    def parties(self) -> Shelf[Party]: ...

    @property
    def traces(self) -> Shelf[Trace]: ...

    @property
    def agreements(self) -> Shelf[Agreement]: ...

    @property
    def agreement_events(self) -> Shelf[AgreementEvent]: ...

    @property
    def schedules(self) -> Shelf[Schedule]: ...

    @property
    def check_ins(self) -> Shelf[CheckIn]: ...

    @property
    def ratings(self) -> Shelf[Rating]: ...

    @property
    def scans(self) -> Shelf[Scan]: ...

    @property
    def obstacles(self) -> Shelf[Tick]: ...

    @property
    def round_ups(self) -> Shelf[RoundUp]: ...

    @property
    def alarms(self) -> Alarms: ...

    def aside(self) -> AbstractContextManager[None]:
        """What is done in the block is wholly undone when it goes wrong."""
        ...


class Status(StrEnum):
    """Where a message is on its way in or out."""

    WAITING = "waiting"
    DONE = "done"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True)
class Letter:
    """A message taken from the inbox. ``situation`` stands from its first try on."""

    id: int
    channel: str
    conversation: str
    key: str
    payload: str
    situation: str | None
    received_at: datetime
    attempts: int
    own: bool = False  # nobody sent it: Zwaan says something by itself


@dataclass(frozen=True)
class Parcel:
    """Something in the outbox; ``id`` grows."""

    id: int
    payload: str


@dataclass(frozen=True)
class Address:
    """Where someone is sent to, on a channel that must be told."""

    address: str
    reachable: bool


class Notify(Protocol):
    """Lets Zwaan say something to somebody by itself, or begin something with them.

    ``about``: what, in ids and choices; ``intent``: what is done then; ``key``: the same is said
    only once, None when it may be said again.
    """

    def __call__(
        self,
        person: Person,
        about: Mapping[str, str],
        intent: str = "notice",
        key: str | None = None,
    ) -> None: ...


@dataclass(frozen=True)
class Desk:
    """All that a service works with: the record, the method, the time, new ids and codes, a way to
    tell others, which days are public holidays, and the time zone of whoever has told no other."""

    record: Record
    method: Method
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_code: Callable[[], str]
    notify: Notify
    is_holiday: Callable[[date], bool]
    zone: ZoneInfo
