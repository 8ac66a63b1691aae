"""Taking a message in: names masked, commands known, stored before it is acknowledged."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Protocol

from sqlalchemy.exc import OperationalError

from bot.connectors.front_door import Verdict
from bot.core.command import ButtonSealer, Command
from bot.core.inbound import Inbound, Kind
from bot.core.keyboard import Key, key_meant
from bot.core.language import Language, language_of
from bot.core.reading.intents import AGREEMENTS, DANGER, RHYTHM
from bot.core.reference import refer, without_marks
from bot.language.only_when import says_only_when
from bot.language.zone_said import is_zone
from bot.services.known import Known, known_in
from bot.services.name import MAX_NAME
from bot.services.zone import note_zone
from bot.store.mailbox import Mailbox
from bot.wiring import Workshop

MOST_CHARACTERS = 20_000  # some eight pages; more comes in pieces
# Commands of which the bare word is enough, and bare words that may yet be an answer.
PLAIN = {"skip", "explain", "example", "pause", "resume", "back", "undo", "overview", "help"}
NOT_ALONE = {"start", "stop", "hulp", "help", "kaart", "map"}
PROGRESS = "progress"  # the intent of the buttons that say how an agreement goes
WAYS_ON = frozenset({"resume", "pause", "skip"})  # what buttons for, that stand beside others
MOST_MEANT = 100  # characters of a text that may mean a button
MOST_WAITING = 50  # messages of one conversation that wait for their turn


class NameMasker(Protocol):
    """Names become initials, numbers become labels."""

    def mask(self, text: str, keep: Collection[str] = ..., language: Language = ...) -> str: ...


@dataclass(frozen=True)
class Intake:
    """Everything a message goes through before it stands in the inbox."""

    shop: Workshop
    masker: NameMasker
    sealer: ButtonSealer
    slash: Mapping[str, str]  # what is typed after a slash → the intent it stands for
    now: Callable[[], datetime]

    def take(self, inbound: Inbound) -> Verdict:
        """Store a message. What was taken is on disk when this returns."""
        if inbound.kind in (Kind.TEXT, Kind.EDIT) and not _visible(inbound.content):
            return Verdict.EMPTY
        if len(inbound.content) > MOST_CHARACTERS:
            return Verdict.TOO_LONG
        try:
            with self.shop.look() as (record, mailbox):
                known = known_in(record, inbound.conversation, inbound.content)
                if mailbox.waiting(inbound.conversation) >= MOST_WAITING:
                    return Verdict.TOO_MANY
                keys = _keys(mailbox, inbound)
            asked = self._asked(inbound)
            payload = json.dumps(self._payload(inbound, known, asked, keys))
            with self.shop.post() as (mailbox, addresses):
                if inbound.address is not None:
                    addresses.note(inbound.conversation, inbound.channel, inbound.address)
                mailbox.receive(
                    inbound.channel,
                    inbound.conversation,
                    inbound.key,
                    payload,
                    self.now(),
                )
            self._note_zone(inbound, known)
        except OperationalError:  # the disk is full, or the database is away
            return Verdict.FULL
        return Verdict.TAKEN

    def _note_zone(self, inbound: Inbound, known: Known) -> None:
        """Where a person is, once per change: what they are shown from now on is in that time."""
        person, zone = known.person, inbound.zone
        if person is None or zone is None or person.zone_told or zone == person.zone:
            return
        if is_zone(zone):
            with self.shop.work() as (desk, _):
                if now := desk.record.people.get(person.id):
                    note_zone(desk, now, zone)

    def _asked(self, inbound: Inbound) -> str | None:
        """The question that was replied to; None when it is no reply, or to something else."""
        if inbound.kind is not Kind.TEXT or inbound.about is None:
            return None
        with self.shop.directory() as addresses:
            return addresses.asked_in(inbound.conversation, inbound.about)

    def _payload(
        self, inbound: Inbound, known: Known, asked: str | None, keys: Sequence[Key]
    ) -> dict[str, Any]:
        language = known.language or language_of(inbound.locale)
        said: dict[str, Any] = {"language": language}
        if inbound.kind is Kind.EDIT:
            return said | self._words(inbound, known, {"edits": inbound.about or ""})
        if inbound.kind is Kind.TEXT:
            short = len(inbound.content) < MOST_MEANT
            key = key_meant(inbound.content, keys) if asked is None and short else None
            command = key and self.sealer.open(key.token, inbound.conversation)
            command = command or self._slash(inbound.content)
            if command is None:
                return said | self._words(inbound, known, self._about(inbound, asked, keys))
        elif inbound.kind is Kind.TAP:
            command = self.sealer.open(inbound.content, inbound.conversation)
        elif inbound.kind is Kind.OTHER:
            command = Command("unreadable")
        else:
            command = _event(inbound)
        return said | {"command": command and command.as_json()}

    def _about(self, inbound: Inbound, asked: str | None, keys: Sequence[Key]) -> dict[str, str]:
        """The question that was replied to; or what the newest buttons that are shown are for
        ("shown"), also when the last of them only lead onwards ("beside"), and the agreement that
        they are for ("of")."""
        if asked:
            return {"answers": asked}
        opened = (self.sealer.open(key.token, inbound.conversation) for key in reversed(keys))
        intents = (command.intent for command in opened if command)
        newest = next(intents, "")
        beside = next((each for each in chain((newest,), intents) if each not in WAYS_ON), "")
        long = len(inbound.content) >= MOST_MEANT
        if not beside or (long and beside != DANGER):  # only to that one says much
            return {}
        if beside == AGREEMENTS and (of := self._agreement_shown(inbound, keys)):
            return {"shown": newest, "beside": beside, "of": of}
        says_when = beside == RHYTHM and says_only_when(inbound.content)
        return {"shown": RHYTHM if says_when else newest, "beside": beside}

    def _agreement_shown(self, inbound: Inbound, keys: Sequence[Key]) -> str | None:
        """The one agreement that is shown, with the buttons for how it goes."""
        opened = (self.sealer.open(key.token, inbound.conversation) for key in reversed(keys))
        shown = (each.args.get("a") for each in opened if each and each.intent == PROGRESS)
        return next(shown, None)

    def _words(self, inbound: Inbound, known: Known, about: Mapping[str, str]) -> dict[str, Any]:
        text = without_marks(_clean(inbound.content))
        language = known.language or language_of(inbound.locale)
        a_name = known.naming and len(text) <= MAX_NAME
        kept = (*known.names, *known.members)
        masked = text if a_name else self.masker.mask(text, kept, language)
        said = masked if a_name else refer(masked, known.members)
        return {"text": said, "masked": masked != text, "about": about}

    def _slash(self, text: str) -> Command | None:
        """The command in "/overslaan" or "Overslaan."; None for every other text.

        Without the slash only a word that is hardly ever a whole answer is a command.
        """
        word = text.strip().lower().rstrip(".!")
        intent = self.slash.get(word.removeprefix("/"))
        if intent and (word.startswith("/") or (intent in PLAIN and word not in NOT_ALONE)):
            return Command(intent)
        return None


def _keys(mailbox: Mailbox, inbound: Inbound) -> list[Key]:
    """The buttons that somebody who types has before them."""
    return mailbox.shown(inbound.conversation) if inbound.kind is Kind.TEXT else []


def _event(inbound: Inbound) -> Command | None:
    name, _, value = inbound.content.partition(":")
    if name == "open" and value:  # "open:CODE": through a link that somebody gave
        return Command("greet", {"code": value, "origin": inbound.origin or ""})
    if name == "open":
        return Command("greet")
    if name == "language":
        return Command("change_language", {"language": language_of(value)})
    return None


def _clean(text: str) -> str:
    """The text without control characters and lone surrogates, which no database can keep."""
    kept = "".join(c for c in text if c.isprintable() or c in "\n\t\u200d\u200e\u200f")
    return kept.encode("utf-8", "ignore").decode().strip()


def _visible(text: str) -> bool:
    return any(c.isprintable() and not c.isspace() for c in text)
