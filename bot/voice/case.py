"""Beginning a case, and having more than one."""

from collections.abc import Sequence

from bot.core.method import CaseKind, Level
from bot.core.record import Case, CaseStatus
from bot.core.reply import Button, Reply
from bot.services.cases import Listed
from bot.services.change_case import CHANGEABLE
from bot.services.new_case import Filled
from bot.services.standing import CASE_FIELDS
from bot.voice.asking import question
from bot.voice.speech import Speech, shorten, titled

USUAL_ROLES = (
    "teacher",
    "internal_supervisor",
    "care_coordinator",
    "attendance_officer",
    "youth_care_worker",
    "school_leader",
    "policy_maker",
    "parent",
)


def filled(speech: Speech, filled: Filled) -> list[Reply]:
    """The next thing to ask of a new case, or its first question."""
    if filled.asks:
        return [ask_field(speech, filled.case, filled.asks)]
    known = filled.case.wish and filled.case.ambition
    ready = "case.ready" if known else "case.ready_plain"
    said = [speech.line(ready, alias=filled.case.alias)]
    return [*said, question(speech, filled.first)] if filled.first else said


def change_which(speech: Speech) -> Reply:
    """What is to be otherwise: what the case is called or about, or one of its settings?"""
    buttons = [titled(speech.say(f"case.change_{f}"), "change_case", fact=f) for f in CHANGEABLE]
    settings = [speech.button(name) for name in ("period", "show_names", "resume")]
    return speech.reply("case.change_which", *buttons, *settings)


def ask_anew(speech: Speech, case: Case, field: str) -> Reply:
    """Ask one of these about a case that stands, with what stands now."""
    asked = speech.say(f"case.ask_{field}_{case.kind}", alias=case.alias or "")
    now = {"alias": case.alias, "wish": case.wish, "ambition": case.ambition}[field]
    stands = [speech.say("case.stands_now", text=now)] if now else []
    unknown = speech.say("case.unknown_yet")
    open_yet = [titled(unknown, "answer", text=unknown, field=field)] if field != "alias" else []
    buttons = (*open_yet, speech.button("not_naming", "deny", to="changing"))
    return Reply("\n\n".join([asked, *stands]), speech.language, buttons=buttons)


def ask_field(speech: Speech, case: Case, field: str) -> Reply:
    """Ask one thing about a new case, saying how many are still to come."""
    about = f"_{case.kind}" if field in ("alias", "wish", "ambition") else ""
    number = min(CASE_FIELDS.index(field) + 1, 5)
    return Reply(
        speech.say(f"case.ask_{field}{about}", alias=case.alias or ""),
        speech.language,
        label=speech.say("case.label", number=number),
        buttons=_choices(speech, field),
    )


def listed(speech: Speech, cases: Sequence[Listed]) -> Reply:
    """All cases, each with a button."""
    new = speech.button("new_case")
    if not cases:
        return speech.reply("case.list_empty", new)
    lines = [_list_line(speech, found) for found in cases]
    buttons = [titled(shorten(f.case.alias or "", 30), "cases", case=f.case.id) for f in cases]
    text = "\n".join([speech.say("case.list"), *lines])
    return Reply(text, speech.language, buttons=(*buttons, new))


def _list_line(speech: Speech, found: Listed) -> str:
    here = speech.say("case.list_here") if found.current else ""
    if found.case.status is CaseStatus.CLOSED:
        here = speech.say("case.list_closed")
    key = "case.list_line_one" if found.answered == 1 else "case.list_line"
    return speech.say(key, alias=found.case.alias, answered=found.answered, here=here)


def _choices(speech: Speech, field: str) -> tuple[Button, ...]:
    language = speech.language
    match field:
        case "kind":
            buttons = [
                titled(speech.say(f"case.kind_{kind}"), "answer", text=kind, field=field)
                for kind in CaseKind
            ]
        case "wish" | "ambition":
            unknown = speech.say("case.unknown_yet")
            buttons = [titled(unknown, "answer", text=unknown, field=field)]
        case "role":
            roles = [speech.method.roles[r] for r in USUAL_ROLES if r in speech.method.roles]
            buttons = [
                titled(role.in_(language).name, "answer", text=role.id, field=field)
                for role in roles
            ]
        case "level":
            buttons = [
                titled(speech.say(f"case.level_{level}"), "answer", text=level, field=field)
                for level in Level
            ]
        case _:
            buttons = []
    return (*buttons, speech.button("drop_case", "deny", to="draft"))
