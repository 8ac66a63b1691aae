"""How a typed text is taken: as an answer, a command, or a sign of danger."""
