"""The web page and the little API behind it."""
