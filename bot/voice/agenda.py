"""The agreements of a case, and one of them with its history."""

from collections.abc import Mapping

from bot.core.agreement import Agreement, AgreementEvent, Consent, Happened
from bot.core.reply import Button, Reply
from bot.services.agenda import Agenda, Told
from bot.services.agree import Agreed
from bot.services.read_together import Author
from bot.voice.agree import (
    SAID,
    ask_another,
    confirm_buttons,
    lines,
    status_buttons,
    was_to_do,
    who,
)
from bot.voice.member import short_name
from bot.voice.speech import Speech, capital, shorten, titled

MOST_SHOWN = 10  # agreements in a list, each with a button
_OPEN = (Consent.ASKED, Consent.TALK)


def listed(speech: Speech, seen: Agenda, start: int = 0, done: bool = False) -> Reply:
    """The agreements of a case that are to be done, the soonest first, from the one at ``start``;
    or those that are ``done``, the latest first. Their numbers go on where the others end."""
    shown, before = (seen.done, len(seen.live)) if done else (seen.live, 0)
    buttons = []
    text = [speech.say("agree.list_of_done" if done else "agree.list", alias=seen.case.alias)]
    if not shown:
        key = "agree.none_done" if seen.done else "agree.none"
        text = [speech.say(key, alias=seen.case.alias, count=len(seen.done))]
    for number, agreement in list(enumerate(shown, start=1))[start : start + MOST_SHOWN]:
        text.append(_line(speech, before + number, agreement, seen))
        title = speech.say("agree.open_nth", number=before + number)
        buttons.append(titled(title, "agreement", a=agreement.id))
    if rest := len(shown[start + MOST_SHOWN :]):
        title = speech.say("agree.next_ones", count=rest)
        to = "done" if done else "live"
        buttons.append(titled(title, "agreements", start=str(start + MOST_SHOWN), to=to))
    if seen.done and not done:
        title = speech.say("agree.done_too", count=len(seen.done))
        buttons.append(titled(title, "agreements", to="done"))
    new, resume = speech.button("new_agreement", "agree"), speech.button("resume")
    return Reply("\n".join(text), speech.language, buttons=(*buttons, new, resume))


def one(speech: Speech, told: Told, removing: bool = False) -> Reply:
    """An agreement whole, with its history and what can be said about it. ``removing``: somebody
    wants it gone, so there is a button for that."""
    agreement, a = told.agreement, told.agreement.id
    agreed = Agreed(agreement, None, told.authors)
    text = [*lines(speech, agreed), _state(speech, agreement, told.authors)]
    if agreement.need:
        text.append(speech.say("agree.line_need", text=agreement.need))
    text += ["", speech.say("agree.history")]
    text += [_event(speech, event, told) for event in told.events]
    buttons = _what_to_do(speech, told) if agreement.live else []
    if told.mine and removing:
        buttons.append(speech.button("drop_agreement", "progress", a=a, to="dropped"))
    if told.mine:
        buttons.append(speech.button("mend_agreement", "mend", a=a))
    buttons += [speech.button("agreements"), speech.button("resume")]
    return Reply("\n".join(text), speech.language, buttons=tuple(buttons))


def _what_to_do(speech: Speech, told: Told) -> list[Button]:
    """The buttons for whoever is to do it, for who may find somebody else, and for how it goes."""
    agreement = told.agreement
    if agreement.who == told.part.id and agreement.consent in _OPEN:
        return confirm_buttons(speech, agreement)
    if agreement.consent is not Consent.NOT_ME:
        return status_buttons(speech, agreement) if told.mine else []
    if agreement.who == told.part.id:  # who thinks better of it
        return confirm_buttons(speech, agreement)[:1]
    return [ask_another(speech, agreement)] if told.mine else []


def _state(speech: Speech, agreement: Agreement, authors: Mapping[str, Author]) -> str:
    """How it goes and what was said to it, in one line."""
    name = was_to_do(speech, agreement, authors)
    consent = speech.say(f"agree.consent_{agreement.consent or 'none'}", who=name)
    if agreement.party:
        consent = speech.say("agree.consent_party")
    return speech.say(
        "agree.line_state", state=speech.say(f"agree.state_{agreement.status}"), consent=consent
    )


def _line(speech: Speech, number: int, agreement: Agreement, seen: Agenda) -> str:
    due = speech.date(agreement.due) if agreement.due else "–"
    if agreement.past(seen.today):
        due = speech.say("agree.day_over", day=due)
    return speech.say(
        "agree.list_line",
        number=number,
        text=capital(shorten(agreement.what or "", SAID)),
        who=who(speech, agreement, seen.authors),
        day=due,
        state=speech.say(f"agree.state_{agreement.status}"),
    )


def _event(speech: Speech, event: AgreementEvent, told: Told) -> str:
    author = told.authors.get(event.by)
    name = short_name(speech, author) if author else speech.say("member.someone")
    what = speech.say(f"agree.did_{event.what}")
    if event.what in (Happened.NEED, Happened.TALK) and event.text:
        what = f"{what}: {event.text}"
    return f"{speech.moment(event.at)}  {name}: {what}"
