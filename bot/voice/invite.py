"""Inviting: whom, the link with a text to send along, and what is still open."""

from collections.abc import Mapping, Sequence

from bot.core.method import Group, Level
from bot.core.record import Case
from bot.core.reply import Button, Picture, Reply
from bot.services.board import Board
from bot.services.invite import Invited, Outstanding
from bot.voice.member import role_name
from bot.voice.speech import Speech, titled

# Whom to propose, of the first that nobody has yet.
FIRST = ("parent", "young_person", "teacher", "youth_care_worker")
MOST_ROLES = 6  # of a level, with a button each
BY_LEVEL = {
    Level.ORGANISING: "school_leader",
    Level.GOVERNING: "alderman",
}
NEAR = (Group.FAMILY, Group.YOUNG, Group.NETWORK)
BY_GROUP = {Group.FAMILY: "parent", Group.YOUNG: "young_person"}


def ask_whom(speech: Speech, seen: Board, own_for_team: bool, level: Level | None = None) -> Reply:
    """Whom to invite: those who are missing come first, or those of a ``level``. ``own_for_team``:
    professionals who join read what the inviter wrote so far."""
    roles = _of_level(speech, level) if level else _proposed(seen)
    buttons = [_role_button(speech, role) for role in roles]
    buttons += [speech.button("my_sharing"), speech.button("invitations")]
    buttons += [speech.button("not_inviting", "deny", to="inviting")]
    text = speech.say("invite.whom", alias=seen.case.alias)
    if own_for_team:
        text = f"{text}\n\n{speech.say('invite.whom_reads')}"
    return Reply(text, speech.language, buttons=tuple(buttons))


def missing(speech: Speech, seen: Board, most: int = 2) -> list[Button]:
    """A tap away: an invitation for the child, the parents, or an empty level."""
    roles = [BY_GROUP[group] for group in seen.unheard if group in BY_GROUP]
    roles += [BY_LEVEL[level] for level in seen.empty if level in BY_LEVEL]
    return [_invite_button(speech, role) for role in roles[:most]]


def invited(speech: Speech, made: Invited, doors: Mapping[str, str]) -> list[Reply]:
    """The link, a text to send along, and a code to scan."""
    role = role_name(speech, made.role)
    until = speech.day(made.invitation.expires_at)
    links = {name: door.format(code=made.code) for name, door in doors.items()}
    one = made.invitation.uses == 1
    key = "invite.made" if one else "invite.made_many"
    text = speech.say(key, role=role, until=until, uses=made.invitation.uses)
    if made.role.group not in NEAR:
        text = f"{text}\n\n{speech.say('invite.made_reads')}"
    said = Reply(text, speech.language)
    lines = [speech.say(f"invite.link_{name}", link=link) for name, link in links.items()]
    note = Reply(
        "\n\n".join(
            [speech.say(f"invite.text_{made.role.group}", alias=made.case.alias), "\n".join(lines)]
        ),
        speech.language,
    )
    return [said, note, _code(speech, made, next(iter(links.values())))]


def _code(speech: Speech, made: Invited, link: str) -> Reply:
    role = role_name(speech, made.role)
    title = speech.say("invite.code_title", alias=made.case.alias)
    facts = {"link": link, "title": title, "about": speech.say("invite.code_about", role=role)}
    picture = Picture("qr", facts, speech.say("invite.code_words", link=link))
    buttons = [
        speech.button("invite_another", "invite", stays=True),
        speech.button("revoke", stays=True, invitation=made.invitation.id),
        speech.button("resume"),
    ]
    if made.invitation.uses == 1:
        many = speech.button("invite_many", "invite", stays=True, role=made.role.id, to="many")
        buttons.insert(1, many)
    return Reply(
        speech.say("invite.code"), speech.language, buttons=tuple(buttons), picture=picture
    )


def invitations(speech: Speech, case: Case, found: Sequence[Outstanding]) -> Reply:
    """What is still open, each to be taken back."""
    another = speech.button("invite")
    if not found:
        return speech.reply("invite.none", another, alias=case.alias)
    lines = [
        speech.say(
            "invite.line",
            number=number,
            role=role_name(speech, each.role),
            until=speech.day(each.invitation.expires_at),
        )
        for number, each in enumerate(found, 1)
    ]
    buttons = [
        titled(speech.say("invite.revoke", number=number), "revoke", invitation=each.invitation.id)
        for number, each in enumerate(found, 1)
    ]
    text = "\n".join([speech.say("invite.open", alias=case.alias), *lines])
    return Reply(text, speech.language, buttons=(*buttons[:8], another))


def _proposed(seen: Board) -> list[str]:
    """Roles to choose from: who was never heard, then empty levels, then who is usual."""
    here = {author.role for authors in seen.joined.values() for author in authors}
    empty = [BY_LEVEL[level] for level in seen.empty if level in BY_LEVEL]
    return [role for role in dict.fromkeys((*FIRST, *empty)) if role not in here or role in FIRST]


def _of_level(speech: Speech, level: Level) -> list[str]:
    """Roles that work on a level, the most usual first."""
    usual = [BY_LEVEL[level]] if level in BY_LEVEL else []
    roles = speech.method.roles.values()
    there = [role.id for role in roles if role.member and role.level is level]
    return list(dict.fromkeys((*usual, *there)))[:MOST_ROLES]


def _role_button(speech: Speech, role: str) -> Button:
    return titled(role_name(speech, speech.method.roles[role]), "invite", role=role)


def _invite_button(speech: Speech, role: str) -> Button:
    name = role_name(speech, speech.method.roles[role])
    return titled(speech.say("invite.button", role=name), "invite", role=role)
