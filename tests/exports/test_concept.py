"""Concept, progress and interim report: what stands in them, and in which order."""

import io
from datetime import date
from pathlib import Path

import pytest

from forumtool.domain.validity import validity
from forumtool.exports.blocks import words_of
from forumtool.exports.concept_parts import reminder, validity_told
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.progress import bar
from forumtool.exports.word_document import write_document
from forumtool.i18n import catalogue
from forumtool.services.action_fields import map_field
from forumtool.services.adopting import adopt_measures
from forumtool.services.decisions import decide
from forumtool.services.measures import change_measure, sketch
from forumtool.services.processes import rename
from forumtool.services.progress import record_progress
from forumtool.services.reporting import build
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, process, theme_fields
from forumtool.storage.queries.proposals import proposals
from tests.exports.samples import ORGANISATION, SURNAMES, everything_in, filled, paragraphs_of, sections_of

DE = catalogue("de")


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as opened:
        cards = proposals(opened)
        fields = action_fields(opened)
        for card, number in ((cards[1], "3.10"), (cards[4], "3.2")):
            decide(opened, card.id, verdict="adopt", measure_number=number, action_field_id=fields[2].id)
        decide(opened, cards[2].id, verdict="merge", merged_with_id=cards[1].id)
        map_field(opened, fields[2].id, theme_fields(opened)[2].id, on=True)
        adopt_measures(opened)
        yield opened


def word(file: ForumFile, key: str, audience: str = "steering", language: str = "de") -> bytes:
    stream = io.BytesIO()
    report = build(file, forum_id=None, audience=audience)
    write_document(DOCUMENTS[key].compose(report, catalogue(language), None), report, stream)
    return stream.getvalue()


def test_measures_stand_in_their_field_in_the_order_in_which_people_count(file):
    sketch(file, "Ohne Feld", forum_id=None)
    said = paragraphs_of(word(file, "concept"))
    field = next(at for at, text in enumerate(said) if text.startswith("Handlungsfeld 3 "))
    second, tenth = (next(at for at, text in enumerate(said) if text.startswith(f"{number} ") and at > field)
                     for number in ("3.2", "3.10"))  # fmt: skip
    assert field < second < tenth
    assert "Maßnahmen ohne Handlungsfeld" in said


def test_the_origin_of_a_measure_leads_over_the_group_to_the_cards_and_the_forum(file):
    made = next(row for row in measures(file) if row.number == "3.10")
    found_in = sections_of(word(file, "concept"))
    rows = next(rows for path, rows in found_in.items() if path.startswith("Herkunft") and made.label in path)
    found = {row[0]: row for row in rows}
    assert set(made.proposals) == set(found)
    assert any("9 Punkte, Rang 1" in row[2] for row in found.values())
    assert all("Fachforum 3" in found[number][3] for number in made.proposals)


def test_lead_cost_and_indicator_stand_with_the_measure(file):
    key = measures(file)[-1].id
    change_measure(file, key, cost="12.000 Euro", indicator="Drei Höfe", lead="Schulamt")
    said = "\n".join(paragraphs_of(word(file, "concept")))
    assert all(text in said for text in ("12.000 Euro", "Drei Höfe", "Schulamt"))


def test_progress_is_told_over_the_years_with_the_latest_first_in_the_table(file):
    made = next(row for row in measures(file) if row.number == "3.2")
    record_progress(file, made.id, "2027-03-01", "running", 40, "Begonnen")
    record_progress(file, made.id, "2028-03-01", "done", 100, "Fertig")
    said = words_of(DOCUMENTS["progress"].compose(build(file, forum_id=None), DE, None).blocks)
    assert "■■■■□□□□□□" in said and "umgesetzt" in said
    assert said.index("Begonnen") < said.index("Fertig")


@pytest.mark.parametrize(("percent", "shown"), [(0, "□" * 10), (9, "□" * 10), (55, "■■■■■□□□□□"), (100, "■" * 10)])
def test_a_tenth_counts_when_it_is_reached(percent, shown):
    assert bar(percent) == shown


def test_the_interim_report_names_nobody_who_took_part(file):
    whole = everything_in(word(file, "interim", "public"))
    for name in (*SURNAMES, ORGANISATION, "Birhan"):
        assert name not in whole
    assert "Begegnung" in whole and "7" in whole


@pytest.mark.parametrize("key", ["concept", "progress", "interim"])
def test_an_empty_process_still_makes_a_document_in_both_languages(tmp_path, key):
    from forumtool.services.processes import new_process

    new_process(tmp_path / "empty.forum", "empty", "Neu")
    with ForumFile.open(tmp_path / "empty.forum") as opened:
        for language in ("de", "en"):
            assert "Neu" in "\n".join(paragraphs_of(word(opened, key, language=language)))


def test_an_adopted_concept_says_until_when_it_holds_and_reminds_in_its_last_year(file):
    rename(file, process(file).id, adopted_on="2027-05-20")
    report = build(file, forum_id=None)
    assert validity_told(report, DE, date(2028, 1, 1)) == "Beschlossen am 20. Mai 2027, gilt bis 20. Mai 2030."
    assert validity_told(report, DE, date(2030, 5, 19)).endswith(
        "Noch 1 Tag: Die Fortschreibung des Konzepts steht an."
    )
    assert "galt bis" in reminder(validity("2027-05-20", [], 3), DE, date(2030, 5, 21))
