"""A report becomes files with names that every system takes."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import Stopped, stoppable
from forumtool.drawing import report_pdf
from forumtool.exports import workbook_xlsx
from forumtool.exports.file_names import safe_name
from forumtool.exports.writing import export
from forumtool.i18n import catalogue
from forumtool.services import forums, reporting
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from tests.builders import forum_for
from tests.exports.judges import by_the_schemas
from tests.exports.samples import filled


def test_the_lists_beside_the_minutes_are_all_of_them_with_the_charts_of_weighing(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=forum_for(file).id)
    (made,) = export(report, tmp_path / "aus", ("xlsx",))
    stream = io.BytesIO()
    workbook_xlsx.write(report, stream, catalogue("de"))
    with zipfile.ZipFile(made.path) as written, zipfile.ZipFile(stream) as whole:
        assert written.namelist() == whole.namelist()
        assert sum(name.startswith("xl/charts/") for name in written.namelist()) > 1


def test_files_of_an_empty_process_are_valid(tmp_path: Path) -> None:
    new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        made = export(reporting.build(file, forum_id=None, names="full"), tmp_path)
    assert by_the_schemas(one.path for one in made) == {}


def test_files_are_called_after_the_forum(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=forum_for(file).id)
        made = export(report, tmp_path / "neu")
        assert [one.path.name for one in made] == [
            "Protokoll Fachforum 3 · Zusammenleben im Quartier.docx",
            "Listen Fachforum 3 · Zusammenleben im Quartier.xlsx",
        ]
        forums.change_forum(file, forum_for(file).id, title='A/B: "Wie?" <3>')
        (word,) = export(reporting.build(file, forum_id=forum_for(file).id), tmp_path / "neu", ["docx"])
    assert word.path.name == "Protokoll A B Wie 3.docx"
    assert word.notes == ()


def test_folder_is_made_but_not_its_parents(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=None)
    with pytest.raises(UserError, match="Den Ordner „a“, in dem „b“ liegen soll, gibt es nicht"):
        export(report, tmp_path / "a" / "b")


def test_a_file_in_the_place_of_the_folder_is_called_a_file(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=None)
    (tmp_path / "liste").write_text("bleibt")
    with pytest.raises(UserError, match="„liste“ ist eine Datei und kein Ordner"):
        export(report, tmp_path / "liste")
    with pytest.raises(UserError, match="„liste“ ist eine Datei, in der kein Ordner „aus“ liegen kann"):
        export(report, tmp_path / "liste" / "aus")
    assert (tmp_path / "liste").read_text() == "bleibt"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a.b. ", "a.b.x"),
        ("CON", "_CON.x"),
        ("", "_.x"),
        ("a\x00b\nc", "a b c.x"),
        ("../x", "x.x"),
        ("ü" * 300, "ü" * 75 + ".x"),
    ],
)
def test_names_of_files_are_safe(title: str, name: str) -> None:
    assert safe_name(title, ".x") == name


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_whenever_it_is_stopped_the_file_is_whole_or_not_there(tmp_path: Path, form: str) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=None, names="full")
    out = tmp_path / "aus"
    asked = 0

    def stop_at(most: int) -> Callable[[], bool]:
        def stopped() -> bool:
            nonlocal asked
            asked += 1
            return asked > most

        return stopped

    with stoppable(stop_at(10**9)):
        export(report, out, (form,), pdf=report_pdf.write)
    (whole,) = out.iterdir()
    breaths = asked
    assert breaths > 10
    for most in range(0, breaths, max(1, breaths // 12)):
        whole.unlink(missing_ok=True)
        asked = 0
        with pytest.raises(Stopped), stoppable(stop_at(most)):
            export(report, out, (form,), pdf=report_pdf.write)
        assert list(out.iterdir()) == []


def test_a_folder_made_for_nothing_goes_again_and_an_old_one_stays(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=None)
    for folder, stays in ((tmp_path / "neu", False), (tmp_path, True)):
        with pytest.raises(Stopped), stoppable(lambda: True):
            export(report, folder)
        assert folder.exists() == stays
