"""Inviting somebody into the case."""

import re
from collections.abc import Sequence

from actions.move import FormMove, Move
from actions.turn import Turn
from bot.core.method import Level
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.board import board_of
from bot.services.invite import begin_inviting, invite, outstanding, revoke
from bot.services.ports import Desk
from bot.services.standing import standing
from bot.voice import invite as voice
from bot.voice.member import role_name
from bot.voice.speech import Speech

_SELF = re.compile(r"\b(?:zelf|ook|graag|himself|herself|themselves|too)\b")


class Invite(Move):
    """A link for a role that was tapped or named; else it is asked which."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "role" in turn.args:
            made = invite(desk, person, turn.args["role"], for_many=turn.args.get("to") == "many")
            return voice.invited(speech, made, turn.doors)
        if not turn.args and len(named := _roles(speech, turn)) == 1:
            return voice.invited(speech, invite(desk, person, named[0]), turn.doors)
        begin_inviting(desk, person)
        at = standing(desk, person)
        return [
            voice.ask_whom(speech, board_of(desk, at), at.part.team, turn.choice(Level, "level"))
        ]


class ValidateInviteForm(FormMove):
    """Takes what was typed for the role of whom to invite."""

    form = "invite_form"
    slot = "invited"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        named = ["young_person"] if _is_child(desk, person, turn.text) else _roles(speech, turn)
        return voice.invited(speech, invite(desk, person, next(iter(named), "")), turn.doors)


def _roles(speech: Speech, turn: Turn) -> list[str]:
    """The roles that were named and that somebody can have."""
    words = [turn.text, *turn.parties]
    roles = [speech.method.role_for(word, speech.language) for word in words]
    return list(dict.fromkeys(role.id for role in roles if role and role.member))


def _is_child(desk: Desk, person: Person, text: str) -> bool:
    """Whether it names the child whom the case is about: "Vlinder zelf", "het kind"."""
    alias = standing(desk, person).case.alias or ""
    said = _SELF.sub("", text.strip().rstrip(".!").casefold()).strip()
    return said in (alias.casefold(), "het kind", "kind", "the child", "child", "hem", "haar")


class Invitations(Move):
    """What is still open."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        found = outstanding(desk, person)
        return [voice.invitations(speech, standing(desk, person).case, found)]


class Revoke(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        role = revoke(desk, person, turn.args.get("invitation", ""))
        revoked = speech.line("invite.revoked", role=role_name(speech, role))
        return [
            revoked,
            voice.invitations(speech, standing(desk, person).case, outstanding(desk, person)),
        ]
