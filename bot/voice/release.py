"""Saying who may read what."""

from collections.abc import Mapping, Sequence

from bot.core.record import Answer, Note, Visibility
from bot.core.reply import Button, Reply
from bot.services.read_together import Author
from bot.voice.member import short_name
from bot.voice.speech import Speech, shorten
from bot.voice.tell import TO, readers, release_buttons

SURE = "all"  # as an argument: with everyone, and they said yes to that
QUOTED = 120  # characters of a piece, when it is asked who may read it


def released(
    speech: Speech, piece: Answer | Note, visibility: Visibility, now: Sequence[Author]
) -> Reply:
    """Who may read it, who those are ``now``, and what else it could become."""
    buttons = tuple(release_buttons(speech, piece.id, visibility))
    text = readers(speech, visibility)
    if visibility is not Visibility.ME:
        text += _who(speech, visibility, now)
    return Reply(text, speech.language, buttons=buttons, quiet=True)


def ask_release(
    speech: Speech, piece: Answer | Note, visibility: Visibility, now: Sequence[Author]
) -> Reply:
    """May whoever that is ``now`` read it? The piece is shown, so that it is the one they mean."""
    yes = {Visibility.TEAM: ("yes_to_team", "team"), Visibility.EVERYONE: ("yes_to_everyone", SURE)}
    title, to = yes[visibility]
    buttons = [speech.button(title, "release", piece=piece.id, to=to)]
    if visibility is Visibility.EVERYONE:
        buttons.append(speech.button("to_team", "release", piece=piece.id, to="team"))
    buttons.append(speech.button("no_only_me", "release", piece=piece.id, to="me"))
    said = speech.say(f"release.ask_{visibility}", text=shorten(piece.text, QUOTED))
    return Reply(f"{said}{_who(speech, visibility, now)}", speech.language, buttons=tuple(buttons))


def ask_release_all(speech: Speech, now: Sequence[Author]) -> Reply:
    """All of it to everyone, the child and the parents too: really?"""
    buttons = (
        speech.button("yes_to_everyone", "share_all", to=SURE),
        speech.button("to_team", "share_all", to="team"),
        speech.button("not_sharing", "resume"),
    )
    text = speech.say("release.ask_all") + _who(speech, Visibility.EVERYONE, now)
    return Reply(text, speech.language, buttons=buttons)


def taken_back(speech: Speech, were: Sequence[Answer | Note], named: bool = False) -> Reply:
    """What was shared is one's own again; or it never was shared. ``were``: as they stood before;
    ``named``: somebody said which one, so it is shown."""
    first, *others = were
    buttons = [] if others else release_buttons(speech, first.id, Visibility.ME)
    text = speech.say("release.back" if first.released_at else "release.back_now")
    if others:
        text = speech.say("release.back_all")
    elif first.visibility is Visibility.ME:
        text = speech.say("release.back_already")
    if named:
        text = f"“{shorten(first.text, QUOTED)}” — {text}"
    return Reply(text, speech.language, buttons=tuple(buttons), quiet=True)


def _who(speech: Speech, visibility: Visibility, now: Sequence[Author]) -> str:
    names = ", ".join(short_name(speech, author) for author in now)
    return f" {speech.say(f'release.now_{visibility}', who=names)}" if names else ""


def ask_with_whom(speech: Speech, counts: Mapping[Visibility, int]) -> Reply:
    """With whom is everything shared?"""
    buttons = [speech.button(title, "share_all", to=str(each)) for each, title in TO.items()]
    look, no = speech.button("read_first", "my_answers"), speech.button("not_sharing", "resume")
    return speech.reply("release.all_with_whom", *buttons, look, no, count=sum(counts.values()))


def all_released(
    speech: Speech, changed: int, visibility: Visibility, closed: str | None = None
) -> Reply:
    """``closed``: the case, when it is one that is closed."""
    key = "release.all_none" if not changed else f"release.all_{visibility}"
    buttons = in_closed(speech, closed)[:1] if closed else _on(speech, "my_sharing", "resume")
    return speech.reply(key, *buttons, count=changed)


def sharing(speech: Speech, counts: Mapping[Visibility, int], closed: str | None = None) -> Reply:
    """What each circle may read, with the ways to change it. ``closed``: the case, when it is one
    that is closed."""
    lines = [speech.say("release.overview")]
    lines += [
        speech.say(f"release.count_{visibility}", count=count)
        for visibility, count in counts.items()
    ]
    usual = _on(speech, "share_all", "take_back", "my_answers", "resume")
    buttons = in_closed(speech, closed)[1:] if closed else usual
    return Reply("\n".join(lines), speech.language, buttons=buttons)


def in_closed(speech: Speech, case: str) -> tuple[Button, ...]:
    """What somebody can still do about their own words in a case that is closed."""
    return (
        speech.button("my_sharing", stays=True, case=case),
        speech.button("take_back", stays=True, case=case),
        speech.button("my_data", stays=True),
        speech.button("leave", stays=True, case=case),
    )


def _on(speech: Speech, *names: str) -> tuple[Button, ...]:
    return tuple(speech.button(name) for name in names)
