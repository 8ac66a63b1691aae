"""By whatever road, after whatever happened, everybody reads exactly what is theirs.

``python -m pytest tests/test_access_walk.py`` walks some steps; ``ZWAAN_WALK=420`` before
it walks so many times fifty."""

import os
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.core import access
from bot.core.access import BOTH, Circle
from bot.core.record import Visibility
from tests.services.access_walk import AccessWalk

WALKS = int(os.environ.get("ZWAAN_WALK") or 8)
ME, TEAM, EVERYONE = Visibility
WRONG: dict[str, Mapping[Visibility, frozenset[Circle]]] = {
    "family reads what is for the team": {ME: frozenset(), TEAM: BOTH, EVERYONE: BOTH},
    "the team reads what is kept": {
        ME: frozenset({Circle.TEAM}), TEAM: frozenset({Circle.TEAM}), EVERYONE: BOTH
    },
    "what is for everyone stays with the team": {
        ME: frozenset(), TEAM: frozenset({Circle.TEAM}), EVERYONE: frozenset({Circle.TEAM})
    },
}  # fmt: skip


def walk(walks: int, *phases: Phase) -> None:
    chosen = settings(
        max_examples=walks,
        stateful_step_count=50,
        deadline=None,
        derandomize=WALKS <= 50,  # the short walks are the same ones every time
        suppress_health_check=list(HealthCheck),
        phases=phases or tuple(Phase),
    )
    run_state_machine_as_test(AccessWalk, settings=chosen)


def test_everybody_reads_exactly_what_is_theirs() -> None:
    long = WALKS > 50  # a long walk is not made shorter when it fails: that takes too long
    walk(WALKS, *((Phase.generate,) if long else ()))


@pytest.mark.parametrize("readers", WRONG.values(), ids=WRONG)
def test_a_table_that_is_wrong_is_found_by_walking(
    readers: Mapping[Visibility, frozenset[Circle]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "READERS", readers)
    with pytest.raises(AssertionError):
        walk(800, Phase.generate)


def test_an_agenda_that_all_read_is_found_by_walking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "READS_AGENDA", BOTH)
    with pytest.raises(AssertionError):
        walk(800, Phase.generate)
