"""Who is to do what is agreed, as a sentence names them."""

import pytest

from bot.core.doer import doer, others_of, subject_of

KNOWN = {
    "ik": "me", "i": "me", "jan": "jan", "mentor": "jan", "fatima": "fatima", "leo": "leo",
    "moeder": "mother", "mother": "mother",
}  # fmt: skip


@pytest.mark.parametrize(("text", "who"), [
    ("de mentor belt met moeder", "jan"), ("ik bel leo", "me"),
    ("dinsdag belt jan met moeder", "jan"),
    ("dinsdag moet ik jan bellen", "me"), ("samen met fatima belt jan de huisarts", "jan"),
    ("jan een lijstje", "jan"), ("laat fatima het doen", "fatima"),
    ("niet jan maar fatima", "fatima"),
    ("leo calls on Thursday", "leo"), ("let leo call", "leo"), ("jan kan dinsdag", "jan"),
    ("gesprek met leo", None), ("leo nabellen donderdag", None), ("bel leo donderdag", None),
    ("call leo on Thursday", None), ("we maken een plan met jan", None),
    ("iedereen leest wat jan schreef", None), ("everybody reads what leo wrote", None),
])  # fmt: skip
def test_who_is_named_as_the_one_who_does_it(text: str, who: str | None) -> None:
    assert doer(text, KNOWN) == who


@pytest.mark.parametrize(("text", "who"), [
    ("de mentor belt", "jan"), ("jan en fatima bellen moeder", "jan"),
    ("moeder zelf maakt een lijst",
     "mother"), ("donderdag belt leo terug", "leo"), ("leo will call back", "leo"),
    ("leo nabellen", None), ("leo nabellen donderdag", None), ("moeder een kaart sturen", None),
    ("jan, bellen over het vervoer", None), ("call leo", None), ("met jan praten", None),
    ("gesprek met leo moet donderdag", None),
])  # fmt: skip
def test_who_stands_in_front_of_a_verb_of_theirs(text: str, who: str | None) -> None:
    assert subject_of(text, KNOWN) == who


@pytest.mark.parametrize(("text", "others"), [
    ("jan en fatima gaan samen op huisbezoek", ["fatima"]), ("jan en ik gaan langs", ["me"]),
    ("jan, fatima en leo bellen de huisarts", ["fatima", "leo"]),
    ("de mentor en de moeder eten samen",
     ["mother"]), ("jan belt fatima en leo", []), ("jan belt, en fatima schrijft het op", []),
    ("leo and jan will call", ["jan"]), ("een rooster", []),
])  # fmt: skip
def test_who_does_it_with_them(text: str, others: list[str]) -> None:
    assert others_of(text, KNOWN) == others


@pytest.mark.parametrize("text", [
    "M. calls the attendance officer by Friday",
    "de ibber stuurt moeder een mailtje",
    "onze buurvrouw haalt moeder op",
])  # fmt: skip
def test_whom_a_stranger_does_it_with_does_not_do_it(text: str) -> None:
    known = {"attendance officer": "officer", "moeder": "mother"}
    assert doer(text, known) is None


@pytest.mark.parametrize(
    "text", ["de volgende dag belt moeder", "dinsdag belt moeder", "the same day calls moeder"]
)
def test_a_day_before_the_verb_is_nobody(text: str) -> None:
    assert doer(text, {"moeder": "mother"}) == "mother"


def test_the_clause_before_is_another_matter() -> None:
    text = "het plan is klaar, vrijdag belt moeder de school"
    assert doer(text, {"moeder": "mother"}) == "mother"
