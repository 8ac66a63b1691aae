"""Why something cannot be done. Each becomes a kind sentence (``data/wording``, "refused.…")."""


class Refusal(Exception):
    """A person asked for something that cannot be; ``key`` names the sentence that says why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
