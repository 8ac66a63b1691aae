"""What people want of their weekly check-in, in their words. Today is Sunday 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.rhythm_said import Wanted, Wish, wanted

TODAY = date(2026, 11, 22)


def at(weekday: int | None = None, hour: int | None = None, minute: int = 0) -> Wanted:
    time = None if hour is None else hour * 60 + minute
    return Wanted(Wish.AT, weekday=weekday, minute=time)


def until(year: int, month: int, day: int) -> Wanted:
    return Wanted(Wish.UNTIL, first=date(year, month, day))


def away(first: tuple[int, int], last: tuple[int, int], year: int = 2026) -> Wanted:
    return Wanted(Wish.AWAY, first=date(year, *first), last=date(year, *last))


DUTCH = {
    "weekcheck om half tien op donderdag": at(3, 9, 30),
    "doe de weekcheck maar op dinsdag": at(1),
    "weekcheck liever vrijdagmiddag": at(4, 14),
    "kan de weekcheck om 4 uur?": at(None, 16),
    "weekcheck van maandag naar woensdag": at(2),
    "weekcheck op dinsdag in plaats van maandag": at(1),
    "weekcheck niet op maandag maar op do": at(3),
    "zet de weekcheck op woensdg": at(2),
    "weekcheck dinsdag 15:30": at(1, 15, 30),
    "weekcheck niet op maandag": Wanted(Wish.ASK_DAY),
    "weekcheck op een andere dag": Wanted(Wish.ASK_DAY),
    "kan de weekcheck wat later": Wanted(Wish.ASK_TIME),
    "verander het tijdstip van de weekcheck": Wanted(Wish.ASK_TIME),
    "zet de weekcheck aan": Wanted(Wish.ON),
    "weekcheck weer aan": Wanted(Wish.ON),
    "ik wil wel elke week een weekcheck": Wanted(Wish.ON),
    "zet die weekcheck maar uit": Wanted(Wish.OFF),
    "ik wil de weekcheck niet meer": Wanted(Wish.OFF),
    "stop met de weekcheck": Wanted(Wish.OFF),
    "de weekcheck hoeft voor mij niet": Wanted(Wish.OFF),
    "pauzeer de weekcheck tot 4 januari": until(2027, 1, 4),
    "weekcheck uit tot 4 januari": until(2027, 1, 4),
    "pauzeer de weekcheck twee weken": until(2026, 12, 6),
    "een maand geen weekcheck graag": until(2026, 12, 22),
    "even geen weekcheck": Wanted(Wish.ASK_UNTIL),
    "zet de weekcheck even stil": Wanted(Wish.ASK_UNTIL),
    "geen weekcheck van 3 mei tot en met 14 mei, vakantie": away((5, 3), (5, 14), 2027),
    "ik heb vakantie van 3 december tot 14 december, geen weekcheck dan": away((12, 3), (12, 14)),
    "ik ben volgende week weg, geen weekcheck": away((11, 23), (11, 29)),
    "volgende week geen weekcheck": away((11, 23), (11, 29)),
    "geen weekcheck op 3 december": away((12, 3), (12, 3)),
    "geen weekcheck van 14 mei tot 3 mei": Wanted(Wish.AWAY, trouble=True),
    "pauzeer de weekcheck tot 31 februari": Wanted(Wish.UNTIL, trouble=True),
    "mijn tijdzone is curaçao, voor de weekcheck": Wanted(Wish.ZONE, zone="America/Curacao"),
    "weekcheck in de tijd van bonaire": Wanted(Wish.ZONE, zone="America/Kralendijk"),
    "andere tijdzone voor de weekcheck": Wanted(Wish.ASK_ZONE),
    "de weekcheck komt me maandag niet uit": Wanted(Wish.ASK_DAY),
    "maandag komt niet uit voor de weekcheck, dinsdag wel": at(1),
    "weekcheck 2 weken overslaan": until(2026, 12, 6),
    "ik ben van 1 tot 8 december op vakantie dus geen weekcheck": away((12, 1), (12, 8)),
    "na de kerstvakantie weer weekcheck": until(2027, 1, 4),
    "weekcheck pas weer in januari": until(2027, 1, 1),
    "weekcheck uit tot na de kerstvakantie": until(2027, 1, 4),
    "geen weekcheck in de kerstvakantie": Wanted(
        Wish.AWAY, first=date(2026, 12, 19), last=date(2027, 1, 3)
    ),
    "sla de weekcheck over": Wanted(Wish.SKIP),
    "kun je de weekcheck een uur later zetten": Wanted(Wish.ASK_TIME),
    "zet de weekcheck aan voor iedereen": Wanted(Wish.OTHERS),
    "zet de weekcheck van leo op vrijdag om 14.00": Wanted(Wish.OTHERS),
    "weekcheck voor de mentor op vrijdag": Wanted(Wish.OTHERS),
    "weekcheck van jan uit": Wanted(Wish.OTHERS),
    "weekcheck eens in de twee weken": Wanted(Wish.SELDOM),
    "weekcheck eens per maand is genoeg": Wanted(Wish.SELDOM),
    "stop de pauze van de weekcheck": Wanted(Wish.ON),
    "ik wil die weekcheck niet": Wanted(Wish.OFF),
    "zeg de weekcheck maar af": Wanted(Wish.OFF),
    "weekcheck graag op vrijdagmiddag om 3 uur": at(4, 15),
    "weekcheck om 8 uur s avonds": at(None, 20),
    "vrijdags": at(4),
    "geen weekcheck van 30 november t/m 4 december": away((11, 30), (12, 4)),
    "geen weekcheck volgende week we zijn weg": away((11, 23), (11, 29)),
    "weekcheck voor maandag om 9 uur": at(0, 9),
    "wanneer komt de weekcheck": Wanted(Wish.LOOK),
    "zet de weekcheck aan voor de mentor": Wanted(Wish.OTHERS),
    "ritme van de weekcheck": Wanted(Wish.LOOK),
}
ENGLISH = {
    "check-in on thursday at half past nine": at(3, 9, 30),
    "move the check-in to tuesday": at(1),
    "can the check-in be at 4?": at(None, 16),
    "check-in on tuesday morning": at(1, 9),
    "not on monday but on friday for the check-in": at(4),
    "check-in on another day": Wanted(Wish.ASK_DAY),
    "can the check-in come a bit later?": Wanted(Wish.ASK_TIME),
    "turn the check-in on": Wanted(Wish.ON),
    "turn off the weekly check-in": Wanted(Wish.OFF),
    "i don't want the check-in any more": Wanted(Wish.OFF),
    "pause the check-in until 4 january": until(2027, 1, 4),
    "pause the check-in for two weeks": until(2026, 12, 6),
    "pause the check-in": Wanted(Wish.ASK_UNTIL),
    "no check-in next week, i'm on holiday": away((11, 23), (11, 29)),
    "no check-in from 3 december to 14 december": away((12, 3), (12, 14)),
    "my time zone is london, for the check-in": Wanted(Wish.ZONE, zone="Europe/London"),
    "change the check-in from monday to thursday": at(3),
    "mondays don't work for the check-in, make it friday": at(4),
    "skip the check-in": Wanted(Wish.SKIP),
    "when does the check-in come": Wanted(Wish.LOOK),
}


@pytest.mark.parametrize(("text", "meant"), DUTCH.items())
def test_dutch(text: str, meant: Wanted) -> None:
    assert wanted(text, TODAY, "nl") == meant


@pytest.mark.parametrize(("text", "meant"), ENGLISH.items())
def test_english(text: str, meant: Wanted) -> None:
    assert wanted(text, TODAY, "en") == meant


@given(st.text(max_size=120))
def test_whatever_is_typed_is_some_wish(text: str) -> None:
    found = wanted(text, TODAY, "nl")
    if found.wish is Wish.AWAY and not found.trouble:
        assert found.first is not None
        assert found.last is not None
        assert found.first <= found.last
