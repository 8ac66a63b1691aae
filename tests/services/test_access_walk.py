"""By whatever road, after whatever happened, everybody reads exactly what is theirs.

``python -m pytest tests/services/test_access_walk.py`` walks some steps;
``ZWAAN_WALK=400`` before it walks so many times fifty."""

import os

from hypothesis import HealthCheck, settings

from tests.services.access_walk import AccessWalk

WALKS = int(os.environ.get("ZWAAN_WALK") or 12)

TestAccess = AccessWalk.TestCase
TestAccess.settings = settings(
    max_examples=WALKS,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
