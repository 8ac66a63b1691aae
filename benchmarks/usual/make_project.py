"""Writes the usual bot as a Rasa project: ``python -m benchmarks.usual.make_project FOLDER``.

The domain is made from ``data/method``, so that both bots put the same questions; the rest of
the project stands beside this file and goes along as it is.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

from bot.content.method_files import read_method
from bot.core.method import CaseKind
from bot.settings import PROJECT

HERE = Path(__file__).parent
AS_THEY_ARE = ("config.yml", "endpoints.yml", "credentials.yml", "actions.py", "data")
FORM = "reflection_form"
ALIAS = "Vlinder"
SENTENCES = {
    "utter_greet": "Hoi. Ik stel je een aantal vragen over Vlinder. Je kunt rustig antwoorden.",
    "utter_goodbye": "Tot de volgende keer.",
    "utter_iamabot": "Ik ben een chatbot, geen mens.",
    "utter_submit": "Dat waren ze allemaal. Zeg maar hoi als je opnieuw wilt beginnen.",
}


def make_project(folder: Path) -> None:
    """Write the whole project under ``folder``; what stands there under the same names goes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in AS_THEY_ARE:
        source, target = HERE / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    domain = yaml.safe_dump(make_domain(questions()), allow_unicode=True, sort_keys=False)
    (folder / "domain.yml").write_text(domain, encoding="utf-8")


def questions() -> dict[str, str]:
    """Every question of the method in Dutch, by the name of its slot, in their order."""
    found = read_method(PROJECT).questions
    return {
        id.replace(".", "_"): question.text("nl", CaseKind.CHILD).ask.replace("{alias}", ALIAS)
        for id, question in found.items()
    }


def make_domain(asked: dict[str, str]) -> dict[str, Any]:
    """A domain with one slot a question, and one form that asks for all of them."""
    texts = {f"utter_ask_{FORM}_{slot}": text for slot, text in asked.items()}
    return {
        "version": "3.1",
        "intents": ["greet", "goodbye", "affirm", "deny", "inform", "bot_challenge"],
        "slots": {slot: _slot(slot) for slot in asked},
        "forms": {FORM: {"required_slots": list(asked)}},
        "responses": {name: [{"text": text}] for name, text in {**SENTENCES, **texts}.items()},
        "actions": [f"validate_{FORM}", "action_submit"],
        "session_config": {
            "session_expiration_time": 60,
            "carry_over_slots_to_new_session": True,
        },
    }


def _slot(name: str) -> dict[str, Any]:
    condition = {"active_loop": FORM, "requested_slot": name}
    mapping = {"type": "from_text", "conditions": [condition]}
    return {"type": "text", "influence_conversation": False, "mappings": [mapping]}


if __name__ == "__main__":
    make_project(Path(sys.argv[1]))
