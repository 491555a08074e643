"""Before the day: process, fields, goals, forums, vocabularies, lists of people."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.domain.rows import NewParticipant
from forumtool.paths import resource
from forumtool.services import forums, goals, people, processes, proposals, tags
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import process as basis
from forumtool.storage.queries.proposals import proposal, tag_groups
from tests.builders import capture, example, forum_for, goal_of


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def test_the_example_holds_everything_that_its_resource_says(file: ForumFile) -> None:
    facts = tomllib.loads(resource("aachen", "process.toml").read_text(encoding="utf-8"))
    assert basis.process(file).title == facts["process"]["title"]
    assert [row.title for row in basis.milestones(file)] == [row["title"] for row in facts["milestone"]]
    assert [row.title for row in basis.theme_fields(file)] == [row["title"] for row in facts["theme_field"]]
    assert [row.number for row in basis.goals(file)] == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1"]
    assert all(row.is_example for row in basis.goals(file))
    assert [row.kind for row in events.forums(file)] == ["expert"] * 4
    seats = [row.constituency for row in basis.steering_members(file)]
    assert sorted(seats.count(bench) for bench in set(seats)) == [4, 4, 4]
    assert {"Phase der Migration", "Lebensalter", "Zielgruppe", "Stadtteil"} <= {row.title for row in tag_groups(file)}


def test_two_laptops_start_with_the_same_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = example(tmp_path, "a.forum")
    monkeypatch.setenv("FORUMTOOL_HOME", str(tmp_path / "other"))
    two = example(tmp_path, "b.forum")
    with ForumFile.open(one) as first, ForumFile.open(two) as second:
        assert digest(first) == digest(second)
        assert [row.id for row in basis.goals(first)] == [row.id for row in basis.goals(second)]


def test_an_empty_process_has_the_usual_vocabularies_and_takes_a_title(tmp_path: Path) -> None:
    processes.new_process(tmp_path / "leer.forum", "empty", "Integration in Bonn")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        assert basis.process(file).title == "Integration in Bonn"
        assert basis.goals(file) == []
        assert len(tag_groups(file)) >= 4
        processes.rename(file, basis.process(file).id, title="Bonn", host="Stadt Bonn")
        assert (basis.process(file).title, basis.process(file).host) == ("Bonn", "Stadt Bonn")


def test_fields_and_goals_get_the_next_number(file: ForumFile) -> None:
    goals.add_theme_field(file, "Wohnen", "Wohnungen für alle")
    field = basis.theme_fields(file)[-1]
    assert (field.number, field.title, field.aim) == ("5", "Wohnen", "Wohnungen für alle")
    for title in ("eins", "zwei"):
        goals.add_goal(file, field.id, title)
    assert [goal.label for goal in basis.goals(file)][-2:] == ["5.1 eins", "5.2 zwei"]
    goals.remove_goal(file, goal_of(file, "5.1").id)
    goals.add_goal(file, field.id, "drei")
    assert goal_of(file, "5.1").title == "drei"


def test_a_goal_is_moved_within_its_field_and_keeps_its_number(file: ForumFile) -> None:
    goals.move_goal(file, goal_of(file, "3.3").id, -1)
    goals.move_goal(file, goal_of(file, "3.1").id, -1)
    assert [goal.number for goal in basis.goals(file)][4:7] == ["3.1", "3.3", "3.2"]


def test_a_goal_with_its_own_wording_is_no_example_any_more(file: ForumFile) -> None:
    goals.change_goal(file, goal_of(file).id, title="Nachbarschaften vernetzen")
    assert not goal_of(file).is_example
    assert goal_of(file, "3.1").is_example


def test_what_still_has_cards_or_goals_is_not_deleted(file: ForumFile) -> None:
    capture(file, "Sprachcafé")
    before = digest(file)
    for remove in (
        lambda: goals.remove_goal(file, goal_of(file).id),
        lambda: forums.remove_forum(file, forum_for(file).id),
        lambda: goals.remove_theme_field(file, basis.theme_fields(file)[0].id),
    ):
        with pytest.raises(UserError):
            remove()
    assert digest(file) == before


def test_goals_and_forums_are_found_as_people_name_them(file: ForumFile) -> None:
    assert goals.goal_numbered(file, " 3.2 ").number == "3.2"
    assert forums.forum_titled(file, "fachforum 3").title.startswith("Fachforum 3")
    with pytest.raises(UserError, match="mehrere"):
        forums.forum_titled(file, "Fachforum")
    with pytest.raises(UserError, match="gibt es nicht"):
        forums.forum_titled(file, "Bonn")
    goals.change_goal(file, goal_of(file, "3.1").id, number="3.2")
    with pytest.raises(UserError, match="mehrere Ziele"):
        goals.goal_numbered(file, "3.2")


def test_forums_are_added_changed_and_deleted(file: ForumFile) -> None:
    forums.add_forum(file, "Auftakt", kind="kickoff", when="2015-05-07", place="Aula Carolina")
    row = events.forums(file)[-1]
    assert (row.title, row.kind, row.when, row.place) == ("Auftakt", "kickoff", "2015-05-07", "Aula Carolina")
    forums.change_forum(file, row.id, kind="steering", facilitation="N. N.")
    assert (events.forums(file)[-1].kind, events.forums(file)[-1].facilitation) == ("steering", "N. N.")
    forums.remove_forum(file, row.id)
    assert len(events.forums(file)) == 4


def test_the_same_name_twice_is_two_people(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [NewParticipant("Maria Núñez", constituency="praxis")] * 2, present=True)
    found = events.participants(file, forum_id)
    assert len({row.id for row in found}) == 2
    assert {(row.constituency, row.state, bool(row.arrived_at)) for row in found} == {("Praxis", "present", True)}


def test_an_unknown_bench_becomes_a_new_one_once(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    people.add_participants(
        file, forum_id, [NewParticipant("A", constituency="Presse"), NewParticipant("B", constituency="PRESSE")]
    )
    assert [row.title for row in basis.constituencies(file, "forum")].count("Presse") == 1


def test_arrival_is_noted_taken_back_and_excused(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [NewParticipant("A")])
    key = events.participants(file, forum_id)[0].attendance_id
    assert key is not None
    for state, arrived in (("present", True), ("expected", False), ("excused", False)):
        people.set_attendance(file, [key], state)
        row = events.participants(file, forum_id)[0]
        assert (row.state, bool(row.arrived_at)) == (state, arrived)
    people.remove_from_forum(file, [key])
    assert events.participants(file, forum_id) == []
    assert [row.name for row in events.people(file)] == ["A"]


def test_a_persons_new_name_stands_on_their_cards(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [NewParticipant("Ayse Yilmaz", "Birhan e. V.")])
    (card,) = capture(file, "Sprachcafé @Ayse Yilmaz")
    people.change_participant(file, events.people(file)[0].id, name="Ayşe Yılmaz-Öztürk")
    row = proposal(file, card.id)
    assert row is not None
    assert row.contributor == "Ayşe Yılmaz-Öztürk"


def test_vocabularies_are_edited_and_what_is_deleted_leaves_the_cards_until_undone(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    tags.add_tag_group(file, "Sprache")
    group = tag_groups(file)[-1]
    tags.add_tag(file, group.id, "Arabisch")
    proposals.tag(file, [card.id], tag_groups(file)[-1].tags[0].id)

    def titles() -> list[tuple[str, str]]:
        row = proposal(file, card.id)
        return [(tag.group_title, tag.title) for tag in row.tags] if row else []

    tags.rename_tag(file, tag_groups(file)[-1].tags[0].id, "Deutsch")
    tags.rename_tag_group(file, group.id, "Sprachen")
    assert titles() == [("Sprachen", "Deutsch")]
    for remove in (
        lambda: tags.remove_tag(file, tag_groups(file)[-1].tags[0].id),
        lambda: tags.remove_tag_group(file, group.id),
    ):
        remove()
        assert titles() == []
        file.undo()
        assert titles() == [("Sprachen", "Deutsch")]


def test_a_word_on_no_list_becomes_a_tag_of_the_files_own_vocabulary_once(file: ForumFile) -> None:
    capture(file, "eins #Barrierefrei", "zwei #barrierefrei")
    assert [[tag.title for tag in group.tags] for group in tag_groups(file)][-1] == ["Barrierefrei"]
