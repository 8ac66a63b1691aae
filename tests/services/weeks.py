"""Weeks that go by for a team, and what Zwaan began and told in them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.agreement import AgreementStatus
from bot.core.rhythm import Part
from bot.services.agree import Said, begin_agreement, settle_agreement
from bot.services.check_in import (
    begin_check_in,
    rate,
    say,
    say_how_it_goes,
    skip_part,
)
from bot.services.clock import ring
from tests.harness.memory import Told
from tests.services.someone import Someone
from tests.services.team import Team

DUE = date(2027, 3, 4)
ZONE = "Europe/Amsterdam"
AMSTERDAM = ZoneInfo(ZONE)
MONDAY = datetime(2026, 1, 12, 9, tzinfo=AMSTERDAM)


def to(team: Team, at: datetime) -> None:
    """Let it be this moment, and all that is due by then be done, hour by hour."""
    clock = team.desk.now
    while clock.at < at:  # type: ignore[attr-defined]
        clock.at = min(clock.at + timedelta(hours=1), at)  # type: ignore[attr-defined]
        tick(team)


def tick(team: Team) -> None:
    for alarm in team.desk.record.alarms.due(team.desk.now(), 100):
        ring(team.desk, alarm)


def jump(team: Team, at: datetime) -> None:
    """Zwaan was away until this moment."""
    team.desk.now.at = at  # type: ignore[attr-defined]
    tick(team)


def begun(team: Team, who: Someone) -> list[str]:
    """What Zwaan began with somebody: "due" or "again" for each check-in."""
    assert isinstance(team.desk.notify, Told)
    return [about["to"] for person, _, about in team.desk.notify.begun if person == who.id]


def told(team: Team, who: Someone) -> list[str]:
    assert isinstance(team.desk.notify, Told)
    heard = [about["what"] for person, about in team.desk.notify.heard if person == who.id]
    return [what for what in heard if what not in ("joined", "rhythm_on")]


def agreement(team: Team, who: Someone, what: str = "Belt.") -> str:
    me = team.coordinator
    made = begin_agreement(me.desk, me.person, Said(what, who=who.part.id, due=DUE)).agreement.id
    settle_agreement(me.desk, me.person, made)
    return made


def goes_through(who: Someone, skip: bool = False) -> list[Part]:
    """A whole check-in; what was asked."""
    parts = []
    asked = begin_check_in(who.desk, who.person)
    while asked.part:
        parts.append(asked.part)
        if skip:
            asked = skip_part(who.desk, who.person)
        elif asked.part is Part.AGREEMENT:
            asked = say_how_it_goes(who.desk, who.person, AgreementStatus.DOING).asked
        elif asked.part is Part.RATE:
            asked = rate(who.desk, who.person, 4).asked
        else:
            asked = say(who.desk, who.person, "Iets.").asked
    return parts
