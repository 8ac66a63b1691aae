"""A wrong setting stops the start with one line: which, what is wrong with it, what to put."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import PROJECT, Settings, WrongSetting

WRONG = [
    ("ZWAAN_PORT", "abc"),
    ("ZWAAN_PORT", "0"),
    ("ZWAAN_PORT", "65536"),
    ("ZWAAN_PORT", "-1"),
    ("ZWAAN_PORT", "80.5"),
    ("ZWAAN_PORT", "²"),
    ("ZWAAN_TIMEZONE", "Amsterdam"),
    ("ZWAAN_TIMEZONE", "../etc/passwd"),
    ("ZWAAN_TIMEZONE", "Europe"),
    ("ZWAAN_ENGINE_URL", "localhost"),
    ("ZWAAN_ENGINE_URL", "http://localhost"),
    ("ZWAAN_ENGINE_URL", "ftp://localhost:5005"),
    ("ZWAAN_ENGINE_URL", "http://:5005"),
    ("ZWAAN_ENGINE_URL", "http://localhost:port"),
    ("ZWAAN_ENGINE_URL", "http://localhost:99999"),
    ("ZWAAN_ACTIONS_URL", "5055"),
    ("ZWAAN_ACTIONS_URL", "http://[::1"),
    ("ZWAAN_DATABASE_URL", "zwaan.db"),
    ("ZWAAN_DATABASE_URL", "mysql://localhost/zwaan"),
    ("ZWAAN_DATABASE_URL", "sqlite"),
    ("ZWAAN_DATABASE_URL", "postgresql://host:port/name"),
]
WORDS = {
    "ZWAAN_PORT": "8080",
    "ZWAAN_TIMEZONE": "Europe/Amsterdam",
    "ZWAAN_ENGINE_URL": "http://127.0.0.1:5005",
    "ZWAAN_ACTIONS_URL": "http://127.0.0.1:5055",
    "ZWAAN_DATABASE_URL": "sqlite:////",
}


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_gives_one_line_with_its_name_and_a_remedy(name: str, value: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        Settings.read({name: value})
    line = str(wrong.value)
    assert line.startswith(f"{name} is “{value}”: put ")
    assert WORDS[name] in line
    assert "\n" not in line


def test_a_wrong_address_never_shows_its_password() -> None:
    with pytest.raises(WrongSetting) as wrong:
        Settings.read({"ZWAAN_DATABASE_URL": "mysql://me:geheim@host/zwaan"})
    assert "geheim" not in str(wrong.value)


def test_without_settings_there_is_a_default_for_all() -> None:
    settings = Settings.read({})
    assert settings.home == PROJECT / "var"
    assert settings.database_url == f"sqlite:///{PROJECT / 'var' / 'zwaan.db'}"
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.timezone == ZoneInfo("Europe/Amsterdam")
    assert (settings.secret_key, settings.engine_secret) == (None, None)


def test_an_empty_setting_is_as_good_as_none() -> None:
    names = [*WORDS, "ZWAAN_HOME", "ZWAAN_HOST", "ZWAAN_SECRET_KEY", "ZWAAN_ENGINE_SECRET"]
    assert Settings.read(dict.fromkeys(names, "")) == Settings.read({})


def test_database_and_key_stand_in_the_home(tmp_path: Path) -> None:
    settings = Settings.read({"ZWAAN_HOME": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path / 'zwaan.db'}"
    assert settings.key_file == tmp_path / "key"


def test_a_home_may_be_given_from_the_users_own_folder() -> None:
    assert Settings.read({"ZWAAN_HOME": "~/zwaan"}).home == Path.home() / "zwaan"


def test_a_slash_at_the_end_of_an_address_does_no_harm() -> None:
    settings = Settings.read({"ZWAAN_ENGINE_URL": "http://127.0.0.1:5005/"})
    assert settings.engine_url == "http://127.0.0.1:5005"


def test_postgres_may_be_the_database() -> None:
    url = "postgresql+psycopg://me:geheim@host/zwaan"
    assert Settings.read({"ZWAAN_DATABASE_URL": url}).database_url == url
