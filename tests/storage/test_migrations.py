"""Bringing an older file up to date: a copy first, and all of it or nothing."""

import gzip
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from forumtool.domain.errors import UserError
from forumtool.services.proposals import translate
from forumtool.storage.check import columns, findings, tables
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.migrations import MIGRATIONS, newest_version
from forumtool.storage.queries.proposals import proposals
from tests.builders import capture, example

NOW = newest_version(MIGRATIONS)
ADDED = {**MIGRATIONS, NOW + 1: ("ALTER TABLE goal ADD COLUMN colour INTEGER NOT NULL DEFAULT 0",),
         NOW + 2: ("UPDATE goal SET colour = 3", "CREATE INDEX goal_colour ON goal (colour)")}  # fmt: skip
FAILING = {
    **MIGRATIONS,
    NOW + 1: ("ALTER TABLE goal ADD COLUMN colour INTEGER NOT NULL DEFAULT 0", "UPDATE nowhere SET colour = 3"),
}


def test_an_older_file_is_copied_and_then_brought_up_to_date(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        before = digest(file)
    with ForumFile.open(path, known=ADDED) as file:
        assert file.version == NOW + 2
        assert {colour for (colour,) in file.plain("SELECT colour FROM goal")} == {3}
        assert file.backup is not None
        assert f"Version {NOW}" in file.backup.name
        with ForumFile.open(file.backup) as copy:
            assert (copy.version, digest(copy)) == (NOW, before)
    with ForumFile.open(path, known=ADDED) as again:
        assert again.backup is None


def test_a_copy_made_before_is_kept(tmp_path: Path) -> None:
    for _ in range(3):
        path = example(tmp_path)
        ForumFile.open(path, known=ADDED).close()
        path.unlink()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_current_file_is_not_copied(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        assert file.backup is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_migration_leaves_the_file_as_before(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        capture(file, "Sprachcafé")
    with pytest.raises(UserError):
        ForumFile.open(path, known=FAILING)
    link = dbapi2.connect(str(path))
    assert link.execute("PRAGMA user_version").fetchone() == (NOW,)
    assert "colour" not in [row[1] for row in link.execute("PRAGMA table_info(goal)")]
    link.close()
    with ForumFile.open(path) as file:
        assert [text for (text,) in file.plain("SELECT original_text FROM proposal")] == ["Sprachcafé"]


def test_a_file_from_after_the_migration_is_newer_for_an_older_program(tmp_path: Path) -> None:
    path = example(tmp_path)
    ForumFile.open(path, known=ADDED).close()
    with pytest.raises(UserError, match="neueren Version"):
        ForumFile.open(path)


def test_an_older_file_that_is_write_protected_is_not_migrated(tmp_path: Path) -> None:
    path = example(tmp_path)
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(UserError, match="älteres Format"):
        ForumFile.open(path, known=ADDED, read_only=True)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def first_version(folder: Path) -> Path:
    """A file that the first version of the program wrote."""
    path = folder / "version_1.forum"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "version_1.forum.gz").read_bytes()))
    return path


def test_a_file_of_the_first_version_keeps_everything(tmp_path: Path) -> None:
    with ForumFile.open(first_version(tmp_path)) as file:
        assert file.version == NOW
        assert findings(file) == []
        cards = proposals(file)
        assert [card.text for card in cards] == [
            "Sprachcafé im Park", "Nachbarschaftscafé mit Kinderbetreuung", "Lotsen an Schulen",
        ]  # fmt: skip
        assert [card.cluster_title for card in cards] == ["Treffpunkte", "Treffpunkte", ""]
        file.redo()
        assert proposals(file)[2].text == "Lotsinnen und Lotsen an Schulen"
        capture(file, "Noch einer")
        for _ in range(6):
            file.undo()
        assert proposals(file) == []


def test_a_file_of_the_first_version_gets_the_tables_of_a_new_one(tmp_path: Path) -> None:
    with ForumFile.open(first_version(tmp_path)) as old, ForumFile.open(example(tmp_path)) as new:
        assert {table: set(columns(old, table)) for table in tables(old)} == {
            table: set(columns(new, table)) for table in tables(new)
        }
        indexes = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY 1"
        assert old.plain(indexes) == new.plain(indexes)


def test_a_field_younger_than_its_card_can_be_taken_back(tmp_path: Path) -> None:
    with ForumFile.open(first_version(tmp_path)) as file:
        before, card = digest(file), proposals(file)[0]
        translate(file, card.id, "مقهى لغوي", "ar")
        file.undo()
        assert digest(file) == before
        file.redo()
        assert proposals(file)[0].other_text == "مقهى لغوي"
        assert findings(file) == []
