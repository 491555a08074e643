"""Every kind of document of a small, a large and a nasty file is valid, opens, and says what it could not hold."""

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from forumtool.domain.audience import KEYS
from forumtool.exports.office import office
from forumtool.storage.forum_file import ForumFile
from tests.exports import forum_files
from tests.exports.judges import by_the_schemas, by_the_sdk

_MANY, _MANY_LONG = 2_000, 20_000
_LARGEST = 3


@pytest.fixture(scope="module", params=["small", "large", "nasty"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All documents of the small and of the nasty file; of the large one those that grow with it."""
    folder = tmp_path_factory.mktemp(request.param)
    many = _MANY_LONG if request.config.getoption("--long") else _MANY
    make: dict[str, Callable[[Path], ForumFile]] = {
        "small": forum_files.small, "nasty": forum_files.nasty, "large": lambda place: forum_files.large(place, many),
    }  # fmt: skip
    is_large = request.param == "large"
    with make[request.param](folder) as file:
        written = forum_files.every_office_file(file, folder / "aus", KEYS[:1] if is_large else KEYS)
    paths = sorted((one.path for one in written), key=lambda path: -path.stat().st_size)
    return paths[:_LARGEST] if is_large else paths


def test_every_kind_is_valid_by_the_schemas(files: list[Path]) -> None:
    assert by_the_schemas(files) == {}


def test_every_kind_is_valid_for_microsofts_own_judge(files: list[Path]) -> None:
    assert by_the_sdk(files) == {}


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("make", [
    forum_files.small, pytest.param(partial(forum_files.nasty, novels=False), marks=pytest.mark.long),
])  # fmt: skip
def test_libreoffice_prints_every_kind(tmp_path: Path, make: Callable[[Path], ForumFile]) -> None:
    """All files in one go; the nasty one without the novels in it, with which it lays out tables for minutes."""
    with make(tmp_path) as file:
        written = forum_files.every_office_file(file, tmp_path / "aus", ("internal",))
    numbered = [tmp_path / f"{at}{one.path.suffix}" for at, one in enumerate(written)]
    for one, path in zip(written, numbered, strict=True):
        shutil.copy(one.path, path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office()), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *numbered]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    for path in numbered:
        pages = PdfReader(path.with_suffix(".pdf")).pages
        assert "".join(pages[0].extract_text().split()), path.name
