"""My answers: by step, one by one, and what became of them."""

from collections.abc import Mapping, Sequence

from bot.core.method import Step
from bot.core.record import Case, Note
from bot.core.reply import Reply
from bot.services.answers import Given
from bot.voice.speech import Speech, shorten, titled
from bot.voice.tell import readers, release_buttons

MOST_SHOWN = 8  # told pieces in a list, each with a button
SHOWN = 160  # characters of each answer in a list; the whole of it is one tap away


def by_step(
    speech: Speech, case: Case, given: Mapping[Step, Sequence[Given]], told: Sequence[Note] = ()
) -> list[Reply]:
    """How many answers there are in each step; with one step, its answers at once. ``told``: what
    was told without a question."""
    count = sum(len(found) for found in given.values())
    if not count:
        if told:
            return [notes(speech, told)]
        return [speech.reply("answers.none", speech.button("resume"))]
    if len(given) == 1 and not told:
        step, found = next(iter(given.items()))
        return [of_step(speech, step, found)]
    buttons = [
        titled(
            speech.say("answers.step_title", step_name=speech.step(step), count=len(found)),
            "my_answers",
            step=step,
        )
        for step, found in given.items()
    ]
    if told:
        title = speech.say("answers.notes_title", count=len(told))
        buttons.append(titled(title, "my_answers", to="notes"))
    return [speech.reply("answers.choose", *buttons, count=count, alias=case.alias)]


def notes(speech: Speech, told: Sequence[Note], start: int | None = None) -> Reply:
    """What one told, from the piece at ``start`` on (None: the latest), so many at once, the latest
    last, each with a number to open it."""
    start = max(0, len(told) - MOST_SHOWN) if start is None else start
    found = list(enumerate(told, start=1))[start : start + MOST_SHOWN]
    lines = [
        speech.say(
            "answers.note",
            number=n,
            text=shorten(note.text, SHOWN),
            who=speech.say(f"release.short_{note.visibility}"),
        )
        for n, note in found
    ]
    buttons = [
        titled(speech.say("answers.more", number=n), "my_answers", note=note.id)
        for n, note in found
    ]
    if start:
        before, title = max(0, start - MOST_SHOWN), speech.say("answers.before", count=start)
        buttons.append(titled(title, "my_answers", to="notes", start=str(before)))
    text = "\n\n".join([speech.say("answers.notes"), *lines])
    return Reply(text, speech.language, buttons=(*buttons, speech.button("resume")))


def one_note(speech: Speech, note: Note) -> Reply:
    """One piece that one told, with who reads it and what can be done with it."""
    text = f"“{note.text}”\n\n{readers(speech, note.visibility)}"
    buttons = (
        *release_buttons(speech, note.id, note.visibility),
        speech.button("theme", note=note.id),
        speech.button("drop_note", note=note.id),
        speech.button("resume"),
    )
    return Reply(text, speech.language, buttons=buttons)


def of_step(speech: Speech, step: Step, given: Sequence[Given]) -> Reply:
    """The answers of one step, each with a number to open it."""
    lines = [
        speech.say("answers.line", number=n, ask=g.ask, text=shorten(g.answer.text, SHOWN))
        for n, g in enumerate(given, start=1)
    ]
    buttons = [
        titled(speech.say("answers.more", number=n), "my_answers", answer=g.answer.id)
        for n, g in enumerate(given, start=1)
    ]
    title = speech.say("answers.list", step_name=speech.step(step))
    text = "\n\n".join([title, *lines, speech.say("answers.which")])
    return Reply(text, speech.language, buttons=(*buttons, speech.button("resume")))


def one(speech: Speech, given: Given) -> Reply:
    """One answer whole, with its earlier texts; what is typed now replaces it."""
    text = speech.say("answers.one", ask=given.ask, text=given.answer.text)
    if given.earlier:
        quotes = " · ".join(f"“{earlier}”" for earlier in given.earlier)
        text += "\n\n" + speech.say("answers.earlier", texts=quotes)
    text += "\n\n" + readers(speech, given.answer.visibility)
    text += " " + speech.say("answers.type")
    buttons = (
        speech.button("keep", "skip", question=given.answer.question),
        speech.button("delete_answer", answer=given.answer.id),
        *release_buttons(speech, given.answer.id, given.answer.visibility),
    )
    asks = f"{given.answer.membership}/{given.answer.question}"
    return Reply(text, speech.language, buttons=buttons, asks=asks)
