"""Saying who may read what."""

from collections.abc import Mapping

from bot.core.record import Answer, Note, Visibility
from bot.core.reply import Reply
from bot.voice.speech import Speech
from bot.voice.tell import TO, readers, release_buttons


def released(speech: Speech, piece: Answer | Note, visibility: Visibility) -> Reply:
    """Who may read it now, and what else it could become."""
    buttons = tuple(release_buttons(speech, piece.id, visibility))
    return Reply(readers(speech, visibility), speech.language, buttons=buttons, quiet=True)


def ask_with_whom(speech: Speech, counts: Mapping[Visibility, int]) -> Reply:
    """With whom is everything shared?"""
    buttons = [speech.button(title, "share_all", to=str(each)) for each, title in TO.items()]
    return speech.reply("release.all_with_whom", *buttons, count=sum(counts.values()))


def all_released(speech: Speech, changed: int, visibility: Visibility) -> Reply:
    key = "release.all_none" if not changed else f"release.all_{visibility}"
    return speech.reply(key, speech.button("my_sharing"), speech.button("resume"), count=changed)


def sharing(speech: Speech, counts: Mapping[Visibility, int]) -> Reply:
    """What each circle may read, with the ways to change it."""
    lines = [speech.say("release.overview")]
    lines += [
        speech.say(f"release.count_{visibility}", count=count)
        for visibility, count in counts.items()
    ]
    buttons = (
        speech.button("share_all"),
        speech.button("take_back"),
        speech.button("my_answers"),
        speech.button("resume"),
    )
    return Reply("\n".join(lines), speech.language, buttons=buttons)
