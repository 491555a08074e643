"""Letters: to whom, about what, and noted once."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.letters import Letter, Letters, Outcome
from forumtool.domain.report import WordTemplate
from forumtool.domain.rows import NewParticipant
from forumtool.exports.accessibility import missing_in
from forumtool.exports.letters_docx import export_letters, write
from forumtool.exports.letters_list import FIELDS
from forumtool.exports.shipped_templates import MUNICIPAL, PLAIN, shipped
from forumtool.i18n import _, catalogue
from forumtool.imports.house_template import clean_template
from forumtool.services import people
from forumtool.services.adopting import adopt_measures
from forumtool.services.decisions import decide
from forumtool.services.joining import join
from forumtool.services.letters import letters, record_letters
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for
from tests.exports.house_templates import cover, letterhead
from tests.exports.samples import paragraphs_of

DE = catalogue("de")
TWIPS = 1440 / 25.4
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


def test_a_letter_in_english_is_english_but_for_what_people_wrote(file):
    stream = io.BytesIO()
    write(letters(file), stream, catalogue("en"))
    said = paragraphs_of(stream.getvalue())
    assert "Yours sincerely" in said
    assert not any("Grüßen" in text or "Rückmeldung" in text for text in said)


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=ANY, organisation=ANY, text=ANY, reason=ANY, house=st.sampled_from([PLAIN, MUNICIPAL]))
def test_letters_keep_the_rules_for_accessible_documents_whatever_was_typed(file, tmp_path_factory, name, organisation,
                                                                            text, reason, house):  # fmt: skip
    outcome = Outcome("A-1", text, "", "", "reject", "", "", reason, "")
    about = letters(file).about._replace(template=shipped(house))
    every = Letters(about, (Letter("p", name, organisation, "", (outcome,)), Letter("q", "Zweite", "", "", ())))
    for one in export_letters(every, tmp_path_factory.mktemp("briefe"), DE):
        if one.path.suffix == ".docx":
            assert missing_in(one.path.read_bytes(), one.path.name) == []


def test_each_letter_is_a_section_of_its_own(file):
    stream = io.BytesIO()
    write(letters(file), stream, DE)
    assert len(Document(stream).sections) == 2


def test_the_mail_merge_has_the_fields_of_its_list(file, tmp_path):
    _ready, main, listed, how = export_letters(letters(file), tmp_path / "briefe", DE)
    body = Document(str(main.path)).element.xml
    used = {name for name in FIELDS.values() if f"MERGEFIELD {name} " in body}
    assert used == set(FIELDS.values()) - {"EMail"}
    first = Document(str(listed.path)).element.body[0]
    (table,) = Document(str(listed.path)).tables
    assert first is not None and first.tag.endswith("}tbl")  # Word takes a table as a list only where it stands first
    assert [cell.text for cell in table.rows[0].cells] == list(FIELDS.values())
    assert len(table.rows) == 3 and "Cafés öffnen" in table.rows[2].cells[6].text
    assert {main.path.name, listed.path.name} <= set(re.findall("„([^“]+)“", how.path.read_text("utf-8-sig")))


def test_the_address_stands_where_a_window_envelope_shows_it(file):
    stream = io.BytesIO()
    write(letters(file), stream, DE)
    frames = [
        {name: int(frame.get(qn(f"w:{name}"))) / TWIPS for name in ("x", "y", "w", "h")}
        for frame in Document(stream).element.iter(qn("w:framePr"))
    ]
    address = frames[0]
    assert address["x"] >= 20 and address["x"] + address["w"] <= 105.1
    assert address["y"] >= 45 and address["y"] + address["h"] <= 90.1
    assert any(
        frame["x"] == pytest.approx(125, abs=0.1) and frame["y"] == pytest.approx(50, abs=0.1) for frame in frames
    )


@pytest.mark.parametrize("house", [letterhead, cover])
def test_letters_stand_in_the_houses_letterhead_and_in_nothing_else_of_its_template(file, house):
    template = WordTemplate("Haus", clean_template(house(), "Haus"))
    found = letters(file)
    stream = io.BytesIO()
    notes = write(found._replace(about=found.about._replace(template=template)), stream, DE)
    document = Document(stream)
    said = "\n".join(paragraphs_of(stream.getvalue()))
    assert notes == [] and "Impressum" not in said and "{{" not in said
    assert all(section.page_width < section.page_height for section in document.sections)
    if house is letterhead:
        assert "Stadt Musterhausen" in document.sections[-1].header.paragraphs[0].text
        assert "Entwurf" not in document.sections[0].footer.paragraphs[0].text


def test_letters_count_their_own_pages_only(file):
    stream = io.BytesIO()
    write(letters(file), stream, DE)
    with zipfile.ZipFile(stream) as package:
        edges = "".join(package.read(name).decode() for name in package.namelist() if "footer" in name)
        body = package.read("word/document.xml").decode()
    assert " PAGE " in edges and "NUMPAGES" not in edges
    assert body.count('<w:pgNumType w:start="1"/>') == 2


WHO = st.sampled_from(["one", "two", "three", "group", "nobody"])
SAID = st.lists(st.tuples(WHO, st.sampled_from(["", "adopt", "defer", "reject"]), st.booleans()), max_size=8)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID, agreed=st.sets(st.sampled_from(["one", "two", "three"])))
def test_whoever_did_not_agree_is_in_no_letter_and_everybody_else_gets_the_own_cards(tmp_path_factory, said, agreed):
    folder = tmp_path_factory.mktemp("consent")
    with ForumFile.open(example(folder)) as file:
        listed = [
            NewParticipant(f"Person {key}", "AWO", consent_email=key in agreed) for key in ("one", "two", "three")
        ]
        people.add_participants(file, forum_for(file).id, listed, present=True)
        by = {"group": ' @"Birhan e. V."', "nobody": ""}
        texts = [f"Karte{at}x{by.get(who, f' @{chr(34)}Person {who}{chr(34)}')}" for at, (who, _, _) in enumerate(said)]
        cards = capture(file, *texts) if texts else []
        for card, (_who, verdict, joined) in zip(cards, said, strict=True):
            if verdict:
                decide(file, card.id, verdict=verdict)
            if joined and card is not cards[0]:
                join(file, [card.id], cards[0].id)
        found = letters(file)
        files = export_letters(found, folder / "briefe", DE)
    words = b"".join(_unpacked(one.path) for one in files).decode()
    mine = {
        (one.name or "group").removeprefix("Person "): {each.text for each in one.outcomes} for one in found.letters
    }
    for key in ("one", "two", "three", "group", "nobody"):
        own = {f"Karte{at}x" for at, (who, _, _) in enumerate(said) if who == key}
        assert mine.get(key, own) == own
        if key not in agreed | {"group"}:
            assert key not in mine and f"Person {key}" not in words
            assert [text for text in own if text in words] == []


def _unpacked(path: Path) -> bytes:
    if path.suffix == ".txt":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_a_reason_that_names_somebody_else_is_told_before_the_letters_go(file, tmp_path):
    said, own = capture(file, f'Chor gründen @"{YES}"', f'Bänke aufstellen @"{YES}"')
    decide(file, said.id, verdict="reject", reason="Frau Quastenberg macht das schon")
    decide(file, own.id, verdict="adopt", reason=f"{YES} hat uns überzeugt", measure_number="1.9")
    found = letters(file)
    assert found.others == ((YES, "Frau Quastenberg"),)
    ready, main, listed, _how = export_letters(found, tmp_path / "briefe", DE)
    assert ready.notes == (
        f"Im Brief an {YES} nennt eine Entscheidung Frau Quastenberg: Bitte vor dem Versenden ansehen.",
    )
    assert main.notes == listed.notes == ()


def test_a_novel_stands_whole_in_the_list(file, tmp_path):
    said = "Es war einmal ein Quartier. " * 2_000
    capture(file, f'{said} @"{YES}"')
    made = export_letters(letters(file), tmp_path / "briefe", DE)[2]
    (table,) = Document(made.path).tables
    assert any(said.strip() in cell.text for cell in table._cells)


def test_letters_are_noted_once_a_day_and_undone_as_one_step(file):
    before = digest(file)
    step = record_letters(file, letters(file), "2027-01-01")
    assert step is not None and _(step.label, **step.words).endswith("(2), die Dateien bleiben")
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
