"""How people in a case are named: by their role, and by a name where names are shown."""

from collections.abc import Callable
from dataclasses import replace

from bot.core.method import Level, Role
from bot.core.record import Membership
from bot.core.reference import MARKED, resolve
from bot.core.reply import Reply
from bot.services.read_together import Author
from bot.voice.speech import Speech


def role_name(speech: Speech, role: Role) -> str:
    return role.in_(speech.language).name


def part_name(speech: Speech, part: Membership) -> str:
    """A member's role, in the reader's language or else in their own words."""
    role = speech.method.roles.get(part.role or "")
    return role_name(speech, role) if role else part.role_words or speech.say("member.someone")


def named(speech: Speech, reply: Reply, member: Callable[[str], Author | None]) -> Reply:
    """A reply in which every mark of a member is shown: the name that they chose, where names are
    shown, or else their role. ``member``: by the id of a membership."""
    if MARKED not in f"{reply.text}{reply.file and reply.file.text}{reply.picture}":
        return reply

    def shown(id: str) -> str:
        author = member(id)
        if author is None:
            return speech.say("member.someone")
        return name_of(author) or _numbered(speech, author)

    file, picture = reply.file, reply.picture
    return replace(
        reply,
        text=resolve(reply.text, shown),
        file=file and replace(file, text=resolve(file.text, shown)),
        picture=picture and replace(picture, words=resolve(picture.words, shown)),
    )


def name_of(author: Author) -> str:
    """The name that a member chose, with a capital; empty where names are not shown."""
    name = author.name or ""
    return name[:1].upper() + name[1:]


def short_name(speech: Speech, author: Author) -> str:
    """ "leerkracht 2", or "Anja (leerkracht 2)" where names are shown."""
    return _named(speech, author, _numbered(speech, author))


def author_name(speech: Speech, author: Author) -> str:
    """ "leerkracht 2 (uitvoerend)", or "Anja (leerkracht 2, uitvoerend)" where names are shown."""
    if not author.part.team:
        return short_name(speech, author)
    role = _numbered(speech, author)
    level = speech.method.levels[author.part.level or Level.EXECUTING].in_(speech.language).name
    if author.name:
        return _named(speech, author, f"{role}, {level}")
    return speech.say("member.with_level", who=role, level=level)


def _numbered(speech: Speech, author: Author) -> str:
    """A role, with its number where more have it."""
    role = part_name(speech, author.part)
    return f"{role} {author.number}" if author.number else role


def _named(speech: Speech, author: Author, role: str) -> str:
    name = name_of(author)
    return speech.say("member.with_role", name=name, role=role) if name else role
