"""Catching proposals and working on a card afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.domain.rows import NewParticipant, ProposalRow
from forumtool.services import clusters, people, proposals
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import proposals as queries
from tests.builders import capture, example, forum_for, goal_of, group

PEOPLE = (
    "Anne-Marie von der Heydt",
    "محمد الأحمد",
    "Nguyễn Thị Hương",
    "O'Brien, Séan",
    "דוד כהן",
    "Li",
    "Ali Can",
    "Ali Öz",
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        people.add_participants(file, forum_for(file).id, [NewParticipant(name, "Caritas Aachen") for name in PEOPLE])
        yield file


def card(file: ForumFile, key: str) -> ProposalRow:
    found = queries.proposal(file, key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("", "", ""),
        ("Anne-Marie von der Heydt", "person", "Anne-Marie von der Heydt"),
        ("anne-marie VON DER heydt", "person", "Anne-Marie von der Heydt"),
        ("Heydt", "person", "Anne-Marie von der Heydt"),
        ("محمد الأحمد", "person", "محمد الأحمد"),
        ("محمد", "person", "محمد الأحمد"),
        ("דוד כהן", "person", "דוד כהן"),
        ("Hương", "person", "Nguyễn Thị Hương"),
        ("O'Brien, Séan", "person", "O'Brien, Séan"),
        ("Li", "person", "Li"),
        ("Birhan", "organisation", "Birhan e. V."),
        ("birhan e. v.", "organisation", "Birhan e. V."),
        ("Caritas Aachen", "organisation", "Caritas Aachen"),
        ("Tisch 2", "group", "Tisch 2"),
        ("Gruppe Ost", "group", "Gruppe Ost"),
        ("Tischler Meyer", "person", "Tischler Meyer"),
        ("Frau Unbekannt", "person", "Frau Unbekannt"),
        ("Ali", "person", "Ali"),
        ("Irgendwer (?*", "person", "Irgendwer (?*"),
    ],
)
def test_whom_a_typed_name_means(file: ForumFile, typed: str, kind: str, name: str) -> None:
    found = proposals.contributor_named(file, typed)
    assert (found.kind, found.name) == (kind, name)
    assert (found.id is not None) == (kind == "person" and name in PEOPLE)


def test_two_people_of_the_same_name_are_not_mixed_up(file: ForumFile) -> None:
    people.add_participants(file, forum_for(file).id, [NewParticipant("Li", "Birhan e. V.")])
    assert proposals.contributor_named(file, "Li").id is None


def test_a_card_keeps_everything_that_the_line_said(file: ForumFile) -> None:
    (caught,) = capture(file, "Sprachcafé #Ankommen #Neues @Heydt !kein Raum +Café Zuflucht")
    row = card(file, caught.id)
    assert (row.number, row.text, row.original_text, row.kind) == ("A-1", "Sprachcafé", "Sprachcafé", "way")
    assert [tag.title for tag in row.tags] == ["Ankommen", "Neues"]
    assert (row.contributor, row.organisation) == ("Anne-Marie von der Heydt", "Caritas Aachen")
    assert [one.title for one in row.obstacles] == ["kein Raum"]
    assert [one.title for one in row.offers] == ["Café Zuflucht"]


def test_the_same_obstacle_in_other_letters_is_one_obstacle(file: ForumFile) -> None:
    capture(file, "eins !Geld", "zwei !GELD", "drei !geld +Lotsen", "vier +LOTSEN")
    assert [(row.title, len(row.proposals)) for row in queries.obstacles(file)] == [("Geld", 3)]
    assert [(row.title, len(row.proposals)) for row in queries.offers(file)] == [("Lotsen", 2)]


@pytest.mark.parametrize("line", ["", "   ", "#Ankommen", "@Tisch 2", "!", "\u00a0"])
def test_a_line_without_words_is_refused_and_nothing_is_written(file: ForumFile, line: str) -> None:
    before, steps = digest(file), file.history.count
    with pytest.raises(UserError):
        capture(file, line)
    assert (digest(file), file.history.count) == (before, steps)


def test_a_line_for_a_goal_that_does_not_exist_names_those_there_are(file: ForumFile) -> None:
    with pytest.raises(UserError, match=r"1\.1, 1\.2"):
        capture(file, "Sprachcafé >7.7")


def test_numbers_are_never_given_again(file: ForumFile) -> None:
    one, two = capture(file, "eins", "zwei")
    proposals.remove(file, [two.id])
    (three,) = capture(file, "drei")
    file.undo()
    (four,) = capture(file, "vier")
    assert [found.number for found in (one, two, three, four)] == ["A-1", "A-2", "A-3", "A-4"]


def test_another_laptop_counts_under_its_own_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        capture(file, "eins")
    monkeypatch.setenv("FORUMTOOL_HOME", str(tmp_path / "other"))
    with ForumFile.open(path) as file:
        assert [found.number for found in capture(file, "zwei", "drei")] == ["B-1", "B-2"]


def test_the_original_wording_stays_beside_the_edited_one(file: ForumFile) -> None:
    (caught,) = capture(file, "sprachcafe")
    proposals.reword(file, caught.id, "  Sprachcafés öffnen ")
    row = card(file, caught.id)
    assert (row.text, row.original_text, row.edited_text) == ("Sprachcafés öffnen", "sprachcafe", "Sprachcafés öffnen")
    proposals.reword(file, caught.id, "sprachcafe")
    assert card(file, caught.id).edited_text == ""
    with pytest.raises(ValueError, match="never changes"):
        proposals.change(file, caught.id, original_text="anders")


def test_every_other_field_of_a_card_can_be_changed(file: ForumFile) -> None:
    (caught,) = capture(file, "Sprachcafé")
    proposals.change(file, caught.id, note="n", dissent="d", kind="question", language="ar", support_count=7)
    row = card(file, caught.id)
    assert (row.note, row.dissent, row.kind, row.language, row.support_count) == ("n", "d", "question", "ar", 7)


def test_a_card_for_another_goal_leaves_its_group(file: ForumFile) -> None:
    (caught,) = capture(file, "Sprachcafé")
    key = group(file, "Begegnung", [caught.id])
    proposals.change(file, caught.id, goal_id=goal_of(file).id)
    assert card(file, caught.id).cluster_id == key, "it is the goal it had"
    proposals.change(file, caught.id, goal_id=goal_of(file, "3.1").id)
    row = card(file, caught.id)
    assert (row.goal_number, row.cluster_id) == ("3.1", None)
    file.undo()
    assert card(file, caught.id).cluster_id == key


def test_attribution_is_optional_and_can_be_taken_away(file: ForumFile) -> None:
    (caught,) = capture(file, "Sprachcafé")
    for name, kind in (("Heydt", "person"), ("Tisch 2", "group"), ("Birhan", "organisation"), ("", "")):
        proposals.attribute(file, caught.id, name)
        assert card(file, caught.id).contributor_kind == kind


def test_tags_are_set_once_and_taken_off(file: ForumFile) -> None:
    one, two = capture(file, "eins #Kinder", "zwei")
    tag = card(file, one.id).tags[0]
    step = proposals.tag(file, [one.id, two.id], tag.id)
    assert step is not None
    assert len(step.changes["proposal_tag"]) == 1
    assert [row.title for row in card(file, two.id).tags] == ["Kinder"]
    proposals.tag(file, [one.id, two.id], tag.id, on=False)
    assert card(file, one.id).tags == card(file, two.id).tags == ()
    proposals.tag_as(file, [one.id], "kinder")
    proposals.tag_as(file, [one.id], "Barrierefrei")
    assert [row.title for row in card(file, one.id).tags] == ["Kinder", "Barrierefrei"]


def test_obstacles_and_offers_are_tied_and_untied(file: ForumFile) -> None:
    (caught,) = capture(file, "Sprachcafé")
    proposals.tie(file, caught.id, obstacle="Geld", offer="Lotsen")
    row = card(file, caught.id)
    proposals.untie(file, caught.id, obstacle_id=row.obstacles[0].id)
    proposals.untie(file, caught.id, offer_id=row.offers[0].id)
    assert (card(file, caught.id).obstacles, card(file, caught.id).offers) == ((), ())


def test_deleted_cards_come_back_into_their_group(file: ForumFile) -> None:
    one, two = capture(file, "eins", "zwei")
    key = group(file, "Begegnung", [one.id, two.id])
    proposals.remove(file, [one.id, two.id])
    assert queries.proposals(file) == []
    file.undo()
    assert [row.cluster_id for row in queries.proposals(file)] == [key, key]


def test_a_card_of_a_dissolved_group_is_not_ordered_any_more(file: ForumFile) -> None:
    (caught,) = capture(file, "eins")
    clusters.dissolve_cluster(file, group(file, "Begegnung", [caught.id]))
    assert card(file, caught.id).cluster_id is None
