"""Making agreements, saying yes to them, and how they go."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.core.agreement import (
    ABOVE,
    Agreement,
    AgreementStatus,
    Consent,
    Field,
)
from bot.core.method import Level
from bot.core.reply import Button, Reply
from bot.services.agree import Agreed
from bot.services.read_together import Author
from bot.voice.member import role_name, short_name
from bot.voice.speech import Speech, capital, titled

MOST_PEOPLE = 8  # members to choose from
SAID = 160  # characters of what is agreed, in a list
# The buttons for each part, for what the one who is to do it says, and for how it goes.
MENDS = {
    Field.WHAT: "mend_what",
    Field.WHO: "mend_who",
    Field.DUE: "mend_due",
    Field.LEVEL: "mend_level",
    Field.DIRECTOR: "mend_director",
}
SAYS = {Consent.IN: "agree_in", Consent.TALK: "agree_talk", Consent.NOT_ME: "agree_not_me"}
GOES = {
    AgreementStatus.DONE: "is_done",
    AgreementStatus.DOING: "is_doing",
    AgreementStatus.STUCK: "is_stuck",
}


def asked(speech: Speech, agreed: Agreed, people: Sequence[Author], soon: Sequence[date]) -> Reply:
    """What is asked about an agreement now, or all of it read back. ``soon``: days to choose."""
    if agreed.asks is None:
        return read_back(speech, agreed)
    a = agreed.agreement.id
    buttons: list[Button] = []
    match agreed.asks:
        case Field.WHO | Field.DIRECTOR:
            name = str(agreed.asks)
            buttons = [
                titled(_person(speech, author, agreed), "mend", a=a, **{name: author.part.id})
                for author in people[:MOST_PEOPLE]
            ]
        case Field.DUE:
            buttons = [titled(speech.date(day), "mend", a=a, due=day.isoformat()) for day in soon]
        case Field.LEVEL:
            buttons = [titled(_level(speech, level), "mend", a=a, level=level) for level in Level]
    leave = "skip" if agreed.asks is Field.TALK else "not_agreeing"
    buttons.append(speech.button(leave, "deny", to="agreement"))
    looks_back = agreed.asks is Field.DUE and agreed.agreement.goes_on
    ask = speech.say(f"agree.ask_{'look_back' if looks_back else agreed.asks}")
    if agreed.asks is Field.NEED and people and not people[0].part.team:
        ask = f"{ask}\n{speech.say('check_in.reads_need')}"  # else they keep it to themselves
    return Reply(ask, speech.language, buttons=tuple(buttons))


def read_back(speech: Speech, agreed: Agreed) -> Reply:
    """All that was understood, or that stands, with a button to change each part."""
    a = agreed.agreement.id
    mend = [speech.button(name, "mend", a=a, line=str(field)) for field, name in MENDS.items()]
    said = lines(speech, agreed)
    if agreed.stands:
        text = "\n".join([*said, "", speech.say("agree.change")])
        keep = speech.button("keep_agreement", "deny", to="agreement")
        drop = speech.button("drop_agreement", "progress", a=a, to="dropped")
        return Reply(text, speech.language, buttons=(*mend, keep, drop))
    text = "\n".join([speech.say("agree.understood"), *said, "", speech.say("agree.right")])
    settle = speech.button("settle", "settle", a=a)
    leave = speech.button("not_agreeing", "deny", to="agreement")
    return Reply(text, speech.language, buttons=(settle, *mend, leave))


def changed(speech: Speech, agreed: Agreed) -> Reply:
    """It is otherwise now, and who was asked whether that is all right."""
    agreement, a = agreed.agreement, agreed.agreement.id
    asked = agreement.consent is Consent.ASKED
    name = who(speech, agreement, agreed.authors)
    said = speech.say("agree.changed_asked" if asked else "agree.changed", who=name)
    buttons = (
        speech.button("mend_agreement", "mend", stays=True, a=a),
        speech.button("show_agreement", "agreement", stays=True, a=a),
    )
    text = "\n".join([said, *lines(speech, agreed)[:3]])
    return Reply(text, speech.language, buttons=buttons)


def left_off(speech: Speech, left: Agreed | None) -> Reply:
    """Nothing more is asked about it."""
    if left and left.asks in (Field.NEED, Field.TALK):
        return speech.line("agree.not_said")
    return speech.line("agree.stays" if left and left.stands else "agree.left_off")


def together(speech: Speech, agreed: Agreed, others: Sequence[str]) -> Reply:
    """Several were named: one of them is asked. ``others``: how the others are called."""
    name = who(speech, agreed.agreement, agreed.authors)
    return speech.line("agree.together", who=name, others=capital(", ".join(others)))


def lines(speech: Speech, agreed: Agreed) -> list[str]:
    """An agreement, a line for each part."""
    agreement = agreed.agreement
    level = _level(speech, agreement.level) if agreement.level else "–"
    director = agreed.authors.get(agreement.director or "")
    return [
        speech.say("agree.line_what", text=capital(agreement.what or "–")),
        speech.say("agree.line_who", who=who(speech, agreement, agreed.authors)),
        speech.say(
            "agree.line_look_back" if agreement.goes_on else "agree.line_due",
            day=speech.date(agreement.due) if agreement.due else "–",
        ),
        speech.say("agree.line_level", level=level),
        speech.say("agree.line_director", who=short_name(speech, director) if director else "–"),
    ]


def settled(speech: Speech, agreed: Agreed) -> Reply:
    """It stands; whoever is to do it is asked, or known to want it."""
    agreement = agreed.agreement
    name = who(speech, agreement, agreed.authors)
    name = capital(name) if agreement.party else name
    key = "agree.settled" if agreement.consent is not Consent.ASKED else "agree.settled_asked"
    if agreement.party:
        key = "agree.settled_party"
    show = speech.button("show_agreement", "agreement", stays=True, a=agreement.id)
    return speech.reply(key, show, who=name)


def ask_to_confirm(speech: Speech, agreed: Agreed, alias: str, changed: bool = False) -> Reply:
    """To whoever is to do it: is it right? ``changed``: it was with them before, and is otherwise
    now."""
    text = "\n".join(
        [
            speech.say("notice.agreement_changed" if changed else "agree.named", alias=alias),
            *lines(speech, agreed)[:3],
            "",
            speech.say("agree.do_you"),
        ]
    )
    return Reply(text, speech.language, buttons=tuple(confirm_buttons(speech, agreed.agreement)))


def agreement_answered(
    speech: Speech, agreed: Agreed, what: str, alias: str, first: str = ""
) -> Reply:
    """To who made it or watches it: what the one who is to do it said; ``first``: what they want to
    talk about first."""
    agreement = agreed.agreement
    name = was_to_do(speech, agreement, agreed.authors)
    text = speech.say(f"notice.{what}", alias=alias, role=name, text=first)
    said = speech.say("agree.line_what", text=capital(agreement.what or "–"))
    buttons = [speech.button("show_agreement", "agreement", stays=True, a=agreement.id)]
    if agreement.consent is Consent.NOT_ME:
        buttons.append(ask_another(speech, agreement))
    return Reply(f"{text}\n{said}", speech.language, buttons=tuple(buttons))


def ask_another(speech: Speech, agreement: Agreement) -> Button:
    return speech.button("ask_another", "mend", stays=True, a=agreement.id, line=str(Field.WHO))


def confirm_buttons(speech: Speech, agreement: Agreement) -> list[Button]:
    return [
        speech.button(name, "confirm", stays=True, a=agreement.id, to=str(consent))
        for consent, name in SAYS.items()
    ]


def status_buttons(speech: Speech, agreement: Agreement) -> list[Button]:
    return [
        speech.button(name, "progress", stays=True, a=agreement.id, to=str(status))
        for status, name in GOES.items()
    ]


def confirmed(speech: Speech, agreement: Agreement) -> Reply:
    return speech.line(f"agree.said_{agreement.consent}")


def went(speech: Speech, agreement: Agreement) -> Reply:
    """A word to how it goes; what is stuck can be said what it needs."""
    line = speech.line(f"agree.now_{agreement.status}")
    if agreement.status is not AgreementStatus.STUCK:
        return line
    button = speech.button("say_need", "mend", stays=True, a=agreement.id, line="need")
    return Reply(line.text, speech.language, buttons=(button,), quiet=True)


def needs(speech: Speech, agreed: Agreed, directs: bool) -> Reply:
    """What is needed was said: it may become an agreement, or an invitation one level up."""
    return speech.reply("agree.need_kept", *clearing(speech, agreed.agreement, directs))


def clearing(speech: Speech, agreement: Agreement, directs: bool) -> tuple[Button, ...]:
    """The ways to clear what is stuck: an agreement, or somebody one level up, whom only who
    ``directs`` the case can invite."""
    buttons = [speech.button("need_to_agreement", "agree", stays=True, a=agreement.id)]
    if directs and (above := ABOVE.get(agreement.level or Level.EXECUTING)):
        buttons.append(invite_above(speech, above))
    return tuple(buttons)


def invite_above(speech: Speech, level: Level) -> Button:
    """Whom of a higher level to invite is asked next."""
    return titled(speech.say(f"agree.invite_{level}"), "invite", level=str(level))


def who(speech: Speech, agreement: Agreement, authors: Mapping[str, Author]) -> str:
    """Who is to do it: a member, a party that is none, or nobody (any more)."""
    if agreement.consent is Consent.NOT_ME:
        return speech.say("agree.nobody")
    return was_to_do(speech, agreement, authors)


def was_to_do(speech: Speech, agreement: Agreement, authors: Mapping[str, Author]) -> str:
    """Who was to do it, whatever they said to that."""
    author = authors.get(agreement.who or "")
    if author:
        return short_name(speech, author)
    role = speech.method.roles.get(agreement.party or "")
    return role_name(speech, role) if role else speech.say("agree.nobody")


def _person(speech: Speech, author: Author, agreed: Agreed) -> str:
    name = short_name(speech, author)
    mine = author.part.id == agreed.agreement.made_by
    return speech.say("agree.myself", who=name) if mine else name


def _level(speech: Speech, level: Level) -> str:
    return speech.method.levels[level].in_(speech.language).name
