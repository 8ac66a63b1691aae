"""``python -m benchmarks.long_texts``: how long each of Zwaan's readers is busy with the longest
text that is taken, made as hard to read as can be; worst first, in milliseconds."""

import random
import time
from collections.abc import Callable
from datetime import date

from rasa.shared.utils.io import read_yaml_file

from bot.core.check_in_said import how_it_goes, score_said
from bot.core.doer import doer, others_of
from bot.core.in_passing import asks_zwaan
from bot.core.leaning import leaning
from bot.core.reading.named import agreed_in, case_meant
from bot.core.safety import DangerLexicon
from bot.core.sharing_said import sharing_said
from bot.core.telling import passes, rests, shrugs, worries
from bot.gateway.intake import MOST_CHARACTERS
from bot.language.agreement_said import read_agreement_said
from bot.language.clock_said import find_time
from bot.language.dates import find_day
from bot.language.rhythm_said import wanted
from bot.language.zone_said import find_zone

WORDS = """deel alles met iedereen niet meer alleen voor mij neem terug mijn moeder mag dit lezen
share take back everything nobody ja nee goed klopt nog omdat later can you the check-in weekcheck
pauze stop zet uit aan om half tien ik zie het zitten hoeveel vragen in de week na maandag dood
""".split()
SIGNS = ("1", "-", " ", "' ", "a", "?", "ja. ")
PEOPLE = {"moeder": "mother", "mentor": "mentor"}
TODAY = date(2027, 3, 1)
MIXED = 12  # texts of words in any order
SEED = 1


def main() -> int:
    """Always 0: it measures, and judges nothing."""
    danger = DangerLexicon.build(read_yaml_file("data/safety/danger.yml"))
    readers: dict[str, Callable[[str], object]] = {
        "danger": danger.detect,
        "leaning": leaning,
        "sharing": sharing_said,
        "a question to Zwaan": asks_zwaan,
        "how it goes": how_it_goes,
        "a number": score_said,
        "worries": worries,
        "passes": passes,
        "rests": rests,
        "shrugs": shrugs,
        "another case": case_meant,
        "an agreement begun": agreed_in,
        "a day": lambda text: find_day(text, TODAY, "nl"),
        "a time": find_time,
        "a time zone": find_zone,
        "the rhythm": lambda text: wanted(text, TODAY, "nl"),
        "who does it": lambda text: doer(text, PEOPLE),
        "who else": lambda text: others_of(text, PEOPLE),
        "an agreement": lambda text: read_agreement_said(text, PEOPLE, "mother", TODAY, "nl"),
    }
    texts = hard_texts()
    for read in readers.values():
        read(texts[0])  # what is read from the disk once
    worst = {name: max(_seconds(read, text) for text in texts) for name, read in readers.items()}
    for name, seconds in sorted(worst.items(), key=lambda each: -each[1]):
        print(f"{name:20} {1000 * seconds:7.1f} ms")
    return 0


def hard_texts() -> list[str]:
    """Each as long as a text may be: one word or sign over and over, and words in any order."""
    chance = random.Random(SEED)
    mixed = (" ".join(chance.choices(WORDS, k=MOST_CHARACTERS // 2)) for _ in range(MIXED))
    same = (f"{word} " * MOST_CHARACTERS for word in WORDS)
    signs = (sign * MOST_CHARACTERS for sign in SIGNS)
    return [text[:MOST_CHARACTERS] for text in (*mixed, *same, *signs)]


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    read(text)
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main())
