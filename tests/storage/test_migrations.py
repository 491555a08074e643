"""Bringing an older file up to date: a copy first, and all of it or nothing."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from forumtool.domain.errors import UserError
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example

ADDED = {2: ("ALTER TABLE goal ADD COLUMN colour INTEGER NOT NULL DEFAULT 0",),
         3: ("UPDATE goal SET colour = 3", "CREATE INDEX goal_colour ON goal (colour)")}  # fmt: skip
FAILING = {2: ("ALTER TABLE goal ADD COLUMN colour INTEGER NOT NULL DEFAULT 0", "UPDATE nowhere SET colour = 3")}


def test_an_older_file_is_copied_and_then_brought_up_to_date(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        before = digest(file)
    with ForumFile.open(path, known=ADDED) as file:
        assert file.version == 3
        assert {colour for (colour,) in file.plain("SELECT colour FROM goal")} == {3}
        assert file.backup is not None
        assert "Version 1" in file.backup.name
        with ForumFile.open(file.backup) as copy:
            assert (copy.version, digest(copy)) == (1, before)
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
    assert link.execute("PRAGMA user_version").fetchone() == (1,)
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
