"""The lists for Excel, read back and compared with the file."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from forumtool.exports.decision_columns import DECISION_COLUMNS
from forumtool.exports.sheets.sheet import dated
from forumtool.services import action_fields, decisions, proposals, reporting, tags
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes, process
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import capture, forum_for
from tests.exports.samples import PERSONS, everything_in, filled, rows_of, xlsx

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
    "Abdeckung",
    "Teilnehmende",
    "Entscheidungen",
    "Diagramme",
    "Legende",
    "Auswahl",
]


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _book(file: ForumFile, names: str = "organisations") -> bytes:
    audience = "internal" if names == "full" else "steering"
    return xlsx(reporting.build(file, forum_id=None, names=names, audience=audience))[0]


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
    for page in (page for page in book if page.title not in {"Diagramme", "Auswahl"}):
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
    assert len(names) == len(SHEETS) - 2
    assert book["Auswahl"].sheet_state == "hidden"


def test_every_column_to_decide_in_is_last_and_takes_only_what_fits(file: ForumFile) -> None:
    action_fields.add_action_field(file, "Arbeit, Ausbildung und „Selbständigkeit“ in allen Stadtteilen und Quartieren")
    book = openpyxl.load_workbook(io.BytesIO(_book(file)))
    page = book["Vorschläge"]
    assert heads(page)[-10:] == [column.title for column in DECISION_COLUMNS]
    rules = {_head_of(page, rule): rule for rule in page.data_validations.dataValidation}
    assert {str(rule.sqref).split(":")[1][-2:] for rule in rules.values()} == {str(page.max_row)}
    assert _words(book, rules["Entscheidung"]) == ["übernehmen", "zusammenführen", "zurückstellen", "ablehnen"]
    fields = _words(book, rules["Handlungsfeld"])
    assert len(",".join(fields)) > 255, "more than Excel takes in a rule"
    assert fields == [row.label for row in process.action_fields(file)]
    assert rules["Zusammenführen mit"].formula1 == f"$A$2:$A${page.max_row}"
    assert [rules[head].type for head in ("Frist", "Ja", "Nein", "Enthaltung")] == ["date", "whole", "whole", "whole"]


def test_numbers_come_first_and_take_no_typing(file: ForumFile) -> None:
    for page in openpyxl.load_workbook(io.BytesIO(_book(file, "full"))):
        if page.title in {"Diagramme", "Legende", "Auswahl"}:
            continue
        (kept,) = [rule for rule in page.data_validations.dataValidation if rule.type == "custom"]
        assert (kept.formula1, kept.errorStyle or "stop") == ("1=0", "stop")
        assert str(kept.sqref) in {f"A2:A{page.max_row}", "A2"}
        assert not page.protection.sheet, "a protected list could be neither sorted nor added to"


def test_only_cells_to_decide_in_are_unlocked(file: ForumFile) -> None:
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    first, second, *_rest = page.iter_rows(min_row=2)
    for row in (first, second):
        assert [cell.protection.locked for cell in row] == [True] * (len(row) - 10) + [False] * 10
    shown = dict(zip(heads(page), first, strict=True))
    assert (shown["Begründung"].number_format, shown["Frist"].is_date, shown["Ja"].alignment.horizontal) == (
        "@", True, "right",
    )  # fmt: skip


def test_open_decisions_and_each_verdict_have_a_colour_that_can_be_read(file: ForumFile) -> None:
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    (area,) = page.conditional_formatting
    letter = get_column_letter(heads(page).index("Entscheidung") + 1)
    assert str(area.sqref) == f"{letter}2:{letter}{page.max_row}"
    assert [rule.formula[0] for rule in area.rules] == [
        f'AND($A2<>"",LEN(TRIM(${letter}2))=0)',
        *(f'${letter}2="{word}"' for word in ("übernehmen", "zusammenführen", "zurückstellen", "ablehnen")),
    ]
    for rule in area.rules:
        assert _contrast(rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb) >= 4.5


def test_decisions_are_recorded_with_their_day_and_votes(file: ForumFile) -> None:
    card = capture(file, "x")[0]
    field = process.action_fields(file)[1]
    values = {"decided_on": "2016-06-09", "due": "2017-03-01", "measure_number": "2.7", "action_field_id": field.id}
    decisions.decide(file, card.id, verdict="adopt", votes_yes=9, votes_abstained=1, **values)
    package = _book(file)
    row = next(row for row in rows_of(package, "Entscheidungen") if row["Vorschlag-Nr."] == card.number)
    told = ("Beschlossen am", "Entscheidung", "Frist", "Ja", "Nein", "Enthaltung", "Maßnahmen-Nr.", "Handlungsfeld")
    assert [row[title] for title in told] == [
        datetime(2016, 6, 9), "übernehmen", datetime(2017, 3, 1), 9, 0, 1, "2.7", field.label,
    ]  # fmt: skip
    asked = next(row for row in rows_of(package, "Vorschläge") if row["Nr."] == card.number)
    assert [asked[column.title] for column in DECISION_COLUMNS] == [row[column.title] for column in DECISION_COLUMNS]


def test_the_file_says_how_far_the_process_was_and_nothing_else_of_it(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=None)
    assert report.stand.split()[1:] == [file.one("SELECT max(id) FROM step")[0]]
    (property_,) = openpyxl.load_workbook(io.BytesIO(xlsx(report)[0])).custom_doc_props
    assert (property_.name, property_.value) == ("forumtool-stand", report.stand)
    capture(file, "noch eine")
    assert reporting.build(file, forum_id=None).stand != report.stand


def _head_of(page, rule) -> str:
    return heads(page)[next(iter(rule.sqref.ranges)).min_col - 1]


def _words(book, rule) -> list[str]:
    sheet, area = book.defined_names[rule.formula1].attr_text.split("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][area.replace("$", "")]]


def _contrast(front: str, ground: str) -> float:
    """The contrast of two colours as ``AARRGGBB`` (WCAG 2.2, relative luminance)."""
    one, other = sorted((_luminance(front[2:]), _luminance(ground[2:])), reverse=True)
    return (one + 0.05) / (other + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("audience", ["steering", "public"])
def test_people_are_listed_for_the_office_itself_only(file: ForumFile, audience: str) -> None:
    every = xlsx(reporting.build(file, forum_id=None, audience=audience, names="full"))[0]
    assert "Teilnehmende" not in openpyxl.load_workbook(io.BytesIO(every)).sheetnames
    for hidden in ("testpost.example", "kommt später"):
        assert hidden not in everything_in(every)
    assert "Teilnehmende" not in openpyxl.load_workbook(io.BytesIO(_book(file))).sheetnames
    listed = rows_of(_book(file, "full"), "Teilnehmende")
    assert {row["Name"] for row in listed} >= set(PERSONS)


def test_an_arrival_is_a_moment_that_excel_can_sort(file: ForumFile) -> None:
    listed = [one for part in reporting.build(file, forum_id=None, audience="internal").forums for one in part.people]
    came = {one.name: datetime.fromisoformat(one.arrived_at).astimezone() for one in listed if one.arrived_at}
    page = openpyxl.load_workbook(io.BytesIO(_book(file, "full")))["Teilnehmende"]
    at = {str(cell.value): cell.column for cell in page[1]}
    cells = {page.cell(row, at["Name"]).value: page.cell(row, at["Angekommen"]) for row in range(2, page.max_row + 1)}
    assert came
    for name, cell in cells.items():
        if name in came:
            assert cell.is_date and cell.number_format == "m/d/yy h:mm"
            assert abs(cell.value - came[name].replace(tzinfo=None)).total_seconds() < 1
        else:
            assert cell.value is None


def test_the_list_for_everybody_is_a_record_and_asks_for_nothing(file: ForumFile) -> None:
    package = xlsx(reporting.build(file, forum_id=None, audience="public"))[0]
    book = openpyxl.load_workbook(io.BytesIO(package))
    assert not [rule for page in book for rule in page.data_validations.dataValidation]
    assert "Auswahl" not in book.sheetnames and not list(book.custom_doc_props.props)
    assert [cell.protection.locked for cell in book["Vorschläge"][2]] == [True] * book["Vorschläge"].max_column
    assert heads(book["Vorschläge"])[-10:] == [column.title for column in DECISION_COLUMNS]
    (area,) = book["Vorschläge"].conditional_formatting
    assert len(area.rules) == 4, "each verdict, and no colour for what is open"
    decided = next(row for row in rows_of(package, "Vorschläge") if row["Entscheidung"])
    assert (decided["Entscheidung"], decided["Begründung"]) == ("übernehmen", "Es fehlt im Quartier.")
    for asking in ("Auswahlliste", "entschieden wird", "leer lassen", "Nummer führt", "Bitte"):
        assert asking not in everything_in(package), asking


def test_legend_and_footer_say_for_whom_the_lists_are_and_what_they_leave_out(file: ForumFile) -> None:
    told = {
        "internal": ("Nur für den internen Gebrauch", None),
        "steering": ("Für die Steuerungsgruppe", "die Liste der Teilnehmenden"),
        "public": (
            "Für die Öffentlichkeit",
            "die Liste der Teilnehmenden, wer etwas beigetragen hat, Notizen, Spalten zum Ausfüllen",
        ),
    }
    for audience, (whom, missing) in told.items():
        package = xlsx(reporting.build(file, forum_id=None, audience=audience))[0]
        legend = {row["Blatt"]: row["Bedeutung"] for row in rows_of(package, "Legende")}
        assert (legend["Für wen"], legend.get("Was fehlt")) == (whom, missing)
        book = openpyxl.load_workbook(io.BytesIO(package))
        assert {page.oddFooter.left.text for page in book if page.title != "Auswahl"} == {whom}
        columns = {head for page in book for head in heads(page)}
        assert ("Von" in columns, "Notiz" in columns) == (audience != "public",) * 2


def test_lists_that_name_everybody_never_say_that_they_may_leave_the_house(file: ForumFile) -> None:
    package = xlsx(reporting.build(file, forum_id=None, audience="steering", names="full"))[0]
    legend = {row["Blatt"]: row["Bedeutung"] for row in rows_of(package, "Legende")}
    assert legend["Für wen"] == "Nur für den internen Gebrauch"


def test_empty_file_gives_a_valid_table_on_every_sheet(tmp_path: Path) -> None:
    new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        package = _book(file, "full")
    for page in openpyxl.load_workbook(io.BytesIO(package)).worksheets[:-1]:
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


def test_a_column_to_decide_in_keeps_its_title_whatever_vocabularies_are_called(file: ForumFile) -> None:
    tags.add_tag_group(file, "Frist")
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    assert heads(page)[-6] == "Frist"
    assert "Frist (2)" in heads(page)[:-10]


def test_text_from_right_to_left_is_read_that_way(file: ForumFile) -> None:
    (card,) = capture(file, "مقهى الحي")
    page = openpyxl.load_workbook(io.BytesIO(_book(file)))["Vorschläge"]
    at = heads(page).index("Vorschlag")
    orders = {row[0].value: row[at].alignment.readingOrder for row in page.iter_rows(min_row=2)}
    assert orders.pop(card.number) == 2
    assert set(orders.values()) == {0}


def test_long_text_stands_whole_in_a_sheet_of_its_own(file: ForumFile) -> None:
    card = capture(file, "x")[0]
    whole = "😀_x0041_ " * 5_000
    proposals.reword(file, card.id, whole)
    package, notes = xlsx(reporting.build(file, forum_id=forum_for(file).id))
    text = {row["Nr."]: row["Vorschlag"] for row in rows_of(package, "Vorschläge")}[card.number]
    beginning, ending = text.split("… [")
    assert whole.startswith(beginning)
    assert ending == "ganzer Wortlaut im Blatt „Lange Texte“]"
    parts = rows_of(package, "Lange Texte")
    assert {row["Steht in"] for row in parts} == {f"Vorschläge {card.number}"}
    assert "".join(row["Text"] for row in parts) == whole.strip()
    assert len(notes) == 1
    assert card.number in notes[0]
    assert notes[0] in [row["Bedeutung"] for row in rows_of(package, "Legende")]


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("2017-03-31", date(2017, 3, 31)), ("2017-03", "03.2017"), ("Ende Juni", "Ende Juni"), ("2017-13", "2017-13"),
     ("20170331", "20170331"), ("", "")],
)  # fmt: skip
def test_a_deadline_stands_as_people_type_it(kept: str, shown: object) -> None:
    assert dated(kept) == shown
