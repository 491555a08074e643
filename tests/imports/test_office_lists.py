"""Lists of people as offices write them."""

import zipfile

import openpyxl
import pytest

from forumtool.domain.errors import UserError
from forumtool.imports.participant_list import plan_people
from forumtool.imports.plan import ParticipantPlan
from forumtool.imports.table import Table, lines_for_heads, read_source, read_table, table_in
from tests.imports.builders import write, write_csv, write_xlsx

PREAMBLE = (["Stadt Aachen · Fachbereich 56"], [], ["Fachforum 3", "", "12. Mai 2016"], ["Stand:", "2. Mai"], [])


def planned(table: Table) -> ParticipantPlan:
    return plan_people(table, None, forum_id="forum")


def people(table: Table) -> list[tuple[str, str]]:
    return [(one.name, one.organisation) for one in planned(table).people]


def test_lines_above_blank_lines_between_and_notes_below_do_not_disturb(tmp_path):
    rows = [
        *PREAMBLE, ["Name, Vorname", "Institution / Verein", "E-Mail"], ["Müller, Jörg", "Caritas", "j@example.org"],
        [], ["Yılmaz, Fatma", "Birhan e. V.", ""], ["", "", ""], ["Summe", "2"], ["* kommt später"],
    ]  # fmt: skip
    for path in (write_csv(tmp_path / "a.csv", rows), write_xlsx(tmp_path / "a.xlsx", rows)):
        found = planned(read_table(path))
        assert [(one.name, one.organisation) for one in found.people] == [
            ("Jörg Müller", "Caritas"), ("Fatma Yılmaz", "Birhan e. V."),
        ]  # fmt: skip
        assert [(line.number, line.remark) for line in found.lines if not line.taken] == [
            (8, "leere Zeile"), (10, "leere Zeile"), (11, "sieht nach einer Summe aus"),
            (12, "sieht nach einer Anmerkung aus"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([["Müller, Max", "Caritas"], ["Kaya, Ayşe", "AWO e. V."], ["Ott, Jan", "Stadt Aachen"]],
         [("Max Müller", "Caritas"), ("Ayşe Kaya", "AWO e. V."), ("Jan Ott", "Stadt Aachen")]),
        ([["1", "Max Müller", "x@y.org"], ["2", "Ayşe Kaya", "a@b.org"]], [("Max Müller", ""), ("Ayşe Kaya", "")]),
        ([["Max Müller"], ["Ayşe Kaya"], ["Anna von der Heide"]],
         [("Max Müller", ""), ("Ayşe Kaya", ""), ("Anna von der Heide", "")]),
        ([["Müller", "Max", "a@b.org"], ["Kaya", "Ayşe", "c@d.org"]], [("Max Müller", ""), ("Ayşe Kaya", "")]),
    ],
)  # fmt: skip
def test_a_list_without_any_heads_is_read_by_what_its_cells_hold(tmp_path, rows, wanted):
    table = read_table(write_csv(tmp_path / "a.csv", rows, delimiter="\t"))
    assert (table.head_line, table.heads[0]) == (0, "Spalte 1")
    assert people(table) == wanted


def test_heads_that_the_program_does_not_know_do_not_hide_the_names(tmp_path):
    rows = [["Wer", "Woher", "Kontakt"], ["Max Müller", "Caritas", "m@c.org"], ["Ayşe Kaya", "AWO e. V.", "a@b.org"]]
    assert people(read_table(write_csv(tmp_path / "a.csv", rows))) == [
        ("Max Müller", "Caritas"), ("Ayşe Kaya", "AWO e. V."),
    ]  # fmt: skip


def test_the_user_may_point_to_the_heads_or_say_that_there_are_none(tmp_path):
    source = read_source(
        write_csv(tmp_path / "a.csv", [["Gäste"], ["Wer", "Woher"], ["Birhan", "Aachen"], ["Awet", "Köln"]])
    )
    assert [line for line, _row in lines_for_heads(source, "")] == [1, 2, 3, 4]
    assert table_in(source, head_line=2).rows == (("Birhan", "Aachen"), ("Awet", "Köln"))
    without = table_in(source, head_line=0)
    assert (without.heads, len(without.rows)) == (("Spalte 1", "Spalte 2"), 4)


def test_the_user_may_choose_another_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Zusagen"
    for row in (["Name", "Verein"], ["Max", "A"]):
        book.active.append(row)
    other = book.create_sheet("Absagen")
    for row in (["Name"], ["Eva"]):
        other.append(row)
    hidden = book.create_sheet("Auswahl")
    hidden.append(["Name", "Verein", "E-Mail", "Funktion"])
    hidden.append(["nicht gemeint"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    source = read_source(tmp_path / "a.xlsx")
    assert [sheet.title for sheet in source.sheets] == ["Zusagen", "Absagen"]
    assert table_in(source).sheet == "Zusagen"
    assert table_in(source, "Absagen").rows == (("Eva",),)


def test_what_is_merged_over_several_rows_is_meant_in_each(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Gästeliste"], ["Verein", "Name"], ["Caritas", "Max"], ["", "Eva"], ["", "Jan"], ["AWO", "Ali"]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A5")
    book.save(tmp_path / "a.xlsx")
    assert people(read_table(tmp_path / "a.xlsx")) == [
        ("Max", "Caritas"), ("Eva", "Caritas"), ("Jan", "Caritas"), ("Ali", "AWO"),
    ]  # fmt: skip


def test_a_merged_cell_makes_no_rows_where_there_are_none(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Name"], ["Max"], [None], ["Eva"]])
    with zipfile.ZipFile(path) as parts:
        every = {name: parts.read(name) for name in parts.namelist()}
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:XFD1048576"/></mergeCells>'
    every["xl/worksheets/sheet1.xml"] = every["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", merged)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as parts:
        for name, content in every.items():
            parts.writestr(name, content)
    assert people(read_table(tmp_path / "b.xlsx")) == [("Max", ""), ("Eva", "")]


def test_a_list_that_holds_nothing_but_figures_is_told(tmp_path):
    with pytest.raises(UserError, match="keine Spaltenköpfe"):
        read_table(write(tmp_path / "a.csv", b"1;2\n3;4\n"))
