"""The front door for developers."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

DEV = Path(__file__).resolve().parents[1] / "packaging" / "dev.py"
TASKS = ("run", "test", "check", "screenshots", "bench", "references", "translate", "lock")


def test_it_lists_all_tasks_without_installing_anything(tmp_path: Path) -> None:
    copy = tmp_path / "packaging" / "dev.py"
    copy.parent.mkdir()
    copy.write_bytes(DEV.read_bytes())
    for words, status in (([], 1), (["--help"], 0), (["nonsense"], 1)):
        done = subprocess.run([sys.executable, copy, *words], capture_output=True, text=True, check=False)
        assert done.returncode == status
        assert re.findall(r"^  (\w+)", done.stdout, re.MULTILINE) == list(TASKS)
    assert [path.name for path in tmp_path.iterdir()] == ["packaging"]


def test_it_can_be_read_by_a_python_that_is_too_old_to_tell_it_so() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_it_needs_nothing_but_the_standard_library() -> None:
    for node in ast.walk(ast.parse(DEV.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert all(name.split(".")[0] in sys.stdlib_module_names for name in names)


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for the machine that checks")
def test_ci_calls_the_test_task() -> None:
    script = DEV.parents[1] / ".ci" / "run"
    assert "packaging/dev.py test" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
