"""One recorded step: what the journal holds, and what nobody can do past it."""

import json
from pathlib import Path

import pytest
from sqlmodel import delete, insert, update

from forumtool.domain.errors import Unchanged, UserError
from forumtool.domain.models import Goal, Proposal
from forumtool.services import goals, proposals
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import BIRTH, Step
from tests.builders import capture, example, goal_of


@pytest.fixture
def file(tmp_path: Path) -> "ForumFile":
    return ForumFile.open(example(tmp_path))


@pytest.fixture(autouse=True)
def closed(file: ForumFile):  # type: ignore[no-untyped-def]  # a generator of nothing
    yield
    file.close()


@pytest.mark.parametrize("statement", [update(Goal).values(title="x"), delete(Goal), insert(Goal).values(title="x")])
def test_a_bulk_statement_is_refused_and_nothing_is_written(file: ForumFile, statement: object) -> None:
    before = digest(file)
    with pytest.raises(RuntimeError, match="bulk"), file.step("x") as edit:
        edit._session.execute(statement)
    assert digest(file) == before
    assert findings(file) == []


def test_removing_a_row_for_good_is_refused(file: ForumFile) -> None:
    goal = goal_of(file)
    with pytest.raises(RuntimeError, match="marked as deleted"), file.step("x") as edit:
        edit._session.delete(edit.get(Goal, goal.id))
        edit.flush()
    assert goal_of(file) == goal


def test_a_card_is_born_in_one_op_that_carries_all_its_values(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    (op,) = file.journal.ops(card.step.id)
    assert (op.table, op.row, op.field, json.loads(op.parents)) == ("proposal", card.id, BIRTH, [])
    assert json.loads(op.value)["original_text"] == "Sprachcafé"


def test_an_op_names_the_op_before_it_as_its_parent(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    (birth,) = file.journal.ops(card.step.id)
    first = proposals.reword(file, card.id, "Sprachcafés")
    assert first is not None
    (second_op,) = file.journal.ops(first.id)
    assert json.loads(second_op.parents) == [birth.id]
    again = proposals.reword(file, card.id, "Viele Sprachcafés")
    assert again is not None
    (third_op,) = file.journal.ops(again.id)
    assert json.loads(third_op.parents) == [second_op.id]


def test_only_the_fields_that_changed_are_recorded(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    step = proposals.change(file, card.id, note="dazu", dissent="", kind="way")
    assert step is not None
    assert [op.field for op in file.journal.ops(step.id)] == ["note"]


def test_a_step_without_a_change_is_no_step(file: ForumFile) -> None:
    before = file.history.count
    assert goals.change_goal(file, goal_of(file).id, title=goal_of(file).title) is None
    assert file.history.count == before


def test_a_listener_hears_of_a_step_after_it_is_on_disk(file: ForumFile) -> None:
    heard: list[tuple[Step, int]] = []
    end = file.subscribe(lambda step: heard.append((step, file.one("SELECT count(*) FROM proposal")[0])))
    (card,) = capture(file, "Sprachcafé")
    end()
    capture(file, "Noch eins")
    assert heard == [(card.step, 1)]


def test_an_error_inside_a_step_leaves_nothing_of_it(file: ForumFile) -> None:
    before = digest(file)
    with pytest.raises(UserError, match="Nein"), file.step("x") as edit:
        edit.add(Proposal(original_text="halb"))
        edit.flush()
        raise UserError("Nein")
    assert digest(file) == before
    assert file.history.next_undo is None
    assert findings(file) == []


def test_the_founding_step_is_not_undone(file: ForumFile) -> None:
    with pytest.raises(Unchanged, match="nichts"):
        file.undo()
    with pytest.raises(Unchanged, match="nichts"):
        file.redo()


def test_an_undo_keeps_the_label_of_what_it_took_back(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    undone = file.undo()
    assert (undone.label, undone.words, undone.undoes) == (card.step.label, {"number": "A-1"}, card.step.id)
    assert file.redo().undoes == undone.id


def test_undo_after_restart_brings_the_card_back(tmp_path: Path, file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé #Ankommen")
    proposals.remove(file, [card.id])
    file.close()
    with ForumFile.open(file.path) as again:
        again.undo()
        assert [row for (row,) in again.plain("SELECT original_text FROM proposal WHERE NOT deleted")] == ["Sprachcafé"]
    with ForumFile.open(file.path) as again:
        again.redo()
        assert again.plain("SELECT 1 FROM proposal WHERE NOT deleted") == []


def test_a_new_step_after_undo_empties_what_could_be_redone_also_after_restart(file: ForumFile) -> None:
    capture(file, "eins", "zwei")
    file.undo()
    capture(file, "drei")
    file.close()
    with ForumFile.open(file.path) as again:
        with pytest.raises(Unchanged):
            again.redo()
        assert [
            text for (text,) in again.plain("SELECT original_text FROM proposal WHERE NOT deleted ORDER BY id")
        ] == [
            "eins",
            "drei",
        ]


def test_undo_is_refused_where_somebody_else_has_changed_the_field_since(file: ForumFile) -> None:
    from forumtool.storage.undo import revert

    (card,) = capture(file, "Sprachcafé")
    first = proposals.reword(file, card.id, "Sprachcafés")
    proposals.reword(file, card.id, "Sprachtreffs")
    assert first is not None
    before = digest(file)
    with pytest.raises(UserError, match="inzwischen geändert"), file.step("x") as edit:
        revert(edit, file.journal, first.id)
    assert digest(file) == before


def test_check_finds_a_row_changed_behind_the_journal(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    file._connection.execute("UPDATE proposal SET note = 'heimlich' WHERE id = ?", (card.id,))
    assert len(findings(file)) == 1
    file._connection.execute("DELETE FROM proposal")
    assert len(findings(file)) == 1
    assert "fehlt" in findings(file)[0]
