"""What is a question to Zwaan, and what a thought about the case, whoever asks it."""

import pytest

from bot.core.in_passing import asks_to_retype, asks_zwaan

TO_ZWAAN = (
    "hoeveel vragen nog?",
    "hoe lang duurt dit nog",
    "moet ik dit allemaal invullen?",
    "kan ik printen",
    "kan ik dit opslaan?",
    "welke stap is dit",
    "wat is een blikveld",
    "wat bedoel je met procedureel",
    "hoeveel vragen zijn er in totaal",
    "kan dit ook later?",
    "wie leest dit",
    "snap je wat ik bedoel?",
    "waarom vraag je dit",
    "wat bedoel je",
    "ben je er nog?",
    "is dit opgeslagen?",
    "waar vind ik mijn antwoorden",
    "hoe ver ben ik?",
    "kun je dat onthouden?",
    "heb je dit opgeslagen",
    "waar zit de knop?",
    "moet ik alle vragen beantwoorden",
    "kan ik inloggen met een wachtwoord",
    "wat is het verschil tussen die stappen",
    "mag ik deze vraag overslaan?",
    "what is a viewpoint?",
    "which viewpoint is this?",
    "how many questions left?",
    "do I have to answer everything",
    "can I print this",
    "can you print the map",
    "is this saved?",
    "what does procedure mean?",
    "how do I get a summary?",
    "do you remember what I said",
    "can you speak English?",
    "will you remember this",
    "where is my answer?",
    "what step is this",
    "could you ask another question?",
    "kan ik de letters groter maken?",
    "mag ik het ook inspreken?",
    "kun je het voorlezen",
    "can I make the letters bigger?",
    "can I type here by voice?",
)
OF_THE_CASE = (
    "hoe krijg je hem naar school?",
    "wie heeft hier de regie?",
    "wat wil hij zelf?",
    "wat kun je daaraan doen?",
    "waarom luistert niemand?",
    "wie belt de ouders?",
    "waar is het misgegaan?",
    "hoe nu verder met haar",
    "hoeveel dagen mist hij",
    "wat moeder precies wil",
    "weet de school dit?",
    "kan de wijkagent helpen?",
    "wie gaat dit oplossen?",
    "wanneer komt er hulp?",
    "moet dat nou zo lang duren",
    "is er thuis iets gebeurd?",
    "hoe los je dat op?",
    "wat zou helpen?",
    "wie neemt de eerste stap bij de ouders",
    "waarom gaat dit altijd zo bij ons",
    "met wie kan hij praten",
    "de vraag van moeder is rust",
    "zijn stappen zijn klein",
    "ik vraag me af of ze het weten",
    "hij vraagt steeds wanneer het mag",
    "who is in charge here?",
    "what does he want?",
    "why does nobody listen?",
    "who calls the parents?",
    "how do you get him to school?",
    "does the school know this?",
    "what would help?",
    "when will help come",
    "how many days does she miss",
    "who takes the first step with the parents",
    "what happened at home?",
    "can the mentor do this?",
    "why is everyone so tired?",
    "the question is who pays",
    "where did it go wrong?",
)


@pytest.mark.parametrize("text", TO_ZWAAN)
def test_a_short_question_about_the_talk_is_to_zwaan(text: str) -> None:
    assert asks_zwaan(text)


@pytest.mark.parametrize("text", OF_THE_CASE)
def test_a_question_about_the_child_or_whoever_is_around_them_is_none(text: str) -> None:
    assert not asks_zwaan(text)


@pytest.mark.parametrize(
    "text",
    ["change it", "veranderen", "wijzig", "ik wil het aanpassen", "Change", "edit it please"],
)
def test_who_only_says_that_it_should_change_has_not_said_how(text: str) -> None:
    assert asks_to_retype(text)


@pytest.mark.parametrize(
    "text",
    ["change takes time", "anders omgaan met hem", "veranderen van school", "verander de regels"],
)
def test_what_should_change_in_the_case_is_an_answer(text: str) -> None:
    assert not asks_to_retype(text)
