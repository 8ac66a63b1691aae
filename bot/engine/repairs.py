"""Two repairs in how Rasa 3.6 calls an action, made when the channel starts.

Rasa checks its own schema anew for every action's response, which took most of a turn's time
(measured: 72 %), and it swallows an action's failure: the turn ends as if all were well.
"""

from contextvars import ContextVar
from typing import Any

from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction

failed_actions: ContextVar[list[str] | None] = ContextVar("failed_actions", default=None)


def repair_rasa() -> None:
    """Check responses with a validator that is built once, and note which actions failed."""
    if getattr(RemoteAction.run, "by_zwaan", False):
        return
    validator = Draft7Validator(RemoteAction.action_response_format_spec())
    run_as_shipped = RemoteAction.run

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    async def run(self: RemoteAction, *args: Any, **kwargs: Any) -> Any:
        try:
            return await run_as_shipped(self, *args, **kwargs)
        except Exception:
            failures = failed_actions.get()
            if failures is not None:
                failures.append(self.name())
            raise

    run.by_zwaan = True  # type: ignore[attr-defined]
    RemoteAction.run = run
    RemoteAction._validate_action_result = validate
