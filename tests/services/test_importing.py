from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import Unchanged, UserError
from forumtool.domain.rows import PROCESS_ONLY, NewParticipant, Scope
from forumtool.imports.table import Table, read_table
from forumtool.services import importing
from forumtool.services.goals import add_goal
from forumtool.services.people import add_participants
from forumtool.services.processes import new_process
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forums, participants
from forumtool.storage.queries.process import constituencies, goals, theme_fields
from forumtool.storage.queries.proposals import proposals, tag_groups
from tests.imports.builders import plan_rows, real, write_csv, write_xlsx

PLAN = "karlsruhe_plan/plan_2012_structured.csv"


@pytest.fixture(params=["empty", "aachen"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ForumFile]:
    path = tmp_path / "a.forum"
    new_process(path, request.param)
    with ForumFile.open(path) as opened:
        yield opened


@pytest.fixture
def aachen(tmp_path: Path) -> Iterator[ForumFile]:
    path = tmp_path / "aachen.forum"
    new_process(path, "aachen")
    with ForumFile.open(path) as opened:
        yield opened


def rows(*cells: tuple[str, ...], heads: str) -> Table:
    return Table(tuple(heads.split()), cells, tuple(range(2, len(cells) + 2)))


def take(file: ForumFile, path: Path) -> None:
    importing.take_proposals(file, importing.plan_proposals(file, read_table(path)))


def test_the_real_plan_is_read_as_one_step_with_its_exact_words(file):
    fields, before = len(theme_fields(file)), {goal.id for goal in goals(file)}
    step = importing.take_proposals(file, importing.plan_proposals(file, read_table(real(PLAN))))
    assert (step.label, step.words["count"]) == ("{count} Vorschläge eingelesen", "114")
    every = plan_rows()[1:]
    new = [goal for goal in goals(file) if goal.id not in before]
    assert len(theme_fields(file)) == fields + 11
    assert [goal.title for goal in new] == [row[4].strip() for row in every if row[3] == "Ziel"]
    assert {goal.number for goal in new} == {row[1] for row in every} | {"4.1.4b", "4.3.3b"}
    assert [text for goal in new for text in goal.indicators] == [
        row[4].strip() for row in every if row[3] == "Indikator"
    ]
    cards = proposals(file, PROCESS_ONLY)
    wanted = [(row[0], row[4].strip()) for row in every if row[3] == "Maßnahme"]
    assert [(card.reference, card.original_text) for card in cards] == wanted
    assert [card.number for card in cards] == [f"A-{at}" for at in range(1, 115)]
    assert {card.forum_id for card in cards} == {None}
    assert len({goal.number for goal in goals(file)}) == len(goals(file))


def test_undo_brings_the_file_of_before_back_and_redo_that_of_after(file):
    before = digest(file)
    take(file, real(PLAN))
    after = digest(file)
    assert before != after
    file.undo()
    assert digest(file) == before
    file.redo()
    assert digest(file) == after
    assert not findings(file)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252", "xlsx"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_same_list_in_another_form_makes_the_same_file(tmp_path, encoding, delimiter):
    every = plan_rows()
    if encoding == "xlsx":
        path = write_xlsx(tmp_path / "liste.xlsx", every)
    else:
        every = [[cell.encode(encoding, "replace").decode(encoding) for cell in row] for row in every]
        path = write_csv(tmp_path / "liste.csv", every, delimiter=delimiter, encoding=encoding)
    digests = []
    for name, found in (("a", path), ("b", write_csv(tmp_path / "b.csv", every, delimiter=","))):
        new_process(tmp_path / f"{name}.forum", "empty")
        with ForumFile.open(tmp_path / f"{name}.forum") as opened:
            take(opened, found)
            digests.append(digest(opened))
    assert digests[0] == digests[1]


def test_a_plan_changes_nothing_and_says_what_will_come(file):
    before = digest(file)
    plan = importing.plan_proposals(file, read_table(real(PLAN)))
    assert plan.counts == {"fields": 11, "goals": 13, "indicators": 34, "proposals": 114, "left_out": 0}
    assert digest(file) == before
    assert file.history.next_undo is None


def test_reading_the_same_list_again_adds_nothing(file):
    take(file, real(PLAN))
    before = digest(file)
    plan = importing.plan_proposals(file, read_table(real(PLAN)))
    assert plan.counts == {"fields": 0, "goals": 0, "indicators": 0, "proposals": 0, "left_out": 148}
    with pytest.raises(Unchanged):
        importing.take_proposals(file, plan)
    assert digest(file) == before


def test_the_goals_of_the_example_are_used(aachen):
    field, goal = theme_fields(aachen)[2], next(goal for goal in goals(aachen) if goal.number == "3.2")
    table = rows((field.title, "3.2", "Ziel", goal.title), (field.title, "3.2", "Weg", "Chor"),
                 heads="Themenfeld Ziel Art Text")  # fmt: skip
    before = len(goals(aachen))
    importing.take_proposals(aachen, importing.plan_proposals(aachen, table))
    assert len(goals(aachen)) == before
    assert [card.goal_number for card in proposals(aachen)] == ["3.2"]


def test_a_plan_that_the_file_has_outrun_is_refused_and_writes_nothing(aachen):
    field = theme_fields(aachen)[0]
    plan = importing.plan_proposals(aachen, rows((field.title, "1.9", "Chor"), heads="Themenfeld Ziel Text"))
    add_goal(aachen, field.id, "Dazwischen")
    before = digest(aachen)
    with pytest.raises(UserError, match="seit der Vorschau"):
        importing.take_proposals(aachen, plan)
    assert digest(aachen) == before


def test_tags_are_found_whatever_their_case_and_new_ones_are_made_once(file):
    table = rows(("x", "ankommen; Neues Wort"), ("y", "NEUES WORT|Ankommen"), heads="Text Merkmale")
    importing.take_proposals(file, importing.plan_proposals(file, table))
    assert [[tag.title for tag in card.tags] for card in proposals(file)] == [["Ankommen", "Neues Wort"]] * 2
    assert [tag.title for group in tag_groups(file) for tag in group.tags].count("Neues Wort") == 1


def test_a_list_for_a_forum_belongs_to_it(aachen):
    forum = forums(aachen)[1]
    plan = importing.plan_proposals(aachen, rows(("2.1", "x"), heads="Ziel Text"), forum_id=forum.id)
    importing.take_proposals(aachen, plan)
    (card,) = proposals(aachen, Scope(forum.id))
    assert (card.goal_number, card.text) == ("2.1", "x")
    with pytest.raises(UserError, match="Forum"):
        importing.plan_proposals(aachen, rows(("x",), heads="Text"), forum_id="fehlt")


def test_a_real_export_of_contributions_is_read(file):
    take(file, real("dipas_magistralen/magistralen_beitraege.xlsx"))
    table = read_table(real("dipas_magistralen/magistralen_beitraege.xlsx"))
    text = table.heads.index("Contributiontext")
    assert sorted(card.original_text for card in proposals(file)) == sorted(
        row[text] for row in table.rows if row[text]
    )
    assert {card.note for card in proposals(file)} <= {row[table.heads.index("Title")] for row in table.rows}


def test_a_chosen_column_is_used(file):
    table = rows(("kurz", "lang"), heads="Titel Text")
    importing.take_proposals(file, importing.plan_proposals(file, table, {"text": "TITEL", "note": "text"}))
    assert [(card.text, card.note) for card in proposals(file)] == [("kurz", "lang")]


def test_progress_is_told_to_the_end(file):
    told: list[tuple[int, int]] = []
    plan = importing.plan_proposals(file, rows(("x",), ("y",), heads="Text"))
    importing.take_proposals(file, plan, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    "name", ["demo_de.csv", "demo_de.cp1252.csv", "demo_de.utf16.txt", "demo_de.utf8bom.csv",
             "demo_de_2015_english_headings.csv", "demo_de_2013_kurz.csv", "demo_de_large.csv"]
)  # fmt: skip
def test_real_lists_of_people_come_onto_the_forums_list_as_one_step(aachen, name):
    forum, before = forums(aachen)[0], digest(aachen)
    table = read_table(real(f"participants/participants-{name}"))
    importing.take_participants(aachen, importing.plan_participants(aachen, forum.id, table))
    people = participants(aachen, forum.id)
    assert len(people) == len(table.rows)
    assert {one.state for one in people} == {"expected"}
    after = digest(aachen)
    aachen.undo()
    assert (digest(aachen), participants(aachen, forum.id)) == (before, [])
    aachen.redo()
    assert digest(aachen) == after


def test_who_is_there_already_comes_again_only_if_wanted(aachen):
    forum = forums(aachen)[0]
    add_participants(aachen, forum.id, [NewParticipant("Max Muster", "Caritas")])
    table = rows(("Muster, Max", "CARITAS"), ("Muster, Max", "AWO"), heads="Name Verein")
    plan = importing.plan_participants(aachen, forum.id, table)
    assert [one.organisation for one in plan.people] == ["AWO"]
    both = importing.plan_participants(aachen, forum.id, table, doubles=True)
    importing.take_participants(aachen, both)
    assert len(participants(aachen, forum.id)) == 3
    with pytest.raises(UserError, match="seit der Vorschau"):
        importing.take_participants(aachen, plan)


def test_groups_become_benches_of_the_forum(aachen):
    before = [bench.title for bench in constituencies(aachen, "forum")]
    table = read_table(real("participants/e2e_participants.csv"))
    importing.take_participants(aachen, importing.plan_participants(aachen, forums(aachen)[0].id, table))
    assert [bench.title for bench in constituencies(aachen, "forum")] == [*before, "Delegates", "Staff", "Observers"]


def test_exactly_the_benches_that_were_announced_are_made(aachen):
    first, second = (forum.id for forum in forums(aachen)[:2])
    add_participants(aachen, first, [NewParticipant("Max Muster", "Caritas", constituency="Praxis")])
    before = [bench.title for bench in constituencies(aachen, "forum")]
    table = rows(("Muster, Max", "Caritas", "Beirat"), ("Kaya, Ayşe", "AWO", "ehrenamt"), ("Ott, Eva", "", "Presse"),
                 heads="Name Verein Bank")  # fmt: skip
    plan = importing.plan_participants(aachen, second, table)
    importing.take_participants(aachen, plan)
    assert plan.benches == ("Presse",)
    assert [bench.title for bench in constituencies(aachen, "forum")] == [*before, "Presse"]
    assert {row.name: row.constituency for row in participants(aachen, second)}["Max Muster"] == "Praxis"


def test_a_list_of_people_already_there_changes_nothing(aachen):
    table = read_table(real("participants/e2e_participants.csv"))
    forum_id = forums(aachen)[0].id
    importing.take_participants(aachen, importing.plan_participants(aachen, forum_id, table))
    with pytest.raises(Unchanged):
        importing.take_participants(aachen, importing.plan_participants(aachen, forum_id, table))
