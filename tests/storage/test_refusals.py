"""A file that cannot be opened gets its own sentence, and neither it nor its folder is touched."""

import os
import sqlite3
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example

HOLD = "import sys; from pathlib import Path; from forumtool.storage.forum_file import ForumFile;\
 file = ForumFile.open(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file of a folder: its bytes, its time, its mode."""
    return {
        str(path.relative_to(folder)): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns,
                                        path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
    }  # fmt: skip


def refused(path: Path) -> str:
    """The sentence for a file, after making sure that nothing in its folder has changed."""
    before = snapshot(path.parent)
    with pytest.raises(UserError) as told:
        ForumFile.open(path).close()
    assert snapshot(path.parent) == before
    return str(told.value)


def patch(path: Path, offset: int, raw: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(raw)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    assert "gibt es nicht" in refused(tmp_path / "fehlt.forum")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ordner.forum").mkdir()
    assert "ist ein Ordner" in refused(tmp_path / "ordner.forum")


@pytest.mark.parametrize("content", [b"", b"Guten Tag", b"PK\x03\x04" + b"x" * 500, b"SQLite format 3\x00kurz"])
def test_no_forum_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.forum"
    path.write_bytes(content)
    assert "keine .forum-Datei" in refused(path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "fremd.forum"
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE proposal (id TEXT)")
    link.commit()
    link.close()
    assert "eines anderen Programms" in refused(path)


def test_a_file_of_a_newer_version(tmp_path: Path) -> None:
    path = example(tmp_path)
    patch(path, 60, struct.pack(">i", 999))
    assert "neueren Version" in refused(path)


@pytest.mark.parametrize("keep", [100, 4096, 4096 * 7 + 11])
def test_a_file_that_was_cut_off(tmp_path: Path, keep: int) -> None:
    path = example(tmp_path)
    os.truncate(path, keep)
    assert "ist beschädigt" in refused(path)


@pytest.mark.parametrize("page", [1, 2, 9, 20])
def test_a_file_with_a_page_of_noise(tmp_path: Path, page: int) -> None:
    path = example(tmp_path)
    patch(path, page * 4096, bytes(range(256)) * 16)
    assert "ist beschädigt" in refused(path)


def test_a_schema_of_noise(tmp_path: Path) -> None:
    path = example(tmp_path)
    patch(path, 100, b"\xaa" * 3996)
    assert "ist beschädigt" in refused(path)


def test_a_journal_that_is_missing_is_damage(tmp_path: Path) -> None:
    path = example(tmp_path)
    link = sqlite3.connect(path)
    link.execute("DROP TABLE op")
    link.commit()
    link.close()
    assert "ist beschädigt" in refused(path)


def test_a_write_protected_file(tmp_path: Path) -> None:
    path = example(tmp_path)
    path.chmod(0o444)
    assert "schreibgeschützt" in refused(path)


def test_a_write_protected_file_can_be_read_and_stays_as_it_is(tmp_path: Path) -> None:
    path = example(tmp_path)
    path.chmod(0o444)
    before = snapshot(tmp_path)
    with ForumFile.open(path, read_only=True) as file:
        assert findings(file) == []
        with pytest.raises(UserError, match="schreibgeschützt"):
            capture(file, "Sprachcafé")
    assert snapshot(tmp_path) == before


def test_a_file_open_in_another_process_names_who_holds_it(tmp_path: Path) -> None:
    path = example(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        assert "ist schon geöffnet (" in refused(path)
        other.stdin.close()
    ForumFile.open(path).close()


def test_a_file_dialog_that_looks_into_an_open_file_lets_nobody_else_in(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        path.read_bytes()  # closing it drops every POSIX lock that this process has on the file
        tried = subprocess.run([sys.executable, "-c", HOLD, path], capture_output=True, check=False, encoding="utf-8")
        assert "ist schon geöffnet (" in tried.stderr
        assert capture(file, "Sprachcafé")[0].number == "A-1"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_file_open_in_another_window_of_the_same_program(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        with pytest.raises(UserError, match="ist schon geöffnet"):
            ForumFile.open(path)
        assert capture(file, "Sprachcafé")[0].number == "A-1"


def test_a_file_whose_holder_was_killed_opens_at_once(tmp_path: Path) -> None:
    path = example(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    ForumFile.open(path).close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    path = example(tmp_path)
    before = snapshot(tmp_path)
    with pytest.raises(UserError, match="gibt es schon"):
        example(tmp_path)
    assert snapshot(tmp_path) == before
    assert path.exists()


def test_a_new_file_whose_making_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise UserError("Nein.")

    with pytest.raises(UserError, match=r"Nein\."):
        ForumFile.create(tmp_path / "neu.forum", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Ordner"):
        example(tmp_path / "fehlt")


def test_a_closed_file_is_one_file(tmp_path: Path) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        capture(file, "Sprachcafé")
        assert len(list(tmp_path.iterdir())) > 1
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
