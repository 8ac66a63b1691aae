"""Holes and false alarms that a tester found, and what was written after that report.

The sentences of ``*_later_*.txt`` stand in three parts; ``tests/data/README.md`` tells how they
came about. Nothing was changed for the part "kept apart"; its levels here are what was measured.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.core.language import LANGUAGES, Language
from bot.core.safety import DangerKind, DangerLexicon

ROOT = Path(__file__).parents[2]
TUNED = ("to tune on", "written after the phrases were widened")
APART = "kept apart"
CAUGHT, CAUGHT_APART = 0.95, 0.90
FALSE_ALARMS, FALSE_ALARMS_APART = 0.02, 0.08
KIND_RIGHT = 0.90
LEVELS = [*((part, CAUGHT, FALSE_ALARMS) for part in TUNED),
          (APART, CAUGHT_APART, FALSE_ALARMS_APART)]  # fmt: skip


@pytest.fixture(scope="module")
def lexicon() -> DangerLexicon:
    path = ROOT / "data" / "safety" / "danger.yml"
    return DangerLexicon.build(yaml.load(path.read_bytes(), yaml.CSafeLoader))


def part_of(name: str, part: str) -> list[str]:
    """The lines under one heading of a file of sentences."""
    text = (ROOT / "tests" / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return text.partition(f"## {part}\n")[2].partition("\n## ")[0].splitlines()


def dangers(language: Language, part: str) -> Iterator[tuple[DangerKind, str]]:
    for line in part_of(f"danger_later_{language}", part):
        kind, _, text = line.partition(": ")
        yield DangerKind(kind), text


@pytest.mark.parametrize(("part", "caught", "_alarms"), LEVELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_is_mostly_noticed_and_of_the_right_kind(
    lexicon: DangerLexicon, language: Language, part: str, caught: float, _alarms: float
) -> None:
    told = list(dangers(language, part))
    heard = [(kind, lexicon.detect(text)) for kind, text in told]
    assert len(told) >= 30
    assert sum(found is not None for _, found in heard) >= caught * len(told)
    assert sum(kind is found for kind, found in heard) >= KIND_RIGHT * len(told)


@pytest.mark.parametrize(("part", "_caught", "alarms"), LEVELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_harmless_sentences_are_mostly_left_alone(
    lexicon: DangerLexicon, language: Language, part: str, _caught: float, alarms: float
) -> None:
    told = part_of(f"harmless_later_{language}", part)
    assert len(told) >= 50
    assert sum(lexicon.detect(text) is not None for text in told) <= alarms * len(told)


SUICIDE = """
ik wou dat ik er niet meer was
Soms wou ik dat ik er niet meer was.
was ik er maar niet meer
soms wil ik er gewoon niet meer zijn
ze wou dat ze er niet meer was
ik denk vaak aan de trein
zelfmrd
i wish i wasnt here
I wish I wasn't here anymore
im gonna end it
ion wanna be alive
he told me he has a plan and a date
heb overal sneetjes
i cut sometimes
heb messen in mn kamer voor als het teveel wordt
"""
ABUSE = """
hes hitting me
he keeps hitting me
his stepdad knocks him about
he has bruises again, always after the weekend
hij heeft blauwe plekken en zegt dat hij van de trap viel
hij heeft blauwe plekken, elke maandag weer
mijn vader gooit dingen naar me
mijn vader gooit met stoelen en ik ben bang
ik wil niet naar huis
hij dwingt me
hij filmde mij onder de douche
een man op snap wil dat ik foto's stuur
ik moet met oude mannen appen
"""
CHILD = """
ik loop weg van huis
ik ga nooit meer naar huis
ik eet al 3 dagen niks
ik kots na het eten
"""
REPORTED = [
    (kind, text)
    for kind, lines in (
        (DangerKind.SUICIDE, SUICIDE),
        (DangerKind.ABUSE, ABUSE),
        (DangerKind.CHILD_IN_DANGER, CHILD),
    )
    for text in lines.strip().splitlines()
]


@pytest.mark.parametrize(("kind", "text"), REPORTED)
def test_what_the_tester_saw_missed_is_noticed(
    lexicon: DangerLexicon, kind: DangerKind, text: str
) -> None:
    assert lexicon.detect(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "ik zou willen dat ze me gewoon een keer uitnodigen voor koffie ipv alleen als er iets is",
        "ik zou willen dat ze me niet alleen bellen als er iets mis is",
        "die wachtlijst is om je van kant te maken",
        "ik vermoord m'n broertje als ie nog 1x aan mn ps5 zit",
        "mn ouders vermoorden me als ze mn cijfers zien",
        "ik kan die docent wel wurgen haha",
        "he cut himself off from the group",
        "she overdosed on sweets at the party",
        "he'd jump off a bridge if his friends did",
    ],
)
def test_what_alarmed_the_tester_for_nothing_is_left_alone(
    lexicon: DangerLexicon, text: str
) -> None:
    assert lexicon.detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "mijn vader vermoordt me als hij hoort van mijn vriendje",
        "ik vermoord mijn broertje vannacht",
        "hij wil zich van kant maken",
        "she overdosed on paracetamol",
        "he says he will jump off a bridge",
        "he cut himself again",
        "ik wil niet naar huis, papa slaat",
    ],
)
def test_the_same_words_in_earnest_still_count(lexicon: DangerLexicon, text: str) -> None:
    assert lexicon.detect(text)


# --- other languages: the plainest words only ---


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("suicide", "Ich will nicht mehr leben."),
        ("abuse", "Mein Vater schlägt mich"),
        ("abuse", "mein vater schlaegt mich"),
        ("abuse", "ich wurde vergewaltigt"),
        ("suicide", "je veux mourir"),
        ("suicide", "J’ai envie de mourir"),
        ("abuse", "mon père me frappe"),
        ("abuse", "j'ai été violée"),
        ("suicide", "me quiero morir"),
        ("abuse", "mi papá me pega"),
        ("suicide", "Nie chcę już żyć"),
        ("abuse", "tata mnie bije"),
        ("suicide", "я не хочу жити"),
        ("abuse", "тато мене б'є"),
        ("suicide", "Я хочу умереть"),
        ("abuse", "папа меня бьёт"),
        ("abuse", "отец бьет меня"),
        ("suicide", "ÖLMEK İSTİYORUM"),
        ("suicide", "artık yaşamak istemiyorum"),
        ("abuse", "babam beni dövüyor"),
        ("suicide", "أريد أن أموت"),
        ("suicide", "اريد ان اموت"),
        ("suicide", "بغيت نموت"),
        ("abuse", "أبي يضربني"),
        ("abuse", "بابا كيضربني"),
        ("suicide", "mi ke muri"),
        ("abuse", "mi tata ta dal mi"),
        ("suicide", "waxaan rabaa inaan dhinto"),
        ("abuse", "waa la i kufsaday"),
        ("suicide", "ክመውት እደሊ።"),
        ("violence", "kocam beni öldürecek"),
        ("violence", "он угрожает убить меня"),
    ],
)
def test_the_plainest_words_in_other_languages_are_noticed(
    lexicon: DangerLexicon, kind: str, text: str
) -> None:
    assert lexicon.detect(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Mein Sohn geht seit drei Wochen nicht mehr zur Schule und niemand hilft uns",
        "Kannst du Deutsch?",
        "parlez-vous français?",
        "je veux aller à l'école",
        "quiero ir al colegio",
        "chcę iść do szkoły",
        "він любить школу",
        "он хочет играть с друзьями",
        "türkçe biliyor musun",
        "oğlum okula gitmek istemiyor",
        "هل تتكلم العربية",
        "ابني لا يريد الذهاب إلى المدرسة",
        "mi ke bai skol",
        "waxaan rabaa inaan dugsiga tago",
        "ትግርኛ ትዛረብ ዲኻ፧",
    ],
)
def test_ordinary_words_in_other_languages_are_left_alone(
    lexicon: DangerLexicon, text: str
) -> None:
    assert lexicon.detect(text) is None
