"""Trouble that a test orders: for the next calls, for some calls by chance, or until it is lifted.

A fault strikes before the method is carried out or, with ``after``, when it has been: then the
message is sent, and only its answer gets lost.
"""

import random
from dataclasses import dataclass, field
from typing import Self

from tests.bot_api.errors import ApiError, too_many


@dataclass(frozen=True)
class Drop:
    """The connection is cut, without an answer."""

    after: bool = False


@dataclass(frozen=True)
class Fail:
    """An answer with an error. ``html``: a page as of a proxy, in place of the API's JSON."""

    error: ApiError
    after: bool = False
    html: bool = False


@dataclass(frozen=True)
class Slow:
    """Everything goes well, but takes this many seconds longer."""

    seconds: float
    after: bool = False


Fault = Drop | Fail | Slow

INTERNAL = ApiError(500, "Internal Server Error")
BAD_GATEWAY = ApiError(502, "Bad Gateway")


def flooded(seconds: int) -> Fail:
    """429, as for a bot that sends too much; seconds are whole ones."""
    return Fail(too_many(seconds))


@dataclass
class Order:
    """One ordered fault; ``struck`` tells how often it came. As a context it lasts that long."""

    fault: Fault
    methods: frozenset[str]  # empty: every method
    chance: float
    times: int | None
    chat_id: int | None
    struck: int = 0
    lifted: bool = False

    def lift(self) -> None:
        self.lifted = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.lift()

    def concerns(self, method: str, chat_id: int | None) -> bool:
        spent = self.times is not None and self.struck >= self.times
        meant = not self.methods or method.lower() in self.methods
        here = self.chat_id is None or self.chat_id == chat_id
        return meant and here and not spent and not self.lifted


@dataclass
class Faults:
    """All orders; ``seed`` makes chance repeatable."""

    seed: int = 0
    orders: list[Order] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def order(
        self,
        fault: Fault,
        *methods: str,
        chance: float = 1.0,
        times: int | None = None,
        chat_id: int | None = None,
    ) -> Order:
        """Let it strike calls of these methods, or of all when none is named."""
        names = frozenset(method.lower() for method in methods)
        self.orders.append(Order(fault, names, chance, times, chat_id))
        return self.orders[-1]

    def lift(self) -> None:
        """All well again."""
        self.orders.clear()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """What befalls this call: the first order that concerns it and comes true."""
        for order in self.orders:
            if order.concerns(method, chat_id) and self._random.random() < order.chance:
                order.struck += 1
                return order.fault
        return None
