"""An export is there whole or not at all, and the old file stays when the new one fails."""

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.exports.whole_file import write_whole

OLD = b"das alte Protokoll"


def _old(folder: Path) -> Path:
    target = folder / "Protokoll.docx"
    target.write_bytes(OLD)
    return target


def test_new_file_takes_the_place_of_the_old_one_and_keeps_its_rights(tmp_path: Path) -> None:
    target = _old(tmp_path)
    target.chmod(0o640)
    write_whole(target, lambda stream: stream.write(b"neu") and None)
    assert target.read_bytes() == b"neu"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_failing_writer_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = _old(tmp_path)

    def fail(stream) -> None:
        stream.write(b"halb")
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError):
        write_whole(target, fail)
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="„weg“ gibt es nicht"):
        write_whole(tmp_path / "weg" / "a.docx", lambda stream: None)


def test_folder_under_the_targets_name_stays(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(UserError, match="ist ein Ordner"):
        write_whole(tmp_path / "a.docx", lambda stream: None)
    assert [found.name for found in tmp_path.iterdir()] == ["a.docx"]


def test_target_open_elsewhere_is_told_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only Windows refuses to replace an open file: its refusal is raised here where the name would change."""
    target = _old(tmp_path)

    def refuse(self: Path, other: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="in einem anderen Programm geöffnet"):
        write_whole(target, lambda stream: stream.write(b"neu") and None)
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    target = _old(tmp_path)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UserError, match="darf nicht geschrieben werden"):
            write_whole(target, lambda stream: None)
    finally:
        tmp_path.chmod(0o755)
    assert target.read_bytes() == OLD


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 64 KiB."""
    disk = tmp_path / "stick"
    disk.mkdir()
    if not _mounts("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)):
        pytest.skip("a small disk needs the right to mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def _mounts(*words: str) -> bool:
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0


def test_full_disk_is_told_and_the_old_file_stays_whole(stick: Path) -> None:
    target = _old(stick)
    with pytest.raises(UserError, match="passt nicht mehr auf den Datenträger"):
        write_whole(target, lambda stream: stream.write(b"x" * 1_000_000) and None)
    assert target.read_bytes() == OLD
    assert list(stick.iterdir()) == [target]


def test_write_protected_stick_is_told(stick: Path) -> None:
    target = _old(stick)
    assert _mounts("-o", "remount,ro", str(stick))
    with pytest.raises(UserError, match="darf nicht geschrieben werden"):
        write_whole(target, lambda stream: None)
    assert list(stick.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="limits of file size are POSIX")
def test_file_size_limit_is_told_like_a_full_disk(tmp_path: Path) -> None:
    target = _old(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
        with pytest.raises(UserError, match="passt nicht mehr"):
            write_whole(target, lambda stream: stream.write(b"x" * 100_000) and None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]
