"""Saying one sentence, in one language, with its buttons."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core.command import Command
from bot.core.language import Language
from bot.core.method import Method, Step, Viewpoint
from bot.core.reply import Button, Reply
from bot.core.words import Words
from bot.services.refusals import Refusal

DUTCH = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Speech:
    """The words, the method's names, the language in which both are said now, and in which time
    zone."""

    words: Words
    method: Method
    language: Language
    zone: ZoneInfo = DUTCH

    def say(self, key: str, nth: int = 0, /, **values: object) -> str:
        return self.words.say(self.language, key, nth, **values)

    def reply(self, key: str, /, *buttons: Button, **values: object) -> Reply:
        """One bubble with the sentence for ``key``."""
        return Reply(self.say(key, 0, **values), self.language, buttons=buttons)

    def line(self, key: str, nth: int = 0, /, **values: object) -> Reply:
        """One small, quiet line."""
        return Reply(self.say(key, nth, **values), self.language, quiet=True)

    def button(self, name: str, intent: str = "", stays: bool = False, **args: str) -> Button:
        """A button with the title "button.<name>", for ``intent`` or else the intent ``name``."""
        return Button(self.say(f"button.{name}"), Command(intent or name, args), stays)

    def moment(self, at: datetime) -> str:
        """A date and a time, as on the clock where people are."""
        return at.astimezone(self.zone).strftime("%d-%m-%Y %H:%M")

    def day(self, at: datetime) -> str:
        """A day, as it is written where people are: "5 december"."""
        return self.day_of(at.astimezone(self.zone).date())

    def day_of(self, day: date) -> str:
        """A day without its year: "5 december"."""
        months = self.say("member.months").split(", ")
        return f"{day.day} {months[day.month - 1]}"

    def date(self, day: date) -> str:
        """A day with its weekday: "dinsdag 1 december 2026"."""
        weekdays = self.say("member.weekdays").split(", ")
        months = self.say("member.months").split(", ")
        return f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"

    def step(self, step: Step) -> str:
        """A step's name, as it begins a line."""
        return capital(self.method.steps[step].in_(self.language).name)

    def viewpoint(self, viewpoint: Viewpoint) -> str:
        return self.method.viewpoints[viewpoint].in_(self.language).name

    def side(self, viewpoint: Viewpoint) -> str:
        """A viewpoint in everyday words, for within a sentence: "hoe jullie het aanpakken"."""
        return self.say(f"side.{viewpoint}")

    def refusal(self, refusal: Refusal, *buttons: Button) -> Reply:
        return self.reply(f"refused.{refusal.key}", *buttons, **refusal.values)


def doubt_button(speech: Speech, doubt: str, **kept: str) -> Button:
    """The other reading of what was kept as an answer or a note, which it undoes."""
    title = speech.say("reflect.doubt_title", title=speech.say(f"doubt.{doubt}"))
    return Button(title, Command("undo", {**kept, "then": doubt}))


def capital(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def titled(title: str, intent: str, **args: str) -> Button:
    """A button whose title is no fixed sentence: a name, a number."""
    return Button(capital(title), Command(intent, args))


def shorten(text: str, most: int) -> str:
    """The beginning of a text, cut between words: "Hij komt al weken niet …"."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
