"""Before something goes to everybody: names and addresses in free text are found, told with their place, blackened."""

from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.rows import NewParticipant
from forumtool.insight.free_text import BLACK, Scan
from forumtool.services import follow_up, forums, goals, measures, naming, people, proposals, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for, goal_of, group
from tests.exports.samples import docx, everything_in, xlsx

PERSONS = {"Ulrike Neumann": "Arztpraxis", "Karl von der Heide": "", "Ayşe Yılmaz": "Birhan e. V.", "مريم الحسن": ""}
BODIES = ("Birhan e. V.", "DRK der Städteregion Aachen", "Volkshochschule (VHS)", "Stadtbibliothek")


def _found(text: str) -> list[tuple[str, str]]:
    return [(kind, text[start:end]) for kind, start, end in Scan(PERSONS, BODIES)._spans(normalize("NFC", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frau Dr. Neumann fragt nach.", [("person", "Frau Dr. Neumann")]),
        ("Das hat Neumann schon gesagt", [("person", "Neumann")]),
        ("Ulrike weiß es", [("person", "Ulrike")]),
        ("AYŞE YILMAZ und U. Neumann", [("person", "AYŞE YILMAZ"), ("person", "U. Neumann")]),
        ("Herr von der Heide", [("person", "Herr von der Heide")]),
        ("قالت مريم الحسن ذلك", [("person", "مريم الحسن")]),
        ("Birhan e.V. und das drk", [("organisation", "Birhan e.V.")]),
        ("BIRHAN hilft, das DRK auch", [("organisation", "BIRHAN"), ("organisation", "DRK")]),
        ("Kurse der VHS", [("organisation", "VHS")]),
        ("Mail an u.neumann+x@amt.example.org!", [("email", "u.neumann+x@amt.example.org")]),
        ("Tel. 0241 / 43 20-11 oder +49 (0) 170 1234567", [("phone", "0241 / 43 20-11"),
                                                          ("phone", "+49 (0) 170 1234567")]),
        ("Trierer Straße 12a, 52064 Aachen", [("address", "Trierer Straße 12a, 52064 Aachen")]),
        ("Am Markt 3 und Neumannweg 7", [("address", "Am Markt 3"), ("address", "Neumannweg 7")]),
        ("Am 12.05.2016 um 09:30 kamen 120 Leute, 09.06.2016 wieder, 01/2017", []),
        ("in der heide, ein neumann", []),
    ],
)  # fmt: skip
def test_what_is_known_or_has_the_form_of_an_address_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@given(st.text(max_size=80))
def test_any_text_is_looked_through(text: str) -> None:
    whole = normalize("NFC", text)
    spans = Scan(PERSONS, BODIES)._spans(whole)
    assert all(one[2] <= two[1] for one, two in pairwise(spans))


@pytest.fixture
def file(tmp_path: Path):
    """A forum in which a name stands in every free text that there is, each time with another beginning."""
    with ForumFile.open(example(tmp_path)) as open_file:
        forum_id, goal_id = forum_for(open_file).id, goal_of(open_file).id
        known = [NewParticipant("Ulrike Neumann", "Zzbirhan e. V.", email="u@zz.example")]
        people.add_participants(open_file, forum_id, known)
        card = capture(open_file, "a Neumann #Ankommen !Räume")[0]
        proposals.reword(open_file, card.id, "b Neumann")
        proposals.change(open_file, card.id, note="c Neumann", dissent="d Neumann")
        proposals.translate(open_file, card.id, "e Neumann", "en")
        group(open_file, "f Neumann", [card.id])
        forums.change_forum(open_file, forum_id, input="g Neumann", outlook="h Neumann", feedback="i Neumann")
        goals.change_goal(open_file, goal_id, question="j Neumann")
        step = measures.sketch(open_file, "k Neumann", forum_id=forum_id, goal_id=goal_id)
        assert step is not None
        measures.change_measure(open_file, *step.changes["measure"], text="l Neumann", lead="Zzbirhan e. V.")
        follow_up.agree(open_file, "m Neumann", forum_id=forum_id)
        follow_up.set_aside(open_file, "n Zzbirhan e. V.", forum_id=forum_id)
        yield open_file


def test_every_find_is_told_with_its_place_and_what_is_to_be_done_is_content(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=forum_for(file).id, audience="public", notes=True)
    finds = naming.scan(file).find(report)
    (number,) = {card.number for card in report.proposals}
    told = {(find.where.kind, find.where.label) for find in finds}
    assert {("card", number), ("measure", "k Neumann"), ("action", "m Neumann"), ("parked", "n Zzbirhan e. V.")} <= told
    assert {"forum", "goal", "group"} <= {kind for kind, _label in told}
    assert len([find for find in finds if find.where.kind == "card"]) == 1  # what a card says again is one find
    (card,) = [find for find in finds if find.where.kind == "card"]
    assert card.stands_in(("dissent",)) and not card.stands_in(("agenda", "parking"))
    assert not [find for find in finds if find.where.kind == "measure" and find.kind == "organisation"]


def test_after_blackening_all_finds_no_byte_is_left(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=forum_for(file).id, audience="public", notes=True)
    look = naming.scan(file)
    for write in (docx, xlsx):
        assert "Neumann" in everything_in(write(report)[0])
    black = look.blacken(report, {find.id for find in look.find(report)})
    assert look.find(black) == []
    for write in (docx, xlsx):
        content = everything_in(write(black)[0])
        assert "Neumann" not in content
        assert f"b {BLACK}" in content


def test_only_the_chosen_find_is_blackened(file: ForumFile) -> None:
    report = reporting.build(file, forum_id=forum_for(file).id, audience="public", notes=True, wording="both")
    look = naming.scan(file)
    (card,) = [find for find in look.find(report) if find.where.kind == "card"]
    black = look.blacken(report, {card.id})
    (seen,) = black.proposals
    assert (seen.text, seen.original_text, seen.note) == (f"b {BLACK}", f"a {BLACK}", f"c {BLACK}")
    assert black.forums[0].forum.input == "g Neumann"
    assert [card for part in black.goals for card in part.proposals] == list(black.proposals)


def test_the_host_is_no_find(tmp_path: Path) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        people.add_participants(file, forum_for(file).id, [NewParticipant("TN 1", "Stadt Aachen")])
        assert "Stadt Aachen" not in naming.organisations(file)
