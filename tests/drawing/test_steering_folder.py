"""Everything for the steering group: a whole folder or none, and what lies there already stays."""

from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import stoppable
from forumtool.drawing.steering_folder import count, write_folder
from forumtool.exports.steering_folder import Gathered, free_folder
from forumtool.exports.writing import Exported
from forumtool.services.gathering import gather_for_steering
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example


@pytest.fixture
def gathered(tmp_path: Path) -> Gathered:
    with ForumFile.open(example(tmp_path)) as file:
        capture(file, "Cafés öffnen", "Feste planen")
        capture(file, "Ämter lernen leichte Sprache", number="1.1")
        return gather_for_steering(file)


def test_the_names_sort_as_the_folder_is_read_and_say_for_whom_it_is(gathered: Gathered, tmp_path: Path) -> None:
    told: list[Exported] = []
    written = write_folder(gathered, tmp_path / "aus", "de", told.append)
    names = [one.path.name for one in written]
    assert names == sorted(path.name for path in (tmp_path / "aus").iterdir())
    assert len(told) == len(written) == count(gathered, "de") == 9
    assert [name.split()[0] for name in names] == ["00", "01", "02", "03", "04", "05", "05", "06", "06"]
    listed = (tmp_path / "aus" / names[0]).read_text("utf-8-sig")
    assert "Steuerungsgruppe" in listed and "Stand: " in listed and "nicht zum Veröffentlichen" in listed
    assert [line for line in listed.splitlines() if line in names] == names[1:]
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("files", [0, 2, 5])
def test_whoever_stops_it_finds_what_was_there_before(gathered: Gathered, tmp_path: Path, files: int) -> None:
    first = write_folder(gathered, tmp_path / "aus", "de")[1].path
    first.write_text("von Hand geändert", encoding="utf-8")
    before = {path: path.read_bytes() for path in (tmp_path / "aus").iterdir()}
    told: list[Exported] = []
    for target in (tmp_path / "aus", tmp_path / "neu"):
        with pytest.raises(UserError, match="abgebrochen"), stoppable(lambda: len(told) >= files):
            write_folder(gathered, target, "de", told.append)
        told.clear()
    assert {path: path.read_bytes() for path in (tmp_path / "aus").iterdir()} == before
    assert not (tmp_path / "neu").exists() and not list(tmp_path.glob("*.part"))


def test_a_second_folder_of_the_same_evening_gets_a_name_of_its_own(tmp_path: Path) -> None:
    for wanted in ("Abend", "Abend (2)", "Abend (3)"):
        folder = free_folder(tmp_path, "Abend")
        assert folder.name == wanted
        folder.mkdir()
