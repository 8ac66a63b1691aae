"""Who is to do what is agreed, from one sentence."""

import re
from collections.abc import Mapping

# After one of these somebody is whom it is done with or for, not who does it.
_WITH = re.compile(
    r"\b(met|aan|bij|naar|van|voor|over|tegen|with|to|for|from|at|about|by)\s+"
    r"((de|het|een|mijn|onze|haar|zijn|hun|the|a|an|my|our|her|his|their)\s+)?$",
    re.IGNORECASE,
)


def doer(text: str, known: Mapping[str, str]) -> str | None:
    """Whom a sentence names first as the one who does it; None when it names nobody so.

    ``known``: words for people, in lower case → what stands for each.
    """
    words = sorted(known, key=len, reverse=True)
    if not words:
        return None
    anyone = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    for found in anyone.finditer(text):
        if not _WITH.search(text[: found.start()]):
            return known[found[1].lower()]
    return None
