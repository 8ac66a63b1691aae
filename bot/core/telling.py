"""What somebody near the child may say that is no story: that it is enough, that they don't know, a
question back. And what sounds as if it is all too much for them, without saying so."""

import re

FEW = 12  # words, in which somebody half says yes
LONGEST = 160  # characters, in which somebody says what to do with what they wrote of danger
ASKS = 12  # words; a longer text that ends in a question mark is a story

_RESTS = re.compile(
    r"(nee+|nee hoor|nee dank je|neen|later|straks|nu niet|niet nu|laat maar|liever niet|geen zin|"
    r"hoeft niet|ok|oke|oké|is goed|prima|dank je( wel)?|dankjewel|bedankt|toch niet|"
    r"no+|nope|nah|no thanks|not now|later|rather not|never ?mind|okay|thanks|thank you|"
    r"(gewoon |nou )?laat (me|mij)( nou| maar| even| gewoon| met rust)*|leave me( alone)?|"
    r"((ok |oke |nou )?(ik )?(ga|moet)( nu| zo| even| ff)? (slapen|naar bed|eten|gamen|weg|gaan|"
    r"naar school)|doe+i|doe+g|welterusten|slaap lekker|truste|tot (later|morgen|straks)|bye+|gn|"
    r"good ?night|night|gtg|(i )?(have to|gotta|need to) (go|sleep)|(i.?m )?going to (bed|sleep))"
    r"([,. ]*(doei|hoor|bye|nu|now))*)[.! ]*",
    re.IGNORECASE,
)
_SHRUGS = re.compile(
    r"((ik )?(weet|weet ik)( het)?( ook)? ?niet( hoor)?|weet ik (veel|niet)|geen idee|idk|dunno|"
    r"niks|niets|nothing|nee,? niks|saai|dit is saai|boring|this is boring|"
    r"ja+|yes|yeah|jep|hm+|mwah?|meh|lol|haha\w*|"
    r"boeit( me)? niet|boeiend|maakt( me)? niet uit|whatever|wtf|pff+|tja|i don.?t (know|care)|"
    r"no idea|wat(te)?|huh)"
    r"[.!?, ]*(hoor|lol|haha\w*)?[.!? ]*",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(wie|wat|waarom|waarvoor|hoezo|moet|kan|mag|krijg|is dit|ben jij|bent u|komt|gaan?|"
    r"who|what|why|do i|can|may|is this|are you|will)\b",
    re.IGNORECASE,
)
_PASSES = re.compile(
    r"(nee,? )?((laat|vergeet) (het )?maar|(het )?(gaat|is) (het )?(al |nu )?(wel )?(weer )?"
    r"(goed|beter|over|oke|oké|ok)?|(het )?gaat wel( weer)?|never ?mind|forget it|"
    r"(echt )?(niks|niets) aan de hand( hoor)?|(echt )?niet (echt|serieus) (hoor|bedoeld)?|"
    r"it.?s (ok|fine|okay)( now)?|i.?m (ok|fine|okay)( now)?|"
    r"(het |dat )?(was |is )?(maar )?(een )?(grapje|geintje)( hoor| joh)?|grap|"
    r"(i.?m |i was )?(just |only )?(kidding|joking)|jk|nothing('s)? wrong)[.! ]*",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"((ja|oke|oké|ok|nee|prima|goed|graag|hoor|niks aan de hand|yes|okay|no|please|sure)[,.! ]+)*"
    r"((ga|gewoon|maar|dan|we gaan|go|carry) )*((verder|door|on|ahead)[,. ]+)?((en|and|maar|je mag|"
    r"you can|you may)[, ]+)*(bewaar|hou|houd|keep) (het|dit|dat|it|that|this)"
    r"( (maar|wel|gerust|dan|please|hoor|then))*"
    r"([,. ]+((en|and|dan|then|dat)[, ]+)*((we|ik|i|let.?s) )?(wil |gaan? |go )?(we )?"
    r"(gewoon |weer |maar )*(verder|door|on))?[.! ]*",
    re.IGNORECASE,
)
_KEEPS_NOT = re.compile(
    r"((ja|oke|oké|ok|nee|prima|goed|hoor|yes|okay|no|please|gewoon|maar|ga|go|we gaan)[,.! ]+)*"
    r"((verder|door|on)[,. ]+)?((en|and|maar|but)[, ]+)*"
    r"((dit |dat |het )?(maar |toch |liever )*niet bewaren|bewaar (het|dit|dat) (maar |toch )*niet|"
    r"don.?t keep (it|that|this))( hoor| please| aub)?[.! ]*",
    re.IGNORECASE,
)
_WHAT_NOW = re.compile(
    r"((en|maar|oke|ok|and|so)[, ]+)*"
    r"(wat (nu|moet ik( nu| dan)?( doen)?|kan ik( nu| dan)?( doen)?)|"
    r"hoe (gaat het |moet het |nu )?(nu |dan )?verder|en nu|what (now|next|happens now)|"
    r"what (should|can|do) i do( now)?)[?!. ]*",
    re.IGNORECASE,
)
_MISTAKEN = re.compile(
    r"((huh|oh|eh|nee|nou|joh|hoor|no|hey|wait)[,.! ]+)*"
    r"((het|dit|dat) (is|was|lijkt) (echt |toch |helemaal )?niet "
    r"(gevaarlijk|ernstig|zo erg|erg|eng|wat je denkt)|"
    r"((het|dat) (is|was) )?(maar |gewoon |alleen )*(een )?(uitdrukking|gezegde|"
    r"spreekwoord|bij wijze van spreken|manier van praten|broer en zus gedoe)|"
    r"zo bedoel(de)? ik (het|dat) niet.{0,60}|(no danger|nobody.?s in danger)[, ]+.{0,60}|"
    r"(it|that)( is|.?s| was) (only |just )*a (figure of speech|saying|joke|expression)|"
    r"(daar|dat) (gaat|ging|slaat|sloeg) (het |dat )?(echt |helemaal |toch )?niet (over|op)|"
    r"dat (bedoel|bedoelde) ik( echt| helemaal)? niet( zo)?|zo bedoel(de)? ik het( echt)? niet|"
    r"(je|jij) (begrijpt|snapt) (me|mij|het) (verkeerd|niet)|(er is |het is )?geen gevaar|"
    r"(gewoon|maar|ga maar|ga gewoon|we gaan) (verder|door)|"
    r"that.?s not what (it.?s|this is|i meant?)( about)?|i didn.?t mean (that|it like that)|"
    r"you (misunderstood|got (me|it|that) wrong)|(there.?s )?no danger|(just )?(go|carry) on)"
    r"( hoor| joh| though)?[.! ]*",
    re.IGNORECASE,
)
_HALF = re.compile(  # a yes that somebody hardly dares to give
    r"((ja|oke|ok|nou|mwah|uh+|eh+|hm+|well|yes|yeah)[,. ]+)*"
    r"(soms( wel)?( ja)?|((wel|een|n) )*beetje|misschien( wel)?|denk( het| van)?( wel)?|"
    r"ik denk( het| van)?( wel)?|(ik )?weet( ik)?( het)? niet( zeker)?|ergens wel|eigenlijk wel|"
    r"sometimes|kind of|kinda|a (little )?bit|maybe|perhaps|i think so|i guess( so)?|not sure|"
    r"(i )?don.?t know)(?!\w)",
    re.IGNORECASE,
)
_ALONE = (  # unloved, bullied, worth nothing, no sense in anything
    r"\bniemand (houdt|hou|geeft|hield)( \w+){0,2} (van|om) (mij|me)\b|"
    r"\bniemand (hoort|ziet|mist|wil|snapt|begrijpt|mag) (mij|me)\b|"
    r"\bniemand vindt (mij|me) (leuk|lief|aardig)|\bkan niemand (mij|me) horen|"
    r"(^(dus )?|\b(ik|en|maar) )word( ik)?( (?!niet\b|nooit\b|niemand\b)\w+){0,4} "
    r"(gepest|uitgelachen|uitgescholden)|\bze pesten (mij|me)\b|"
    r"\b(niks|niets) heeft( \w+){0,2} zin\b(?! (in|om)\b)|\balles is (zo )?zinloos|"
    r"\bik verdwijn (net zo goed|toch|wel|gewoon)\b|\bnet zo goed (verdwijnen|weg zijn)\b|"
    r"\bik ben( \w+){0,2} (waardeloos|niks waard|niets waard|zo alleen|zo eenzaam)\b|"
    r"\bik voel (mij|me)( \w+){0,2} (waardeloos|leeg|eenzaam)\b|"
    r"\b(nobody|no ?one) (really )?(loves|likes|wants|hears|cares about|gives a \w+ about) me\b|"
    r"(^|\bi.?m |\bi am |\bi )(being|get|getting|keep getting|am) (always |so |really )?bullied\b|"
    r"\bthey( \w+)? (bully|are bullying) me\b|\bnothing (really )?matters( any ?more)?$|"
    r"\bno point (in|to) anything\b|\bmight as well (disappear|be gone|vanish)\b|"
    r"\bi( a|.)?m( \w+)? (worthless|so alone|so lonely)\b|\bi feel( \w+)? (worthless|empty)\b"
)
_WORRIES = re.compile(
    _ALONE + "|"
    r"\b(ik|me|i)\b.{0,80}\bweg (wil(len)?|wou|zou willen) (zijn|wezen|blijven)|"
    r"\b(ik (wil|wou)|(wil|wou) ik)( \w+){0,2} weg (zijn|wezen)|"
    r"\bwil(len)? (gewoon|even|soms) weg (zijn|wezen)|"
    r"\bzie(t)?( \w+){0,4} niet meer zitten\b|"
    r"^(ik )?(kan|trek)( het| dit)?( echt)? niet meer( aan)?$|"
    r"\bik (kan|trek) (het|dit)( \w+)? niet meer( aan)?\b|"
    r"\bik (wil|wou|zou)( \w+){0,2} verdwijnen\b|\bhoeft (van|voor) mij niet meer\b|"
    r"\bhoe lang (ik|we|wij)( \w+){0,3} (nog )?vol ?(hou|houd|houden|houd)\b|"
    r"\b(hou|houd)( ik)? (het|dit)( \w+){0,2} niet( \w+){0,2} vol\b|"
    r"\b(kan|kunnen) (het|dit)( \w+){0,2} niet( \w+){0,2} (meer )?volhouden\b|"
    r"\bhow (much )?long(er)? i can (keep|do|go on|take|manage)|"
    r"\bi can.?t keep (this up|going|doing this)\b|"
    r"waar doe ik het (nog |allemaal )?voor|\b(i want|i wanna|i wish|want)( \w+){0,4} "
    r"(be|was|were) gone\b|\bi (want|wanna|wish)( \w+){0,3} disappear\b|"
    r"\bi can.?t (do|take|go on|handle)( \w+){0,3} any ?more\b|\bwhat.?s the point (of|any)",
    re.IGNORECASE,
)


def rests(text: str) -> bool:
    """Whether someone who was telling says that it is enough for now, instead of telling on."""
    return bool(_RESTS.fullmatch(text.strip()))


def shrugs(text: str) -> bool:
    """Whether it says nothing: "idk", "saai", or no letter at all."""
    return not any(c.isalnum() for c in text) or bool(_SHRUGS.fullmatch(text.strip()))


def asks_back(text: str) -> bool:
    """Whether it may be a question to Zwaan, instead of a story."""
    words = text.split()
    if len(words) > ASKS:
        return False
    return text.rstrip().endswith("?") or bool(
        _ASKS.match(text.strip()) and len(words) <= ASKS // 2
    )


def passes(text: str) -> bool:
    """Whether someone who wrote of danger says that it was nothing, or is over."""
    return bool(_PASSES.fullmatch(text.strip()))


def half_yes(text: str) -> bool:
    """Whether it begins as a yes that somebody hardly dares to give, in few words: "soms ja"."""
    return len(text.split()) <= FEW and bool(_HALF.match(text.strip()))


def keeps(text: str) -> bool:
    """Whether somebody who wrote of danger wants that kept: "ja bewaar het maar, dan verder"."""
    return _says_only(_KEEPS, text)


def keeps_not(text: str) -> bool:
    """Whether somebody who wrote of danger does not want that kept: "ok verder, niet bewaren"."""
    return _says_only(_KEEPS_NOT, text)


def asks_what_now(text: str) -> bool:
    """Whether somebody asks what to do now, or what comes next."""
    return _says_only(_WHAT_NOW, text)


def mistaken(text: str) -> bool:
    """Whether somebody says that Zwaan took them wrongly for being in danger, or to just go on."""
    return _says_only(_MISTAKEN, text)


def _says_only(what: re.Pattern[str], text: str) -> bool:
    return len(text) <= LONGEST and what.fullmatch(text.strip()) is not None


def worries(text: str) -> bool:
    """Whether it sounds as if it is too much for who says it. When in doubt Zwaan asks; it is not
    what is plainly danger, which ``bot.core.safety`` hears."""
    return bool(_WORRIES.search(text.strip().rstrip(".!")))
