"""The charts of the workbook: what they are drawn from, what they are called, and what they say to those who read."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from forumtool.services import reporting, tags, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.process import constituencies
from tests.builders import capture, example, forum_for, goal_of, group
from tests.exports.samples import rows_of, xlsx

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
QUESTION = "Womit <zuerst> & _x0041_?"


@pytest.fixture
def file(tmp_path: Path):
    """Two groups with coloured dots, twenty cards with dots, a scale, and a round that nobody has counted."""
    with ForumFile.open(example(tmp_path)) as open_file:
        _fill(open_file)
        yield open_file


def _fill(file: ForumFile) -> None:
    where = {"forum_id": forum_for(file).id, "goal_id": goal_of(file).id}
    made = capture(
        file, *(f"Vorschlag mit einem langen Wortlaut für ein schmales Diagramm, der {at}." for at in range(20))
    )
    first, second = group(file, "=Begegnung", [made[0].id]), group(file, "Räume", [made[1].id])
    weighing.ask(file, **where, question=QUESTION, per_constituency=True)
    weighing.ask(file, **where, question="Welche Karte?", targets="cards")
    weighing.ask(file, **{**where, "goal_id": None}, question="Wie war es?", kind="scale", steps=4, low="mäßig", high="gut")  # fmt: skip  # noqa: E501
    weighing.ask(file, **where, question="Noch offen?")
    groups, cards, scale, _open = outcomes.dot_rounds(file)
    benches = [bench.id for bench in constituencies(file, "forum")]
    for key, bench, dots in ((first, benches[0], 2), (first, benches[1], 1), (second, benches[0], 4)):
        weighing.count(file, groups.id, key, dots, constituency_id=bench)
    for at, card in enumerate(made, 1):
        weighing.count(file, cards.id, card.id, at)
    weighing.count_on_step(file, scale.id, 4, 2)


def _package(file: ForumFile) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(xlsx(reporting.build(file, forum_id=forum_for(file).id))[0]))


def _charts(package: zipfile.ZipFile) -> list[ElementTree.Element]:
    names = sorted(
        (name for name in package.namelist() if name.startswith("xl/charts/")), key=lambda name: (len(name), name)
    )
    return [ElementTree.fromstring(package.read(name)) for name in names]


def _title(chart: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in chart.find(f"{CHART}chart/{CHART}title").iter(f"{DRAWN}t"))


def test_each_counted_question_has_a_chart_that_bears_it(file: ForumFile) -> None:
    charts = {_title(chart): chart for chart in _charts(_package(file))}
    assert list(charts) == [
        "Vorschläge je Ziel und Merkmal: Phase der Migration",
        QUESTION,
        "Welche Karte?",
        "Wie war es?",
    ]
    kinds = {title: chart.find(f".//{CHART}barDir").get("val") for title, chart in charts.items()}
    assert list(kinds.values()) == ["bar", "bar", "bar", "col"]
    stacked = [title for title, chart in charts.items() if chart.find(f".//{CHART}grouping").get("val") == "stacked"]
    assert stacked == list(charts)[:2]
    assert [title for title, chart in charts.items() if chart.find(f".//{CHART}legend") is not None] == stacked


def test_charts_are_drawn_from_the_cells_that_show_the_same(file: ForumFile) -> None:
    package = _package(file)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(reporting.build(file, forum_id=forum_for(file).id))[0]))
    for chart in _charts(package):
        for kept in (*chart.iter(f"{CHART}strRef"), *chart.iter(f"{CHART}numRef")):
            sheet, area = kept.find(f"{CHART}f").text.rsplit("!", 1)
            found = book[sheet.strip("'")][area.replace("$", "")]
            cells = [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]
            assert [str(cell) for cell in cells] == [node.text for node in kept.iter(f"{CHART}v")]
            assert None not in cells


def test_only_the_first_fifteen_cards_are_drawn_and_long_names_end_visibly(file: ForumFile) -> None:
    (chart,) = (chart for chart in _charts(_package(file)) if _title(chart) == "Welche Karte?")
    names = [node.text for node in chart.find(f".//{CHART}cat").iter(f"{CHART}v")]
    assert [name.split()[0] for name in names] == [f"A-{at}" for at in range(20, 5, -1)]
    assert all(name.endswith(" …") and len(name) <= 70 for name in names)


def test_every_chart_says_in_words_what_it_shows(file: ForumFile) -> None:
    package = _package(file)
    drawings = sorted(name for name in package.namelist() if name.startswith("xl/drawings/drawing"))
    told = [
        frame.get("descr")
        for name in drawings
        for frame in ElementTree.fromstring(package.read(name)).iter(f"{FRAME}cNvPr")
    ]
    assert len(told) == len(_charts(package))
    assert told[1] == f"Diagramm zur Frage „{QUESTION}“. Punkte: Räume: 4, =Begegnung: 3."
    assert told[3].endswith("Punkte: 1 – mäßig: 0, 2: 0, 3: 0, 4 – gut: 2.")


def test_coverage_has_a_row_for_each_goal_and_a_column_for_each_phase_and_age(file: ForumFile) -> None:
    capture(file, "eins #Ankommen #Kinder", "zwei #Ankommen", number="3.1")
    report = reporting.build(file, forum_id=forum_for(file).id)
    rows = {row["Ziel-Nr."]: row for row in rows_of(xlsx(report)[0], "Abdeckung")}
    assert list(rows) == ["3.1", "3.2", "3.3"]
    assert [rows["3.1"][head] for head in ("Vorschläge", "Ankommen", "Kinder", "Bleiben")] == [2, 2, 1, 0]
    page = openpyxl.load_workbook(io.BytesIO(xlsx(report)[0]))["Abdeckung"]
    assert [rule.type for area in page.conditional_formatting for rule in area.rules] == ["colorScale", "colorScale"]


def test_without_vocabularies_there_is_no_coverage_and_without_dots_no_chart(tmp_path: Path) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        for row in reporting.build(file, forum_id=None).tag_groups:
            tags.remove_tag_group(file, row.id)
        book = openpyxl.load_workbook(io.BytesIO(xlsx(reporting.build(file, forum_id=None))[0]))
    assert not {"Abdeckung", "Diagramme"} & set(book.sheetnames)


def test_parts_of_a_bar_differ_by_more_than_their_colours(file: ForumFile) -> None:
    stacked = [chart for chart in _charts(_package(file)) if len(list(chart.iter(f"{CHART}ser"))) > 2]
    assert stacked
    for chart in stacked:
        fills = [next(iter(line.find(f"{CHART}spPr"))) for line in chart.iter(f"{CHART}ser")]
        looks = [fill.get("prst") or fill[0].get("val") for fill in fills]
        assert len(set(looks)) == len(looks), "two plain colours, then a pattern each"
        assert all(fill.tag.endswith("pattFill") for fill in fills[2:])
