"""Concept, progress and interim report: what stands in them, and in which order."""

import io
from datetime import date
from pathlib import Path

import pytest

from forumtool.domain.validity import validity
from forumtool.exports.blocks import Heading, words_of
from forumtool.exports.concept import elsewhere
from forumtool.exports.concept_parts import reminder, validity_told
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.progress import bar
from forumtool.exports.shipped_templates import MUNICIPAL, shipped
from forumtool.exports.word_document import write_document
from forumtool.i18n import catalogue
from forumtool.services.action_fields import map_field
from forumtool.services.adopting import adopt_measures
from forumtool.services.decisions import decide
from forumtool.services.frame import add_milestone
from forumtool.services.joining import join, split
from forumtool.services.measures import change_measure, remove_measure, sketch
from forumtool.services.processes import rename
from forumtool.services.progress import record_progress
from forumtool.services.reporting import build
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, process, theme_fields
from forumtool.storage.queries.proposals import proposals
from tests.builders import capture
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
    rows = _of(made.label, next(rows for path, rows in found_in.items() if path.startswith("Herkunft") and rows))
    found = {row[2]: row for row in rows}
    assert set(made.proposals) == set(found)
    assert any("9 Punkte, Rang 1" in row[1] for row in found.values())
    assert all("Fachforum 3" in found[number][4] for number in made.proposals)


def _of(label: str, rows: list[list[str]]) -> list[list[str]]:
    """The rows of a measure: from its label to the next one."""
    begin = next(at for at, row in enumerate(rows) if row[0] == label)
    end = next((at for at, row in enumerate(rows) if at > begin and row[0]), len(rows))
    return rows[begin:end]


def _origins(file: ForumFile, label: str) -> list[list[str]]:
    sections = sections_of(word(file, "concept"))
    return next(
        _of(label, rows)
        for path, rows in sections.items()
        if path.startswith("Herkunft") and any(row[0] == label for row in rows)
    )


def test_a_card_laid_together_across_forums_keeps_its_origin_beside_the_one_that_stands(file):
    (lead,) = capture(file, "Stadtteilfeste planen")
    (other,) = capture(file, "Feste im Rathaus planen", number="1.1")
    join(file, [other.id], lead.id)
    decide(file, lead.id, verdict="adopt", measure_number="3.77", action_field_id=action_fields(file)[2].id)
    adopt_measures(file)
    rows = {row[2]: row for row in _origins(file, "3.77 Stadtteilfeste planen")}
    assert "Fachforum 3" in rows[lead.number][4] and "Fachforum 1" in rows[other.number][4]
    assert f"zusammengelegt mit {lead.number}" in rows[other.number][3]


def test_the_parts_of_a_split_card_keep_the_whole(file):
    (whole,) = capture(file, "Feste planen und Räume öffnen")
    split(file, whole.id, ["Feste planen", "Räume öffnen"])
    part = next(card for card in proposals(file) if card.text == "Räume öffnen")
    decide(file, part.id, verdict="adopt", measure_number="3.78", action_field_id=action_fields(file)[2].id)
    adopt_measures(file)
    assert {row[2] for row in _origins(file, "3.78 Räume öffnen")} == {part.number, whole.number}


def test_a_measure_from_two_theme_fields_is_named_in_the_other_field_of_action(file):
    third, first = action_fields(file)[2], action_fields(file)[0]
    map_field(file, first.id, theme_fields(file)[0].id, on=True)
    (here,) = capture(file, "Lotsinnen ausbilden")
    (there,) = capture(file, "Lotsinnen in Ämtern", number="1.1")
    decide(file, here.id, verdict="adopt", measure_number="3.79", action_field_id=third.id)
    decide(file, there.id, verdict="merge", merged_with_id=here.id)
    adopt_measures(file)
    fields = {field.id: field for field in action_fields(file)}
    report = build(file, forum_id=None)
    assert [row.number for row in elsewhere(fields[first.id], report)] == ["3.79"]
    assert elsewhere(fields[third.id], report) == []


def test_a_measure_that_was_deleted_is_nowhere_and_its_proposal_may_be_adopted_again(file):
    made = next(row for row in measures(file) if row.number == "3.2")
    record_progress(file, made.id, "2027-03-01", "running", 40, "Begonnen")
    remove_measure(file, made.id)
    for key in ("concept", "progress"):
        assert made.label not in paragraphs_of(word(file, key)) and "Begonnen" not in everything_in(word(file, key))
    adopt_measures(file)
    assert next(row for row in measures(file) if row.number == "3.2").id != made.id


@pytest.mark.parametrize("key", ["concept", "progress", "interim"])
def test_a_cover_says_the_process_once_and_no_version_of_the_minutes(file, key):
    report = build(file, forum_id=None, audience=DOCUMENTS[key].audience)
    report = report._replace(template=shipped(MUNICIPAL))
    stream = io.BytesIO()
    write_document(DOCUMENTS[key].compose(report, DE, None), report, stream)
    cover = paragraphs_of(stream.getvalue())[:4]
    assert sum(process(file).title in text for text in cover) == 1
    assert not any("Version" in text or "Konzept Integrationskonzept" in text for text in cover)


def test_the_interim_report_tells_what_was_apart_from_what_comes(file):
    add_milestone(file, "Beschluss im Rat", "2999-01")
    add_milestone(file, "Auftakt von damals", "1999-01")
    blocks = DOCUMENTS["interim"].compose(build(file, forum_id=None, audience="public"), DE, None).blocks
    ahead = next(at for at, block in enumerate(blocks) if block == Heading(1, "Wie es weitergeht"))
    assert "Beschluss im Rat" in words_of(blocks[ahead:]) and "Auftakt von damals" not in words_of(blocks[ahead:])
    assert "Auftakt von damals" in words_of(blocks[:ahead])


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
