"""Making agreements in short tests."""

from datetime import date

from bot.services.agenda import agenda
from bot.services.agree import (
    Agreed,
    Said,
    begin_agreement,
    fill_agreement,
    settle_agreement,
)
from tests.harness.memory import Told
from tests.services.someone import Someone
from tests.services.team import Team

DUE = date(2027, 3, 4)


def begins(someone: Someone, said: Said) -> Agreed:
    return begin_agreement(someone.desk, someone.person, said)


def fills(someone: Someone, **said: object) -> Agreed:
    return fill_agreement(someone.desk, someone.person, Said(**said))  # type: ignore[arg-type]


def agrees(someone: Someone, who: Someone, what: str = "Belt de wijkagent.") -> str:
    """An agreement that stands; its id."""
    made = begins(someone, Said(what, who=who.part.id, due=DUE)).agreement.id
    settle_agreement(someone.desk, someone.person, made)
    return made


def told(team: Team, who: Someone) -> list[str]:
    """What somebody was told about agreements by Zwaan itself."""
    assert isinstance(team.desk.notify, Told)
    heard = [about["what"] for person, about in team.desk.notify.heard if person == who.id]
    return [what for what in heard if what.startswith("agreement")]


def reads(someone: Someone) -> list[str | None]:
    return [agreement.what for agreement in agenda(someone.desk, someone.person).live]
