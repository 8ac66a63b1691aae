"""How people in a case are named: by their role, and by a name where names are shown."""

from collections.abc import Callable
from dataclasses import replace

from bot.core.method import Level, Role
from bot.core.record import Membership
from bot.core.reference import MARKED, resolve
from bot.core.reply import Reply
from bot.services.read_together import Author
from bot.voice.speech import Speech, capital


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
        return capital(author.name or "") or part_name(speech, author.part)

    file, picture = reply.file, reply.picture
    return replace(
        reply,
        text=resolve(reply.text, shown),
        file=file and replace(file, text=resolve(file.text, shown)),
        picture=picture and replace(picture, words=resolve(picture.words, shown)),
    )


def short_name(speech: Speech, author: Author) -> str:
    """ "leerkracht 2", or "Anja, leerkracht" where names are shown."""
    name = part_name(speech, author.part)
    if author.number:
        name = f"{name} {author.number}"
    return f"{capital(author.name)}, {name}" if author.name else name


def author_name(speech: Speech, author: Author) -> str:
    """ "leerkracht 2 (uitvoerend)", or "Anja, leerkracht (uitvoerend)" where names are shown."""
    name = short_name(speech, author)
    if not author.part.team:
        return name
    level = speech.method.levels[author.part.level or Level.EXECUTING].in_(speech.language).name
    return speech.say("member.with_level", who=name, level=level)
