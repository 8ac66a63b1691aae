"""What is typed about the agreements that stand."""

import pytest

from bot.core.agreement import AgreementStatus
from bot.core.agreement_asked import (
    AgreementAsked,
    asks_to_take_over,
    read_agreement_asked,
    tells_of_agreement,
)

DONE, DOING, STUCK = AgreementStatus.DONE, AgreementStatus.DOING, AgreementStatus.STUCK


@pytest.mark.parametrize(("text", "asked"), [
    ("afspraak 5 is klaar", AgreementAsked(5, DONE)),
    ("zet afspraak 5 op klaar", AgreementAsked(5, DONE)),
    ("afspraak twee is gedaan", AgreementAsked(2, DONE)),
    ("afspraak nummer 3 zit vast", AgreementAsked(3, STUCK)),
    ("met afspraak 4 ben ik mee bezig", AgreementAsked(4, DOING)),
    ("agreement 2 is done", AgreementAsked(2, DONE)),
    ("mark agreement three as done", AgreementAsked(3, DONE)),
    ("agreement 4 is stuck", AgreementAsked(4, STUCK)),
    ("haal afspraak 2 weg", AgreementAsked(2, away=True)),
    ("verwijder afspraak 2", AgreementAsked(2, away=True)),
    ("remove agreement 2", AgreementAsked(2, away=True)),
    ("hoe zet ik een afspraak op klaar", AgreementAsked()),
    ("hoe zet ik afspraak 5 op klaar?", AgreementAsked(5)),
    ("is afspraak 5 klaar?", AgreementAsked(5)),
    ("afspraak 5 is nog niet klaar", AgreementAsked(5)),
    ("bekijk afspraak 2", AgreementAsked(2)),
    ("fatima neemt afspraak 3 over van leo", AgreementAsked(3)),
    ("de afspraak van fatima moet 8 december worden", AgreementAsked()),
    ("welke afspraken zijn te laat?", AgreementAsked()),
    ("wat hebben we afgesproken", AgreementAsked()),
])  # fmt: skip
def test_which_agreement_and_what_about_it(text: str, asked: AgreementAsked) -> None:
    assert read_agreement_asked(text) == asked


@pytest.mark.parametrize(("text", "asks"), [
    ("jan doet het niet meer, kan fatima het overnemen?", True),
    ("kan iemand dit van mij overnemen?", True),
    ("jan can't do it any more, can fatima take over?", True),
    ("moeder moest alles overnemen", False),
    ("wie kan dat overnemen? moeder in elk geval niet", False),
    ("moeder neemt het over", False),
])  # fmt: skip
def test_asking_whether_somebody_can_take_over(text: str, asks: bool) -> None:
    assert asks_to_take_over(text) is asks


@pytest.mark.parametrize(("text", "tells"), [
    ("afspraak 1 is gedaan", True),
    ("ja afspraak 2 is gelukt hoor", True),
    ("de afspraak 3 zit vast", True),
    ("afspraak 1 kan geschrapt, haal hem weg", True),
    ("agreement 1 is done", True),
    ("our agreement 2 is stuck", True),
    ("afspraak 1 is nog niet gedaan", False),
    ("is afspraak 1 gedaan?", False),
    ("afspraak maken met de huisarts is gedaan", False),
    ("de afspraak met de huisarts is gelukt", False),
    ("in gesprek 1 is afspraak 2 gedaan en toen liep het mis", False),
    ("afspraak 1 is gedaan en daarna heeft moeder nog met school gebeld", False),
])  # fmt: skip
def test_telling_how_one_agreement_goes_is_little_else(text: str, tells: bool) -> None:
    assert tells_of_agreement(text) is tells
