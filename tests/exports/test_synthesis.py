"""The synthesis as a document and as a workbook: origins are kept, gaps are named, nobody is who should not be."""

import io
from pathlib import Path

import pytest

from forumtool.exports import workbook_xlsx
from forumtool.exports.blocks import Heading, Table
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.word_document import write_document
from forumtool.i18n import catalogue
from forumtool.services import joining, proposals, reporting
from forumtool.services.refusals import refuse_double
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, forum_for
from tests.exports.samples import (
    ORGANISATION,
    SURNAMES,
    docx,
    everything_in,
    filled,
    numbers_and_texts,
    paragraphs_of,
    rows_of,
    sections_of,
)

SAY = catalogue("de")
KIND = DOCUMENTS["synthesis"]


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        capture(
            open_file,
            'Nachbarschaftscafé mit Kinderbetreuung im Amt #Ankommen @"Birhan e. V." !Haftung',
            "Feste im Amt planen",
            number="1.1",
        )
        yield open_file


def _joined(file: ForumFile) -> tuple[str, str]:
    """Lay a card of forum 1 together with one of forum 3: their numbers."""
    numbers = {text: number for number, text in numbers_and_texts(file).items()}
    lead, other = numbers["Feste 3.1 planen"], numbers["Feste im Amt planen"]
    key = {number: file.one("SELECT id FROM proposal WHERE laptop || '-' || running_number = ?", number)[0]
           for number in (lead, other)}  # fmt: skip
    joining.join(file, [key[other]], key[lead])
    return lead, other


def _word(file: ForumFile, language: str = "de", **choices: str) -> bytes:
    report, stream, say = with_similar(build_synthesis(file, **choices)), io.BytesIO(), catalogue(language)
    write_document(KIND.compose(report, say, None), report, stream)
    return stream.getvalue()


def _excel(file: ForumFile, **choices: str) -> bytes:
    report, stream = with_similar(build_synthesis(file, **choices)), io.BytesIO()
    workbook_xlsx.write(report, stream, SAY, KIND.lists.make(report, SAY))
    return stream.getvalue()


def test_the_minutes_of_a_forum_keep_the_card_that_went_into_another_forum(file):
    lead, other = _joined(file)
    first = docx(reporting.build(file, forum_id=forum_for(file, "1.1").id))[0]
    (path, rows), = ((path, rows) for path, rows in sections_of(first).items() if "anderer Foren" in path)  # fmt: skip
    assert "Ziel 1.1" in path
    assert rows[0][0] == other and rows[0][-1] == f"{lead} ({forum_for(file, '3.1').title})"
    third = docx(reporting.build(file, forum_id=forum_for(file, "3.1").id))[0]
    assert not any("anderer Foren" in path for path in sections_of(third))
    assert any(f"({other}, {forum_for(file, '1.1').title})" in line for line in paragraphs_of(third))


def test_a_forum_whose_only_card_went_elsewhere_still_shows_it(file):
    (alone,) = capture(file, "Allein im Rathaus", number="4.1")
    (lead,) = file.one("SELECT min(id) FROM card")
    joining.join(file, [alone.id], lead)
    minutes = docx(reporting.build(file, forum_id=forum_for(file, "4.1").id))[0]
    assert any(alone.number in row for rows in sections_of(minutes).values() for row in rows)


def test_joined_proposals_stand_with_both_origins(file):
    lead, other = _joined(file)
    rows = sections_of(_word(file))["Ähnliche Vorschläge aus mehreren Foren / Zusammengelegt"]
    assert rows[0][0].startswith(f"{lead}: Feste 3.1 planen") and forum_for(file, "3.1").title in rows[0][0]
    assert rows[0][1] == f"{other}: Feste im Amt planen\n{forum_for(file, '1.1').title} · Ziel 1.1"
    (pair,) = (row for row in rows_of(_excel(file), "Ähnliche") if row["Stand"] == "zusammengelegt")
    assert (pair["Nr. 1"], pair["Nr. 2"], pair["Forum 2"]) == (lead, other, forum_for(file, "1.1").title)


def test_similar_proposals_are_of_different_forums(file):
    rows = [row for row in rows_of(_excel(file), "Ähnliche") if row["Stand"] == "ähnlich"]
    assert rows and all(row["Forum 1"] != row["Forum 2"] for row in rows)
    assert "Nachbarschaftscafé" in rows[0]["Gemeinsam"]


def test_a_card_of_the_process_keeps_its_origin_behind_one_of_a_forum(file):
    (lead, goal_id) = file.one("SELECT id, goal_id FROM card WHERE forum_id IS NOT NULL")
    made = proposals.capture(file, "Feste ohne Forum planen", forum_id=None, goal_id=goal_id)
    joining.join(file, [made.id], lead)
    rows = sections_of(_word(file))["Ähnliche Vorschläge aus mehreren Foren / Zusammengelegt"]
    assert any(row[1].endswith("Feste ohne Forum planen\nohne Forum · Ziel 3.1") for row in rows)


def test_both_wordings_stand_where_both_are_asked_for(file):
    (key,) = file.one("SELECT min(id) FROM card")
    proposals.reword(file, key, "Neu gefasst")
    (said,) = file.one("SELECT original_text FROM proposal WHERE id = ?", key)
    whole = {row["Vorschlag"] for row in rows_of(_excel(file, wording="both"), "Herkunft")}
    assert f"Neu gefasst\nOriginalton: „{said}“" in whole
    assert said in {row["Vorschlag"] for row in rows_of(_excel(file, wording="original"), "Herkunft")}


def test_a_pair_that_was_refused_is_in_neither_file_until_that_is_undone(file):
    def pairs() -> tuple[set[frozenset[str]], list[list[str]]]:
        excel = [row for row in rows_of(_excel(file), "Ähnliche") if row["Stand"] == "ähnlich"]
        of = sections_of(_word(file)).get("Ähnliche Vorschläge aus mehreren Foren / Ähnlich, nicht zusammengelegt", [])
        assert [[row["Nr. 1"], row["Nr. 2"]] for row in excel] == [[cell.split(":")[0] for cell in row[:2]]
                                                                   for row in of]  # fmt: skip
        return {frozenset((row["Nr. 1"], row["Nr. 2"])) for row in excel}, of

    before, _word_rows = pairs()
    key = {number: id_ for id_, number in file.plain("SELECT id, laptop || '-' || running_number FROM proposal")}
    refused = next(iter(before))
    refuse_double(file, *(key[number] for number in refused))
    assert pairs()[0] == before - {refused}
    file.undo()
    assert pairs()[0] == before


def test_every_proposal_has_its_way_in_word_and_excel(file):
    lead, other = _joined(file)
    numbers = {number for (number,) in file.plain("SELECT laptop || '-' || running_number FROM proposal")}
    word = {
        row[0]: row for path, rows in sections_of(_word(file)).items() if path.startswith("Was wurde") for row in rows
    }
    excel = {row["Vorschlags-Nr."]: row for row in rows_of(_excel(file), "Herkunft")}
    assert set(word) == set(excel) == numbers
    assert excel[other]["Geht auf in"] == f"{lead} ({forum_for(file, '3.1').title})"
    decided = next(row for row in excel.values() if row["Entscheidung"] == "übernehmen")
    assert "Cafés in jedem Quartier" in decided["Wurde zu"]
    assert (decided["Punkte"], decided["Rang"]) == (7, 2)
    assert excel[lead]["Geht auf in"] is None


def test_gaps_are_words_so_that_a_copy_in_black_and_white_tells_them(file):
    blocks = KIND.compose(build_synthesis(file), SAY, None).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    by_goal = next(table for table in tables if table.columns[0].title == "Merkmal")
    column = [column.title for column in by_goal.columns].index("3.1")
    of = {row[0]: row[column] for row in by_goal.rows}
    assert (of["Ankommen"], of["Jugend"]) == ("1", "fehlt")
    assert any(isinstance(block, Heading) and block.text.startswith("3.1") for block in blocks)


def test_coverage_of_word_and_excel_agree(file):
    word = sections_of(_word(file))["Wo fehlen Wege?"]
    rows = rows_of(_excel(file), "Abdeckung")
    goals = [row["Ziel-Nr."] for row in rows]
    for tag, *counts in word[:-1]:
        shown = [0 if count in ("–", "fehlt") else int(count) for count in counts]
        assert dict(zip(goals, shown, strict=True)) == {row["Ziel-Nr."]: row[tag] for row in rows}


def test_frequencies_by_field_add_up(file):
    rows = rows_of(_excel(file), "Hemmnisse je Feld")
    assert {row["Hemmnis"]: row["alle"] for row in rows} == {"Fehlende Räume": 3, "Haftung": 1}
    for row in rows:
        counts = list(row.values())[2:]
        assert sum(counts[:-1]) == counts[-1]


@pytest.mark.parametrize("audience", ["steering", "public"])
def test_nobody_is_named_who_must_not_be(file, audience):
    _joined(file)
    for made in (_word(file, audience=audience), _excel(file, audience=audience)):
        text = everything_in(made)
        assert not any(name in text for name in SURNAMES)
        assert (ORGANISATION in text) == (audience == "steering")


def test_inside_the_house_everybody_is_named(file):
    assert SURNAMES[0] in everything_in(_word(file, audience="internal"))


def test_it_is_english_where_that_is_asked_for(file):
    assert "What became of what" in paragraphs_of(_word(file, "en"))


def test_an_empty_process_has_a_synthesis_too(tmp_path):
    from forumtool.services.processes import new_process

    new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        assert "Auf einen Blick" in paragraphs_of(_word(file))
        assert rows_of(_excel(file), "Herkunft") == []
