"""What the bot tells of itself: its commands and descriptions, by language."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tests.bot_api.errors import bad_request
from tests.bot_api.parameters import Parameters

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
MOST_COMMANDS = 100
LONGEST = {"description": 512, "short_description": 120}  # characters


@dataclass
class Profile:
    """``commands``: by scope (JSON of "BotCommandScope") and language; "" is every other one."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # by parameter and language

    def commands_for(self, language: str, scope: str = "default") -> list[str]:
        """The names of the commands set for this language and type of scope, in order."""
        return [each["command"] for each in self.commands.get((_scope(scope), language), [])]

    def set_commands(self, call: Parameters) -> bool:
        commands = call.structure("commands", "can't parse commands JSON object") or []
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for each in commands:
            if not COMMAND.fullmatch(str(each.get("command", "")).removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(each.get("description", "")) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[_place(call)] = [
            {"command": each["command"].removeprefix("/"), "description": each["description"]}
            for each in commands
        ]
        return True

    def get_commands(self, call: Parameters) -> list[dict[str, str]]:
        return self.commands.get(_place(call), [])

    def delete_commands(self, call: Parameters) -> bool:
        self.commands.pop(_place(call), None)
        return True

    def set_text(self, name: str, call: Parameters) -> bool:
        if len(call.text(name)) > LONGEST[name]:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        self.texts[name, _language(call)] = call.text(name)
        return True

    def get_text(self, name: str, call: Parameters) -> dict[str, str]:
        return {name: self.texts.get((name, _language(call)), "")}

    def methods(self) -> dict[str, Callable[[Parameters], Any]]:
        """The API's methods for all this; each takes the parameters of the call."""
        return {
            "setMyCommands": self.set_commands,
            "getMyCommands": self.get_commands,
            "deleteMyCommands": self.delete_commands,
            "setMyDescription": partial(self.set_text, "description"),
            "getMyDescription": partial(self.get_text, "description"),
            "setMyShortDescription": partial(self.set_text, "short_description"),
            "getMyShortDescription": partial(self.get_text, "short_description"),
        }


def _language(call: Parameters) -> str:
    code = call.text("language_code")
    if not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _place(call: Parameters) -> tuple[str, str]:
    scope = call.structure("scope", "can't parse BotCommandScope JSON object")
    return (json.dumps(scope, sort_keys=True) if scope else _scope("default"), _language(call))


def _scope(kind: str) -> str:
    return json.dumps({"type": kind})
