"""What people say to Zwaan in passing, while something else is asked: a question about the talk
itself, "change it" where the new words were asked for, another look at who may read it."""

import re

MOST = 8  # words; a longer text is about more than Zwaan

_ASKS = re.compile(
    r"(?:(?:en|maar|hé|hey|hoi|hi|eh+|uh+|pff+|jee|sorry|ok[eé]?|and|but|so|oh)[,\s]+)*"
    r"(?:hoeveel|hoe|wat|wie|waar\w*|wanneer|welke?|hoezo|moet(?:en)? (?:ik|we|die|al|dit|dat)|"
    r"kan (?:ik|dit|dat|je|jij|dat)|kun (?:je|jij)|mag (?:ik|dit|dat)|is (?:dit|dat|er)|"
    r"ben (?:je|ik)|"
    r"weet (?:je|jij)|heb (?:je|jij)|wil (?:je|jij)|doe (?:je|jij)|krijg ik|komen? er|"
    r"zijn (?:er|dit)|"
    r"zit|staat (?:dit|er)|gaat dit|duurt|hoef ik|wordt (?:dit|het)|lees (?:je|jij)|"
    r"snap (?:je|jij)|"
    r"telt|werkt|"
    r"how|what|who|where|why|when|which|do (?:i|you)|can (?:i|you|this)|could (?:i|you)|may i|"
    r"is (?:this|it|there)|are (?:you|there)|will (?:you|this|it)|does (?:this|it)|should i|"
    r"have (?:you|i)|would you)\b",
    re.IGNORECASE,
)
# Words of the talk itself: Zwaan, its questions, steps and buttons, and what can be done here.
_TALK = re.compile(
    r"\b(?:jij|jou|jouw|zwaan|blikveld|vra(?:ag|gen)|questions?|steps?|"
    r"stap(?:pen)?|blikvelden|procedure|viewpoints?|print\w*|uitprinten|opslaan|opgeslagen|"
    r"saved?|bewaar\w*|bewaard|export\w*|"
    r"download\w*|chat|chatbot|bot|knop(?:pen)?|buttons?|antwoord(?:en)?|answers?|typen|intypen|"
    r"type|invullen|ingevuld|overslaan|skip|pauze|pauzeren|pause|casus|scan|kaart|map|overzicht|"
    r"overview|samenvatting|summary|app|wachtwoord|password|account|inloggen|log in|taal|"
    r"letters|lettertype|font|inspreken|ingesproken|spraakberichten?|voorlezen|by voice|"
    r"voice messages?|aloud|bijlage|attachments?|"
    r"nederlands|dutch|english|engels|gegevens|data|procedureel|relationeel|emotioneel|verder|onthoud\w*)\b|"
    r"\b(?:kun|kan|wil|ben|heb|weet|snap|doe|lees|bedoel|vraag|zeg|vind|denk|onthoud) je\b|"
    r"\b(?:can|could|do|are|will|would|have) you\b|"
    r"\b(?:do|did|are|can) (?:you|i)\b.*\b(?:mean|remember|know|read|understand|stop|come back)\b|"
    r"\b(?:is|was|moet|kan|mag|duurt|wordt|gaat|telt|werkt|waarom|leest|ziet) (?:ik )?dit\b|"
    r"\b(?:is|does|will|can|do|read|sees?) (?:i )?(?:do )?this\b|\bhoe (?:ver|lang nog)\b|"
    r"\bhow (?:far|much longer|long is this)\b",
    re.IGNORECASE,
)
# Whoever speaks of somebody else, or of what "one" can do, thinks about the case.
_OTHERS = re.compile(
    r"\b(?:hij|hem|haar|zij|ze|hen|hun|zijn (?!er\b|dit\b|de\b)\w+|he|him|his|she|her|they|"
    r"them|their|"
    r"moeder\w*|vader\w*|ouders?|mama|papa|mum|mom|dad|mother|father|parents?|kind(?:eren|je)?|"
    r"child(?:ren)?|kid|juf|meester|leerkracht\w*|docent\w*|teachers?|school|gemeente|council|"
    r"leerplicht\w*|attendance\w*|ib'?er|mentor\w*|gezin\w*|famil\w+|broer\w*|zus\w*|brother|"
    r"sister|"
    r"oma|opa|gran\w*|team|jeugd\w*|leerling\w*|pupils?|students?|klas\w*|class\w*|iemand|someone|"
    r"niemand|nobody|iedereen|everyone|wij|ons|us|bestuur|board|wijk\w*|hulp\w*|zorg\w*|care|"
    r"problem\w*|probleem|oplos\w*|solve\w*|thuis|home|gesprek\w*|overleg|meeting)\b|"
    r"\b(?:krijg|los|leg|motiveer|help|bereik|betrek|overtuig|ga|pak|leer|organiseer|houd|"
    r"hou) je\b|"
    r"\b(?:kun|kan) je (?:daar|er|hier)|\bdo you (?:get|make|help|reach|start|deal)\b",
    re.IGNORECASE,
)
_RETYPES = re.compile(
    r"(?:ja[, ]+|yes[, ]+|graag[, ]+|ik wil (?:het |dit |dat )?|i want to |let me |"
    r"laat me |kan ik |mag ik |can i )?(?:het |dit |dat |mijn antwoord )?(?:graag )?"
    r"(?:verander(?:en)?|wijzig(?:en)?|aanpassen|pas(?: (?:het|dit|dat))? aan|bewerk(?:en)?|"
    r"verbeter(?:en)?|change|edit|correct|modify|rewrite|opnieuw typen|anders)"
    r"(?: (?:het|dit|dat|it|this|that|my answer|mijn antwoord))?(?: (?:graag|aub|please))?[.!? ]*",
    re.IGNORECASE,
)


def asks_zwaan(text: str) -> bool:
    """Whether a short text is plainly a question to Zwaan about this talk: not about the child, nor
    about whoever is around them."""
    plain = text.strip().replace("’", "'")
    if not plain or len(plain.split()) > MOST or _OTHERS.search(plain):
        return False
    asks = plain.endswith("?") or _ASKS.match(plain) is not None
    return asks and _TALK.search(plain) is not None


def asks_to_retype(text: str) -> bool:
    """Whether it only says that something should change, without what it should say."""
    return _RETYPES.fullmatch(text.strip()) is not None
