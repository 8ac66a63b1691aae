"""``python -m bot``: everything that can be done from the command line."""

import argparse
import asyncio
import logging
import os
import secrets
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot import admin
from bot.settings import PROJECT, Settings, WrongSetting

if TYPE_CHECKING:
    from bot.gateway.serve import Gateway


def main() -> int:
    """Run one command; 0 when it went well, 1 with one line that says why not."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, help_text) in COMMANDS.items():
        commands.add_parser(name, help=help_text)
    admin.add_arguments(commands.add_parser("case", help="look after cases, without reading them"))
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "httpcore", "alembic", "deduce", "docdeid", "spacy"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        settings = Settings.read(os.environ)
        if asked.command == "case":
            return admin.run(settings, asked)
        return COMMANDS[asked.command][0](settings)
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 1


def run(settings: Settings) -> int:
    """The gateway, with the engine and the actions beside it."""
    return _gateway(settings, with_helpers=True)


def gateway(settings: Settings) -> int:
    """Only the gateway; the engine and the actions run elsewhere, and share its secret."""
    if settings.engine_secret is None:
        remedy = "put the same random words for the gateway, the engine and the actions"
        raise WrongSetting("ZWAAN_ENGINE_SECRET", "", remedy)
    return _gateway(settings, with_helpers=False)


def check(settings: Settings) -> int:
    """The method and the wording: whole, or what is missing and where."""
    from bot.content.check import check_content

    problems = check_content(PROJECT)
    for problem in problems:
        print(problem)
    print("The content is whole." if not problems else f"{len(problems)} problem(s).")
    return 1 if problems else 0


def language(settings: Settings) -> int:
    """Build what knows words into ``models/``: the language pipeline and the lists of names."""
    from bot.content.method_files import read_method
    from bot.language.masking import Masker
    from bot.language.pipeline import save_pipeline

    Masker.build(PROJECT / "models" / "names")
    save_pipeline(read_method(PROJECT), PROJECT / "models" / "language")
    return 0


def chat(settings: Settings) -> int:
    """Talk with Zwaan in this terminal, over the running gateway."""
    from bot.connectors.console import talk

    return asyncio.run(talk(f"http://{settings.host}:{settings.port}"))


def _gateway(settings: Settings, with_helpers: bool) -> int:
    from bot.gateway.serve import build_gateway
    from bot.gateway.web_server import PortTaken
    from bot.launch import environment, helpers, keep_running, loop_factory, one_heap
    from bot.store.cipher import WrongKey
    from bot.store.keys import NoKey

    one_heap()
    secret = settings.engine_secret or secrets.token_urlsafe(24)
    try:
        built = build_gateway(settings, secret)
    except (NoKey, WrongKey) as error:
        print(_about_key(settings, error), file=sys.stderr)
        return 1
    except PortTaken as error:
        print(
            f"Another program listens at {error}. End that one (it may be an earlier Zwaan), or "
            f"choose another port: ZWAAN_PORT={settings.port + 1} make run",
            file=sys.stderr,
        )
        return 1
    environ = environment(settings, secret)
    beside = [keep_running(h, environ, settings) for h in helpers(settings)]
    if not with_helpers:
        for coroutine in beside:
            coroutine.close()
        beside = []
    print("Zwaan is waking up …", flush=True)
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(built.serve(*beside, _announce(built, settings)))
    return 0


async def _announce(built: "Gateway", settings: Settings) -> None:
    """Say where Zwaan is as soon as all of it answers."""
    await built.turns.until_awake()
    print(f"Zwaan is at http://{settings.host}:{settings.port}/  (Ctrl-C ends it)", flush=True)


def _about_key(settings: Settings, error: Exception) -> str:
    from bot.store.cipher import WrongKey

    if isinstance(error, WrongKey):
        return (
            f"The key in {settings.key_file if not settings.secret_key else 'ZWAAN_SECRET_KEY'} "
            "is not the key of this case record. Put the right one back. Nothing was changed."
        )
    return str(error)


COMMANDS: dict[str, tuple[Callable[[Settings], int], str]] = {
    "run": (run, "start Zwaan: gateway, engine and actions"),
    "gateway": (gateway, "start only the gateway"),
    "chat": (chat, "talk with Zwaan in this terminal"),
    "check": (check, "check that the method and the wording are whole"),
    "language": (language, "build what knows words: the language pipeline, the lists of names"),
}

if __name__ == "__main__":
    sys.exit(main())
