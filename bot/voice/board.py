"""The board of three levels, as a picture and in words; and the parties on it."""

from collections.abc import Sequence

from bot.core.method import Level, Role
from bot.core.record import Membership
from bot.core.reply import Picture, Reply
from bot.services.board import Board
from bot.services.read_together import Author
from bot.voice.invite import missing
from bot.voice.member import name_of, part_name, role_name, short_name
from bot.voice.speech import Speech, titled

TOP_DOWN = (Level.GOVERNING, Level.ORGANISING, Level.EXECUTING)


def board(speech: Speech, seen: Board, directs: bool) -> Reply:
    """The picture, what it shows that is missing, and the next invitation one tap away."""
    buttons = missing(speech, seen) if directs else []
    if directs and seen.to_decide:
        buttons.append(speech.button("parties"))
    if directs:
        buttons.append(speech.button("invite"))
    buttons.append(speech.button("resume"))
    title = speech.say("board.title", alias=seen.case.alias or "")
    text = "\n".join([title, *_present(speech, seen), *_missing(speech, seen)])
    picture = Picture("board", _facts(speech, seen), in_words(speech, seen))
    return Reply(text, speech.language, buttons=tuple(buttons), picture=picture)


def in_words(speech: Speech, seen: Board) -> str:
    """Every level with who is there, for those who do not see the picture."""
    lines = []
    for level in TOP_DOWN:
        joined = [_chip(speech, author) for author in seen.joined[level]]
        named = [role_name(speech, role) for role in seen.named[level]]
        parts = [speech.say("board.joined", names=", ".join(joined))] if joined else []
        parts += [speech.say("board.named", names=", ".join(named))] if named else []
        lines.append(
            speech.say(
                "board.line",
                level=speech.method.levels[level].in_(speech.language).name.capitalize(),
                who=" ".join(parts) or speech.say("board.nobody"),
            )
        )
    return "\n".join(lines)


def members(speech: Speech, authors: Sequence[Author], me: Membership) -> Reply:
    """Who takes part, to those near the child: by role, and nothing of what anybody says."""
    names = ", ".join(short_name(speech, author) for author in authors if author.part.id != me.id)
    key = "board.members" if names else "board.members_none"
    buttons = (speech.button("read_together"), speech.button("resume"))
    return speech.reply(key, *buttons, who=names)


def party(speech: Speech, role: Role, left: int) -> Reply:
    """Does a party that was named have a part in the case?"""
    buttons = (
        speech.button("party_yes", "party", role=role.id, to="yes"),
        speech.button("party_no", "party", role=role.id, to="no"),
        speech.button("party_same", "party", role=role.id, to="same"),
        titled(speech.say("invite.button", role=role_name(speech, role)), "invite", role=role.id),
    )
    return speech.reply("board.party", *buttons, role=role_name(speech, role), left=left)


def same_as(speech: Speech, seen: Board, role: Role) -> Reply:
    """As which other party is it the same?"""
    others = [other for level in Level for other in seen.named[level] if other.id != role.id]
    others += [
        speech.method.roles[author.role or ""]
        for authors in seen.joined.values()
        for author in authors
        if author.role in speech.method.roles
    ]
    buttons = [
        titled(role_name(speech, other), "party", into=other.id) for other in dict.fromkeys(others)
    ]
    return speech.reply(
        "board.same_as", *buttons[:10], speech.button("parties"), role=role_name(speech, role)
    )


def _present(speech: Speech, seen: Board) -> list[str]:
    """Who takes part, in one line."""
    names = [short_name(speech, author) for level in TOP_DOWN for author in seen.joined[level]]
    return [speech.say("board.members", who=", ".join(names))] if names else []


def _missing(speech: Speech, seen: Board) -> list[str]:
    lines = [
        speech.say("board.empty", level=speech.method.levels[level].in_(speech.language).name)
        for level in seen.empty
    ]
    return lines + [speech.say(f"board.unheard_{group}") for group in seen.unheard]


def _facts(speech: Speech, seen: Board) -> dict[str, object]:
    return {
        "title": speech.say("board.title", alias=seen.case.alias or ""),
        "levels": [
            {
                "name": speech.method.levels[level].in_(speech.language).name.capitalize(),
                "short": speech.method.levels[level].in_(speech.language).short,
                "joined": [_chip(speech, author) for author in seen.joined[level]],
                "named": [role_name(speech, role) for role in seen.named[level]],
                "note": "",
            }
            for level in TOP_DOWN
        ],
        "empty": speech.say("board.nobody"),
        "more": speech.say("board.more", count="{count}"),
        "legend": {
            "joined": speech.say("board.legend_joined"),
            "named": speech.say("board.legend_named"),
        },
    }


def _chip(speech: Speech, author: Author) -> str:
    role = part_name(speech, author.part)
    name = name_of(author)
    return name or (f"{role} {author.number}" if author.number else role)
