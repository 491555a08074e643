"""Zusammenschau says the same in the window, in Word and in Excel, whatever was done before."""

import io
from collections import Counter
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forumtool.domain.rows import NewParticipant
from forumtool.exports import workbook_xlsx
from forumtool.exports.blocks import Table
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.word_document import write_document
from forumtool.i18n import catalogue
from forumtool.services import joining, people
from forumtool.services.decisions import decide
from forumtool.services.synthesis import build_synthesis
from forumtool.storage.forum_file import ForumFile
from forumtool.ui.parts.heat_table import HeatTable
from forumtool.ui.places.synthesis import Synthesis
from tests.builders import capture, forum_for
from tests.exports.samples import paragraphs_of, rows_of, sections_of
from tests.ui.forum_day import forum_day

SAY = catalogue("de")
GOALS = ("1.1", "3.1", "3.2", "4.1")
TAGS = ("#Ankommen", "#Jugend", "#Bleiben #Alter", "")
NAMED = ("!Haftung", '+"Café Zuflucht"', '!"Neues Hemmnis" +Bürgerbus', "")
BENCHES = ("Praxis", "Verwaltung", "Jugendrat", "")

acts = st.lists(
    st.one_of(
        st.tuples(st.just("card"), st.sampled_from(GOALS), st.sampled_from(TAGS), st.sampled_from(NAMED)),
        st.tuples(st.just("join"), st.integers(0, 60), st.integers(0, 60)),
        st.tuples(st.just("decide"), st.integers(0, 60), st.sampled_from(("adopt", "defer", "reject", ""))),
        st.tuples(st.just("person"), st.sampled_from(GOALS), st.sampled_from(BENCHES), st.booleans()),
    ),
    min_size=1,
    max_size=6,
)


class Written(NamedTuple):
    """The synthesis as Word and as Excel, and the tables that stand in Word."""

    word: bytes
    excel: bytes
    tables: list[Table]


def do(file: ForumFile, act: tuple[Any, ...]) -> None:
    cards = [key for (key,) in file.plain("SELECT id FROM card ORDER BY id")]
    match act:
        case ("card", goal, tags, named):
            capture(file, f"Ein Weg {tags} {named}".strip(), number=goal)
        case ("join", one, other) if cards[one % len(cards)] != cards[other % len(cards)]:
            joining.join(file, [cards[one % len(cards)]], cards[other % len(cards)])
        case ("decide", one, verdict):
            decide(file, cards[one % len(cards)], verdict=verdict)
        case ("person", goal, bench, present):
            (count,) = file.one("SELECT count(*) FROM participant")
            person = NewParticipant(f"Person {count}", constituency=bench)
            people.add_participants(file, forum_for(file, goal).id, [person], present=present)


def written(file: ForumFile) -> Written:
    kind, report = DOCUMENTS["synthesis"], build_synthesis(file)
    word, excel = io.BytesIO(), io.BytesIO()
    document = kind.compose(report, SAY, None)
    write_document(document, report, word)
    assert kind.lists is not None
    workbook_xlsx.write(report, excel, SAY, kind.lists.make(report, SAY))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return Written(word.getvalue(), excel.getvalue(), tables)


@given(done=acts)
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],  # the file goes on from example to example: there is nothing to shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_figures_are_the_same_everywhere(day: Synthesis, done: list[tuple[Any, ...]]) -> None:
    file = day.desk.file
    for act in done:
        do(file, act)
    made = written(file)
    for key, agree in (("gaps", gaps_agree), ("named", frequencies_agree), ("rooms", rooms_agree),
                       ("became", ways_agree)):  # fmt: skip
        day.open_page(key)
        day.page.refresh()
        agree(day.page, made)


@pytest.fixture
def day(tmp_path, qtbot):
    with forum_day(tmp_path, qtbot, "synthesis") as window:
        yield window.places["synthesis"]


def counts_in(heat: HeatTable) -> dict[str, dict[str, int]]:
    """The counts of a table by the labels of its rows and the heads of its columns."""
    heads = [column.head for column in heat.model.columns]
    return {row.label: dict(zip(heads, row.counts, strict=True)) for row in heat.model.rows}


def gaps_agree(page: Any, made: Written) -> None:
    shown = counts_in(page.heat)
    excel = {f"{row['Ziel-Nr.']} {row['Ziel']}": row for row in rows_of(made.excel, "Abdeckung")}
    assert shown == {goal: {tag: excel[goal][tag] for tag in counts} for goal, counts in shown.items()}
    numbers = [goal.split()[0] for goal in shown]
    for tag, *cells in sections_of(made.word)["Wo fehlen Wege?"][:-1]:
        for number, cell, row in zip(numbers, cells, page.heat.model.rows, strict=True):
            at = [column.head for column in page.heat.model.columns].index(tag)
            assert cell == (str(row.counts[at]) if row.counts[at] else "fehlt" if row.lacks(at) else "–"), number
    model = page.coverage.gaps_model
    listed = [(gap.goal.number, " × ".join(tag.title for tag in gap.tags) or "noch kein Weg") for gap in model.rows]
    assert listed == [(row["Ziel-Nr."], row["Was fehlt"]) for row in rows_of(made.excel, "Lücken")]
    counted = page.coverage.gaps_head.text().partition(": ")[2]
    lines = paragraphs_of(made.word)
    assert f"Was noch keinen Weg hat: {counted}." in lines
    kinds = Counter(row["Art"] for row in rows_of(made.excel, "Lücken"))
    assert page.figures._figures[3].text() == str(kinds["Merkmal"])
    for gap in model.rows:
        (line,) = (line for line in lines if line.startswith(f"{gap.goal.label}: "))
        assert all(tag.title in line for tag in gap.tags) if gap.tags else line.endswith("noch kein Weg")


def frequencies_agree(page: Any, made: Written) -> None:
    for key, head, sheet, section in (
        ("obstacle", "Hemmnis", "Hemmnisse je Feld", "Hemmnisse"),
        ("existing_offer", "Angebot", "Angebote je Feld", "Vorhandene Angebote"),
    ):
        rows = [(row.label, row.counts) for row in page.counts[key].model.rows]
        excel = rows_of(made.excel, sheet)
        label = " · ".join if key == "existing_offer" else "".join
        columns = list(excel[0])[3 if key == "existing_offer" else 2 :]
        columns.remove("ohne Themenfeld")
        named = [label(filter(None, (row[head], row.get("Stand")))) for row in excel]
        assert rows == [
            (name, tuple(row[column] for column in columns)) for name, row in zip(named, excel, strict=True)
        ]
        word = sections_of(made.word)[f"Hemmnisse und Angebote / {section}"]
        width = len(rows[0][1])
        assert [
            (label(row[:-width]), tuple(int(cell.replace("–", "0")) for cell in row[-width:])) for row in word
        ] == rows


def rooms_agree(page: Any, made: Written) -> None:
    model = page.rooms_model
    heads = [column.head for column in model.columns]
    shown = {
        row.title: {head: column.show(row) for head, column in zip(heads[2:], model.columns[2:], strict=True)}
        for row in model.rows
    }
    word: dict[str, dict[str, str]] = {}
    for table in made.tables:
        if table.columns[0].title == "Forum":
            for forum, *cells in table.rows:
                named = zip((column.title for column in table.columns[1:]), cells, strict=True)
                word.setdefault(forum, {}).update(named)
    assert word == shown
    listed: Counter[tuple[str, str]] = Counter()
    for row in rows_of(made.excel, "Zusammensetzung"):
        for forum in (str(row["Forum"]), "alle Foren"):
            for bench in (str(row["Bank"]), "zusammen"):
                listed[forum, bench] += int(str(row["eingeladen"]))
    for forum, benches in shown.items():
        assert {bench: told.split()[-1] for bench, told in benches.items()} == {
            bench: str(listed[forum, bench] or "–") for bench in benches
        }


def ways_agree(page: Any, made: Written) -> None:
    page.rows.complete()
    titles = page._titles
    shown = {row.number: (titles.outcome(row), page.model.columns[6].show(row), titles.field(row))
             for row in page._read(page.rows.every)}  # fmt: skip
    excel = {row["Vorschlags-Nr."]: row for row in rows_of(made.excel, "Herkunft")}
    assert set(shown) == set(excel)
    for number, (outcome, verdict, field) in shown.items():
        row = excel[number]
        assert (row["Entscheidung"] or "", row["Handlungsfeld"] or "") == (verdict, field)
        assert bool(row["Geht auf in"]) == outcome.startswith("geht auf in")
        assert all(part in outcome for part in str(row["Wurde zu"] or "").split("\n"))
    word: dict[str, str] = {}
    for table in made.tables:
        heads = [column.title for column in table.columns]
        if "Wurde zu" in heads:
            word |= {row[0]: row[heads.index("Wurde zu")] for row in table.rows}
    lines = {number: "\n".join(filter(None, (outcome.replace(" · ", "\n"), verdict))) or "noch offen"
             for number, (outcome, verdict, _field) in shown.items()}  # fmt: skip
    assert {number: told.replace(" · ", "\n") for number, told in word.items()} == lines
