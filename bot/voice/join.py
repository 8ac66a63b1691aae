"""Coming in through an invitation: what it is, and what others will see."""

from bot.core.method import Group
from bot.core.record import Membership
from bot.core.reply import Button, Reply
from bot.services.join import Opened
from bot.voice.member import part_name, role_name
from bot.voice.speech import Speech

YOUNG_OR_NEAR = {Group.YOUNG: "young", Group.FAMILY: "family", Group.NETWORK: "family"}


def invitation(speech: Speech, opened: Opened, known: bool, passes: list[Reply]) -> list[Reply]:
    """Who invites, for which case and in which role, and what happens with what one says."""
    kind = manner(opened.invitation.group)
    facts = {
        "alias": opened.case.alias,
        "inviter": part_name(speech, opened.inviter),
        "role": role_name(speech, opened.role),
    }
    said = [] if known else [speech.reply(f"join.hello_{kind}")]
    about = speech.reply(f"join.about_{kind}", **facts)
    return [*said, about, *passes, ask(speech, opened, known)]


def not_yet(speech: Speech, opened: Opened) -> list[Reply]:
    """To a story before the yes: kindly, that it was not kept, and what to do."""
    kind = manner(opened.invitation.group)
    return [speech.line(f"join.not_kept_{kind}"), ask(speech, opened, known=False)]


def declined(speech: Speech, opened: Opened, again: bool = False) -> Reply:
    """To who said no: that is fine, and they may still think better of it."""
    id, kind = opened.invitation.id, manner(opened.invitation.group)
    after_all = speech.button("join_after_all", "affirm", to="join", i=id, language=speech.language)
    key = f"join.still_declined_{kind}" if again else f"join.declined_{kind}"
    return speech.reply(key, after_all)


def later(speech: Speech, opened: Opened) -> Reply:
    """To who has no time now: the link keeps."""
    return speech.reply("join.later", until=speech.day(opened.invitation.expires_at))


def ask(speech: Speech, opened: Opened, known: bool) -> Reply:
    """Whether they take part."""
    kind = manner(opened.invitation.group)
    return speech.reply(f"join.ask_{kind}", *_choice(speech, opened, known))


def _choice(speech: Speech, opened: Opened, known: bool) -> tuple[Button, ...]:
    id = opened.invitation.id
    yes = speech.button("join", "affirm", to="join", i=id, language=speech.language)
    no = speech.button("decline", "deny", to="join", i=id)
    if known:
        return (yes, no)
    title, other = ("to_english", "en") if speech.language == "nl" else ("to_dutch", "nl")
    language = speech.button(title, "change_language", language=other)
    return (yes, speech.button("read_more"), no, language)


def welcome(speech: Speech, part: Membership, alias: str) -> Reply:
    """The first word to a new member."""
    return speech.line(f"join.welcome_{manner(part.group)}", alias=alias)


def manner(group: Group | None) -> str:
    """In which of three manners to speak: "team", "family" or "young"."""
    return YOUNG_OR_NEAR.get(group or Group.PROFESSIONAL, "team")
