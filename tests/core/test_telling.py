"""What is a story, and what only stands between the lines."""

import pytest

from bot.core.telling import (
    asks_back,
    asks_what_now,
    half_yes,
    keeps,
    keeps_not,
    mistaken,
    passes,
    rests,
    shrugs,
    worries,
)

STORIES = (
    "hij kan niet meer naar school door zijn buik",
    "ik wil dat de pesters weg zijn",
    "de klachten moeten verdwijnen",
    "ze wil weg van die school",
    "hij wil niet meer zitten in de kring",
    "ja op school gaat het wel maar thuis niet",
    "saai is het nooit bij ons",
    "ik weet niet waarom hij zo boos is",
    "nee zegt hij dan en dan loopt hij weg",
    "laat hem maar zeggen wat hij wil",
    "het gaat wel weer beginnen dat gezeur",
    "she can't do the stairs any more",
    "he wants the others to be nice",
    "hij wordt gepest op het plein",
    "ik word niet meer gepest sinds die nieuwe klas",
    "niemand houdt van mijn spruitjes",
    "rekenen heeft geen zin zegt hij",
    "niks heeft zin om dat nog te proberen",
    "niemand wil met hem spelen",
    "ik word er blij van",
    "nobody likes mondays",
    "she was bullied at her last school",
    "nothing matters more than a good breakfast",
    "laat mij maar bellen met school",
    "ik ga slapen bij mijn oma",
    "ik hou het wel vol zo",
    "hij weet niet hoe lang het duurt",
    "he can't keep this up at school",
)


@pytest.mark.parametrize("text", STORIES)
def test_a_story_is_a_story(text: str) -> None:
    looks = (rests, shrugs, passes, mistaken, worries, asks_back, keeps, keeps_not, asks_what_now)
    assert [look.__name__ for look in looks if look(text)] == []


@pytest.mark.parametrize(
    "text",
    ["idk", "saai", "weet ik niet", "ik weet het niet", "geen idee", "ja", "hahaha", "😂😂", "...",
     "boeit me niet", "tja", "wtf", "i don't know", "this is boring", "lol"],
)  # fmt: skip
def test_a_shrug_says_nothing(text: str) -> None:
    assert shrugs(text)


@pytest.mark.parametrize(
    "text",
    [
        "nee",
        "later",
        "geen zin",
        "laat maar",
        "Nee hoor.",
        "not now",
        "gewoon laat me",
        "ik ga slapen doei",
        "doei",
        "welterusten",
        "moet gaan",
        "leave me alone",
    ],
)
def test_who_had_enough_says_so(text: str) -> None:
    assert rests(text)


@pytest.mark.parametrize(
    "text",
    ["moet ik dit?", "wie is vlinder", "wie doen er allemaal mee", "kan je helpen met een brief?",
     "gaan mijn ouders dit zien??", "what is this"],
)  # fmt: skip
def test_a_question_is_heard_as_one(text: str) -> None:
    assert asks_back(text)


@pytest.mark.parametrize(
    "text",
    ["nee laat maar", "laat maar", "het gaat wel weer", "gaat wel", "nee, het gaat wel weer",
     "het is al goed", "it's ok now", "never mind", "was een grapje"],
)  # fmt: skip
def test_it_was_nothing(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    ["soms ja. maar is niet erg ofzo", "soms", "weet niet", "oke wel beetje", "misschien wel",
     "ja soms", "sometimes", "kind of", "i don't know"],
)  # fmt: skip
def test_a_yes_may_be_given_by_halves(text: str) -> None:
    assert half_yes(text)


@pytest.mark.parametrize(
    "text", ["nee", "het is soms wel druk thuis", "someone asked", "beetjes", "hij weet het niet"]
)
def test_not_everything_is_half_a_yes(text: str) -> None:
    assert not half_yes(text)


@pytest.mark.parametrize(
    "text",
    ["huh nee hoor, daar ging het helemaal niet over", "gewoon verder", "nee, geen gevaar hoor",
     "dat bedoelde ik niet", "ga maar door", "no, you got that wrong", "just go on",
     "that's not what i meant"],
)  # fmt: skip
def test_it_was_taken_wrongly(text: str) -> None:
    assert mistaken(text)


@pytest.mark.parametrize(
    "text",
    ["soms wil ik gewoon weg zijn", "ik wil weg zijn", "ik zie het niet meer zitten",
     "kan niet meer", "ik kan dit niet meer", "ik trek het niet meer", "ik wil verdwijnen",
     "van mij hoeft het, het hoeft van mij niet meer", "sometimes i just want to be gone",
     "i can't do this any more", "waar doe ik het nog voor"],
)  # fmt: skip
def test_what_sounds_too_heavy_is_asked_about(text: str) -> None:
    assert worries(text)


@pytest.mark.parametrize(
    "text",
    ["niemand houdt van mij", "word gepest", "ik word elke dag gepest", "Niks heeft zin.",
     "niks heeft nog zin", "ik verdwijn net zo goed", "ze pesten me", "ik ben niks waard",
     "kan niemand me horen ofzo ik verdwijn net zo goed", "niemand geeft om me",
     "ik kan net zo goed weg zijn", "word uitgelachen in de klas", "ik voel me zo leeg",
     "nobody loves me", "i'm being bullied", "get bullied every day", "nothing matters",
     "might as well disappear", "no one cares about me", "i feel worthless"],
)  # fmt: skip
def test_unloved_bullied_or_without_sense_is_asked_about(text: str) -> None:
    assert worries(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben zo moe, ik weet niet hoe lang ik dit nog volhou",
        "ik hou dit niet lang meer vol",
        "we kunnen dit niet meer volhouden",
        "i don't know how much longer i can do this",
        "i can't keep this up",
    ],
)
def test_who_cannot_keep_it_up_is_asked_about(text: str) -> None:
    assert worries(text)


@pytest.mark.parametrize("text", [
    "bewaar het",
    "Ja bewaar het maar, dan gaan we verder",
    "nee hoor niks aan de hand, ga maar verder en bewaar het",
    "keep it, go on",
    "ok keep that please",
    "verder en bewaar het",
])  # fmt: skip
def test_they_want_it_kept(text: str) -> None:
    assert keeps(text)
    assert not keeps_not(text)


@pytest.mark.parametrize("text", [
    "ok verder, niet bewaren",
    "bewaar het niet",
    "nee niet bewaren hoor",
    "go on but don't keep it",
    "maar niet bewaren",
])  # fmt: skip
def test_they_do_not_want_it_kept(text: str) -> None:
    assert keeps_not(text)
    assert not keeps(text)


@pytest.mark.parametrize("text", [
    "Het is niet gevaarlijk hoor",
    "No danger, it was a figure of speech",
    "it was just a figure of speech",
    "nee zo bedoel ik het niet, ik bedoel verhuizen",
    "dat is gewoon een uitdrukking",
])  # fmt: skip
def test_they_say_what_it_was_instead(text: str) -> None:
    assert mistaken(text)


@pytest.mark.parametrize(
    "text",
    ["wat nu?", "Hoe gaat het nu verder", "en nu", "what should I do now?", "wat moet ik doen"],
)
def test_they_ask_what_to_do_now(text: str) -> None:
    assert asks_what_now(text)


@pytest.mark.parametrize("text", [
    "bewaar het maar niet, of toch wel als de mentor het vraagt en ik er niet ben",
    "ze bewaart het geld in een doos en gaat verder",
    "hij zegt dat hij niet meer verder wil",
    "het is niet gevaarlijk dat hij alleen fietst maar wel dat hij nergens aankomt",
    "wat moet ik doen als hij weer slaat",
])  # fmt: skip
def test_what_is_told_further_is_none_of_these(text: str) -> None:
    assert not any(looks(text) for looks in (keeps, keeps_not, mistaken, asks_what_now))


@pytest.mark.parametrize("word", ["maar ", "ja ", "gewoon ", "nee, "])
def test_a_text_without_end_is_read_at_once(word: str) -> None:
    text = word * 4000
    assert not any(looks(text) for looks in (keeps, keeps_not, mistaken, asks_what_now))
