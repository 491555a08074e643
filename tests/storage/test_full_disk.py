"""A full disk: a sentence, nothing half, what was there stays whole, and work goes on when there is space."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forumtool


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB in memory."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "stick"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine does not allow to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path, leave: int) -> Path:
    """Fill the disk up to the given bytes with one file."""
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_bsize
    ballast = folder / "ballast"
    ballast.write_bytes(b"\0" * (free - leave))
    return ballast


def test_a_full_disk_refuses_the_card_keeps_the_rest_and_goes_on_when_there_is_space(small_disk: Path) -> None:
    path = example(small_disk)
    with ForumFile.open(path) as file:
        capture(file, "Sprachcafé #Ankommen")
        before = digest(file)
        ballast = fill(small_disk, leave=16384)
        refused = 0
        for at in range(20):
            try:
                capture(file, f"Weg {at} " + "mit sehr vielen Worten " * 200)
            except UserError as sentence:
                assert "voll" in str(sentence)
                refused += 1
            else:
                before = digest(file)
        assert refused
        assert digest(file) == before
        assert findings(file) == []
        ballast.unlink()
        capture(file, "Danach")
        before = digest(file)
    with ForumFile.open(path) as file:
        assert digest(file) == before
        assert findings(file) == []


def test_a_file_on_a_full_disk_can_still_be_opened_and_read_after_a_restart(small_disk: Path) -> None:
    path = example(small_disk)
    with ForumFile.open(path) as file:
        capture(file, "Sprachcafé")
        before = digest(file)
        ballast = fill(small_disk, leave=0)
    ballast.unlink()
    with ForumFile.open(path) as file:
        assert digest(file) == before


def test_a_new_file_on_a_full_disk_leaves_nothing_behind(small_disk: Path) -> None:
    ballast = fill(small_disk, leave=100_000)
    with pytest.raises(UserError, match="voll"):
        example(small_disk)
    assert list(small_disk.iterdir()) == [ballast]


def test_the_terminal_tells_of_a_full_disk_in_a_sentence(small_disk: Path) -> None:
    path = example(small_disk)
    fill(small_disk, leave=40_000)
    said = forumtool("capture", path, "--goal", "3.2", typed=("Weg mit vielen Worten " * 300 + "\n") * 20)
    assert said.returncode == 1
    assert "voll" in said.stderr
    assert "Traceback" not in said.stderr
    with ForumFile.open(path, read_only=False) as file:
        kept = file.one("SELECT count(*) FROM proposal")[0]
        assert kept == len(said.stdout.splitlines())


def test_a_new_file_on_a_write_protected_disk_gets_its_own_sentence(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UserError, match="lässt sich nicht öffnen"):
        example(small_disk)
    assert list(small_disk.iterdir()) == []
