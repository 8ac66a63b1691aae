"""The weekly check-in, in a few minutes."""

from bot.core.agreement import Agreement
from bot.core.record import Case
from bot.core.reply import Button, Reply
from bot.core.rhythm import CheckIn, Part
from bot.services.check_in import SCORES, Went
from bot.services.check_in_plan import Asked
from bot.voice.agree import GOES, clearing, who
from bot.voice.join import manner
from bot.voice.speech import Speech, titled


def offer(speech: Speech, check_in: CheckIn, alias: str, again: bool) -> Reply:
    """Is now a good moment? ``again``: it was offered before."""
    buttons = (
        speech.button("check_in_now", "check_in", stays=True, id=check_in.id),
        speech.button("check_in_later", "check_in", stays=True, id=check_in.id, to="later"),
        speech.button("check_in_not", "check_in", stays=True, id=check_in.id, to="week"),
    )
    key = "check_in.offer_again" if again else "check_in.offer"
    return speech.reply(key, *buttons, alias=alias)


def ask(speech: Speech, asked: Asked) -> Reply:
    """What is asked now."""
    label = speech.say(
        "check_in.label", alias=asked.case.alias, number=asked.number, total=asked.total
    )
    text, buttons = _asks(speech, asked)
    if reads := _who_reads(asked):
        text = f"{text}\n{speech.say(reads)}"
    buttons += [speech.button("skip", "skip_part"), speech.button("pause", "pause_part")]
    return Reply(text, speech.language, label=label, buttons=tuple(buttons))


def went(speech: Speech, went: Went) -> list[Reply]:
    """A short word to what was said, with what can be done about it."""
    if went.agreement and went.agreement.need and went.asked.part is not Part.NEED:
        line = speech.line("check_in.need_kept")
        buttons = clearing(speech, went.agreement, went.asked.member.coordinator)
        return [Reply(line.text, speech.language, buttons=buttons, quiet=True)]
    if went.agreement:
        return [speech.line(f"agree.now_{went.agreement.status}")]
    if went.note and went.asked.part is None:
        button = speech.button("to_agreement", "agree", stays=True, of=went.note.id)
        return [Reply(speech.say("check_in.next_kept"), speech.language, "", (button,), quiet=True)]
    return []


def finished(speech: Speech, asked: Asked) -> Reply:
    return speech.reply("check_in.finished", alias=asked.case.alias)


def paused(speech: Speech, case: Case) -> Reply:
    return speech.reply(
        "check_in.paused", speech.button("check_in_on", "check_in"), alias=case.alias
    )


def put_off(speech: Speech, week: bool) -> Reply:
    return speech.line("check_in.not_this_week" if week else "check_in.later")


def _who_reads(asked: Asked) -> str | None:
    """Said once, at the first that is answered in words; and where it is otherwise."""
    if asked.part is Part.NEED and not asked.member.team:
        return "check_in.reads_need"
    if asked.part is not (Part.RATE if asked.member.team else Part.REFLECT):
        return None
    return "check_in.reads_team" if asked.member.team else "check_in.reads_near"


def explained(speech: Speech, asked: Asked) -> Reply:
    """What is asked now is for."""
    return speech.line(f"check_in.explain_{asked.part or Part.NEXT}")


def _how_it_goes(speech: Speech, agreement: Agreement) -> str:
    due = speech.date(agreement.due) if agreement.due else "–"
    if agreement.party:
        name = who(speech, agreement, {})
        return speech.say("check_in.watched", text=agreement.what, who=name, day=due)
    key = "check_in.goes_on" if agreement.goes_on else "check_in.agreement"
    return speech.say(key, text=agreement.what, day=due)


def _asks(speech: Speech, asked: Asked) -> tuple[str, list[Button]]:
    id = asked.check_in.id
    theme = speech.method.themes[asked.theme].in_(speech.language)
    nth = sum(map(ord, asked.check_in.week))
    kind = manner(asked.member.group)
    match asked.part:
        case Part.AGREEMENT:
            assert asked.agreement
            return _how_it_goes(speech, asked.agreement), [
                speech.button(name, "goes", id=id, to=str(status)) for status, name in GOES.items()
            ]
        case Part.NEED:
            return speech.say("check_in.need"), []
        case Part.RATE:
            text = speech.say("check_in.rate", name=theme.name, text=theme.rate)
            return text, [titled(str(score), "rate", id=id, score=str(score)) for score in SCORES]
        case Part.WHY:
            return theme.why, []
        case Part.REFLECT:
            return speech.say(f"check_in.reflect_{kind}", nth), []
    return speech.say(f"check_in.next_{kind}", nth), []
