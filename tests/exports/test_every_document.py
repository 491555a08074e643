"""Every kind of document of a small, a large and a nasty file is valid, opens, and says what it could not hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from forumtool.exports.writing import Exported
from forumtool.storage.forum_file import ForumFile
from tests.exports import forum_files
from tests.exports.judges import by_the_schemas, by_the_sdk

_MANY, _MANY_LONG = 2_000, 20_000


@pytest.fixture(scope="module", params=["small", "large", "nasty"])
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Exported]:
    many = _MANY_LONG if request.config.getoption("--long") else _MANY
    make: dict[str, Callable[[Path], ForumFile]] = {
        "small": forum_files.small, "nasty": forum_files.nasty, "large": lambda folder: forum_files.large(folder, many),
    }  # fmt: skip
    folder = tmp_path_factory.mktemp(request.param)
    with make[request.param](folder) as file:
        return list(forum_files.every_office_file(file, folder / "aus"))


def office_files(documents: list[Exported]) -> Iterator[Path]:
    return (one.path for one in documents if one.path.suffix != ".txt")


def test_every_kind_is_valid_by_the_schemas(documents: list[Exported]) -> None:
    assert by_the_schemas(office_files(documents)) == {}


def test_every_kind_is_valid_for_microsofts_own_judge(documents: list[Exported]) -> None:
    assert by_the_sdk(office_files(documents)) == {}
