"""A plain yes, a plain no or "later", in few words, in Dutch or English."""

import re
import unicodedata
from enum import StrEnum

MOST_WORDS = 6  # longer says more than a yes or a no


class Leaning(StrEnum):
    """Which way somebody leans."""

    YES = "yes"
    NO = "no"
    LATER = "later"  # not now: another moment, which may be another day


# Each line: phrases that mean one thing, apart from how they are strengthened or softened.
_YES = (
    "ja|jaa|jaaa|jawel|jazeker|jep|jup|joe|yes|yep|yup|yeah|yess|yea|aye|👍|👌|✅",
    "ok|oke|okee|okay|okey|oki|k",
    "klopt|dat klopt|het klopt|klopt wel|zo klopt het|ziet er goed uit|precies|inderdaad|exact",
    "goed|is goed|dat is goed|zo is het goed|t is goed|prima|is prima|dat is prima|top|perfect",
    "mooi|fijn|uitstekend|akkoord|ga akkoord|ik ga akkoord|mee eens|eens|helemaal mee eens",
    "zeker|zeker weten|natuurlijk|tuurlijk|uiteraard|graag|heel graag|komt goed|komt in orde",
    "doe maar|doen|doen we|laten we dat doen|doe ik|dat doe ik|ga ik doen|dat ga ik doen",
    "ik doe het|doe ik wel|ik doe dat|ik zal het doen|ga ik regelen|ik regel het",
    "kan|dat kan|kan wel|dat kan wel|het kan|kan ik|kan ik doen|kan ik wel doen|lukt|dat lukt",
    "dat gaat lukken|gaat lukken|moet lukken|dat moet lukken|komt uit|het komt uit|past|schikt",
    "kom maar|kom maar op|ga je gang|vooruit|nu|nu kan|kan nu|nu is goed|nu meteen|nu direct",
    "leg vast|leg het vast|leg maar vast|leg dat vast|leg het zo vast|leg het maar vast|vastleggen",
    "leg zo vast|zo vastleggen|zet vast|staat goed|zo is het|dat is zo|zo laten|laat zo|laat staan",
    "correct|right|thats right|that is right|its right|all right|alright|exactly|indeed|true",
    "good|fine|great|looks good|looks right|looks fine|sounds good|sounds right|thats good",
    "thats ok",
    "thats fine|its fine|its good|im in|count me in|sure|sure thing|of course|certainly",
    "absolutely|definitely|agreed|i agree|go ahead|go for it|do it|lets do it|lets go|will do",
    "i will",
    "ill do it|i will do it|i can|i can do it|i can do that|ill do that|no problem|geen probleem",
    "settle it|settle|record it|save it|keep it|that works|works|works for me|now|now is fine",
    "now is good|now works|right now|gladly|happy to",
    "mij best|wat mij betreft|mag|het mag|dat mag|van mij mag het|begin maar|start maar|aight|bet",
    "gerne|evet|lets start|you may|yes you may|toch wel|ik doe mee|ik doe toch mee|ill join",
    "count me in then",
    "laat weten|laat het weten|laat maar weten|laat het maar weten|let them know",
)
_NO = (
    "nee|neen|neeh|nah|nope|no|nee nee|nee joh|niet|👎|❌",
    "zeg niks|zeg niets|zeg maar niks|zeg maar niets|niks zeggen|niets zeggen|dont tell",
    "dont tell them",
    "toch niet|toch maar niet|liever niet|maar niet|niet doen|doe maar niet|doe niet|nooit",
    "laat maar|laat maar zitten|laat het maar|hoeft niet|hoeft niet meer|dat hoeft niet|niet nodig",
    "geen zin|geen interesse|niks voor mij|niets voor mij|niet voor mij|dit is niet voor mij",
    "dat is niet voor mij|niet mijn ding|ik niet|kan niet|dat kan niet|kan ik niet|ik kan niet",
    "dat kan ik niet|ik kan het niet|ik kan dat niet|lukt niet|dat lukt niet|lukt me niet",
    "dat lukt mij niet|dat lukt me niet|gaat niet lukken|dat gaat niet lukken|gaat niet",
    "dat gaat niet|doe ik niet|dat doe ik niet|ik doe het niet|ga ik niet doen|dat ga ik niet doen",
    "wil ik niet|dat wil ik niet|ik wil niet|ik wil het niet|ik wil dat niet|past niet",
    "klopt niet|dat klopt niet|het klopt niet|klopt niet helemaal|niet goed|is niet goed|fout",
    "dat is niet goed|niet akkoord|niet mee eens|deze week niet|niet deze week|annuleer|annuleren",
    "never mind|nevermind|forget it|not me|not for me|its not for me|thats not for me|rather not",
    "id rather not|better not|dont|do not|i dont|i wont|i cant|i cannot|cant|cant do|cant do it",
    "i cant do it|i cant do that|i dont want to|i dont want that|not right|thats not right|wrong",
    "thats wrong|not correct|not really|no way|not this week|cancel|cancel it|dont bother|no need",
    "not interested|no deal",
)
_LATER = (
    "later|later vandaag|straks|zo meteen|zometeen|meteen|dadelijk|strakjes|zo dadelijk|zo direct",
    "nu niet|niet nu|nu even niet|even niet|nu nog niet|nog niet|nu liever niet|liever later",
    "liever straks|liever morgen|vandaag niet|niet vandaag|vanavond|vanmiddag|morgen|morgenochtend",
    "overmorgen|andere keer|een andere keer|ander moment|een ander moment|volgende keer",
    "komt nu niet uit|het komt nu niet uit|dat komt nu niet uit|komt niet uit|het komt niet uit",
    "nu komt niet uit|nu geen tijd|geen tijd|geen tijd nu|ik heb geen tijd|heb geen tijd",
    "ik heb nu geen tijd|heb nu geen tijd|kan nu niet|ik kan nu niet|nu kan niet|nu kan ik niet",
    "vandaag lukt niet|lukt nu niet|nu lukt niet|nog even wachten|wacht even|over een uurtje",
    "over een uur|ik kom erop terug|kom er op terug|ik kom er op terug|herinner me later",
    "vraag het later|vraag later|vraag het straks|vraag morgen|vraag het morgen",
    "later today|in a bit|in a while|in a minute|soon|not now|not yet|not right now|not today",
    "tonight|this evening|this afternoon|tomorrow|another time|some other time|another moment",
    "next time|maybe later|ask me later|ask later|remind me later|no time|no time now",
    "i have no time|im busy|i am busy|busy now|i cant now|cant now|not at the moment|in an hour",
)
# What goes before or after without turning it round.
_BESIDE = (
    "hoor|zo|wel|maar|dan|toch|even|dus|nou|nu|eh|euh|uh|uhm|ehm|hm|hmm|oh|ach|ah|joh|man|heel",
    "helemaal|heel erg|best|gewoon|echt|alvast|vast|en|want|dat|het|dit|ik|allemaal|misschien",
    "wacht|dank je|dankje|dank je wel|dankjewel|dank u|bedankt|sorry|helaas|jammer|aub",
    "alsjeblieft|svp",
    "zwaan|thanks|thank you|please|well|then|just|it|this|that|quite|really|perhaps|maybe|and|but",
    "very|afraid|im afraid|unfortunately|all|too|ook|verder",
    "actually|eigenlijk|i guess|i suppose|denk ik|he|mits anoniem|anoniem|anonymous",
    "zolang het anoniem is|als het maar anoniem is|as long as its anonymous|bro|bruh|tbh",
)
_NOT_WORDS = re.compile(r"[^\w\s👍👌✅👎❌]|_")


def leaning(text: str) -> Leaning | None:
    """Which way a short text leans; None when it says anything more, or both."""
    plain = _plain(text)
    if len(plain.split()) > MOST_WORDS:
        return None
    if _MADE_OF_LATER.fullmatch(plain):
        return Leaning.LATER
    if _MADE_OF_YES.fullmatch(plain):
        return Leaning.YES
    return Leaning.NO if _MADE_OF_NO.fullmatch(plain) else None


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation: "Oké, that's fine!" is "oke thats fine"."""
    apart = unicodedata.normalize("NFKD", text.lower().replace("'", "").replace("’", ""))
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(_NOT_WORDS.sub(" ", bare).split())


def _made_of(*kinds: tuple[str, ...], must: tuple[str, ...]) -> re.Pattern[str]:
    """Texts of nothing but such phrases, with at least one of ``must``."""
    any_of = "|".join(phrases for kind in (*kinds, must, _BESIDE) for phrases in kind)
    one_of = "|".join(must)
    return re.compile(rf"(?:(?:{any_of})(?: |$))*?(?:{one_of})(?:$| (?:(?:{any_of})(?: |$))*)")


_MADE_OF_YES = _made_of(must=_YES)
_MADE_OF_NO = _made_of(must=_NO)
_MADE_OF_LATER = _made_of(_YES, _NO, must=_LATER)
