"""A plain yes, no or "later", as people type it."""

import pytest

from bot.core.leaning import Leaning, leaning

YES = """
ja / Ja! / jaa / ja hoor / ja graag / ja, dat klopt / klopt / klopt helemaal / dat klopt
het klopt zo
oke / oké / OK / okay dan / is goed / ja is goed / prima / prima zo / goed zo / helemaal goed / top
leg vast / klopt, leg vast / leg het maar vast / akkoord / mee eens / zeker / natuurlijk / doe maar
ja doe maar / is goed doe ik / ja ik doe het / dat doe ik / kan ik wel doen / komt goed / nu
nu kan wel
ja, nu is goed / ja kan wel even / precies / inderdaad / uiteraard / jazeker / graag
geen probleem / 👍
ziet er goed uit / zo is het goed / ja prima, dank je / dat gaat lukken / zo laten
yes / yes that's right / yes please / yep / looks good / sounds good / sure / of course
that’s right
right, settle it / fine / okay then / I'll do it / will do / go ahead / agreed / now is fine
works for me
I can do that / no problem / yeah sure / that works / great, thanks
"""
NO = """
nee / Nee. / nee hoor / nee dank je / nee joh / toch niet / toch maar niet / liever niet / laat maar
nee laat maar / nee, laat maar zitten / hoeft niet / niet nodig / niet voor mij
dit is niet voor mij
sorry, dat lukt niet / dat kan ik niet / nee dat lukt mij niet / ik doe het niet / klopt niet
dat klopt niet / nee, klopt niet / niet goed / deze week niet / doe maar niet / geen zin
dat wil ik niet
no / nope / no thanks / never mind / forget it / not for me / rather not / I can't
no, I can't do that
not this week / that's not right / cancel / sorry, I can't / I won't / not really / no need
"""
LATER = """
later / later vandaag / straks / straks even / zo meteen / nu niet / nu even niet / niet nu
nog niet
nee, nu niet / ja straks / ja maar later / vandaag niet / vanavond / morgen / liever morgen
een andere keer / komt nu niet uit / het komt nu niet uit / geen tijd / nu geen tijd
sorry, geen tijd nu
ik kan nu niet / ik kom er op terug / dadelijk / vraag het later / wacht even
not now / later today / maybe later / not yet / not today / in a bit / another time / tomorrow
no, not now / yes, but later / remind me later / I'm busy / not right now / tonight
sorry, no time now
"""
NEITHER = """
woensdag / nee woensdag / ja maar wel op dinsdag / fatima doet het / humor / de mentor / 4
weet ik niet
ja en nee / nee, is goed / goede vraag / het gaat goed met hem / ze komt later dan ik
klopt dat wel met jou
jan belt met moeder / is dat goed voor hem / nu weet ik het / no idea / right now he is at school
the mentor does it / not sure / good question / yes and no / fine, but on Tuesday / / ... / ?
zo / maar
ja want het gaat eigenlijk best goed zo denk ik / yes because that is what we said last week
"""


def split(rows: str) -> list[str]:
    return [text.strip() for line in rows.strip().splitlines() for text in line.split(" / ")]


AT_THE_DOOR = """
nou vooruit dan / mij best / mag wel / geen probleem / begin maar / Ja, gerne / aight bet / toch wel
actually ok / prima maar wel anoniem he / sorry toch wel / ja ik doe mee
"""


@pytest.mark.parametrize("text", split(AT_THE_DOOR))
def test_a_yes_at_the_door_may_be_said_in_many_ways(text: str) -> None:
    assert leaning(text) is Leaning.YES


@pytest.mark.parametrize(
    ("text", "leans"),
    [(text, Leaning.YES) for text in split(YES)]
    + [(text, Leaning.NO) for text in split(NO)]
    + [(text, Leaning.LATER) for text in split(LATER)]
    + [(text, None) for text in split(NEITHER)],
)
def test_which_way_a_short_text_leans(text: str, leans: Leaning | None) -> None:
    assert leaning(text) is leans
