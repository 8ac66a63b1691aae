"""Someone with a case, and a voice in each language."""

import pytest

from bot.core.language import LANGUAGES
from bot.voice.speech import Speech
from tests.harness.memory import memory_desk, the_method, the_words
from tests.services.someone import Someone


@pytest.fixture(params=LANGUAGES)
def speech(request: pytest.FixtureRequest) -> Speech:
    return Speech(the_words(), the_method(), request.param)


@pytest.fixture
def someone() -> Someone:
    """Someone whose case stands, at its first question."""
    newcomer = Someone.come_in(memory_desk(the_method())).begin()
    return newcomer.fill("child", "Vlinder", "", "", "teacher")
