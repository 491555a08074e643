"""Rules that nobody can break silently: the rooms, the resources, the catalogue."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from forumtool.i18n import LANGUAGES, Catalogue
from forumtool.paths import resource, resources

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "forumtool"
ENGLISH = ("locale", "en", "LC_MESSAGES", "forumtool.po")
# Nobody opens these while the program runs: a licence lies beside its fonts, a .po is what its .mo is made from.
NOT_OPENED = {".txt", ".po"}
FIELD = re.compile(r"{(\w*)[^{}]*}")


@cache
def dev() -> ModuleType:
    """The front door for developers, which knows where texts stand."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def texts() -> frozenset[str | tuple[str, ...]]:
    """Every text for people in the program; a pair where it has a plural."""
    keywords: dict[str, tuple[int, ...] | None] = {}
    for keyword in dev().KEYWORDS:
        name, _, places = keyword.partition(":")
        keywords[name] = tuple(map(int, places.split(","))) if places else None
    found = extract_from_dir(PACKAGE, keywords=keywords, method_map=[("**.py", "python")])
    return frozenset(message for _file, _line, message, _comments, _context in found if message)


def english() -> Catalog:
    path = resource(*ENGLISH)
    assert path.exists(), "resources/locale/en is missing: run packaging/dev.py translate"
    with path.open("rb") as file:
        return read_po(file, locale="en")


def test_every_room_imports_to_the_right_only_and_every_folder_has_its_room() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_folder_fails_until_it_is_named() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (rooms,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    named = {name for layer in rooms["layers"] for name in re.findall(r"\w+", layer)}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms["exhaustive"]
    assert there - {"__init__"} == named


@pytest.mark.parametrize("room", ["domain", "services", "insight", "imports", "exports", "cli", "storage"])
def test_only_window_and_paper_know_their_toolkit(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py"):
        assert not re.search(r"\b(PySide6)\b", path.read_text(encoding="utf-8")), path


def test_drawing_opens_no_window() -> None:
    for path in (PACKAGE / "drawing").rglob("*.py"):
        assert "QtWidgets" not in path.read_text(encoding="utf-8"), path


def test_sessions_stay_in_storage() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] != "storage":
            assert not re.search(r"\bSession\b|from sqlmodel import .*select", path.read_text(encoding="utf-8")), path


def test_every_resource_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    code += "\n".join(path.read_text(encoding="utf-8") for path in resources().rglob("*.qss"))
    for path in resources().rglob("*"):
        if path.is_file() and path.suffix not in NOT_OPENED:
            variants = path.stem.rpartition("-")[0] + "-{"  # such as f"chevron-{scheme}.svg"
            assert path.stem in code or variants in code, f"{path.relative_to(resources())} is opened by nobody"
            folder = path.relative_to(resources()).parts[0]
            assert re.search(rf"[\"'/]{folder}[\"'/]", code), f"nobody looks into resources/{folder}"


def test_the_english_catalogue_has_no_gaps() -> None:
    known = english()
    missing = []
    for text in texts():
        first = text if isinstance(text, str) else text[0]
        message = known.get(first)
        if message is None or not all(message.string if isinstance(text, tuple) else [message.string]) or message.fuzzy:
            missing.append(first)
    assert sorted(missing) == []


def test_the_english_catalogue_has_no_leftovers() -> None:
    first = {text if isinstance(text, str) else text[0] for text in texts()}
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in english() if message.id}
    assert sorted(ids - first) == []


def test_every_translation_keeps_the_places_for_values() -> None:
    for message in english():
        if not message.id:
            continue
        pairs = (
            [(message.id, message.string)]
            if isinstance(message.id, str)
            else zip(message.id, message.string, strict=True)
        )
        for german, translated in pairs:
            assert set(FIELD.findall(translated)) == set(FIELD.findall(german)), message.id


def test_the_compiled_catalogue_is_the_translated_one() -> None:
    say = Catalogue("en")
    for message in english():
        if message.id and isinstance(message.id, str):
            assert say(message.id) == message.string


def test_every_language_has_a_catalogue() -> None:
    there = {path.name for path in resource("locale").iterdir() if path.is_dir()}
    assert there | {"de"} == set(LANGUAGES)


def test_texts_for_people_are_collected() -> None:
    assert "Neues Konzept" not in texts()
    assert "Es gibt nichts, was sich rückgängig machen lässt." in texts()
    assert ("{count} Vorschlag", "{count} Vorschläge") in texts()
    assert "Prozess angelegt" in texts()


def test_no_text_hides_in_an_f_string() -> None:
    """Babel looks into f-strings from Python 3.12 on only, so the catalogue would depend on who made it."""
    names = {keyword.partition(":")[0] for keyword in dev().KEYWORDS}
    for path in PACKAGE.rglob("*.py"):
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(text, ast.JoinedStr):
                called = {
                    ast.unparse(call.func).split(".")[-1] for call in ast.walk(text) if isinstance(call, ast.Call)
                }
                assert not called & names, f"{path}:{text.lineno}"


def test_the_lock_names_no_place_and_suits_old_pythons() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    assert str(ROOT) not in lock
    found = re.search(r"pyside6-essentials==(\d+)\.(\d+)\S* ; python_full_version < '3.12'", lock)
    assert found is not None
    assert (int(found[1]), int(found[2])) < (6, 12)


def test_the_lock_holds_everything_that_the_project_asks_for() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for wanted in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        name = re.split(r"[<>=; ]", wanted)[0].lower()
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), name
