"""When the weekly check-in comes, and whether: by a button, or in words of one's own."""

from collections.abc import Sequence
from datetime import timedelta

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.rhythm import CheckIn
from bot.language.rhythm_said import Wanted, Wish, wanted
from bot.services.check_in import alias_of, open_check_in, put_off
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.rhythm import (
    pause_until,
    rhythm,
    set_time,
    switch_off,
    switch_on,
    take_days_off,
)
from bot.services.whereabouts import today_for
from bot.services.zone import tell_zone
from bot.voice import check_in as check_in_voice
from bot.voice import rhythm as voice
from bot.voice.speech import Speech

MOST_WEEKS = 26  # for which one rests by a button


class Rhythm(Move):
    """When one is asked, and whether; typed or tapped."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        args = turn.args
        to = args.get("to")
        today = today_for(desk, person)
        match to:
            case "on":
                switch_on(desk, person, str(speech.zone), args.get("part"))
            case "off":
                return [voice.switched_off(speech, switch_off(desk, person, args.get("case")))]
            case Wish.ASK_DAY | Wish.ASK_TIME:
                return [voice.ask(speech, to)]
            case "day" if (day := turn.whole("day")) is not None:
                set_time(desk, person, weekday=day)
            case "time" if (minute := turn.whole("time")) is not None:
                set_time(desk, person, minute=minute)
            case "rest" if (weeks := turn.whole("weeks")) is not None:
                pause_until(desk, person, today + timedelta(weeks=min(weeks, MOST_WEEKS)))
            case None if turn.text:
                said = wanted(turn.text, today, speech.language)
                if said.wish is Wish.LOOK and turn.about.get("shown") == "rhythm":
                    raise Refusal("which_time")  # it was asked just now
                if replies := _said(desk, speech, person, said):
                    return replies
        return [voice.card(speech, rhythm(desk, person))]


def _said(desk: Desk, speech: Speech, person: Person, said: Wanted) -> Sequence[Reply]:
    """Do what was typed. Without a reply, how it stands is to be shown."""
    match said.wish:
        case Wish.ON:
            switch_on(desk, person, str(speech.zone))
        case Wish.OFF:
            return [voice.switched_off(speech, switch_off(desk, person))]
        case Wish.AT:
            if not rhythm(desk, person).on:
                switch_on(desk, person, str(speech.zone))
            set_time(desk, person, weekday=said.weekday, minute=said.minute)
        case Wish.UNTIL if said.first:
            pause_until(desk, person, said.first)
        case Wish.AWAY if said.first and said.last:
            take_days_off(desk, person, said.first, said.last)
        case Wish.UNTIL | Wish.AWAY:
            raise Refusal("which_time")
        case Wish.ZONE if said.zone:
            tell_zone(desk, person, said.zone)
            return [voice.zone_told(speech, said.zone, desk.now())]
        case Wish.ASK_TIME | Wish.SKIP if check_in := _open(desk, person):
            if said.wish is Wish.SKIP:
                put_off(desk, person, check_in.id, week=True)
                return [check_in_voice.put_off(speech, week=True)]
            alias = alias_of(desk, check_in)
            return [check_in_voice.offer(speech, check_in, alias, again=True)]
        case Wish.SKIP:
            return [voice.ask(speech, Wish.ASK_UNTIL)]
        case Wish.OTHERS | Wish.SELDOM:
            return [
                speech.line(f"rhythm.{said.wish}"),
                voice.card(speech, rhythm(desk, person)),
            ]
        case Wish.ASK_DAY | Wish.ASK_TIME | Wish.ASK_UNTIL | Wish.ASK_ZONE:
            return [voice.ask(speech, said.wish)]
    return ()


def _open(desk: Desk, person: Person) -> CheckIn | None:
    """The check-in that is open now, if there is one: what is said may be about that one."""
    try:
        return open_check_in(desk, person, None)
    except Refusal:
        return None
