"""Places on a message's way where a test can let a process die, fail or wait.

No production code knows of them. A process that starts with ``FAULTS`` (a folder) in its
environment gets a wrapper around each function below. The wrapper does nothing until a test puts
an order in that folder: a file with the point's name, that says "kill", "raise" or "hold".
"""

import functools
import importlib.machinery
import inspect
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = "FAULTS"
Only = Callable[[Sequence[Any], Any], bool]


class AskedFault(Exception):
    """What a point raises when a test asked for it."""


@dataclass(frozen=True)
class Point:
    """``target``: "module:Class.method". ``only``: of its arguments and its result."""

    name: str
    process: str
    target: str
    after: bool = False
    only: Only | None = None

    @property
    def module(self) -> str:
        return self.target.partition(":")[0]


def _some(args: Sequence[Any], result: Any) -> bool:
    return bool(result)


def _waiting(args: Sequence[Any], result: Any) -> bool:
    return bool(args[0].counts().get("waiting"))


def _parcels(args: Sequence[Any], result: Any) -> bool:
    return bool(result[0])


_MAILBOX, _TURNS = "bot.store.mailbox:Mailbox", "bot.gateway.turns:Turns"
_DOOR, _CHANNEL = "bot.gateway.door:Door", "bot.engine.channel:GatewayChannel"
_RECEIPTS = "bot.gateway.receipts:Receipts"
_REMOTE = "rasa.core.actions.action:RemoteAction"

POINTS = (
    Point("gateway-has-it", "gateway", "bot.gateway.intake:Intake.take"),
    Point("inbox-written", "gateway", f"{_MAILBOX}.receive", after=True),
    Point("inbox-committed", "gateway", "bot.gateway.intake:Intake.take", after=True),
    Point("acknowledging", "gateway", "bot.connectors.web.app:WebConnector._message", after=True),
    Point("about-to-claim", "gateway", f"{_MAILBOX}.claim", only=_waiting),
    Point("claim-written", "gateway", f"{_MAILBOX}.claim", after=True, only=_some),
    Point("claim-committed", "gateway", f"{_TURNS}._claim", after=True, only=_some),
    Point("engine-answered", "gateway", "bot.engine.client:EngineClient.ask", after=True),
    Point("outbox-written", "gateway", f"{_MAILBOX}.close", after=True),
    Point("outbox-committed", "gateway", f"{_TURNS}._close", after=True),
    Point("sending", "gateway", f"{_DOOR}._look", after=True, only=_parcels),
    Point("sent", "gateway", f"{_RECEIPTS}._write"),
    Point("seen-committed", "gateway", f"{_RECEIPTS}._write", after=True),
    Point("action-called", "actions", "actions.move:Move.run"),
    Point("answer-written", "actions", "bot.store.journal:Journal.write", after=True),
    Point("answer-committed", "actions", "rasa_sdk.executor:CollectingDispatcher.utter_message"),
    Point("action-replies", "actions", "rasa_sdk.executor:ActionExecutor.run", after=True),
    Point("engine-has-it", "engine", f"{_CHANNEL}._turn"),
    Point("calling-action", "engine", f"{_REMOTE}.run"),
    Point("action-answered", "engine", f"{_REMOTE}.run", after=True),
    Point("engine-replies", "engine", f"{_CHANNEL}._turn", after=True),
)


def install() -> None:
    """Wrap the functions of modules that are loaded, and of the others when they are."""
    if not os.environ.get(FOLDER):
        return
    for name in {point.module for point in POINTS} & set(sys.modules):
        _wrap_all(sys.modules[name])
    sys.meta_path.insert(0, _Watcher())


class _Watcher(importlib.machinery.PathFinder):
    """Finds modules as ever, and wraps what must be wrapped once they are executed."""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname not in {point.module for point in POINTS}:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.loader is None:
            return None
        loader: Any = spec.loader
        execute = loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            _wrap_all(module)

        loader.exec_module = exec_module
        return spec


def _wrap_all(module: ModuleType) -> None:
    for point in POINTS:
        if point.module == module.__name__:
            owner_name, name = point.target.partition(":")[2].split(".")
            owner = getattr(module, owner_name)
            setattr(owner, name, _wrapped(getattr(owner, name), point))


def _wrapped(function: Callable[..., Any], point: Point) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def later(*args: Any, **kwargs: Any) -> Any:
            if not point.after:
                _reached(point, args, None)
            result = await function(*args, **kwargs)
            if point.after:
                _reached(point, args, result)
            return result

        return later

    @functools.wraps(function)
    def now(*args: Any, **kwargs: Any) -> Any:
        if not point.after:
            _reached(point, args, None)
        result = function(*args, **kwargs)
        if point.after:
            _reached(point, args, result)
        return result

    return now


def _reached(point: Point, args: Sequence[Any], result: Any) -> None:
    order = Path(os.environ[FOLDER]) / point.name
    try:
        asked = order.read_text()
    except FileNotFoundError:
        return
    if point.only and not point.only(args, result):
        return
    if asked == "raise":
        raise AskedFault(point.name)
    held = order.with_suffix(".reached")
    try:
        order.rename(held)
    except FileNotFoundError:  # another thread was first
        return
    if asked == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    while held.exists():
        time.sleep(0.01)
