"""Someone at a desk, with a case that was begun."""

from datetime import timedelta

import pytest
from hypothesis import settings

from bot.services.ports import Desk
from bot.services.rhythm import switch_on
from tests.harness.memory import memory_desk, the_method
from tests.services.someone import Someone
from tests.services.team import Team
from tests.services.weeks import MONDAY, ZONE, to

settings.register_profile("quick", max_examples=15, deadline=None)
settings.load_profile("quick")


@pytest.fixture
def desk() -> Desk:
    return memory_desk(the_method())


@pytest.fixture
def newcomer(desk: Desk) -> Someone:
    """Someone who consented and has no case yet."""
    return Someone.come_in(desk)


@pytest.fixture
def drafting(newcomer: Someone) -> Someone:
    """Someone of whose case only the kind is known."""
    return newcomer.begin().fill("child")


@pytest.fixture
def someone(newcomer: Someone) -> Someone:
    """Someone whose case stands, at its first question."""
    return newcomer.begin().fill("child", "Vlinder", "", "", "teacher")


@pytest.fixture
def team(someone: Someone) -> Team:
    """Someone who directs a case, to which others can be added."""
    return Team(someone)


@pytest.fixture
def rhythmic(team: Team) -> Team:
    """A team with a mentor; on a Sunday evening the rhythm is switched on for both."""
    team.add("mentor")
    to(team, MONDAY - timedelta(hours=12))
    switch_on(team.desk, team.coordinator.person, ZONE)
    switch_on(team.desk, team.coordinator.person, ZONE, team.members[0].part.id)
    return team
