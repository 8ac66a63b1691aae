"""Five repairs of Rasa 3.6, made when the channel starts.

Rasa builds a checker of its schema anew for every action's response, which took most of a turn's
time (measured: 72 %); it swallows an action's failure, so that the turn ends as if all were well;
it has dask plan the way through its handful of components at every message (a tenth of what was
left); it opens a session and a connection anew for every action (a twentieth); and it builds an
empty domain at every message, to see that its own is another one.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientSession,
    ClientTimeout,
    TCPConnector,
)
from rasa.core.actions.action import RemoteAction
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

KEEP_ALIVE = 3.0  # seconds; shorter than the actions' own, so that no line is used that they closed
_PATIENCE = ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT)


@dataclass(frozen=True)
class Failure:
    """An action that failed. ``away``: its server was not there, or went while it was asked;
    ``reached``: the server had the message when it went."""

    action: str
    away: bool
    reached: bool


failed_actions: ContextVar[list[Failure] | None] = ContextVar("failed_actions", default=None)


def repair_rasa() -> None:
    """Check responses for what is used of them only, note which actions failed, run the components
    one after the other, keep the line to the actions open, and know an empty domain at sight."""
    if getattr(RemoteAction.run, "by_zwaan", False):
        return
    run_as_shipped = RemoteAction.run

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        if not all(isinstance(result.get(part), list) for part in ("events", "responses")):
            raise ValueError(f"{self.name()} did not answer with events and responses")
        return True

    async def run(self: RemoteAction, *args: Any, **kwargs: Any) -> Any:
        try:
            return await run_as_shipped(self, *args, **kwargs)
        except Exception as error:
            failures = failed_actions.get()
            if failures is not None:
                failures.append(_failure(self.name(), error))
            raise

    run.by_zwaan = True  # type: ignore[attr-defined]
    RemoteAction.run = run
    RemoteAction._validate_action_result = validate
    DaskGraphRunner.run = _run_graph
    EndpointConfig.session = _line
    Domain.is_empty = lambda domain: not domain.user_actions


@dataclass(eq=False)
class _Line:
    """The session of one endpoint, which stays open when the block that uses it ends."""

    kept: ClientSession

    async def __aenter__(self) -> ClientSession:
        return self.kept

    async def __aexit__(self, *_: object) -> None: ...


def _line(endpoint: EndpointConfig) -> _Line:
    """Made at its first use, for it must be made where it is used: in a running loop."""
    if "line" not in vars(endpoint):
        connector = TCPConnector(keepalive_timeout=KEEP_ALIVE)
        endpoint.line = _Line(ClientSession(timeout=_PATIENCE, connector=connector))
    line: _Line = endpoint.line
    return line


def _failure(action: str, error: Exception) -> Failure:
    """Rasa raises the same error for a server that is away as for an action that failed; only
    the error that it was handling then tells which."""
    cause = error.__context__
    away = isinstance(cause, ClientConnectionError)
    return Failure(action, away, reached=not isinstance(cause, ClientConnectorError))


def _run_graph(
    self: DaskGraphRunner,
    inputs: dict[str, Any] | None = None,
    targets: list[str] | None = None,
) -> dict[str, Any]:
    """What each target gives; every component that it needs runs once before it."""
    nodes, needs = self._instantiated_nodes, self._graph_schema.nodes
    done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}

    def outcome(name: str) -> Any:
        if name not in done and name in nodes:
            done[name] = nodes[name](*map(outcome, needs[name].needs.values()))
        return done.get(name, name)  # Rasa's own word for what is missing: its name

    return dict(outcome(target) for target in targets or self._graph_schema.target_names)
