"""Letters: to whom, about what, and noted once."""

import io
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from forumtool.domain.rows import NewParticipant
from forumtool.exports.letters_docx import export_letters, write, write_main
from forumtool.exports.letters_xlsx import FIELDS
from forumtool.i18n import catalogue
from forumtool.services import people
from forumtool.services.adopting import adopt_measures
from forumtool.services.decisions import decide
from forumtool.services.joining import join
from forumtool.services.letters import letters, record_letters
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for
from tests.exports.samples import paragraphs_of

DE = catalogue("de")
YES, NO = "Ayşe Zerrinoğlu", "Hans Quastenberg"


@pytest.fixture
def file(tmp_path: Path):
    with ForumFile.open(example(tmp_path)) as opened:
        listed = [NewParticipant(YES, "Caritas", consent_email=True), NewParticipant(NO, "AWO")]
        people.add_participants(opened, forum_for(opened).id, listed, present=True)
        cards = capture(opened, f'Cafés öffnen @"{YES}"', f'Höfe öffnen @"{NO}"', 'Feste planen @"Birhan e. V."',
                        "Ohne Namen", f'Mappe @"{YES}"')  # fmt: skip
        decide(opened, cards[0].id, verdict="adopt", reason="Es fehlt ein Ort", measure_number="1.1")
        decide(opened, cards[1].id, verdict="reject")
        decide(opened, cards[2].id, verdict="merge", merged_with_id=cards[0].id)
        adopt_measures(opened)
        yield opened


def test_nobody_without_consent_gets_a_letter_and_organisations_get_their_own(file):
    found = letters(file).letters
    assert [(one.name, one.organisation) for one in found] == [("", "Birhan e. V."), (YES, "Caritas")]


def test_each_contribution_says_in_words_what_became_of_it(file):
    stream = io.BytesIO()
    write(letters(file), stream, DE)
    said = "\n".join(paragraphs_of(stream.getvalue()))
    whole = said + "\n".join(cell.text for table in Document(stream).tables for row in table.rows for cell in row.cells)
    assert "Im Konzept steht er als Maßnahme „1.1 Cafés öffnen“. Begründung: Es fehlt ein Ort." in whole
    assert "Der Vorschlag geht in A-1 auf." in whole
    assert "Über diesen Vorschlag ist noch nicht entschieden." in whole
    assert f"Guten Tag {YES}," in whole and NO not in whole and "Höfe" not in whole


def test_each_letter_is_a_section_of_its_own(file):
    stream = io.BytesIO()
    write(letters(file), stream, DE)
    assert len(Document(stream).sections) == 2


def test_the_mail_merge_has_the_fields_of_its_list(file, tmp_path):
    stream = io.BytesIO()
    write_main(letters(file), stream, DE)
    body = Document(stream).element.xml
    used = {name for name in FIELDS.values() if f"MERGEFIELD {name} " in body}
    assert used == {"Name", "Organisation", "Anrede", "Beitraege"}
    files = export_letters(letters(file), tmp_path / "briefe", DE)
    page = openpyxl.load_workbook(files[2].path).active
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == tuple(FIELDS.values())
    assert len(rows) == 3 and "Cafés öffnen" in rows[2][4]


def test_what_is_longer_than_a_cell_of_the_list_stands_whole_in_a_sheet_of_its_own(file, tmp_path):
    said = "Es war einmal ein Quartier. " * 2_000
    capture(file, f'{said} @"{YES}"')
    made = export_letters(letters(file), tmp_path / "briefe", DE)[2]
    assert YES in made.notes[0]
    book = openpyxl.load_workbook(made.path)
    assert said.strip() in "".join(row[3] for row in book["Lange Texte"].iter_rows(min_row=2, values_only=True))


def test_letters_are_noted_once_a_day_and_undone_as_one_step(file):
    before = digest(file)
    assert record_letters(file, letters(file), "2027-01-01") is not None
    assert record_letters(file, letters(file), "2027-01-01") is None
    (count,) = file.one("SELECT count(*) FROM feedback_letter WHERE NOT deleted AND sent_on = '2027-01-01'")
    assert count == 2
    file.undo()
    assert digest(file) == before


def test_a_contribution_laid_together_with_another_one_is_told_what_became_of_that(file):
    one, two = capture(file, "Chor gründen", f'Chor @"{YES}"')
    join(file, [two.id], one.id)
    decide(file, one.id, verdict="defer")
    outcome = next(each for letter in letters(file).letters for each in letter.outcomes if each.number == two.number)
    assert (outcome.joined_to, outcome.verdict) == (one.number, "defer")
