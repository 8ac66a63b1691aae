"""Noticing that someone writes of danger: what to look for is data, how to look stands here."""

from bot.core.safety.lexicon import DangerKind, DangerLexicon
from bot.core.safety.reader import DangerDataError

__all__ = ["DangerDataError", "DangerKind", "DangerLexicon"]
