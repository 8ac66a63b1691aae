"""Telegram: updates in, by asking for them or by webhook; messages out, at Telegram's pace."""
