"""How people say that an agreement goes, and what number they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.check_in_said import how_it_goes, score_said, tells_how_it_goes

GOES = {
    "done": """
        klaar / klaar! / ja / gelukt / gedaan / ja is gebeurd, moeder was blij / heb gebeld,
        ging goed / is geregeld / ik heb haar gisteren gesproken / afgerond / done / yes all
        done / sorted it out / i have called her / gebeld / dat is af / ze is geweest / klaar,
        niets zit vast / moeder gebeld, gesprek was best fijn, ze huilde wel / she did it, but it
        took a while
    """,
    "doing": """
        mee bezig / ik ben ermee bezig / loopt / loopt, maar traag / gaat wel goed / nog niet
        gebeurd / bijna / nog niet, komt deze week / nog in overleg met mijn ambtenaren / deze
        week niet / nee / nog niet aan toegekomen / vergeten, ga ik doen / half / staat
        ingepland / working on it / not yet / almost there / haven't got round to it / it's
        going well / still busy with it, waiting for a call back / it's half done / gesprek is
        verzet naar volgende week / wacht nog op de gemeente
    """,
    "stuck": """
        gebeld maar ze nam weer niet op / stuck, nobody picks up the phone
        / zit vast / vast / nog steeds vast / lukt niet / het lukt me niet / geen reactie gekregen
        / ze neemt niet op / kom er niet doorheen / niet te pakken gekregen / loopt vast / stuck
        / i can't reach them / no reply / nog steeds niet gelukt / krijg de huisarts niet aan de
        lijn
    """,
}
SAYS_NOTHING_OF_IT = (
    "",
    "weet ik niet",
    "hm",
    "wat was het ook alweer?",
    "de huisarts",
    "hoezo",
    "blauw",
    "geen idee wat dit is",
)
SCORES = {
    "4": (4, ""),
    "vier": (4, ""),
    "vier denk ik": (4, ""),
    "een 4": (4, ""),
    "een 4, omdat moeder nu meedoet": (4, "omdat moeder nu meedoet"),
    "eigenlijk een 3": (3, ""),
    "4 want iedereen komt": (4, "want iedereen komt"),
    "2 - druk": (2, "druk"),
    "ik denk een 2, het schiet niet op": (2, "het schiet niet op"),
    "ik geef een drie": (3, ""),
    "een vijf!": (5, ""),
    "one": (1, ""),
    "i think a 3": (3, ""),
    "a 2 because nobody called": (2, "because nobody called"),
    "9": (9, ""),
    "een 1": (1, ""),
    "een": (1, ""),
    "3.": (3, ""),
}
NO_SCORES = (
    "geen idee",
    "",
    "weet niet",
    "iedereen komt",
    "dat gaat goed",
    "3e keer al",
    "3/5 of zo",
    "driehoek",
    "een beetje beter",
    "drie keer gebeld",
)


@pytest.mark.parametrize(
    ("status", "text"),
    [(status, " ".join(text.split())) for status, said in GOES.items() for text in said.split("/")],
)
def test_how_it_goes(status: str, text: str) -> None:
    assert how_it_goes(text) == status


@pytest.mark.parametrize("text", SAYS_NOTHING_OF_IT)
def test_nothing_is_made_up(text: str) -> None:
    assert how_it_goes(text) is None


@pytest.mark.parametrize(("text", "said"), SCORES.items())
def test_a_number_with_its_reason(text: str, said: tuple[int, str]) -> None:
    assert score_said(text) == said


@pytest.mark.parametrize("text", NO_SCORES)
def test_words_are_no_number(text: str) -> None:
    assert score_said(text) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_not(text: str) -> None:
    how_it_goes(text)
    found = score_said(text)
    assert found is None or found[1] in text


@pytest.mark.parametrize(("text", "status"), [
    ("gedaan!", "done"),
    ("die is gedaan", "done"),
    ("gebeld maar ze nam niet op", "stuck"),
    ("it's half done", "doing"),
    ("stuck, nobody picks up the phone", "stuck"),
    ("nog niet aan toegekomen", "doing"),
])  # fmt: skip
def test_while_it_is_shown_few_words_say_how_it_goes(text: str, status: str) -> None:
    assert tells_how_it_goes(text) == status


@pytest.mark.parametrize("text", [
    "ja",
    "nee",
    "hij loopt vast op school",
    "welke afspraken zijn klaar",
    "is het al gedaan?",
    "moeder heeft gebeld",
    "gebeld en daarna met de hele groep gesproken over hoe het verder moet",
    "de sfeer in de klas",
])  # fmt: skip
def test_what_may_be_an_answer_says_nothing_of_what_is_shown(text: str) -> None:
    assert tells_how_it_goes(text) is None
