"""Whatever stands in a list of decisions: a preview that changes nothing, or one sentence. Never another error."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.exports import decision_sheet_docx
from forumtool.i18n import catalogue
from forumtool.services.deciding import look_at_list
from forumtool.services.decision_plan import sentence
from forumtool.services.decision_sheets import decision_sheet
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import decided_now
from tests.builders import example
from tests.decision_lists import meeting

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(
    ("", "Nr.", "Entscheidung", "Begründung", "Vorschlag", "Ziel", "Ja", "No", "No.", "A-1", "a2", "17", "A-99999999",
     "B-1", "übernehmen", "zusammenführen mit A-2", "mit", "☒", "☐ übernehmen", "99999", "99999999999", "31.13.2017",
     "2017-99-99", "in 999 Jahren", "#N/A", "Summe", "3.2", "\u202eabc", "Ü" * 300, "\ud800", "1e9", "–", "0")
)  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path_factory.mktemp("any"))) as opened:
        meeting(opened)
        yield opened


@pytest.fixture(scope="module")
def sheet(file: ForumFile) -> bytes:
    stream = BytesIO()
    decision_sheet_docx.write(decision_sheet(file), stream, catalogue("de"))
    return stream.getvalue()


def looked_at(file: ForumFile, path: Path) -> None:
    before = decided_now(file)
    try:
        plan = look_at_list(file, path, date(2016, 6, 9))
    except UserError as told:
        assert str(told).endswith(".")
    else:
        assert plan.summary
        assert len({change.id for change in plan.changes}) == len(plan.changes)
        assert all(sentence(change, taken=True) for change in plan.changes)
        assert all(line.remark for line in plan.lines)
    assert decided_now(file) == before


@MANY
@given(rows=st.lists(st.lists(WORDS, max_size=7), max_size=8), heads=st.booleans())
def test_any_words_in_any_cells(file: ForumFile, tmp_path: Path, rows: list[list[str]], heads: bool) -> None:
    known = [["Nr.", "Entscheidung", "Frist", "Ja", "Vorschlag", "Ziel-Nr.", "Zusammenführen mit"]] if heads else []
    text = "\n".join(";".join(row) for row in (*known, *rows))
    path = tmp_path / "liste.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    looked_at(file, path)


@MANY
@given(at=st.integers(0, 60_000), spoilt=st.binary(min_size=1, max_size=24), inside=st.booleans())
def test_a_sheet_with_any_bytes_changed(
    file: ForumFile, sheet: bytes, tmp_path: Path, at: int, spoilt: bytes, inside: bool
) -> None:
    path = tmp_path / "bogen.docx"
    if not inside:
        content = bytearray(sheet)
        content[at % len(content) : at % len(content) + len(spoilt)] = spoilt
        path.write_bytes(bytes(content))
    else:
        with zipfile.ZipFile(BytesIO(sheet)) as whole, zipfile.ZipFile(path, "w") as changed:
            for name in whole.namelist():
                part = bytearray(whole.read(name))
                if name == "word/document.xml":
                    part[at % len(part) : at % len(part) + len(spoilt)] = spoilt
                changed.writestr(name, bytes(part))
    looked_at(file, path)


@MANY
@given(drop=st.sets(st.integers(0, 400), max_size=40))
def test_a_sheet_without_any_of_its_elements(file: ForumFile, sheet: bytes, tmp_path: Path, drop: set[int]) -> None:
    from lxml import etree

    path = tmp_path / "bogen.docx"
    with zipfile.ZipFile(BytesIO(sheet)) as whole, zipfile.ZipFile(path, "w") as changed:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(part)
                for at, element in enumerate(list(root.iter())[1:]):
                    if at in drop and element.getparent() is not None:
                        element.getparent().remove(element)
                part = etree.tostring(root)
            changed.writestr(name, part)
    looked_at(file, path)
