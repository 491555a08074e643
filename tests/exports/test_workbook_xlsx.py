"""The lists for Excel, read back and compared with the file."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from forumtool.services import proposals, reporting, tags
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import capture, forum_for
from tests.exports.samples import PERSONS, filled, rows_of, xlsx

SHEETS = [
    "Vorschläge",
    "Ziele",
    "Gruppen",
    "Gewichtung",
    "Maßnahmen",
    "Vereinbarungen",
    "Angebote",
    "Hemmnisse",
    "Themenspeicher",
    "Teilnehmende",
    "Entscheidungen",
    "Legende",
]


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _book(file: ForumFile, names: str = "organisations") -> bytes:
    return xlsx(reporting.build(file, forum_id=None, names=names))[0]


def test_each_card_is_one_row_as_in_the_file(file: ForumFile) -> None:
    capture(file, 'Viele @"Birhan e. V." #Jugend')
    rows = {row["Nr."]: row for row in rows_of(_book(file, "full"), "Vorschläge")}
    cards = cards_of(file)
    assert list(rows) == [card.number for card in cards]
    for card in cards:
        row = rows[card.number]
        assert row["Vorschlag"] == card.text
        assert row["Originalton"] == card.original_text
        assert row["Ziel-Nr."] == card.goal_number
        assert (row["Gruppe"] or "") == card.cluster_title
        assert (row["Phase der Migration"] or "") == ", ".join(
            tag.title for tag in card.tags if tag.group_title == "Phase der Migration"
        )
        assert (row["Zuspruch"] or 0) == card.support_count
        assert (row["Notiz"] or "") == card.note
    assert PERSONS[0] in rows["A-1"]["Von"]
    decided = next(row for row in rows.values() if row["Entscheidung"])
    assert (decided["Entscheidung"], decided["Frist"]) == ("übernehmen", datetime(2017, 3, 1))


def test_groups_and_dots_are_those_of_the_file(file: ForumFile) -> None:
    book = _book(file)
    groups = rows_of(book, "Gruppen")
    assert [(row["Gruppe"], row["Karten"], row["Punkte"]) for row in groups] == [
        (row.title, row.cards, row.dots) for row in outcomes.clusters(file)
    ]
    weighed = rows_of(book, "Gewichtung")
    assert [(row["Rang"], row["Gruppe oder Karte"], row["Punkte"]) for row in weighed] == [
        (1, "Räume", 9),
        (2, "Begegnung", 7),
    ] * 3
    assert {row["Punkte erwartet"] for row in weighed} == {20}
    assert [row["Vorschläge"] for row in rows_of(book, "Ziele")] == [
        len(cards_of(file, goal_id=goal.id)) for goal in goals(file)
    ]


def test_every_sheet_is_a_table_with_frozen_head_filter_and_print_set_up(file: ForumFile) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_book(file, "full")))
    assert book.sheetnames == SHEETS
    names = set()
    for page in book:
        (table,) = page.tables.values()
        names.add(table.displayName)
        assert table.ref == page.dimensions
        assert table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in page[1]]
        assert page.freeze_panes == "B2"
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1"
        assert not page.merged_cells.ranges
        assert page.max_row > 1
    assert len(names) == len(SHEETS)


def test_decisions_are_chosen_from_a_list_in_the_last_columns(file: ForumFile) -> None:
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    (listed,) = page.data_validations.dataValidation
    assert listed.formula1 == '"übernehmen,zusammenführen,zurückstellen,ablehnen"'
    heads = [cell.value for cell in page[1]]
    assert heads[-4:] == ["Entscheidung", "Begründung", "Zuständig", "Frist"]
    (area,) = listed.sqref.ranges
    assert (heads[area.min_col - 1], area.min_row, area.max_row) == ("Entscheidung", 2, page.max_row)


def test_people_are_listed_only_when_names_are_full(file: ForumFile) -> None:
    assert "Teilnehmende" not in openpyxl.load_workbook(io.BytesIO(_book(file))).sheetnames
    listed = rows_of(_book(file, "full"), "Teilnehmende")
    assert {row["Name"] for row in listed} >= set(PERSONS)


def test_empty_file_gives_a_valid_table_on_every_sheet(tmp_path: Path) -> None:
    new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        package = _book(file, "full")
    for page in openpyxl.load_workbook(io.BytesIO(package)):
        (table,) = page.tables.values()
        assert int(table.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) >= 2
    assert rows_of(package, "Vorschläge") == []


def test_text_that_looks_like_a_formula_stays_text(file: ForumFile) -> None:
    typed = ("=1+1", "+49 241", "-5 Grad", "@home", "#N/A", "_x0041_", '=HYPERLINK("x")')
    wanted = {}
    for text in typed:
        (card,) = capture(file, "x")
        proposals.reword(file, card.id, text)
        wanted[card.number] = text
    package = _book(file)
    shown = {row["Nr."]: row["Vorschlag"] for row in rows_of(package, "Vorschläge")}
    assert {number: shown[number] for number in wanted} == wanted
    page = openpyxl.load_workbook(io.BytesIO(package))["Vorschläge"]
    at = heads(page).index("Vorschlag")
    cells = [row[at] for row in page.iter_rows(min_row=2) if row[0].value in wanted]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [text[0] in "=+-@" for text in typed]


def heads(page) -> list[str]:
    return [cell.value for cell in page[1]]


def test_tag_group_named_like_a_column_does_not_break_the_table(file: ForumFile) -> None:
    tags.add_tag_group(file, "forum")
    tags.add_tag_group(file, "")
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    titles = [title.casefold() for title in heads(page)]
    assert len(set(titles)) == len(titles)
    assert "forum (2)" in titles


def test_long_text_is_shortened_visibly_and_noted_in_the_legend(file: ForumFile) -> None:
    card = capture(file, "x")[0]
    proposals.reword(file, card.id, "😀" * 20_000)
    package, notes = xlsx(reporting.build(file, forum_id=forum_for(file).id))
    text = {row["Nr."]: row["Vorschlag"] for row in rows_of(package, "Vorschläge")}[card.number]
    assert text.endswith("… [gekürzt, voller Wortlaut im Protokoll]")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert len(notes) == 1
    assert card.number in notes[0]
    assert notes[0] in [row["Bedeutung"] for row in rows_of(package, "Legende")]
