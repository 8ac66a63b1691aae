"""Verbs of what people agree on, in Dutch and English: enough to tell a sentence from a few words,
and who does something from to whom it is done."""

import re

# Infinitive and stem; what is put before it ("nabellen", "uitnodigen") makes no difference.
_DUTCH = """
bellen:bel mailen:mail appen:app schrijven:schrijf vragen:vraag regelen:regel maken:maak
zoeken:zoek plannen:plan halen:haal brengen:breng praten:praat spreken:spreek overleggen:overleg
bespreken:bespreek sturen:stuur geven:geef zetten:zet leggen:leg lezen:lees kijken:kijk
bekijken:bekijk bezoeken:bezoek nodigen:nodig helpen:help leren:leer oefenen:oefen starten:start
beginnen:begin stoppen:stop wachten:wacht melden:meld vertellen:vertel informeren:informeer
organiseren:organiseer contacten:contact benaderen:benader vervoeren:vervoer rijden:rijd
fietsen:fiets lopen:loop wandelen:wandel eten:eet koken:kook slapen:slaap spelen:speel sporten:sport
werken:werk onderzoeken:onderzoek testen:test toetsen:toets invullen:vul vullen:vul tekenen:teken
betalen:betaal kopen:koop pakken:pak nemen:neem houden:houd volgen:volg checken:check
controleren:controleer evalueren:evalueer verzamelen:verzamel delen:deel laten:laat zorgen:zorg
proberen:probeer ruilen:ruil openen:open sluiten:sluit voeren:voer stellen:stel tonen:toon
zeggen:zeg voorstellen:voorstel maken:maak schakelen:schakel verwijzen:verwijs begeleiden:begeleid
ondersteunen:ondersteun ontmoeten:ontmoet uitleggen:leg kiezen:kies wijzigen:wijzig
reserveren:reserveer boeken:boek kletsen:klets tellen:tel schuiven:schuif noteren:noteer
belonen:beloon knuffelen:knuffel
wekken:wek douchen:douche trekken:trek ophangen:hang hangen:hang staan:sta zitten:zit blijven:blijf
komen:kom gaan:ga doen:doe zien:zie
"""
_ENGLISH = """
call phone ring mail email text message write ask arrange make search look plan bring fetch talk
speak discuss send give put read visit invite help learn practise practice start begin stop wait
report tell inform organise organize contact approach drive cycle walk eat cook sleep play work
examine test fill sign pay buy pick take keep follow check evaluate collect share let try open close
set show say refer guide support meet explain choose book note reward wake go come see prepare
update schedule draw find get join
"""
_AUXILIARY = frozenset("""
is zijn ben bent was waren wordt worden word heeft hebben heb had kan kunnen kun kon zal zullen zou
zouden wil willen wilt moet moeten mag mogen hoeft hoeven hoef
am are were be been has have had can could will would shall should may might must does do did
""".split())  # fmt: skip
# What is said about an agreement, or to Zwaan, and is nothing that somebody will do.
_OF_THE_MIND = frozenset("""
snap begrijp bedoel bedoelde denk vind weet twijfel hoop geloof voel wou klopt lukt past snapt vindt
think mean meant know guess hope believe feel understand wonder doubt
""".split())  # fmt: skip


def _dutch() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    pairs = dict(pair.split(":") for pair in _DUTCH.split())
    stems = frozenset(pairs.values())
    thirds = {stem if stem.endswith("t") else f"{stem}t" for stem in stems}
    return pairs, stems, frozenset(thirds | {"doet", "gaat", "ziet", "staat", "houdt", "vindt"})


def _thirds(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "o")):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


_PAIRS, _STEMS, _DUTCH_THIRDS = _dutch()
_BASES = frozenset(_ENGLISH.split())
_THIRDS = _DUTCH_THIRDS | {_thirds(base) for base in _BASES}
_INFINITIVES = tuple(_PAIRS)
_FINITE = frozenset("""
is was wordt heeft had kan kon zal zou wil moet mag hoeft wilde has can could will would shall
should may might must ll
""".split())  # fmt: skip


def is_action(word: str) -> bool:
    """Whether a word, in lower case, is a form of a verb of something that people do."""
    return word in _STEMS | _BASES | _THIRDS or is_infinitive(word)


def is_infinitive(word: str) -> bool:
    """Whether it is a Dutch infinitive, also with something before it ("nabellen")."""
    return word.endswith(_INFINITIVES) and word not in _AUXILIARY


def is_finite(word: str) -> bool:
    """Whether one person who stands before it may be the one who does it: "belt", "will"."""
    return word in _THIRDS | _FINITE


def is_bare(word: str) -> bool:
    """Whether it is the bare form, in which one tells somebody, or oneself, to do something."""
    return (word in _STEMS | _BASES and word not in _FINITE) or is_infinitive(word)


def is_auxiliary(word: str) -> bool:
    """Whether a verb says by itself nothing that anybody does."""
    return word in _AUXILIARY | _OF_THE_MIND


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case; what a sign stands for is a word as well."""
    return re.findall("[^\\W_]+(?:-[^\\W_]+)*", text.lower().replace("'", " ").replace("’", " "))
