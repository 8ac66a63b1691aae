"""Sharing what was said last, and taking it back, in words; and what is said of somebody else."""

import pytest

from bot.core.record import Visibility
from bot.core.sharing_said import sharing_said, thinks_better

BACK = (
    "toch niet delen",
    "alleen voor mij",
    "niet delen",
    "ik wil dat niemand dat leest",
    "nee, toch niet delen",
    "deel dat niet",
    "dit is alleen voor mij",
    "houd dat maar voor mij",
    "ik wil niet dat iemand dit leest",
    "niemand mag dit lezen",
    "neem dat terug",
    "toch maar privé",
    "don't share that",
    "don't share it after all",
    "only for me",
    "just for me",
    "keep that private",
    "take it back",
    "i don't want anyone to read that",
    "nobody should read this",
    "i changed my mind",
    "not share",
    "dat wil ik toch niet delen",
    "nee alleen voor mij hoor",
    "haal dat terug",
    "ik wil het niet delen",
    "maak dat weer privé",
    "dat mag niemand weten",
    "ok maar niks tegen mn moeder zeggen",
    "vertel dat niet aan school",
    "zeg het tegen niemand",
    "niet door vertellen hoor",
    "dit is geheim",
    "don't tell my mum",
    "don't say anything to school",
    "nobody can know",
    "it is a secret",
    "toch niet meer delen",
    "nee haal dat toch maar terug. niet delen",
    "doe dat toch maar weer terug",
    "Kan ik dat nog terug nemen?",
    "kan ik dit nog terugdraaien?",
    "can I still take that back?",
    "could you make it private?",
)
TO_TEAM = (
    "dit mag de juf lezen",
    "deel met school",
    "you can tell the school that",
    "share that",
    "dat van die koffie mag school weten",
    "wat ik over mijn ex zei mag school weten",
    "dit laatste mag de juf lezen",
    "delen met de juf",
    "deel dit",
    "deel dit maar met de professionals",
    "dat wil ik delen",
    "dit mag school weten",
    "share this with the professionals",
    "the teacher can read this",
    "ok share it",
    "school mag dit weten",
    "vertel dat maar aan school",
    "let the school know that",
    "je mag dit delen",
    "mag dat de mentor wel weten maar niet mijn ex",
    "dit mag de juf weten, maar niet mijn vader",
    "the teacher can read this but not my dad",
)
TO_EVERYONE = (
    "delen met iedereen",
    "deel dit met iedereen",
    "ok share it with everyone",
    "iedereen mag dit lezen",
    "share this with mum",
    "share with everyone",
    "mama mag dit weten",
)
OF_OTHERS = (
    "hij deelt niet graag",
    "samen delen is moeilijk",
    "ze wil niet delen met haar broer",
    "dat mag de klas best weten van hem",
    "niet delen met zijn broertje vindt hij lastig",
    "alleen voor mij is het zwaar",
    "school mag dat weten van moeder",
    "niemand leest zijn dossier",
    "he doesn't share",
    "share his toys with his brother",
    "they share nothing with us",
    "only for me it is hard",
    "iedereen mag meedoen",
    "zeg maar tegen juf dat ik hulp wil",
    "deel alles",
    "deel mijn antwoorden met het team",
    "moet dit",
    "nee",
    "alleen",
    "de juf leest voor",
    "dat mag van de juf",
    "take it back to school",
    "wie mag dit lezen?",
    "hij mag het niet weten van zijn moeder",
    "hij zegt niks tegen mij",
    "zeg hem dat niet te vaak",
    "thuis is het een geheim dat hij rookt",
    "mag de mentor dit weten?",
    "niemand mag hem zien",
    "neem alles terug",
    "dat van school kwam terug als een boemerang",
    "ze wil dat van haar vader terug",
    "he wants the part about his dad back",
    "dat over school is voor mij moeilijk",
    "wat ik over haar zei nam ik terug",
    "kan ik hem terugnemen in de klas?",
    "doe hem maar terug in de klas",
    "mag ik dit delen?",
    "can I take him back?",
)


@pytest.mark.parametrize("text", BACK)
def test_it_is_taken_back(text: str) -> None:
    said = sharing_said(text)
    assert said is not None
    assert said.to is Visibility.ME
    assert thinks_better(text)


@pytest.mark.parametrize("text", TO_TEAM)
def test_it_may_go_to_the_professionals(text: str) -> None:
    said = sharing_said(text)
    assert said is not None
    assert said.to is Visibility.TEAM


@pytest.mark.parametrize("text", TO_EVERYONE)
def test_everyone_is_meant_where_one_parent_is_named_too(text: str) -> None:
    said = sharing_said(text)
    assert said is not None
    assert said.to is Visibility.EVERYONE


@pytest.mark.parametrize("text", OF_OTHERS)
def test_a_story_of_sharing_is_a_story(text: str) -> None:
    assert sharing_said(text) is None


def test_the_piece_that_is_meant_can_be_named() -> None:
    said = sharing_said("dat van die koffie mag school weten")
    assert said is not None
    assert said.what == "die koffie"


BACK_OF = (
    ("dat van die school wil ik terug", "die school"),
    ("ik wil dat over mijn ex toch niet meer delen", "mijn ex"),
    ("neem dat stukje over de ruzie maar terug", "de ruzie"),
    ("haal terug wat ik over de juf zei", "de juf"),
    ("wat ik over mijn zus heb verteld is alleen voor mij", "mijn zus"),
    ("dat van gisteren mag niemand lezen", "gisteren"),
    ("deel dat over papa niet", "papa"),
    ("oh dat van school toch niet delen", "school"),
    ("take back the bit about school", "school"),
    ("i want the part about my dad back", "my dad"),
    ("don't share what I said about the teacher", "the teacher"),
    ("keep the bit about the money private", "the money"),
    ("the part about my sister is only for me", "my sister"),
)


@pytest.mark.parametrize(("text", "what"), BACK_OF)
def test_the_piece_that_is_taken_back_can_be_named(text: str, what: str) -> None:
    said = sharing_said(text)
    assert said is not None
    assert (said.to, said.what) == (Visibility.ME, what)


@pytest.mark.parametrize("text", ["nee toch niet", "toch niet", "laat maar", "never mind"])
def test_who_thinks_better_of_it_may_be_vague(text: str) -> None:
    assert thinks_better(text)


@pytest.mark.parametrize("text", ["nee", "niet", "dat kan niet", "nee hoor", "ik niet"])
def test_a_bare_no_may_answer_what_is_asked(text: str) -> None:
    assert not thinks_better(text)
