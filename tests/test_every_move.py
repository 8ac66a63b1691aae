"""Whatever someone does, wherever they stand: all that is said is whole, and can be sent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from inspect import isabstract

import pytest

import actions.about
import actions.agree
import actions.board
import actions.care
import actions.case
import actions.check_in
import actions.control
import actions.hello
import actions.invite
import actions.look_back
import actions.notice
import actions.obstacles
import actions.own_question
import actions.privacy
import actions.read_together
import actions.reflect
import actions.release
import actions.safety
import actions.scan
import actions.tell
from actions.move import Move
from actions.turn import Turn
from bot.core.agreement import AgreementStatus
from bot.core.command import ButtonSealer
from bot.core.language import LANGUAGES, Language
from bot.core.method import Level
from bot.core.record import Visibility
from bot.core.reply import Reply
from bot.core.rhythm import Alarm, AlarmKind
from bot.core.scan import ScanKind
from bot.services import agree
from bot.services.cases import ask_to_close, close_case
from bot.services.change_case import CHANGEABLE, begin_change
from bot.services.check_in import begin_check_in, skip_part
from bot.services.clear import begin_clearing, clear
from bot.services.clock import ring
from bot.services.danger import hold
from bot.services.erase import ask_to_erase
from bot.services.invite import begin_inviting
from bot.services.join import open_invitation
from bot.services.leave import ask_to_leave
from bot.services.name import begin_naming
from bot.services.own_question import begin_own_question
from bot.services.pause import pause
from bot.services.progress import progress, say_need
from bot.services.refusals import Refusal
from bot.services.release import release
from bot.services.rhythm import switch_on
from bot.services.scan import begin_scan, rate_theme, say_why
from bot.services.settle import change_language
from bot.services.tell import tell
from bot.services.tick import begin_check, tick
from bot.voice.speech import Speech
from tests.harness.memory import memory_desk, the_method, the_words
from tests.harness.turns import turn_of
from tests.services.someone import Someone
from tests.services.team import Team, tells

SEALER = ButtonSealer(b"secret")
MODULES = (actions.about, actions.agree, actions.board, actions.care, actions.case,
           actions.check_in, actions.control,
           actions.hello, actions.invite, actions.look_back, actions.notice, actions.obstacles,
           actions.own_question, actions.privacy,
           actions.read_together, actions.reflect, actions.release, actions.safety, actions.scan,
           actions.tell)  # fmt: skip
ELSEWHERE = {"Danger"}  # reads the helplines of a whole workshop; whole conversations test it
BY_ITSELF = {"Notice", "CheckIn"}  # what Zwaan says by itself, and not when it is over
FACTS = ("child", "Vlinder", "Naar voetbal", "Weer lachen", "klusjesman op zaterdag", "executing")
LONG = "een heel lang verhaal over wat er allemaal is gebeurd op school. " * 20


def moves() -> list[type[Move]]:
    """Every action that can be done."""
    found = {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Move) and kind.__module__ == module.__name__
    }
    whole = [kind for kind in found if not isabstract(kind) and "__abstract__" not in vars(kind)]
    whole = [kind for kind in whole if kind.__name__ not in ELSEWHERE]
    return sorted(whole, key=lambda kind: kind.__name__)


def newcomer() -> Someone:
    return Someone.come_in(memory_desk(the_method()), "web:" + "0" * 40)


def at_field(known: int) -> Callable[[], Someone]:
    return lambda: newcomer().begin().fill(*FACTS[:known])


def asked() -> Someone:
    return at_field(6)()


def changed(change: Callable[..., object]) -> Callable[[], Someone]:
    """Someone at a question, after this was done."""

    def made() -> Someone:
        someone = asked()
        someone.say(LONG)
        change(someone.desk, someone.person)
        return someone

    return made


def all_seen() -> Someone:
    someone = asked()
    someone.skip(58)
    return someone


def among_others() -> Someone:
    """Who directs a case in which others take part, share, and name parties."""
    team = Team(asked())
    mentor, mother = team.add("mentor"), team.add("parent")
    tell(team.desk, mentor.person, LONG, ("neighbourhood_police_officer", "psychologist"))
    release(team.desk, mother.person, tells(mother, LONG).id, Visibility.EVERYONE)
    team.coordinator.say(LONG, parties=("municipal_youth_consultant",))
    return team.coordinator


def as_parent() -> Someone:
    team = Team(among_others())
    return team.add("foster_parent")


def as_young_person() -> Someone:
    girl = Team(among_others()).add("young_person")
    release(girl.desk, girl.person, tells(girl, LONG).id, Visibility.TEAM)
    return girl


def asked_to_leave() -> Someone:
    girl = as_young_person()
    ask_to_leave(girl.desk, girl.person)
    return girl


def with_agreements() -> Someone:
    """Who directs a case in which all kinds of agreements stand, one of them long stuck."""
    someone = among_others()
    members = someone.desk.record.memberships.find(case=someone.case.id)
    for part, status in zip(members, ("stuck", "doing", "done"), strict=True):
        said = agree.Said(LONG[:400], who=part.id, due=date(2027, 3, 4))
        made = agree.begin_agreement(someone.desk, someone.person, said).agreement.id
        agree.settle_agreement(someone.desk, someone.person, made)
        progress(someone.desk, someone.person, made, AgreementStatus(status))
    [stuck] = someone.desk.record.agreements.find(status=AgreementStatus.STUCK)
    say_need(someone.desk, someone.person, stuck.id, LONG)
    long_ago = stuck.made_at - timedelta(weeks=4)
    someone.desk.record.agreements.put(
        replace(someone.desk.record.agreements.find()[0], stuck_since=long_ago)
    )
    return someone


def asked_about_an_agreement(**said: object) -> Callable[[], Someone]:
    def made() -> Someone:
        someone = among_others()
        agree.begin_agreement(someone.desk, someone.person, agree.Said(**said))  # type: ignore[arg-type]
        return someone

    return made


def checking_in(times: int) -> Callable[[], Someone]:
    """In the middle of a check-in, so many parts on."""

    def made() -> Someone:
        someone = with_agreements()
        schedule = switch_on(someone.desk, someone.person, "Europe/Amsterdam")
        ring(someone.desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, someone.desk.now()))
        begin_check_in(someone.desk, someone.person)
        for _ in range(times):
            skip_part(someone.desk, someone.person)
        return someone

    return made


def scanning(kind: ScanKind, *scores: int) -> Callable[[], Someone]:
    """In a scan, with so many numbers given and explained; beside two who finished theirs."""

    def made() -> Someone:
        someone = with_agreements()
        others = [Team(someone).add(role) for role in ("mentor", "psychologist")]
        for each, given in ((others[0], (1,) * 7), (others[1], (4,) * 7), (someone, scores)):
            asked = begin_scan(each.desk, each.person, kind)
            for score in given[: asked.total]:
                rate_theme(each.desk, each.person, score)
                say_why(each.desk, each.person, LONG)
        return someone

    return made


def asked_why() -> Someone:
    someone = scanning(ScanKind.MATTERS, 3)()
    rate_theme(someone.desk, someone.person, 3)
    return someone


def checking_obstacles() -> Someone:
    """Some are cleared, some stand, and one is asked about."""
    someone = among_others()
    begin_check(someone.desk, someone.person)
    for so in (True, True, True, False):
        tick(someone.desk, someone.person, so)
    first, second, _ = someone.desk.record.obstacles.pick("id")
    for id, done in ((first, LONG), (second, None)):
        begin_clearing(someone.desk, someone.person, id)
        clear(someone.desk, someone.person, done)
    begin_check(someone.desk, someone.person)
    return someone


def asked_what_was_done() -> Someone:
    someone = checking_obstacles()
    [stands] = someone.desk.record.obstacles.pick("id", cleared_at=None)
    begin_clearing(someone.desk, someone.person, stands)
    return someone


def asked_to_join() -> Someone:
    team = Team(among_others())
    newcomer = Someone.come_in(team.desk, "web:" + "1" * 40)
    open_invitation(team.desk, newcomer.person.conversation, team.link("grandparent"))
    return newcomer


WHERE: dict[str, Callable[[], Someone]] = {
    "without a case": newcomer,
    **{f"where the {f} is asked": at_field(n) for n, f in enumerate(
        ("kind", "alias", "wish", "ambition", "role", "level"))},
    "at the first question": asked,
    "after a long answer": changed(lambda *_: None),
    "while paused": changed(pause),
    "while adding a question": changed(begin_own_question),
    "asked whether to erase": changed(ask_to_erase),
    "asked whether to close": changed(ask_to_close),
    "after writing of danger": changed(lambda desk, person: hold(desk, person, LONG)),
    "after closing": changed(close_case),
    "when all was seen": all_seen,
    "among others": among_others,
    "while inviting": changed(begin_inviting),
    "while giving a name": changed(begin_naming),
    **{f"while the {f} is asked anew": changed(partial(begin_change, field=f)) for f in CHANGEABLE},
    "as a parent who tells": as_parent,
    "as a young person who shared": as_young_person,
    "asked whether to leave": asked_to_leave,
    "asked whether to join": asked_to_join,
    "with agreements": with_agreements,
    "asked what is agreed": asked_about_an_agreement(),
    "asked who does it": asked_about_an_agreement(what="Bellen."),
    "asked by when": asked_about_an_agreement(what="Bellen.", party="mentor"),
    "asked whether it is right": asked_about_an_agreement(
        what="Bellen.", party="mentor", due=date(2027, 3, 4)
    ),
    "asked how it goes": checking_in(0),
    "asked for a number": checking_in(1),
    "asked to look back": checking_in(2),
    "asked for a next step": checking_in(3),
    "in a scan of matters": scanning(ScanKind.MATTERS),
    "in a scan of building blocks": scanning(ScanKind.BLOCKS, 5, 1),
    "asked why": asked_why,
    "after a scan": scanning(ScanKind.BLOCKS, 1, 2, 3, 4, 5, 4, 3),
    "asked about an obstacle": checking_obstacles,
    "asked what was done": asked_what_was_done,
}  # fmt: skip
AN_AGREEMENT, A_CASE, A_TICK = (
    "an agreement",
    "a case",
    "a tick",
)  # put in the place of one that is there
TYPED = ("ja", LONG, "S. d. V. en " + LONG)  # a word, a story, initials
TAPPED: tuple[dict[str, str], ...] = (
    {},
    {"step": "explore"},
    {"viewpoint": "emotion"},
    {"cell": "engage.emotion"},
    {"language": "en"},
    {"answer": "x", "case": "x", "question": "x", "value": "x"},  # of what is gone
    {"role": "municipal_youth_consultant"},
    {"role": "neighbourhood_police_officer", "to": "same"},
    {"role": "no-such-role", "to": "yes"},
    {"to": "team", "piece": "x", "note": "x", "invitation": "x", "part": "x", "months": "6"},
    {"what": "joined", "role": "parent", "case": "x"},
    {"code": "no-such-code"},
    {"fact": "alias"},
    {"fact": "wish"},
    {"to": "loose"},
    {"into": "psychologist"},
    {"a": AN_AGREEMENT},
    {"a": AN_AGREEMENT, "line": "who"},
    {"a": AN_AGREEMENT, "line": "need"},
    {"a": AN_AGREEMENT, "due": "2027-01-02"},
    {"a": AN_AGREEMENT, "level": "governing"},
    {"a": AN_AGREEMENT, "who": "x"},
    {"a": AN_AGREEMENT, "director": "x"},
    {"a": AN_AGREEMENT, "to": "stuck"},
    {"a": AN_AGREEMENT, "to": "in"},
    {"a": "x", "of": "x"},
    {"id": "x", "to": "due"},
    {"id": "x", "to": "later", "score": "3", "day": "2", "time": "600"},
    {"to": "on"},
    {"to": "ask_day"},
    {"to": "day", "day": "3"},
    {"what": "agreement", "case": A_CASE, "agreement": AN_AGREEMENT},
    {"what": "agreement_not_me", "case": A_CASE, "agreement": AN_AGREEMENT},
    {"what": "round_up", "case": A_CASE, "week": "2025-W09"},
    {"what": "rhythm_fits", "case": A_CASE},
    {"kind": "matter"},
    {"kind": "block", "to": "whys"},
    {"kind": "block", "to": "lines"},
    {"kind": "matter", "to": "lines", "side": "close"},
    {"obstacle": "children_not_known", "to": "so"},
    {"id": A_TICK},
    {"id": A_TICK, "to": "skip"},
    {"to": "check"},
    {"week": "2025-W09"},
    {"level": "governing"},
)
ABOUT = {"edits": "m1", "answers": "x/explore.content.1"}  # messages of what is gone
TRIES = [*((text, {}) for text in TYPED), *(("", args) for args in TAPPED)]


def turn(someone: Someone, text: str, args: dict[str, str]) -> Turn:
    there = {AN_AGREEMENT: someone.desk.record.agreements.pick("id"),
             A_CASE: someone.desk.record.cases.pick("id"),
             A_TICK: someone.desk.record.obstacles.pick("id", cleared_at=None)}  # fmt: skip
    args = {name: next(iter(there.get(value, [value])), value) for name, value in args.items()}
    return replace(turn_of(someone, text, args), about=ABOUT)


def said(move: Move, someone: Someone, at: Turn, language: Language) -> Sequence[Reply]:
    change_language(someone.desk, someone.person, language)
    speech = Speech(the_words(), the_method(), language)
    person = someone.person
    try:
        return move.act(someone.desk, speech, person, at)
    except Refusal as refusal:
        return move.refused(someone.desk, speech, person, refusal)


def faults(replies: Sequence[Reply], conversation: str) -> list[str]:
    """What no one may ever see: a blank, a "None", or a button that cannot be sent."""
    found = []
    for reply in replies:
        for text in (reply.text, reply.label, *(b.title for b in reply.buttons)):
            if "{" in text or "None" in text:
                found.append(text)
        if not reply.text.strip() or not all(b.title.strip() for b in reply.buttons):
            found.append(f"empty: {reply}")
        for button in reply.buttons:
            try:
                opened = SEALER.open(SEALER.seal(button.command, conversation), conversation)
            except ValueError as error:
                found.append(str(error))
            else:
                assert opened == button.command
    return found


def _by_itself(kind: type[Move], args: dict[str, str]) -> bool:
    """Whether this is something that Zwaan says by itself, so that nobody waits for it."""
    return kind.__name__ in BY_ITSELF and ("what" in args or args.get("to") in ("due", "again"))


def test_every_action_is_found() -> None:
    assert len(moves()) > 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", WHERE)
def test_whatever_is_done_here_is_answered_whole(where: str, language: Language) -> None:
    found = set()
    here = WHERE[where]()
    for kind in moves():
        for text, args in TRIES:
            someone = here.fork()
            conversation = someone.person.conversation
            at = turn(someone, text, dict(args))
            try:
                replies = said(kind(), someone, at, language)
            except Exception as error:
                found.add(f"{kind.__name__} with “{text[:12]}” {args}: {error!r}")
                continue
            if replies == [Reply.silence(language)] and _by_itself(kind, args):
                continue
            found |= {f"{kind.__name__}: {fault}" for fault in faults(replies, conversation)}
            if not replies and "then" not in args:
                found.add(f"{kind.__name__} says nothing")
    assert sorted(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", Level)
def test_a_level_can_be_chosen_by_its_name(level: Level, language: Language) -> None:
    someone = at_field(5)()
    name = the_method().levels[level].in_(language).name
    said(actions.case.ValidateCaseForm(), someone, turn(someone, name, {}), language)
    assert someone.part.level is level
