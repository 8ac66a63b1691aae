"""Everything with digits that leads to a person: phones, addresses, BSNs and the like.

Other dates, times, ages, amounts, classes and school years stay: agreements need them. So do the
public help lines (112, 113, 0800 numbers).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bot.language.spans import Span

_Check = Callable[[str], bool]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october"
    r"|jan|feb|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec)\.?"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_DATE = (
    rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]{_YEAR}|(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}(?:e|de|st|nd|rd|th)?[- ](?:of )?{_MONTH}(?:,?[- ]{_YEAR})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?)(?!\d)"
)
_BORN = (
    r"\b(?:geboren|geboortedatum|geboortedag|geboorte|gebdatum|geb|gbd"
    r"|born|date of birth|birth ?date|dob|birthday)\b"
)
_BIRTHDAY = re.compile(
    rf"{_BORN}[.:,]?(?:[ \t]+[^\W\d_]+){{0,4}}[.:,]?[ \t]*(?P<a>{_DATE})"
    rf"|(?P<b>(?<!\d){_DATE})[ \t]+(?:geboren|born)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ACCOUNT = re.compile(
    r"\b(?:NL ?\d\d ?[A-Z]{4}(?: ?\d){10}"
    r"|[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b",
    re.IGNORECASE | re.ASCII,
)
_GAP = r"[ .()/-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)\d{{1,3}}(?:{_GAP}\d){{8,12}}|\(?0[1-9](?:{_GAP}\d){{8}})(?!\d)"
)
_FULL_DATE = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d")
_BSN_SAID = re.compile(
    r"\b(?:bsn|burger ?service ?nummer|sofi ?-?nummer)\b[^\d\n]{0,25}(\d(?:[. -]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_NINE = re.compile(
    r"(?<![\d.,-])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d,-])|(?<![\d.,-])\d{4}[. ]\d{2}[. ]\d{3}(?!\d)"
)
_LONG = re.compile(r"(?<!\d)\d{7,}(?!\d)")
_PLATE = re.compile(
    r"(?<![\w-])(?=[A-Z\d]{1,3}-[A-Z\d]{2,3}-)(?:[A-Z]+|\d+)-(?:[A-Z]+|\d+)-(?:[A-Z]+|\d+)(?![\w-])",
    re.I,
)

_KINDS = (
    "straat|laan|weg|plein|gracht|kade|dijk|singel|steeg|dreef|hof|pad|park|plantsoen|markt|baan|wal|"
    r"veld|akker|boulevard|oever|brink|str\.?"
)
_STANDALONE = "Straat|Laan|Weg|Plein|Gracht|Kade|Dijk|Singel|Haven|Markt|Hof|Boulevard"
_OPENER = (
    "(?:Oude|Nieuwe|Lange|Korte|Grote|Kleine|Hoge|Lage|Eerste|Tweede|1e|2e|Burgemeester|Burg\\.|Dokter|"
    "Dr\\.|Professor|Prof\\.|Prins|Prinses|Koning|Koningin|Sint|St\\.|Van|De|Den|Het)"
    "(?: (?:van|de|der|den|het|'t))* "
)
_ENGLISH_KINDS = "Street|Road|Lane|Avenue|Close|Drive|Crescent|Square|Gardens|Terrace"
_HOUSE = r"\d{1,4}[a-zA-Z]?(?:[-/]\d{1,4})?(?![\w:]|[.,]\d)"
_STREET = re.compile(
    rf"\b(?:{_OPENER}){{0,2}}[A-Z][\w'’-]{{0,30}}?(?:{_KINDS}) {_HOUSE}"
    rf"|\b{_OPENER}(?:{_STANDALONE}) {_HOUSE}|\b(?:Markt|Plein|Brink) {_HOUSE}"
    rf"|\b(?:Laan|Plein|Weg|Straat|Hof) van (?:de |het |der )?[A-Z]\w{{2,20}} {_HOUSE}"
    rf"|\b[a-z]{{3,20}}(?:straat|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen) {_HOUSE}"
    r"|\b\d{1,4}[a-zA-Z]? (?:[A-Z][\w'’-]{0,30}?(?:straat|laan|weg|plein|gracht|kade)"
    rf"|[A-Z]\w{{1,20}} (?:{_ENGLISH_KINDS}))\b"
)
_NO_STREET = re.compile(
    "(?i:onderweg|halverwege|loopbaan|arbeidsmarkt|rommelmarkt|kerstmarkt)"
    "|schoolplein|speelplein|marktplein|dorpsplein"
)
_POSTCODE = re.compile(
    r"(?<![\d.,-])[1-9]\d{3} ?[A-Z]{2}(?![\w-])|(?<![\d.,-])[1-9]\d{3}[a-z]{2}(?!\w)"
)
_NO_POSTCODE = re.compile("mg|ml|gr|kg|km|cm|mm|eu|pk|kb|mb|gb|uu|vo|po|so|ib|mr|or|hb|en|of|is")
_BOX = re.compile(r"\b(?:postbus|p\.?o\.? box) \d{1,6}\b", re.IGNORECASE)
_MERGE = re.compile(r"(\[[^\[\]\n]{1,20}\])(?:,? \1)+")


def _eleven(digits: str) -> bool:
    """The eleven test of a BSN: 9×first + 8×second … + 2×eighth − last divides by eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _is_account(text: str) -> bool:
    """An IBAN: Dutch ones by their form, others by the mod-97 test of ISO 13616."""
    plain = text.replace(" ", "").upper()
    if plain.startswith("NL") and len(plain) == 18:
        return True
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1


def _is_phone(text: str) -> bool:
    return not _FULL_DATE.match(text)


def _is_plate(text: str) -> bool:
    parts = text.split("-")
    kinds = {part.isdigit() for part in parts}
    return sum(map(len, parts)) == 6 and len(kinds) == 2 and max(map(len, parts)) <= 3


def _is_postcode(text: str) -> bool:
    letters = text[-2:].lower()
    if text[-2:].islower() or text[:2] in ("19", "20"):
        return not _NO_POSTCODE.fullmatch(letters)
    return True


def _is_street(text: str) -> bool:
    return not _NO_STREET.fullmatch(text.split(" ")[0])


def _always(_: str) -> bool:
    return True


_RULES: tuple[tuple[str, re.Pattern[str], _Check], ...] = (
    ("email", _EMAIL, _always),
    ("account", _ACCOUNT, _is_account),
    ("birthday", _BIRTHDAY, _always),
    ("bsn", _BSN_SAID, _always),
    ("phone", _PHONE, _is_phone),
    ("bsn", _NINE, lambda text: _eleven(_digits(text))),
    ("address", _STREET, _is_street),
    ("address", _POSTCODE, _is_postcode),
    ("address", _BOX, _always),
    ("plate", _PLATE, _is_plate),
    ("number", _LONG, _always),
)


def _found(text: str, labels: Mapping[str, str]) -> Iterator[Span]:
    taken = bytearray(len(text))
    for kind, pattern, check in _RULES:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group)
            if 1 not in taken[start:end] and check(match[group]):
                taken[start:end] = b"\1" * (end - start)
                yield Span(start, end, f"[{labels[kind]}]")


def find_numbers(text: str, labels: Mapping[str, str]) -> list[Span]:
    """Spans of `text` that lead to a person by a number or address, with their label.

    `labels` maps a kind (`phone`, `email`, `address`, `bsn`, `birthday`, `account`, `plate`,
    `number`) to the word that users see for it.
    """
    return list(_found(text, labels))


def merge_labels(text: str) -> str:
    """The same label twice in a row ("[adres], [adres]") becomes one."""
    return _MERGE.sub(r"\1", text)
