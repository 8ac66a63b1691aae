"""What people type stands in no file in the clear: not while Zwaan runs, and not afterwards."""

import base64
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bot.settings import PROJECT
from tests.faults.kept import Reader
from tests.harness.frail import FrailStack
from tests.harness.patient import Patient

NEVER_OURS = {".venv", ".uv", ".git", "models", "__pycache__"}
LARGEST = 50 * 2**20  # bytes; no file that Zwaan writes is larger


async def test_no_typed_word_stands_in_a_file_in_the_clear(
    frail: FrailStack, reader: Reader
) -> None:
    began, word = time.time() - 1, _new_word()
    person = await _whole_conversation(frail, word)
    try:
        assert any(word in text for _, text in reader.kept(person).answers), "it was kept"
        assert _found(frail, word, began) == [], "while it runs"
        for name in ("gateway", "actions"):
            frail.kill(name)
        assert _found(frail, word, began) == [], "after it was killed"
        await frail.again("gateway", "actions")
        said = await person.say(f"En daarna gaat het met {word} gewoon weer verder zoals het ging")
        assert said, "the conversation goes on"
    finally:
        await person.close()


def test_the_search_finds_what_is_written_in_the_clear(tmp_path: Path) -> None:
    word = _new_word()
    for number, written in enumerate(_shapes(word)):
        (tmp_path / str(number)).write_bytes(b"xx" + written + b"yy")
    (tmp_path / "other").write_bytes(b"nothing of note")
    assert len(_with_word([tmp_path], word, 0)) == len(_shapes(word))


async def _whole_conversation(frail: FrailStack, word: str) -> Patient:
    """Everything that someone can type in, each with the word in it."""
    person = await Patient.come_in(frail.url, wish=f"rust en {word}", role="leerkracht")
    for text in (
        f"Op school gaat {word} de laatste weken eigenlijk niet zo goed als eerst",
        f'/reflect{{"x": "{word}"}}',
        f"uitleg over {word} dan",
    ):
        await person.say(text)
    await person.tap("Pauze")
    await person.say(f"Nog een losse gedachte over {word} die ik kwijt wil terwijl het stil is")
    await person.say("verder")
    await person.client.post("text", f"{word} " * 5_000)  # too long: refused
    await person.client.post("tap", f"{word}|{word}")
    await person.reply()
    await person.client.post("event", word)
    await person.reply()
    await person.say(f"Ik wil niet meer leven zegt {word}")
    return person


def _new_word() -> str:
    """A word that stands nowhere yet."""
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(7))


def _shapes(word: str) -> list[bytes]:
    """The word as it could stand in a file."""
    plain = word.encode()
    coded = [base64.b64encode(b" " * shift + plain)[4 * (shift > 0) : -4] for shift in range(3)]
    return [plain, word.upper().encode(), word.encode("utf-16-le"), *coded]


def _found(frail: FrailStack, word: str, since: float) -> list[str]:
    """Files in which it stands: all of Zwaan's home, and what was lately written elsewhere."""
    at_home = _with_word([frail.home], word, 0)
    return at_home + _with_word([PROJECT, Path(tempfile.gettempdir())], word, since)


def _with_word(folders: list[Path], word: str, since: float) -> list[str]:
    shapes = _shapes(word)
    return [
        str(path)
        for folder in folders
        for path in _files(folder)
        if _written(path, since) and any(shape in _bytes(path) for shape in shapes)
    ]


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_symlink() or path.name in NEVER_OURS:
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file():
            yield path


def _written(path: Path, since: float) -> bool:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return False
    return stat.st_mtime >= since and stat.st_size <= LARGEST


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it went, or is not ours to read
        return b""
