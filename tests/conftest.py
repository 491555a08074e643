"""What all tests share: a home of their own, windows drawn into memory, and the long form of proofs."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any test imports Qt


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long form of proofs, such as 100 kills instead of 12")


def pytest_configure(config: pytest.Config) -> None:
    """Draw the same examples in every run, so that a run tells of the change; new ones with ``--long``."""
    settings.register_profile("steady", derandomize=True, deadline=None)
    if not config.getoption("--long"):
        settings.load_profile("steady")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="a long proof: run with --long"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and documents lie in a new folder: no test touches the real home or another test's."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FORUMTOOL_HOME", str(folder))
    monkeypatch.delenv("FORUMTOOL_LANGUAGE", raising=False)
    return folder


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long form of a proof is wanted."""
    return bool(request.config.getoption("--long"))
