"""``forumtool export --document`` and ``--everything``, without a window."""

from pathlib import Path

import pytest
from docx import Document

from forumtool.services.decisions import decide
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forumtool


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = example(tmp_path)
    with ForumFile.open(made) as file:
        (card,) = capture(file, 'Cafés öffnen @"Birhan e. V."')
        decide(file, card.id, verdict="adopt")
    return made


def test_the_documents_of_the_process_are_named_and_there(path, tmp_path):
    done = forumtool("export", path, "--to", tmp_path / "aus", "--document", "concept", "--document", "progress",
                     "--document", "interim", "--document", "letters")  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert [name.split()[0] for name in names] == [
        "Konzept", "Fortschritt", "Zwischenbericht", "Rückmeldebriefe", *["Serienbrief"] * 3]  # fmt: skip
    assert all((tmp_path / "aus" / name).stat().st_size for name in names)


def test_lists_are_no_format_of_these_documents(path, tmp_path):
    done = forumtool("export", path, "--to", tmp_path / "aus", "--document", "concept", "--format", "xlsx")
    assert done.returncode and "docx" in done.stderr and not (tmp_path / "aus").exists()


def test_a_name_in_what_everybody_reads_stops_the_interim_report_until_somebody_says_so(path, tmp_path):
    from forumtool.services.processes import rename
    from forumtool.storage.queries.process import process

    with ForumFile.open(path) as file:
        rename(file, process(file).id, occasion="Fragen an p1@testpost.example")
    words = ("export", path, "--to", tmp_path / "aus", "--document", "interim")
    done = forumtool(*words)
    assert done.returncode and "p1@testpost.example" in done.stderr and not (tmp_path / "aus").exists()
    black = forumtool(*words, "--blacken")
    assert black.returncode == 0
    whole = "\n".join(one.text for one in Document(black.stdout.strip()).paragraphs)
    assert "testpost" not in whole and "Fragen an …" in whole


def test_everything_for_the_steering_group_is_one_folder_with_its_contents(path, tmp_path):
    done = forumtool("export", path, "--to", tmp_path / "aus", "--everything")
    assert done.returncode == 0, done.stderr
    names = sorted(one.name for one in (tmp_path / "aus").iterdir())
    assert [Path(line).name for line in done.stdout.splitlines()] == names
    assert next(name for name in names if "Protokoll" in name).endswith(".docx")
    listed = (tmp_path / "aus" / names[0]).read_text(encoding="utf-8-sig")
    assert names[0] == "00 Inhalt.txt" and all(name in listed for name in names[1:])
