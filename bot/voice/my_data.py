"""All that is kept of a person, as a document to read."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from bot.core.agreement import Happened
from bot.core.method import CaseKind
from bot.core.reply import File, Reply
from bot.core.words import fill
from bot.services.my_data import CaseData, MyData
from bot.voice.rhythm import place
from bot.voice.speech import Speech
from bot.voice.tell import readers


def my_data(speech: Speech, data: MyData) -> list[Reply]:
    """A bubble with the document to read, and one with the same for a program."""
    to_read = File(speech.say("privacy.file_name"), "\n".join(_lines(speech, data)) + "\n")
    to_parse = File(speech.say("privacy.json_name"), _json(data))
    return [
        Reply(speech.say("privacy.file"), speech.language, file=to_read),
        Reply(speech.say("privacy.json"), speech.language, file=to_parse, quiet=True),
    ]


def _json(data: MyData) -> str:
    """All of it, by the names of the fields in ``bot.core.record``."""
    kept = asdict(data)
    for case in kept["cases"]:
        if not case["part"]["coordinator"]:
            case["case"] = {"id": case["case"]["id"], "alias": case["case"]["alias"]}
    del kept["person"]["conversation"]  # a digest that only this installation can make
    return json.dumps(kept, default=str, ensure_ascii=False, indent=2) + "\n"


def _lines(speech: Speech, data: MyData) -> Iterator[str]:
    say = speech.say
    yield say("privacy.file_title")
    yield ""
    yield say("privacy.file_since", date=speech.moment(data.person.consented_at))
    if data.person.zone:
        yield say("privacy.file_zone", place=place(data.person.zone))
    for case in data.cases:
        yield from ("", "─" * 40, *_case(speech, case))
    yield from ("", "─" * 40, say("privacy.file_trail"))
    for trace in data.traces:
        yield f"{speech.moment(trace.at)}  {say(f'privacy.did_{trace.verb}')}"
    yield from ("", say("privacy.file_sources"))


def _case(speech: Speech, data: CaseData) -> Iterator[str]:
    say = speech.say
    yield say("privacy.file_case", alias=data.case.alias or "–")
    if data.part.coordinator:  # they said so; for the others it is somebody else's
        yield say("privacy.file_wish", text=data.case.wish or "–")
        yield say("privacy.file_ambition", text=data.case.ambition or "–")
    yield say("privacy.file_role", role=_role(speech, data))
    if data.part.name:
        yield say("privacy.file_own_name", name=data.part.name)
    asks = _asks(speech, data)
    for answer, revisions in data.answers:
        yield ""
        key = "privacy.file_deleted" if answer.deleted else "privacy.file_answer"
        yield say(
            key,
            ask=asks(answer.question),
            date=speech.moment(answer.answered_at),
            text=answer.text,
        )
        if not answer.deleted:
            yield readers(speech, answer.visibility)
        for revision in revisions:
            yield say(
                "privacy.file_earlier",
                date=speech.moment(revision.replaced_at),
                text=revision.text,
            )
    for skip in data.skips:
        date = speech.moment(skip.skipped_at)
        yield from ("", say("privacy.file_skipped", ask=asks(skip.question), date=date))
    for question in data.questions:
        yield from ("", say("privacy.file_question", text=question.text))
    for note in data.notes:
        yield from (
            "",
            say("privacy.file_note", date=speech.moment(note.noted_at), text=note.text),
            readers(speech, note.visibility),
        )
    yield from _rhythm(speech, data)


def _rhythm(speech: Speech, data: CaseData) -> Iterator[str]:
    """Agreements and obstacles, what was said about them, and numbers that were given."""
    say = speech.say
    for agreement in data.agreements:
        day = speech.date(agreement.due) if agreement.due else "–"
        state = say(f"agree.state_{agreement.status}")
        text = say("privacy.file_agreement", text=agreement.what or "–", day=day, state=state)
        yield from ("", text)
    for event in data.agreement_events:
        if event.text:
            date = speech.moment(event.at)
            key = "file_first" if event.what is Happened.TALK else "file_need"
            yield from ("", say(f"privacy.{key}", date=date, text=event.text))
    for rating in data.ratings:
        theme = speech.method.themes[rating.theme].in_(speech.language).name
        date = speech.moment(rating.rated_at)
        yield from ("", say("privacy.file_rating", date=date, theme=theme, score=rating.score))
        if rating.why:
            yield rating.why
    for tick in data.obstacles:
        name = speech.method.obstacles[tick.obstacle].in_(speech.language).name
        if tick.ticked_by:
            date = speech.moment(tick.ticked_at)
            yield from ("", say("privacy.file_ticked", date=date, name=name))
        if tick.cleared_by and tick.cleared_at:
            date = speech.moment(tick.cleared_at)
            yield from ("", say("privacy.file_cleared", date=date, name=name))
        if tick.done:
            yield tick.done


def _role(speech: Speech, data: CaseData) -> str:
    """The role and its level, in words that everybody knows."""
    known = speech.method.roles.get(data.part.role or "")
    name = data.part.role_words or (known and known.in_(speech.language).name)
    level = data.part.level and speech.say(f"privacy.level_{data.part.level}")
    return " · ".join(part for part in (name, level) if part) or "–"


def _asks(speech: Speech, data: CaseData) -> Callable[[str], str]:
    own = {question.id: question.text for question in data.questions}
    kind = data.case.kind or CaseKind.CHILD
    alias = data.case.alias or ""

    def ask(question: str) -> str:
        found = speech.method.question(question)
        if found is None:
            return own.get(question, "")
        return fill(found.text(speech.language, kind, data.part.voice).ask, alias=alias)

    return ask
