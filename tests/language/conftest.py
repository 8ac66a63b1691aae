"""One masker for all tests of it."""

from pathlib import Path

import pytest

from bot.language.masking import Masker


@pytest.fixture(scope="session")
def cache_dir(request: pytest.FixtureRequest) -> Path:
    """Kept between test runs: building takes ten seconds, loading one."""
    return Path(request.config.cache.mkdir("masking"))


@pytest.fixture(scope="session")
def masker(cache_dir: Path) -> Masker:
    return Masker.build(cache_dir)
