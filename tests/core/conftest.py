"""The real method, for tests of its rules."""

import pytest
from hypothesis import settings

from bot.core.method import Method
from tests.harness.memory import the_method

# All tests of the rules and the services together must run in a blink.
settings.register_profile("quick", max_examples=15, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def method() -> Method:
    return the_method()
