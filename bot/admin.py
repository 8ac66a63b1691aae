"""``python -m bot case …``: looking after cases from the command line, without reading them.

Everything that changes something only tells what it would do, until ``--yes`` says to do it.
"""

import argparse
import csv
import sys
from collections.abc import Callable

from bot.services import administer
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.settings import Settings

Act = Callable[[Desk, argparse.Namespace], str]


class _OnlyTold(Exception):
    """Nothing is to be kept of what was tried."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="every case: its id, state, members, and when it is erased")
    for name, (_, help_text, extra) in ACTS.items():
        act = acts.add_parser(name, help=help_text)
        act.add_argument("case", help="the id of a case, from “case list”")
        for argument, kind, about in extra:
            act.add_argument(argument, type=kind, help=about)
        if name not in ONLY_LOOKING:
            act.add_argument("--yes", action="store_true", help="do it; else only tell")


def run(settings: Settings, asked: argparse.Namespace) -> int:
    """Do one of the acts; 0 when it went well, 1 with one line that says why not."""
    from bot.wiring import build_workshop

    shop = build_workshop(settings)
    try:
        shop.database.migrate()
        with shop.work() as (desk, _):
            if asked.act == "list":
                print(_listed(desk))
            else:
                print(ACTS[asked.act][0](desk, asked))
            if asked.act not in ONLY_LOOKING and not asked.yes:
                raise _OnlyTold
    except _OnlyTold:
        print("Nothing was changed. Say it again with --yes to do it.")
    except Refusal as refusal:
        print(REFUSED.get(refusal.key, refusal.key), file=sys.stderr)
        return 1
    finally:
        shop.database.close()
    return 0


def _listed(desk: Desk) -> str:
    lines = [f"{'id':18}{'state':8}{'members':>8}{'answers':>9}  {'began':12}erased on"]
    for found in administer.summaries(desk):
        case = found.case
        erased = f"{case.erase_on:%Y-%m-%d}" if case.erase_on else "–"
        lines.append(
            f"{case.id:18}{case.status:8}{found.counts['members']:8}{found.counts['answers']:9}"
            f"  {case.created_at:%Y-%m-%d}  {erased}"
        )
    return "\n".join(lines)


def _show(desk: Desk, asked: argparse.Namespace) -> str:
    found = administer.summary(desk, asked.case)
    lines = [f"{name:20}{count:6}" for name, count in found.counts.items()]
    for part in found.members:
        what = "directs" if part.coordinator else "left" if part.left_at else "takes part"
        lines.append(f"{part.id}  {part.role or 'own words'}, {what}")
    return "\n".join(lines)


def _erase(desk: Desk, asked: argparse.Namespace) -> str:
    counts = administer.summary(desk, asked.case).counts
    administer.erase_case(desk, asked.case)
    return "Erased with the case: " + ", ".join(f"{n} {name}" for name, n in counts.items())


def _close(desk: Desk, asked: argparse.Namespace) -> str:
    administer.close(desk, asked.case)
    return f"The case is closed; it is erased on {_ends(desk, asked.case)}."


def _reopen(desk: Desk, asked: argparse.Namespace) -> str:
    administer.reopen(desk, asked.case)
    return f"The case is open; it is erased on {_ends(desk, asked.case)}."


def _hand_over(desk: Desk, asked: argparse.Namespace) -> str:
    administer.hand_over(desk, asked.case, asked.member)
    return f"The case is directed by {asked.member}."


def _keep(desk: Desk, asked: argparse.Namespace) -> str:
    administer.keep_for(desk, asked.case, asked.days)
    return f"The case is erased on {_ends(desk, asked.case)}."


def _trail(desk: Desk, asked: argparse.Namespace) -> str:
    writer = csv.writer(sys.stdout)
    writer.writerow(("at", "person", "verb", "subject"))
    for trace in administer.trail(desk, asked.case):
        writer.writerow((trace.at.isoformat(), trace.person, trace.verb, trace.subject))
    return ""


def _ends(desk: Desk, case: str) -> str:
    return f"{administer.summary(desk, case).case.erase_on:%Y-%m-%d}"


ONLY_LOOKING = ("list", "show", "trail")
ACTS: dict[str, tuple[Act, str, list[tuple[str, type, str]]]] = {
    "show": (_show, "a case in numbers, with its members", []),
    "close": (_close, "close a case", []),
    "reopen": (_reopen, "open a closed case again", []),
    "hand-over": (
        _hand_over,
        "let another member direct a case",
        [("member", str, "the id of a member, from “case show”")],
    ),
    "keep": (_keep, "erase a case so many days from now", [("days", int, "how many days")]),
    "erase": (_erase, "erase a case now, with all that was said in it", []),
    "trail": (_trail, "who did what to which record, as CSV", []),
}
REFUSED = {
    "case_gone": "There is no case with that id; “python -m bot case list” shows them all.",
    "no_successor": "That is no member of the case; “python -m bot case show” shows them.",
}
