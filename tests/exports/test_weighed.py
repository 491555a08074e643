"""Rounds of every kind and whole measure sketches in minutes and workbook."""

from pathlib import Path

import pytest

from forumtool.domain.rows import NewParticipant
from forumtool.services import measures, offers, people, reporting, weighing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.process import constituencies
from forumtool.storage.queries.proposals import offers as existing
from tests.builders import capture, example, forum_for, goal_of, group
from tests.exports.samples import docx, paragraphs_of, rows_of, sections_of, xlsx


@pytest.fixture
def file(tmp_path: Path):
    """Three people present, two groups, a round of each kind, and a sketch with all its fields."""
    with ForumFile.open(example(tmp_path)) as open_file:
        _fill(open_file)
        yield open_file


def _fill(file: ForumFile) -> None:
    where = {"forum_id": forum_for(file).id, "goal_id": goal_of(file).id}
    listed = [NewParticipant(f"P{at}", "", "", "", bench) for at, bench in enumerate(("Praxis", "Praxis", "Ehrenamt"))]
    people.add_participants(file, where["forum_id"], listed, present=True)
    one, two = capture(file, "Nachbarschaftscafé", "Schulhöfe öffnen")
    first, second = group(file, "Begegnung", [one.id]), group(file, "Räume", [two.id])
    weighing.ask(file, **where, question="Welche Gruppe?", per_constituency=True, several_on_one=False)
    weighing.ask(file, **where, question="Welche Karte?", targets="cards", dots_per_person=2)
    weighing.ask(file, **{**where, "goal_id": None}, question="Wie war es?", kind="scale", steps=4, low="mäßig", high="gut")  # fmt: skip  # noqa: E501
    groups, cards, scale = outcomes.dot_rounds(file)
    praxis, ehrenamt, *_rest = [bench.id for bench in constituencies(file, "forum")]
    for key, bench, dots in ((first, praxis, 2), (first, ehrenamt, 1), (second, praxis, 4)):
        weighing.count(file, groups.id, key, dots, constituency_id=bench)
    weighing.count(file, cards.id, two.id, 5)
    weighing.count_on_step(file, scale.id, 2, 1)
    weighing.count_on_step(file, scale.id, 4, 2)
    measures.sketch_from_cluster(file, first, "Cafés", text="Einmal im Monat.", resources="Ein Raum", horizon="2017")
    (row,) = outcomes.measures(file)
    measures.tie(file, row.id, offer="Café Zuflucht", obstacle="Raumkosten")
    offers.change_offer(file, existing(file)[0].id, state="extend")
    measures.confirm_measure(file, row.id)


def _minutes(file: ForumFile) -> bytes:
    return docx(reporting.build(file, forum_id=forum_for(file).id))[0]


def test_minutes_tell_the_dots_of_each_constituency(file: ForumFile) -> None:
    tables = sections_of(_minutes(file))
    rows = next(rows for path, rows in tables.items() if path.endswith("Gewichtung"))
    assert rows == [
        ["1", "Räume", "4", "Praxis\u00a04"], ["2", "Begegnung", "3", "Praxis\u00a02 · Ehrenamt\u00a01"],
        ["1", "A-2 Schulhöfe öffnen", "5"],
    ]  # fmt: skip
    told = [text for text in paragraphs_of(_minutes(file)) if "gezählt" in text]
    assert told[0].endswith("7 Punkte gezählt · höchstens ein Punkt je Person auf jedes")
    assert "2 Punkte je Person" in told[1]


def test_minutes_show_the_scale_of_the_closing_round_as_feedback(file: ForumFile) -> None:
    package = _minutes(file)
    (path,) = (path for path in sections_of(package) if "Abfrage" in path)
    assert path == "Rückmeldung / Abfrage"
    without, _ = docx(reporting.build(file, forum_id=forum_for(file).id), sections=("results", "weighing"))
    assert "Ergebnisse je Ziel / Zum ganzen Forum / Abfrage" in sections_of(without)
    assert sections_of(package)[path] == [
        ["1 – mäßig", "0", ""], ["2", "1", "●"], ["3", "0", ""], ["4 – gut", "2", "●●"],
    ]  # fmt: skip
    assert "Mittel 3,3 · Streuung ± 0,9" in paragraphs_of(package)
    assert "2 Vorschläge · 2 Gruppen · 12 Punkte" in paragraphs_of(package), "points on a scale are no dots"


def test_minutes_hold_the_whole_sketch(file: ForumFile) -> None:
    words = "\n".join(paragraphs_of(_minutes(file)))
    for said in ("Cafés", "Einmal im Monat.", "Ein Raum", "Café Zuflucht (ausbauen)", "Raumkosten"):
        assert said in words
    assert "Im Forum bestätigt" in words


def test_the_workbook_has_a_column_for_each_constituency_and_a_row_for_each_step(file: ForumFile) -> None:
    book, _notes = xlsx(reporting.build(file, forum_id=forum_for(file).id))
    rows = rows_of(book, "Gewichtung")
    assert [(row["Gruppe oder Karte"], row["Rang"], row["Punkte"], row["Praxis"], row["Ehrenamt"]) for row in rows] == [
        ("Räume", 1, 4, 4, None), ("Begegnung", 2, 3, 2, 1), ("A-2 Schulhöfe öffnen", 1, 5, None, None),
        ("1 – mäßig", None, 0, None, None), ("2", None, 1, None, None), ("3", None, 0, None, None),
        ("4 – gut", None, 2, None, None),
    ]  # fmt: skip
    assert {row["Auswertung"] for row in rows[3:]} == {"Mittel 3,3 · Streuung ± 0,9"}
    assert [row["Punkte"] for row in rows_of(book, "Ziele") if row["Ziel-Nr."] == "3.2"] == [12]


def test_the_workbook_holds_the_whole_sketch(file: ForumFile) -> None:
    book, _notes = xlsx(reporting.build(file, forum_id=forum_for(file).id))
    (row,) = rows_of(book, "Maßnahmen")
    assert (row["Vorhandene Angebote"], row["Hemmnisse"], row["Im Forum bestätigt"]) == (
        "Café Zuflucht (ausbauen)", "Raumkosten", "ja",
    )  # fmt: skip
    (offer,) = rows_of(book, "Angebote")
    assert (offer["Angebot"], offer["Stand"]) == ("Café Zuflucht", "ausbauen")


def test_in_english_numbers_have_a_point(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=forum_for(file).id)
    assert "3.3" in "\n".join(paragraphs_of(docx(report, "en")[0]))
