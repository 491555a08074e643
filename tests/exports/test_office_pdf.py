"""LibreOffice makes a PDF that screen readers understand; what it cannot do is told, what hangs is ended."""

import io
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from pypdf import PdfReader, PdfWriter

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import stoppable
from forumtool.exports.contents_pages import with_pages
from forumtool.exports.office import OfficeFailed, office, printed
from forumtool.exports.office_pdf import accessible_pdfs
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.exports.samples import docx, everything_in, filled

needs_office = pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of the shell")


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    with filled(tmp_path_factory.mktemp("datei")) as file:
        word, _notes = docx(reporting.build(file, forum_id=None))
    program = office()
    assert program is not None
    (made,) = accessible_pdfs([word], program)
    assert made is not None
    return PdfReader(io.BytesIO(made))


def script(folder: Path, words: str) -> str:
    """A program that behaves as its words say, in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def outline(items: Any, reader: PdfReader) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in items:
        if isinstance(item, list):
            found |= outline(item, reader)
        else:
            found[item.title] = int(reader.get_destination_page_number(item) or 0) + 1
    return found


@needs_office
def test_the_pdf_is_tagged_and_declares_itself_accessible(tagged: PdfReader) -> None:
    root = tagged.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("de-DE", True)
    assert tagged.metadata is not None
    assert str(tagged.metadata.title).startswith("Protokoll aller Foren")


@needs_office
def test_its_type_is_embedded(tagged: PdfReader) -> None:
    for font in tagged.pages[0]["/Resources"]["/Font"].values():
        assert {"/FontFile2", "/FontFile3"} & set(font.get_object()["/FontDescriptor"].get_object())


@needs_office
def test_its_contents_name_the_pages_on_which_its_headings_stand(tagged: PdfReader) -> None:
    pages = outline(tagged.outline, tagged)
    contents = "\n".join(page.extract_text() for page in tagged.pages[:2])
    for heading in ("Anlass und Auftrag", "Ergebnisse je Ziel", "Querschnitt", "Maßnahmenskizzen", "Ausblick"):
        assert f"{heading}....." in contents
        told = contents.split(f"{heading}.", 1)[1].lstrip(".").split()[0]
        assert int(told) == pages[heading], heading
        assert heading in tagged.pages[pages[heading] - 1].extract_text()


def test_a_page_is_written_where_word_would_write_it_and_only_there(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        word, _notes = docx(reporting.build(file, forum_id=None))
    done = with_pages(word, {"_Toc100000000": 4_711})
    assert everything_in(done).count("4711") == 1
    assert everything_in(done).count('w:leader="dot"') == everything_in(word).count('w:leader="dot"') + 1


@needs_office
def test_several_documents_are_made_together(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        word, _notes = docx(reporting.build(file, forum_id=None))
    made = accessible_pdfs([word, word], str(office()))
    first, second = (len(PdfReader(io.BytesIO(one or b"")).pages) for one in made)
    assert first == second > 1


@posix
def test_a_document_that_cannot_be_made_hinders_none_of_the_others(tmp_path: Path) -> None:
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    blank.write(tmp_path / "blank.pdf")
    only_the_first = 'while [ "$1" != "--outdir" ]; do shift; done; mkdir -p "$2"; '
    program = script(tmp_path, only_the_first + f'cp "{tmp_path}/blank.pdf" "$2/document0.pdf"')
    with filled(tmp_path) as file:
        word, _notes = docx(reporting.build(file, forum_id=None))
    assert accessible_pdfs([word, word], program) == [(tmp_path / "blank.pdf").read_bytes(), None]


@posix
def test_a_program_that_hangs_is_ended_when_nobody_waits(tmp_path: Path) -> None:
    program = script(tmp_path, f"echo $$ > {tmp_path}/number; sleep 100 & wait")
    began = time.monotonic()

    def stopped() -> bool:
        return (tmp_path / "number").exists() and (tmp_path / "number").read_text().strip() != ""

    with pytest.raises(UserError, match="abgebrochen"), stoppable(stopped):
        printed(program, [tmp_path / "a.docx"], tmp_path / "profile", {})
    number = int((tmp_path / "number").read_text())
    while not _has_ended(number) and time.monotonic() - began < 50:  # a killed one dies when the system comes to it
        time.sleep(0.05)
    assert time.monotonic() - began < 50
    assert _has_ended(number)


def _has_ended(group: int) -> bool:
    own = [one for one in psutil.process_iter(["status"]) if _group(one.pid) == group]
    return all(one.info["status"] == psutil.STATUS_ZOMBIE for one in own)


def _group(process: int) -> int:
    try:
        return os.getpgid(process)
    except OSError:  # it has ended meanwhile
        return 0


@posix
def test_a_program_that_hangs_is_ended_when_its_time_is_up(tmp_path: Path) -> None:
    with pytest.raises(OfficeFailed):
        printed(script(tmp_path, "sleep 100"), [tmp_path / "a.docx"], tmp_path / "profile", {}, 0.3)


@posix
@pytest.mark.parametrize("words", ["exit 1", "exit 0", "kill -9 $$"])
def test_a_program_that_makes_nothing_has_failed(tmp_path: Path, words: str) -> None:
    assert printed(script(tmp_path, words), [tmp_path / "a.docx"], tmp_path / "profile", {}) == [None]
    assert accessible_pdfs([b""], script(tmp_path, words)) == [None]


@posix
@pytest.mark.parametrize("words", [None, "exit 1"])
def test_the_terminal_writes_a_pdf_without_libreoffice_and_says_so(tmp_path: Path, words: str | None) -> None:
    programs = tmp_path / "programme"
    programs.mkdir()
    if words:
        script(programs, words)
    filled(tmp_path).close()
    asked = [sys.executable, "-m", "forumtool", "export", tmp_path / "aachen.forum", "--to", tmp_path / "aus"]
    environment = {**os.environ, "PATH": str(programs)}
    environment.pop("QT_QPA_PLATFORM", None)
    environment.pop("DISPLAY", None)
    done = subprocess.run([*asked, "--format", "pdf"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "nicht barrierefrei ausgezeichnet" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    (path,) = (tmp_path / "aus").iterdir()
    assert path.suffix == ".pdf"
    assert "Ergebnisse je Ziel" in PdfReader(path).pages[0].extract_text()


@needs_office
def test_a_libreoffice_that_is_open_is_left_alone(tmp_path: Path) -> None:
    """Its lock lies in its profile; ours is another one, so two of them run beside each other."""
    with ForumFile.open(filled_path(tmp_path)) as file:
        word, _notes = docx(reporting.build(file, forum_id=None))
    (tmp_path / "a.docx").write_bytes(word)
    program = str(office())
    other = subprocess.Popen(
        [shutil.which("soffice") or program, f"-env:UserInstallation={(tmp_path / 'theirs').as_uri()}", "--headless",
         "--accept=pipe,name=forumtool-test;urp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        (made,) = printed(program, [tmp_path / "a.docx"], tmp_path / "ours", {"UseTaggedPDF": True})
        assert made is not None and made.startswith(b"%PDF")
        assert other.poll() is None
    finally:
        os.killpg(other.pid, 9)
        other.wait()


def filled_path(folder: Path) -> Path:
    filled(folder).close()
    return folder / "aachen.forum"
