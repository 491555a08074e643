"""``forumtool export``: for an audience, in a wording, with sections in order; a public file is looked through."""

import re
from pathlib import Path

import pytest
from docx import Document

from forumtool.services import proposals
from forumtool.storage.forum_file import ForumFile
from tests.builders import forumtool
from tests.exports.samples import SURNAMES, everything_in, filled, paragraphs_of

FORUM = ("--forum", "Fachforum 3")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with filled(tmp_path) as file:
        return file.path


def _headings(folder: Path) -> list[str]:
    (word,) = folder.glob("*.docx")
    return [line.text for line in Document(word).paragraphs if line.style.name == "Heading 1"]


def test_sections_stand_in_the_order_of_the_command(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus"
    said = forumtool("export", path, "--to", out, *FORUM, "--format", "docx", "--sections", "outlook, results,head")
    assert said.returncode == 0, said.stderr
    assert _headings(out) == ["Ausblick", "Ergebnisse je Ziel"]
    assert "Kein Abschnitt" in forumtool("export", path, "--to", out, *FORUM, "--sections", ", ").stderr
    wrong = forumtool("export", path, "--to", out, *FORUM, "--sections", "results,epilogue")
    assert wrong.returncode == 1 and "epilogue" in wrong.stderr and "outlook" in wrong.stderr


def test_language_and_wording_are_those_of_the_command(path: Path, tmp_path: Path) -> None:
    forumtool("export", path, "--to", tmp_path / "e", *FORUM, "--format", "docx", "--language", "en",
              "--wording", "both")  # fmt: skip
    assert "Results by goal" in _headings(tmp_path / "e")
    (word,) = (tmp_path / "e").glob("*.docx")
    assert "Original wording: “Schulhöfe 3.2 öffnen”" in "\n".join(paragraphs_of(word.read_bytes()))


def test_names_say_otherwise_than_the_audience(path: Path, tmp_path: Path) -> None:
    for names, shown in (("full", True), ("organisations", False)):
        forumtool("export", path, "--to", tmp_path / names, *FORUM, "--names", names)
        for made in (tmp_path / names).iterdir():
            assert (SURNAMES[0] in everything_in(made.read_bytes())) == shown


def test_a_public_export_stops_at_names_in_free_text_until_it_is_told_what_to_do(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path) as file:
        (card,) = file.one("SELECT id FROM proposal WHERE running_number = 2")
        proposals.reword(file, card, f"Schulhöfe mit Frau {SURNAMES[1]} (0241 / 43 20 11) öffnen")
    out = tmp_path / "aus"
    public = ("export", path, "--to", out, *FORUM, "--audience", "public")
    stopped = forumtool(*public)
    assert stopped.returncode == 1 and stopped.stdout == "" and not out.exists()
    assert re.search(r"stehen noch [2-9] Namen", stopped.stderr)
    for told in (f"Name: Frau {SURNAMES[1]} (Karte A-2", "Telefonnummer: 0241 / 43 20 11", "--despite-names"):
        assert told in stopped.stderr
    assert forumtool(*public, "--blacken").returncode == 0
    for made in out.iterdir():
        content = everything_in(made.read_bytes())
        assert SURNAMES[1] not in content and "0241" not in content
        assert "Schulhöfe mit … (…) öffnen" in content
    assert forumtool(*public, "--despite-names").returncode == 0
    assert all(SURNAMES[1] in everything_in(made.read_bytes()) for made in out.iterdir())


def test_what_the_chosen_sections_do_not_say_stops_no_minutes(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path) as file:
        (card,) = file.one("SELECT id FROM proposal WHERE running_number = 2")
        proposals.change(file, card, dissent=f"{SURNAMES[1]} ist dagegen")
    words = ("export", path, "--to", tmp_path, *FORUM, "--audience", "public", "--format", "docx", "--sections")
    assert forumtool(*words, "head,outlook").returncode == 0
    assert forumtool(*words, "head,results,dissent").returncode == 1


def test_the_synthesis_is_a_document_of_all_forums(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus"
    said = forumtool("export", path, "--to", out, "--document", "synthesis")
    assert said.returncode == 0, said.stderr
    assert {file.suffix for file in out.iterdir()} == {".docx", ".xlsx"}
    assert all(file.name.startswith("Zusammenschau ") for file in out.iterdir())
    assert "Was wurde woraus" in _headings(out)
    wrong = forumtool("export", path, "--to", out, "--document", "synthesis", *FORUM)
    assert wrong.returncode == 1 and "--forum" in wrong.stderr


def test_a_public_synthesis_stops_at_names_in_free_text(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path) as file:
        (card,) = file.one("SELECT id FROM proposal WHERE running_number = 2")
        proposals.reword(file, card, f"Schulhöfe mit Frau {SURNAMES[1]} öffnen")
    public = ("export", path, "--to", tmp_path / "aus", "--document", "synthesis", "--audience", "public")
    stopped = forumtool(*public)
    assert stopped.returncode == 1 and SURNAMES[1] in stopped.stderr
    assert forumtool(*public, "--blacken").returncode == 0
    assert not any(SURNAMES[1] in everything_in(made.read_bytes()) for made in (tmp_path / "aus").iterdir())
