"""The mail merge carried out, by LibreOffice: as many letters as recipients, each with its own and nothing else."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from forumtool.domain.letters import Letter, Letters, Outcome
from forumtool.exports.letters_docx import export_letters
from forumtool.exports.office import office
from forumtool.i18n import catalogue
from forumtool.services.letters import letters
from forumtool.storage.forum_file import ForumFile
from tests.builders import example

MERGING = Path(__file__).with_name("merging_office.py")
DE = catalogue("de")
LONG = "Wir brauchen einen Ort. " * 40
NAMES = ("Ayşe Zerrinoğlu", "محمد الأحمد", "Jörg Großkreutz-Öztürk", "Ωmega Ζωή", "O'Neil & Söhne <GbR>", "007")


def _python_with_uno() -> str | None:
    """The Python that LibreOffice speaks with, None where there is none."""
    for named in ("/usr/bin/python3", shutil.which("python3") or "", sys.executable):
        asked = [named, "-c", "import uno"]
        if named and Path(named).exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return named
    return None


def _outcome(number: str, text: str, verdict: str = "reject", reason: str = "") -> Outcome:
    return Outcome(number, text, "3.2 Vernetzung", "Fachforum 3", verdict, "", "", reason, "")


def _letter(at: int, name: str, outcomes: tuple[Outcome, ...]) -> Letter:
    return Letter(f"p{at}", name, "" if at % 2 else f"Verein {at}", "", outcomes)


def _sample(tmp_path: Path) -> Letters:
    """Ten short letters first, so that whoever guesses from the first rows guesses wrong; then the hard ones."""
    with ForumFile.open(example(tmp_path)) as file:
        about = letters(file).about
    short = [_letter(at, f"Kurz {at}", (_outcome(f"A-{at + 100}", f"Beitrag{at + 100}"),)) for at in range(10)]
    hard = [
        _letter(at, name, tuple(_outcome(f"A-{key}", f"Beitrag{key}, {LONG}Ende{key}", reason="„Ja“, =1+1")
                                for key in range(at * 100, at * 100 + 3)))
        for at, name in enumerate(NAMES, 50)
    ]  # fmt: skip
    several = _letter(80, "Zeilen Reich", (_outcome("A-900", "Beitrag900 erste Zeile\nzweite Zeile\n\nletzte Zeile"),))
    empty = _letter(81, "Ohne Beitrag", ())
    group = Letter(None, "", "Birhan e. V.", "", (_outcome("A-901", "Beitrag901 مقهى الحي"),))
    return Letters(about, (*short, *hard, several, empty, group))


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Letters, list[str]]:
    """The letters, and the words of each as they stand in the merged document."""
    program, python = office(), _python_with_uno()
    if program is None or python is None:
        pytest.skip("LibreOffice with its Python (python3-uno, libreoffice-base-nogui) is not installed")
    tmp_path = tmp_path_factory.mktemp("merged")
    sample = _sample(tmp_path)
    _ready, main, listed, _how = export_letters(sample, tmp_path / "briefe", DE)
    command = [python, MERGING, program, main.path, listed.path, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "merged").glob("*.docx")
    return sample, _sections(made)


def _sections(path: Path) -> list[str]:
    """The words of each section; line breaks count."""
    found = [""]
    for paragraph in Document(str(path)).paragraphs:
        found[-1] += f"{paragraph.text}\n"
        if paragraph._p.pPr is not None and paragraph._p.pPr.find(f"{{{paragraph._p.nsmap['w']}}}sectPr") is not None:
            found.append("")
    return found


def test_each_recipient_gets_a_letter_with_exactly_the_own_contributions(merged):
    sample, sections = merged
    assert len(sections) == len(sample.letters)
    for letter, words in zip(sample.letters, sections, strict=True):
        own = {word for one in letter.outcomes for word in re.findall(r"Beitrag\d+", one.text)}
        assert set(re.findall(r"Beitrag\d+", words)) == own
        assert (letter.name or letter.organisation) in words
        others = {one.name for one in sample.letters} - {letter.name, ""}
        assert [name for name in others if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)] == []


def test_what_people_wrote_is_whole_in_the_merged_letters(merged):
    sample, sections = merged
    for letter, words in zip(sample.letters, sections, strict=True):
        for one in letter.outcomes:
            for line in filter(None, one.text.split("\n")):
                assert line in words
            assert not one.reason or one.reason in words


def test_each_contribution_begins_a_line_of_its_own(merged):
    sample, sections = merged
    for letter, words in zip(sample.letters, sections, strict=True):
        lines = words.split("\n")
        for one in letter.outcomes:
            assert any(line.startswith(f"{one.number} „") for line in lines)
