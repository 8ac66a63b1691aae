"""A scan, as it is gone through."""

from bot.core.record import Case
from bot.core.reply import Button, Reply
from bot.core.rhythm import Part
from bot.core.scan import ScanKind
from bot.services.check_in import SCORES
from bot.services.scan import Asked
from bot.voice.speech import Speech, titled


def choose(speech: Speech, case: Case) -> Reply:
    """Which of the two?"""
    buttons = (
        speech.button("scan_matters", "scan", kind="matter"),
        speech.button("scan_blocks", "scan", kind="block"),
        speech.button("scans"),
        speech.button("resume"),
    )
    return speech.reply("scan.choose", *buttons, alias=case.alias)


def begun(speech: Speech, asked: Asked) -> list[Reply]:
    """What it is and who sees it, or that it goes on; and what is asked."""
    key = "scan.goes_on" if asked.scan.passed else "scan.begins"
    return [speech.line(key, count=asked.total), ask(speech, asked)]


def ask(speech: Speech, asked: Asked) -> Reply:
    """What is asked now."""
    theme = speech.method.themes[asked.theme].in_(speech.language)
    label = speech.say(
        f"scan.label_{asked.scan.kind}",
        alias=asked.case.alias,
        number=asked.number,
        total=asked.total,
    )
    buttons: list[Button] = []
    text = theme.why
    if asked.part is Part.RATE:
        text = speech.say("check_in.rate", name=theme.name, text=theme.rate)
        buttons = [titled(str(score), "rate_theme", **_at(asked, score)) for score in SCORES]
    if asked.scan.kind is ScanKind.BLOCKS:
        buttons.append(speech.button("tips", "explain"))
    else:
        buttons.append(speech.button("explain"))
    buttons += [speech.button("skip", "skip_theme", False, **_at(asked)), speech.button("pause")]
    return Reply(text, speech.language, label=label, buttons=tuple(buttons))


def explained(speech: Speech, asked: Asked) -> Reply:
    """The tips for a building block, or what a matter is about."""
    theme = speech.method.themes[asked.theme].in_(speech.language)
    if not theme.tips:
        return Reply(theme.about, speech.language)
    lines = [speech.say("scan.tips", name=theme.name), *(f"• {tip}" for tip in theme.tips)]
    return Reply("\n".join(lines), speech.language)


def finished(speech: Speech, asked: Asked) -> Reply:
    return speech.line("scan.finished", alias=asked.case.alias)


def paused(speech: Speech, asked: Asked) -> Reply:
    button = speech.button("scan_on", "scan", kind=asked.scan.kind)
    return speech.reply("scan.paused", button, alias=asked.case.alias)


def _at(asked: Asked, score: int | None = None) -> dict[str, str]:
    """What a button is about, so that an old one changes nothing."""
    about = {"scan": asked.scan.id, "nth": str(len(asked.scan.passed))}
    return about | ({"score": str(score)} if score else {})
