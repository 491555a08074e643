"""Every document from the command line, how far it is on a terminal, and Ctrl+C, which leaves nothing half."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from forumtool.domain.audience import KEYS
from forumtool.services.decisions import decide
from forumtool.services.steering import add_seat
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, command, example, forumtool
from tests.exports.samples import everything_in

ON_UNIX = pytest.mark.skipif(os.name == "nt", reason="sends the signal of Ctrl+C, and reads a terminal, as Unix does")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = example(tmp_path)
    with ForumFile.open(made) as file:
        (card,) = capture(file, 'Cafés öffnen @"Birhan e. V."')
        add_seat(file, "Verwaltung", "Amt 50", name="Erika Beispiel")
        decide(file, card.id, verdict="adopt", responsible="Erika Beispiel")
    return made


@pytest.mark.parametrize("audience", KEYS)
def test_every_document_is_there_for_every_audience(path: Path, tmp_path: Path, audience: str) -> None:
    words = [word for key in ("minutes", "synthesis", "concept", "progress", "interim") for word in ("--document", key)]
    done = forumtool("export", path, "--to", tmp_path / "aus", *words, "--audience", audience, "--despite-names")
    assert done.returncode == 0, done.stderr
    names = [Path(line).name.split()[0] for line in done.stdout.splitlines()]
    assert names == ["Protokoll", "Listen", "Zusammenschau", "Zusammenschau", "Konzept", "Fortschritt",
                     "Zwischenbericht"]  # fmt: skip


def test_the_minutes_of_a_forum_do_not_mix_with_documents_of_all(path: Path, tmp_path: Path) -> None:
    words = ("export", path, "--to", tmp_path / "aus", "--document", "minutes", "--forum", "Fachforum 3")
    mixed = forumtool(*words, "--document", "concept")
    assert mixed.returncode == 1 and "--forum" in mixed.stderr and not (tmp_path / "aus").exists()
    assert forumtool(*words).returncode == 0


@pytest.mark.parametrize("choice", [("--forum", "Fachforum 3"), ("--audience", "public"), ("--format", "pdf"),
                                    ("--document", "concept"), ("--names", "full")])  # fmt: skip
def test_the_folder_takes_no_choice_that_it_would_not_keep(path: Path, tmp_path: Path, choice: tuple[str, str]) -> None:
    done = forumtool("export", path, "--to", tmp_path / "aus", "--everything", *choice)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and not (tmp_path / "aus").exists()


def test_the_sheet_is_for_whom_the_command_says(path: Path, tmp_path: Path) -> None:
    for audience, named in (("internal", True), ("public", False)):
        sheet = tmp_path / f"{audience}.docx"
        assert forumtool("decisions", path, "--sheet", sheet, "--audience", audience).returncode == 0
        assert ("Beispiel" in everything_in(sheet.read_bytes())) == named


def test_how_far_it_is_goes_to_standard_error_only_if_somebody_wants_it(path: Path, tmp_path: Path) -> None:
    words = ("export", path, "--to", tmp_path / "aus", "--document", "concept", "--document", "progress")
    assert forumtool(*words).stderr == ""
    assert forumtool(*words, "--progress").stderr.splitlines() == ["Export: 0/2", "Export: 1/2", "Export: 2/2"]


@ON_UNIX
@pytest.mark.parametrize("words", [("--document", "minutes"), ("--everything",), ("--format", "pdf")])
def test_ctrl_c_leaves_no_half_file_and_no_folder_made_for_nothing(
    path: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    out = tmp_path / "aus"
    with subprocess.Popen(
        command("export", path, "--to", out, *words, "--progress"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as writer:  # fmt: skip
        assert writer.stderr is not None
        assert writer.stderr.readline().startswith("Export: 0/")
        writer.send_signal(signal.SIGINT)
        said, told = writer.communicate()
    assert writer.returncode == 1 and "Traceback" not in told
    assert told.splitlines()[-1].startswith("Abgebrochen")
    left = {str(one) for one in out.iterdir()} if out.exists() else None
    assert left == (set(said.splitlines()) or None)


@ON_UNIX
def test_on_a_terminal_one_line_moves_and_what_is_said_stands_below_it(path: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("export", path, "--to", tmp_path / "aus", "--document", "concept", "--document", "progress"),
        stdout=theirs, stderr=theirs,
    ):  # fmt: skip
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # the terminal is closed with the last who writes to it
            pass
        os.close(ours)
    lines = shown.decode().replace("\r\n", "\n").split("\n")
    assert lines[0] == "\rExport: 0/2"
    assert lines[1].endswith(".docx") and "Konzept" in lines[1]
    assert lines[-2].endswith("Export: 2/2")
