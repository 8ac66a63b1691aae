"""Who reads along: asked of Zwaan, and what is read or known in the case."""

import pytest

from bot.core.who_reads import asks_who_reads

WHO_READS = (
    "wie kan er lezen wat ik over mijn ex heb geschreven?",
    "kan de school zien wat ik hier typ?",
    "krijgt mijn dochter dit ooit te lezen?",
    "leest haar moeder hier ook mee",
    "ziet de leerplichtambtenaar mijn antwoorden ook?",
    "kan mijn vader dit later lezen",
    "kunnen de anderen zien wat ik heb ingevuld?",
    "komt mijn moeder te weten wat ik hier zeg?",
    "weet de juf straks wat ik gezegd heb?",
    "krijgt school te horen wat ik hier vertel?",
    "vertel je dit door aan mijn ouders?",
    "zeg je dit tegen mijn moeder?",
    "maar wie ziet er eigenlijk wat ik hier allemaal opschrijf of wat ik zeg?",
    "mag mijn baas dit lezen?",
    "wie lezen er allemaal mee",
    "en wie leest dit straks allemaal van het team",
    "is er iemand die meeleest wat ik typ",
    "who can see what I wrote about the dad?",
    "can the school read what I type here?",
    "will my mum get to see this?",
    "does the teacher see my answers",
    "is anyone going to read what I said about her?",
    "are you going to tell my mom what i said?",
    "do you tell my parents what I write here",
    "does anyone at the council know what I say here?",
    "who's reading this",
    "wat krijgt zij te zien van wat ik schrijf",
    "wat weet school nu van mij",
    "wie weet dat ik dit zei",
    "kan mijn directeur dit zien",
    "can my boss see this",
    "what does the school know about me",
)
READS_OTHERWISE = (
    "wie leest er met hem?",
    "kan hij lezen?",
    "wie ziet wat er in de klas gebeurt?",
    "weet school wat er thuis speelt?",
    "ziet moeder dit ook zo?",
    "kan moeder zien wat ik zie?",
    "hoort hij wat ik zeg?",
    "luistert hij naar wat ik zeg?",
    "weet de school dit?",
    "wie leest met hem mee in de les",
    "moeder leest alles wat ik schrijf",
    "hij kan niet lezen en dat weet niemand",
    "kan iemand met hem lezen? dat zou al helpen",
    "wie vertelt het aan zijn vader?",
    "is moeder te horen krijgen wat er is, te zwaar",
    "who sees what happens at home?",
    "can he read?",
    "does the school know this?",
    "who tells her dad?",
    "do you tell the parents that it is bad, or do you wait",
    "he reads what I write on the board",
    "kan de mentor meekijken in de les",
    "wie gaat hem dit vertellen",
    "gaan ouders mee naar het gesprek",
    "is dit te lezen in zijn dossier?",
    "wat weet school nu van zijn thuissituatie",
    "wat ziet de mentor dat ik niet zie",
    "wat weten we eigenlijk van elkaar",
    "wie weet dat hij dit zei",
    "wat hoort de jongen van ons",
    "what does the school know about him",
    "kan de klas dit aan",
    "leest de mentor dit verslag ook",
    "kan ik mijn antwoorden zien",
    "kan ik teruglezen wat ik schreef",
    "can i see what i said",
    "lees mijn antwoorden voor",
)


@pytest.mark.parametrize("text", WHO_READS)
def test_who_reads_along_may_be_asked_at_length(text: str) -> None:
    assert asks_who_reads(text)


@pytest.mark.parametrize("text", READS_OTHERWISE)
def test_what_is_read_or_known_in_the_case_is_no_question_to_zwaan(text: str) -> None:
    assert not asks_who_reads(text)
