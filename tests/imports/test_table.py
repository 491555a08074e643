import os
import random
import struct
import zipfile
import zlib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.imports.cells import cell_text
from forumtool.imports.table import read_table
from tests.imports.builders import HEADS, csv_bytes, plan_rows, real, write, write_csv, write_xlsx

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
ROW = ("4.1-M1", "4.1", "Bildung", "Maßnahme", "Elternabende, zweisprachig; für alle")


def refused(path: Path) -> str:
    with pytest.raises(UserError) as told:
        read_table(path)
    sentence = str(told.value)
    assert sentence.endswith(".")
    assert "Bitte" in sentence
    return sentence


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_delimiter_reads_the_same_real_list(tmp_path, encoding, delimiter):
    rows = plan_rows()
    path = write_csv(tmp_path / "liste.csv", rows, delimiter=delimiter, encoding=encoding, errors="replace")
    table = read_table(path)
    assert table.heads == HEADS
    assert table.delimiter == delimiter
    wanted = [[cell_text(cell.encode(encoding, "replace").decode(encoding)) for cell in row] for row in rows[1:]]
    assert [list(row) for row in table.rows] == wanted


def test_a_workbook_gives_the_same_rows_as_the_text(tmp_path):
    rows = plan_rows()
    book = read_table(write_xlsx(tmp_path / "liste.xlsx", rows, "Plan"))
    text = read_table(write_csv(tmp_path / "liste.csv", rows))
    assert (book.heads, book.rows, book.sheet) == (text.heads, text.rows, "Plan")


@pytest.mark.parametrize("name", ["csv", "utf8bom.csv", "utf16.txt"])
def test_real_lists_of_people_are_the_same_in_every_encoding(name):
    people = read_table(real("participants/participants-demo_de.csv"))
    assert len(people.rows) == 40
    assert read_table(real(f"participants/participants-demo_de.{name}")).rows == people.rows


def test_a_cp1252_list_keeps_its_umlauts():
    rows = read_table(real("participants/participants-demo_de.cp1252.csv")).rows
    assert ("Juan", "Pérez") in [row[1:3] for row in rows]


def test_line_breaks_inside_a_cell_stay_and_lines_are_counted_in_the_file(tmp_path):
    table = read_table(write(tmp_path / "a.csv", b'nr;text\r\n1;"eins\r\nzwei"\r\n\r\n2;drei\r\n'))
    assert table.rows == (("1", "eins\nzwei"), ("2", "drei"))
    assert table.line_numbers == (2, 5)
    assert table.blank_lines == (4,)


def test_lines_above_the_head_are_skipped(tmp_path):
    rows = [["Integrationsplan 2012"], [], ["Stand:", "Mai"], HEADS, ROW]
    for path in (write_csv(tmp_path / "a.csv", rows), write_xlsx(tmp_path / "a.xlsx", rows)):
        table = read_table(path)
        assert (table.heads, table.rows, table.line_numbers) == (HEADS, (ROW,), (5,))


def test_a_first_row_with_unknown_names_stays_the_head(tmp_path):
    table = read_table(
        write_csv(tmp_path / "a.csv", [["Spalte A", "Was"], ["Elternabende", "Bildung"], ["Chor", "Kultur"]])
    )
    assert table.heads == ("Spalte A", "Was")
    assert len(table.rows) == 2


def test_a_list_of_one_column_keeps_commas_and_semicolons(tmp_path):
    table = read_table(write(tmp_path / "a.txt", "Vorschlag\nKita, Schule; Hort\nMehr Chöre\n".encode()))
    assert table.rows == (("Kita, Schule; Hort",), ("Mehr Chöre",))


def test_commas_in_a_semicolon_list_do_not_mislead(tmp_path):
    path = write(tmp_path / "a.csv", b"nr;text\n1;a, b\n2;c, d\n3;e, f\n")
    assert read_table(path).rows == (("1", "a, b"), ("2", "c, d"), ("3", "e, f"))


def test_the_line_with_which_excel_names_the_delimiter_is_no_row(tmp_path):
    table = read_table(write(tmp_path / "a.csv", b"sep=,\r\nnr,text\r\n1,a;b\r\n"))
    assert (table.heads, table.rows, table.line_numbers) == (("nr", "text"), (("1", "a;b"),), (3,))


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path):
    table = read_table(write(tmp_path / "a.csv", b'nr;text\n1;"offen\n2;zwei\n3;drei\n'))
    assert table.rows == (("1", '"offen'), ("2", "zwei"), ("3", "drei"))


def test_one_broken_byte_does_not_turn_a_list_into_cp1252(tmp_path):
    table = read_table(write(tmp_path / "a.csv", "nr;text\n1;Größe übermäßig schön".encode() + b"\xc3"))
    assert table.rows[0][1].startswith("Größe übermäßig schön")


def test_blanks_that_do_not_break_become_plain_ones(tmp_path):
    assert read_table(write_csv(tmp_path / "a.csv", [["nr", "text"], ["1", "\u00a0zwei\u00a0Worte "]])).rows == (
        ("1", "zwei Worte"),
    )


def test_cells_without_a_head_get_a_column_of_their_own(tmp_path):
    table = read_table(write(tmp_path / "a.csv", b"nr;text;text\n1;eins;zwei;drei\n2;vier\n"))
    assert table.heads == ("nr", "text", "text (2)", "Spalte 4")
    assert table.rows == (("1", "eins", "zwei", "drei"), ("2", "vier", "", ""))


def test_numbers_and_dates_of_a_workbook_read_as_people_see_them(tmp_path):
    rows = [
        ["nr", "text", "wann", "wert"],
        [4.1, "a", date(2012, 3, 1), 3.0],
        [2, "b", datetime(2012, 3, 1, 9, 30), True],
    ]
    table = read_table(write_xlsx(tmp_path / "a.xlsx", rows))
    assert table.rows == (("4.1", "a", "2012-03-01", "3"), ("2", "b", "2012-03-01 09:30", "WAHR"))


def test_of_several_sheets_the_one_with_known_heads_is_read(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Erläuterung"])
    sheet = book.create_sheet("Vorschläge")
    sheet.append(HEADS)
    sheet.append(ROW)
    book.create_sheet("Leer")
    book.save(tmp_path / "a.xlsx")
    assert (read_table(tmp_path / "a.xlsx").sheet, read_table(tmp_path / "a.xlsx").rows) == ("Vorschläge", (ROW,))


def test_a_real_export_of_contributions_is_read():
    table = read_table(real("dipas_magistralen/magistralen_beitraege.xlsx"))
    assert len(table.rows) == 417
    assert table.heads[-1] == "Contributiontext"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leer"),
        (b"\xef\xbb\xbf \r\n\r\n", "leer"),
        ("\ufeff\r\n".encode("utf-16-le"), "leer"),
        (b"nr;text\r\n", "nur Spaltenk"),
        (b"1;2;3\n4;5;6\n", "keine Spaltenk"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 9, "Bild"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + random.Random(1).randbytes(200), "Bild"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "keine Liste"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 60 + b"\x01\x02" * 40, "keine Liste"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, "Kennwort"),
        (b"PK\x03\x04" + b"\x14\0" * 40, "besch"),
        (b"<html><table><tr><td>nr</td></tr></table>", "Webseite"),
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(tmp_path, content, words):
    assert words in refused(write(tmp_path / "x.csv", content))


def test_a_folder_a_missing_file_and_a_file_without_permission_have_their_sentences(tmp_path):
    assert "Ordner" in refused(tmp_path)
    assert "gibt es nicht" in refused(tmp_path / "fehlt.csv")
    locked = write_csv(tmp_path / "zu.csv", [HEADS, ROW])
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read everything")
    assert "darf nicht" in refused(locked)


def test_a_name_too_long_and_a_device_have_their_sentences(tmp_path):
    refused(tmp_path / ("x" * 5000))
    if Path("/dev/null").exists():
        assert "keine Datei" in refused(Path("/dev/null"))


def test_another_zip_and_an_empty_workbook_have_their_sentences(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as parts:
        parts.writestr("word/document.xml", "<w/>")
    assert "keine Excel-Tabelle" in refused(tmp_path / "a.xlsx")
    assert "leer" in refused(write_xlsx(tmp_path / "b.xlsx", []))


def test_a_workbook_cut_short_or_with_broken_parts_is_damaged(tmp_path):
    whole = write_xlsx(tmp_path / "a.xlsx", [HEADS, ROW]).read_bytes()
    assert "besch" in refused(write(tmp_path / "b.xlsx", whole[: len(whole) // 2]))
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as parts:
        parts.writestr("xl/workbook.xml", "<workbook")
    assert "besch" in refused(tmp_path / "c.xlsx")


def test_a_bomb_is_refused_before_it_is_parsed(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [HEADS, ROW])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/more.xml", b"0" * (70 * 2**20))
    assert path.stat().st_size < 2**20
    assert "zu groß" in refused(path)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [HEADS, ROW])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/more.xml", b"0" * (70 * 2**20))
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", 70 * 2**20), struct.pack("<I", 70)))
    refused(path)


def test_a_workbook_that_states_a_million_rows_is_read_at_once(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [HEADS, ROW])
    with zipfile.ZipFile(path) as parts:
        every = {name: parts.read(name) for name in parts.namelist()}
    sheet = every["xl/worksheets/sheet1.xml"]
    assert b'ref="A1:E2"' in sheet
    every["xl/worksheets/sheet1.xml"] = sheet.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as parts:
        for name, content in every.items():
            parts.writestr(name, content)
    assert read_table(tmp_path / "b.xlsx").rows == (ROW,)


_KEEP = [HealthCheck.function_scoped_fixture]
_MAGIC = [b"", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"nr;text\n", b"\x89PNG", b"sep=;\n", b'"']


@settings(max_examples=300, suppress_health_check=_KEEP, deadline=None)
@given(st.sampled_from(_MAGIC), st.binary(max_size=300))
@example(b"", b"\0")
@example(b"nr;text\n", b'1;"\0')
def test_any_bytes_are_read_or_told_never_an_error(tmp_path, magic, content):
    path = write(tmp_path / "x.csv", magic + content)
    try:
        table = read_table(path)
    except UserError:
        return
    assert table.rows
    assert all(len(row) == len(table.heads) for row in table.rows)


@settings(max_examples=150, suppress_health_check=_KEEP, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_workbook_with_any_bytes_changed_is_read_or_told(tmp_path, at, spoilt):
    whole = tmp_path / "a.xlsx"
    if not whole.exists():
        write_xlsx(whole, [HEADS, ROW])
    content = bytearray(whole.read_bytes())
    place = at % len(content)
    content[place : place + len(spoilt)] = spoilt
    try:
        read_table(write(tmp_path / "b.xlsx", bytes(content)))
    except UserError as told:
        assert str(told)


_SIGNS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Co", "Cn"),
    exclude_characters="\ufeff\x1c\x1d\x1e\x1f",
    include_characters="\n",
)
_GERMAN = st.characters(min_codepoint=32, max_codepoint=126, include_characters="\n\t\"'äöüÄÖÜß")
_TABLES = st.integers(1, 5).flatmap(
    lambda width: st.tuples(
        st.permutations(("id", "nr", "handlungsfeld", "art", "text")).map(lambda heads: heads[:width]),
        st.sampled_from(ENCODINGS),
    ).flatmap(
        lambda chosen: st.tuples(
            st.just(chosen),
            st.lists(
                st.lists(
                    st.text(_GERMAN if chosen[1] == "cp1252" else _SIGNS, max_size=12), min_size=width, max_size=width
                ),
                min_size=1,
                max_size=6,
            ),
        )
    )
)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@settings(max_examples=400, suppress_health_check=_KEEP, deadline=None)
@given(_TABLES, st.sampled_from(";,\t"))
def test_any_table_that_csv_writes_is_read_back_equal(tmp_path, drawn, delimiter):
    (heads, encoding), rows = drawn
    content = csv_bytes([heads, *rows], delimiter=delimiter, encoding=encoding)
    assume(encoding != "cp1252" or content.isascii() or not _is_utf8(content))  # bytes that are both are UTF-8
    path = write(tmp_path / "x.csv", content)
    wanted = [tuple(cell_text(cell) for cell in row) for row in rows]
    wanted = [row for row in wanted if any(row)]
    if not wanted:
        assert "nur Spaltenk" in refused(path)
        return
    table = read_table(path)
    assert table.heads == tuple(heads)
    assert list(table.rows) == wanted


def test_an_encrypted_part_is_told(tmp_path):
    whole = write_xlsx(tmp_path / "a.xlsx", [HEADS, ROW]).read_bytes()
    content = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            content[at + offset] |= 1
    assert zlib.crc32(bytes(content)) != zlib.crc32(whole)
    refused(write(tmp_path / "b.xlsx", bytes(content)))
