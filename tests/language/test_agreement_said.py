"""What is typed when an agreement was read back: on Wednesday 25 November 2026, of "jan belt met
moeder", which Jan does by Friday 27 November."""

from datetime import date

import pytest

from bot.language.agreement_said import (
    AgreementSaid,
    Meant,
    as_agreed,
    leaves_off,
    read_agreement_said,
    without_please,
)
from bot.language.dates import Language, Trouble

TODAY = date(2026, 11, 25)
JAN, FATIMA, LEO, MOTHER, ME = "jan", "fatima", "leo", "mother", "me"
PEOPLE = {
    "jan": JAN, "mentor": JAN, "fatima": FATIMA, "jeugdhulpverlener": FATIMA,
    "youth worker": FATIMA,
    "leo": LEO, "leerplichtambtenaar": LEO, "moeder": MOTHER, "mother": MOTHER,
    "ik": ME, "ikzelf": ME, "mezelf": ME, "i": ME, "i'll": ME, "myself": ME,
}  # fmt: skip


def read(text: str, language: Language = "nl", who: str | None = JAN) -> AgreementSaid:
    return read_agreement_said(text, PEOPLE, who, TODAY, language)


@pytest.mark.parametrize("text", [
    "klopt", "Klopt!", "ja", "ja klopt", "ja dat klopt", "ja, dat klopt helemaal", "oke", "oké",
    "ok",
    "prima", "prima zo", "leg vast", "klopt, leg vast", "Klopt, leg vast", "leg maar vast",
    "is goed",
    "ja doe maar", "akkoord", "helemaal goed", "zo is het goed", "ziet er goed uit", "top", "graag",
    "yes", "yes that's right", "looks good", "right, settle it", "Right, settle it", "that's right",
    "ok, fine", "sounds good", "go ahead", "settle it", "yes please", "correct", "👍",
])  # fmt: skip
def test_a_yes_in_any_words_settles_it(text: str) -> None:
    assert read(text) == AgreementSaid(Meant.RIGHT)


@pytest.mark.parametrize("text", [
    "toch niet", "laat maar", "nee laat maar", "Nee, laat maar zitten.", "toch maar niet", "stop",
    "even stoppen", "stoppen", "hoeft niet meer", "nee hoeft niet", "doe maar niet",
    "geen afspraak",
    "toch geen afspraak", "annuleer", "haal maar weg", "never mind", "nevermind", "forget it",
    "no, forget it", "cancel", "cancel that", "drop it", "no need", "not after all",
])  # fmt: skip
def test_thinking_better_of_it_leaves_it_off(text: str) -> None:
    assert read(text) == AgreementSaid(Meant.LEAVE)
    assert leaves_off(text)


@pytest.mark.parametrize("text", [
    "nee", "Nee.", "nee hoor", "klopt niet", "dat klopt niet", "nee, dat klopt niet",
    "niet goed", "no",
    "nope", "that's not right", "not right", "wrong", "jan niet", "jan doet het niet",
])  # fmt: skip
def test_a_bare_no_asks_which_part(text: str) -> None:
    assert read(text) == AgreementSaid(Meant.WHICH)


@pytest.mark.parametrize(("text", "day"), [
    ("nee wacht, doe maar woensdag 2 dec", date(2026, 12, 2)),
    ("op 8 december", date(2026, 12, 8)),
    ("liever dinsdag", date(2026, 12, 1)),
    ("dinsdag", date(2026, 12, 1)),
    ("nee, dinsdag", date(2026, 12, 1)),
    ("ja maar dan op dinsdag", date(2026, 12, 1)),
    ("doe maar later: 4 december", date(2026, 12, 4)),
    ("het moet 8 december zijn", date(2026, 12, 8)),
    ("zet maar op 8 december", date(2026, 12, 8)),
    ("kan het ook volgende week dinsdag?", date(2026, 12, 1)),
    ("morgen", date(2026, 11, 26)),
    ("over twee weken", date(2026, 12, 9)),
    ("niet vrijdag maar dinsdag", date(2026, 12, 1)),
])  # fmt: skip
def test_another_day_changes_only_the_day(text: str, day: date) -> None:
    assert read(text) == AgreementSaid(Meant.CHANGE, due=day)


@pytest.mark.parametrize(("text", "day"), [
    ("make it Tuesday", date(2026, 12, 1)),
    ("no wait, december 8", date(2026, 12, 8)),
    ("rather on Tuesday", date(2026, 12, 1)),
    ("it should be the 8th of december", date(2026, 12, 8)),
    ("tomorrow please", date(2026, 11, 26)),
])  # fmt: skip
def test_another_day_in_english(text: str, day: date) -> None:
    assert read(text, "en") == AgreementSaid(Meant.CHANGE, due=day)


@pytest.mark.parametrize(("text", "who"), [
    ("fatima doet het", FATIMA), ("Fatima", FATIMA), ("nee, de leerplichtambtenaar", LEO),
    ("ik doe het zelf", ME), ("ja ik doe het", ME), ("dat doe ik zelf", ME), ("nee, ik", ME),
    ("laat fatima het doen", FATIMA), ("niet jan maar fatima", FATIMA),
    ("moeder doet dit zelf", MOTHER),
    ("kan fatima het overnemen?", FATIMA), ("ikzelf", ME), ("dan regel ik het zelf wel", ME),
    ("fatima does it", FATIMA), ("no, the youth worker", FATIMA), ("I'll do it myself", ME),
    ("let Leo do it", LEO), ("Leo will take over", LEO), ("make it leo please", LEO),
])  # fmt: skip
def test_another_one_changes_only_who(text: str, who: str) -> None:
    assert read(text) == AgreementSaid(Meant.CHANGE, who=who)


def test_who_and_day_together() -> None:
    said = read("nee, fatima doet het, op 8 december")
    assert said == AgreementSaid(Meant.CHANGE, who=FATIMA, due=date(2026, 12, 8))


@pytest.mark.parametrize(("text", "what", "who", "due"), [
    ("jan mailt de huisarts", "jan mailt de huisarts", JAN, None),
    ("nee, jan mailt de huisarts", "jan mailt de huisarts", JAN, None),
    ("fatima belt dinsdag met de huisarts", "fatima belt met de huisarts", FATIMA,
     date(2026, 12, 1)),
    ("samen een rooster maken", "samen een rooster maken", None, None),
    ("ik bedoel: leo zoekt een plek voor hem", "leo zoekt een plek voor hem", LEO, None),
    ("bellen met de huisarts", "bellen met de huisarts", None, None),
    ("een warme plek in de gang bij het lokaal", "een warme plek in de gang bij het lokaal",
     None, None),
    ("no, Leo calls the family doctor", "Leo calls the family doctor", LEO, None),
    ("write a letter to the school", "write a letter to the school", None, None),
])  # fmt: skip
def test_a_whole_sentence_replaces_what_and_keeps_what_it_does_not_name(
    text: str, what: str, who: str | None, due: date | None
) -> None:
    assert read(text) == AgreementSaid(Meant.CHANGE, what, who, due)


@pytest.mark.parametrize("text", [
    "humor", "hm", "weet ik niet", "ik snap het niet", "wie dan?", "waarom jan?", "later",
    "straks", "?",
    "dat is niet wat ik bedoelde", "what do you mean?", "i don't know", "hocus pocus", "12",
    "dat was iets anders",
])  # fmt: skip
def test_whatever_fits_none_changes_nothing(text: str) -> None:
    assert read(text).meant in (Meant.UNCLEAR, Meant.WHICH)
    assert read(text).what is None


def test_a_day_that_is_none_says_so() -> None:
    assert read("31 februari") == AgreementSaid(Meant.CHANGE, trouble=Trouble.IMPOSSIBLE)


def test_who_does_it_already_says_yes() -> None:
    assert read("ja ik doe het", who=ME) == AgreementSaid(Meant.RIGHT)


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("we hebben afgesproken dat ik donderdag de huisarts bel", "ik bel donderdag de huisarts"),
        ("de afspraak is dat de mentor vrijdag belt", "de mentor belt vrijdag"),
        ("we spreken af dat moeder vrijdag komt", "moeder komt vrijdag"),
        ("met moeder afgesproken: ik bel maandag", "ik bel maandag"),
        ("we agreed that the mentor calls on friday", "the mentor calls on friday"),
        ("we hebben niets afgesproken", "we hebben niets afgesproken"),
        (
            "ik heb afgesproken met de huisarts te bellen",
            "ik heb afgesproken met de huisarts te bellen",
        ),
        ("hij belt dinsdag", "hij belt dinsdag"),
    ],
)
def test_what_was_agreed_becomes_a_sentence_of_its_own(said: str, agreed: str) -> None:
    assert as_agreed(said) == agreed


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("Moeder belt, kun je dat vastleggen?", "Moeder belt"),
        ("Moeder belt, leg dat vast", "Moeder belt"),
        ("Moeder belt graag", "Moeder belt"),
        ("Mum calls, could you write that down", "Mum calls"),
        ("Moeder legt de regels vast", "Moeder legt de regels vast"),
        ("Kijken wat je kunt doen", "Kijken wat je kunt doen"),
    ],
)
def test_words_that_ask_to_write_it_down_are_no_part_of_it(said: str, agreed: str) -> None:
    assert without_please(said) == agreed
