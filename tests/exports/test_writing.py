"""A report becomes files with names that every system takes; others judge what is in them."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import Stopped
from forumtool.drawing import report_pdf
from forumtool.exports.file_names import safe_name
from forumtool.exports.writing import export
from forumtool.services import forums, proposals, reporting
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from tests.builders import DATA, capture, forum_for
from tests.exports.samples import filled

_JUDGE = DATA.parent / "tools" / "check_office.py"


def _judge() -> ModuleType:
    if not _JUDGE.exists():
        pytest.skip("the judge of Office files is not beside the checkout")
    spec = importlib.util.spec_from_file_location("check_office", _JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("names", ["full", "organisations", "anonymous"])
@pytest.mark.parametrize("whole", [True, False])
def test_both_files_are_valid_for_the_schema(tmp_path: Path, names: str, whole: bool) -> None:
    judge = _judge()
    with filled(tmp_path) as file:
        capture(file, "x")
        proposals.reword(file, capture(file, "y")[0].id, "=1 <&> \x01 _x0041_\n\tzweite Zeile " + "lang " * 8_000)
        report = reporting.build(file, forum_id=None if whole else forum_for(file).id, names=names)
    for made in export(report, tmp_path / "aus"):
        assert list(judge.xsd_findings(made.path)) == []
        assert made.notes


def test_files_of_an_empty_process_are_valid(tmp_path: Path) -> None:
    judge = _judge()
    new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        made = export(reporting.build(file, forum_id=None, names="full"), tmp_path)
    assert [list(judge.xsd_findings(one.path)) for one in made] == [[], []]


def test_files_open_in_libreoffice(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    with filled(tmp_path) as file:
        made = export(reporting.build(file, forum_id=None), tmp_path / "aus")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *(str(one.path) for one in made),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for one in made:
        assert (tmp_path / one.path.name).with_suffix(".pdf").read_bytes().startswith(b"%PDF")


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
    with pytest.raises(UserError, match="„b“ gibt es nicht"):
        export(report, tmp_path / "a" / "b")


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

    export(report, out, (form,), stopped=stop_at(10**9), pdf=report_pdf.write)
    (whole,) = out.iterdir()
    breaths = asked
    assert breaths > 10
    for most in range(0, breaths, max(1, breaths // 12)):
        whole.unlink(missing_ok=True)
        asked = 0
        with pytest.raises(Stopped):
            export(report, out, (form,), stopped=stop_at(most), pdf=report_pdf.write)
        assert list(out.iterdir()) == []


def test_a_folder_made_for_nothing_goes_again_and_an_old_one_stays(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report = reporting.build(file, forum_id=None)
    for folder, stays in ((tmp_path / "neu", False), (tmp_path, True)):
        with pytest.raises(Stopped):
            export(report, folder, stopped=lambda: True)
        assert folder.exists() == stays
