"""Whether somebody asks Zwaan who gets to read what they say here.

Such a question may name whoever is around the child, and take more words than a command: "kan de
school later lezen wat ik hier over hem typ?". What is read or known in the case is none of it: "wie
leest er met hem?", "weet de school dit?".
"""

import re

LONGEST = 18  # words

_READS = r"\b(?:mee)?(?:leest|lezen|gelezen|ziet?|zien|inzien|bekijk(?:t|en)|reads?|sees?|seen)\b"
_KNOWS = r"\b(?:weet|weten|hoort?|horen|know|knows|hears?|find out|told)\b"
_SAID_NL = (
    r"(?:op)?(?:schrijf|schreef|geschreven|schrijven)|typ|typte|typen|getypt|zeg|zei|zeggen|gezegd|"
    r"vertel|vertelde|vertellen|verteld|invul|invullen|ingevuld|antwoord|geantwoord|deel|deelde|"
    r"gedeeld|stuur"
)
_SAID_EN = (
    r"write|wrote|written|type|typed|typing|say|said|saying|tell|told|shared?|answer|answered|put|"
    r"post|send|sent"
)
# What somebody says here: "wat ik hier typ", "what I wrote about him", "my answers".
_OWN_WORDS = (
    rf"(?:\b(?:wat|dingen die) ik\b.*\b(?:{_SAID_NL})\b|"
    rf"\b(?:what|everything|anything|things|stuff) i(?:'ve)?\b.*\b(?:{_SAID_EN})\b|"
    r"\b(?:mijn|m'n|mn) (?:antwoord(?:en)?|verhaal|tekst|woorden|bericht(?:en|jes)?)\b|"
    r"\bmy (?:answers?|story|messages?|words|texts?)\b)"
)
_HERE = r"\b(?:hier|deze chat|dit gesprek|here|this chat|this conversation)\b"
_GETS_TO = r"\bte (?:zien|lezen|weten|horen)\b"
_ASKS = re.compile(
    r"(?:(?:en|maar|hé|hey|hoi|hi|eh+|uh+|sorry|wacht|ok[eé]?|and|but|so|oh|wait|ja|yes|even|"
    r"vraagje|question)[,: ]+)*"
    r"(?:wie|wat (?:krijgt|krijgen|ziet|zien|leest|lezen|weet|weten|hoort|horen)|kan|kunnen|mag"
    r"|mogen|leest|lezen|krijgt|krijgen|zie|ziet|zien|komt|komen|weet|"
    r"weten|hoort|horen|gaat|gaan|is|zijn|wordt|worden|hoe|vertel|zeg|geef|stuur|meld|deel|who|"
    r"whos|who's|what (?:can|will|does|do)|can|could|may|will|would|does|do|is|are|am|gonna)\b",
    re.IGNORECASE,
)
_WAYS = (
    rf"{_READS}.*{_OWN_WORDS}",
    rf"{_OWN_WORDS}.*{_READS}",
    rf"\bkrijg\w*\b.*{_GETS_TO}.*{_OWN_WORDS}",
    rf"{_READS}.*\bmee\b",
    r"\bdit\b.*\b(?:lezen|gelezen)\b",
    r"\b(?:leest|lezen)\b.*\bdit\b",
    r"\b(?:reads?|reading|get to see)\b.*\bthis\b",
    r"\bthis\b.*\bread\b",
    r"^(?:\w+,? )?wat (?:weet|weten|ziet|zien|leest|lezen|hoort|horen)\b.*\bvan mij(?: nu| hier"
    r"| dan)?$",
    r"^(?:\w+,? )?what (?:does|do|can|will)\b.*\b(?:know|see|read|hear) (?:of|about|from) me$",
    r"^(?:\w+,? )?wie weet(?: \w+)? dat ik (?:dit|dat) (?:zei|schreef|zeg|vertelde|heb gezegd)$",
    r"^(?:\w+,? )?who knows (?:that )?i (?:said|wrote|told you) (?:this|that)$",
    r"^(?:\w+,? )?(?:kan|kunnen|mag|mogen) (?:\w+ ){1,3}dit (?:ook |later |straks "
    r"|allemaal )*zien$",
    r"^(?:\w+,? )?can (?:\w+ ){1,3}see this$",
    rf"\bkrijg\w*\b.*\b(?:dit|hier)\b.*{_GETS_TO}",
    rf"{_KNOWS}(?=.*{_HERE}).*{_OWN_WORDS}",
    rf"{_KNOWS}.*\bwat ik (?:\w+ )?(?:gezegd heb|heb gezegd)\b",
    rf"{_KNOWS}.*\bwhat i (?:said|wrote|told you)\b",
    # Zwaan itself would tell
    r"^(?:\w+,? )?(?:vertel|zeg|geef|stuur|meld|deel) (?:je|jij) (?:(?:dit|dat|het|wat ik)\b.*)?"
    r"\b(?:door|aan|tegen|met)\b",
    r"^(?:\w+,? )?(?:are you going to|will you|do you|would you|gonna) "
    r"(?:tell|show|report|share|send|pass)\b.*(?:\b(?:this|what i)\b|\b(?:my|our) \w+$)",
)
_WHO_READS = [re.compile(way, re.IGNORECASE) for way in _WAYS]
# Their own words, read by themselves; or something else that can be read.
_OTHERWISE = re.compile(
    r"\b(?:kan|mag|kunnen|mogen|can|could|may|do) (?:ik|wij|we|i)\b|"
    r"\b(?:dossier|boek|brief|krant|verslag|rapport|bord|schrift|klas|les|file|book|letter|report|"
    r"board)\b",
    re.IGNORECASE,
)


def asks_who_reads(text: str) -> bool:
    """Whether it is one question, to Zwaan, about who gets to read what is said here."""
    plain = " ".join(text.replace("’", "'").split()).rstrip("?!. ")
    if len(plain.split()) > LONGEST or re.search(r"[.?!;]", plain):
        return False
    if not _ASKS.match(plain) or _OTHERWISE.search(plain):
        return False
    return any(way.search(plain) for way in _WHO_READS)
