"""Whatever the bytes: a list with its plan, or one sentence. Never another error, and never half of it."""

import io
import zipfile

import openpyxl
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.imports.encoding import ENCODINGS
from forumtool.imports.participant_list import Acquaintance, plan_people
from forumtool.imports.plan import report
from forumtool.imports.proposal_list import Known, plan_list
from forumtool.imports.table import Source, read_source, table_in
from tests.imports.builders import write

_FRESH = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_BEGINNINGS = (
    b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb\xbf",
    b"%PDF", b"{\\rtf", b"BM", b"RIFF", b"sep=;\n", b'"', b"Name;Verein\n", b"Name, Vorname\tFoto\n", b"text,nr\n",
)  # fmt: skip
_WORDS = st.sampled_from(
    ("", "Max", "Müller, Max", "Dr. Ayşe Kaya (AWO)", ",", "(", "Summe", "Stand: heute", "Name", "Verein", "x", "@",
     "a@b.de", "Frau", "Herr ", "Prof.", "محمد", "\u202eabc", "Müller,,Max", "3.1", "Ziel", "=1+1", "\ud800", "\0",
     "a\u0308")
)  # fmt: skip


def everything_made_of(source: Source) -> None:
    """Read every sheet with every place of the heads, and plan it as people and as proposals."""
    for sheet in source.sheets:
        for head_line in (None, 0, sheet.rows[0][0], sheet.rows[-1][0]):
            try:
                table = table_in(source, sheet.title, head_line)
            except UserError:
                continue
            assert all(len(row) == len(table.heads) for row in table.rows)
            for plan in (
                lambda table: plan_people(table, None, forum_id="f", known=[Acquaintance("Max", "", "p", "F")]),
                lambda table: plan_people(table, {"name": table.heads[-1]}, forum_id="f", decided={2: True}),
                lambda table: plan_list(table, None, Known()),
                lambda table: plan_list(table, {"text": table.heads[0]}, Known()),
            ):
                try:
                    found = plan(table)
                except UserError as told:
                    assert str(told)
                else:
                    assert report("liste", found)
                    assert len({line.number for line in found.lines}) == len(found.lines)


@_FRESH
@given(st.sampled_from(_BEGINNINGS), st.binary(max_size=400), st.sampled_from(("", *ENCODINGS)))
@example(b"", b"\0", "")
@example(b"Name;Verein\n", b'1;"\0', "utf-16")
def test_any_bytes_become_plans_or_a_sentence(tmp_path, beginning, content, encoding):
    path = write(tmp_path / "liste.csv", beginning + content)
    try:
        source = read_source(path, encoding)
    except UserError as told:
        assert str(told).endswith(".")
        return
    everything_made_of(source)


@_FRESH
@given(st.lists(st.lists(_WORDS, max_size=5), max_size=8), st.sampled_from(";,\t"))
def test_any_words_in_any_cells_become_plans_or_a_sentence(tmp_path, rows, delimiter):
    text = "\n".join(delimiter.join(row) for row in rows)
    try:
        source = read_source(write(tmp_path / "liste.csv", text.encode("utf-8", "surrogatepass")))
    except UserError as told:
        assert str(told).endswith(".")
        return
    everything_made_of(source)


@_FRESH
@given(st.integers(0, 60_000), st.binary(min_size=1, max_size=24), st.booleans())
def test_a_workbook_with_any_bytes_of_its_sheet_changed_becomes_plans_or_a_sentence(tmp_path, at, spoilt, inside):
    content = bytearray(_workbook())
    if inside:
        content = bytearray(_with_sheet(bytes(content), at, spoilt))
    else:
        place = at % len(content)
        content[place : place + len(spoilt)] = spoilt
    try:
        source = read_source(write(tmp_path / "liste.xlsx", bytes(content)))
    except UserError as told:
        assert str(told).endswith(".")
        return
    everything_made_of(source)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Gäste"], ["Name", "Verein", "Foto"], ["Max", "AWO", True], ["Eva", None, 3.5], ["_xD800_", "", ""]):
        book.active.append(row)
    book.active.merge_cells("B3:B4")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _with_sheet(content: bytes, at: int, spoilt: bytes) -> bytes:
    """The workbook with some bytes of its sheet's XML overwritten, and packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            if "sheet1" in name:
                place = at % len(part)
                part[place : place + len(spoilt)] = spoilt
            new.writestr(name, bytes(part))
    return stream.getvalue()
