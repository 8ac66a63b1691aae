"""The real method, for tests of its rules."""

import pytest

from bot.core.method import Method
from tests.harness.memory import the_method


@pytest.fixture(scope="session")
def method() -> Method:
    return the_method()
