"""Rows written by the hundred are recorded like single ones."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.models import Goal, Proposal
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import BIRTH, Op
from tests.builders import capture, example, goal_of

WORDS = ("Sprachcafé „im Park“", "Zeile\nund Zeile\\", "مقهى لغوي", 'a"b', "")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def ops(file: ForumFile, step: str) -> list[Op]:
    return file.journal.ops(step)


def rows() -> list[dict[str, object]]:
    return [{"id": f"card-{at}", "original_text": words, "confirmed_at": words} for at, words in enumerate(WORDS)]


def test_new_rows_are_born_as_if_each_had_been_added_alone(file: ForumFile) -> None:
    with file.step("allein") as edit:
        for row in rows():
            edit.add(Proposal(**row))
    alone, content = [(json.loads(op.value), op.field) for op in ops(file, edit.done.id)], digest(file)
    file.undo()
    with file.step("zusammen") as edit:
        edit.add_many(Proposal, [{**row, "id": f"other-{row['id']}"} for row in rows()])
    together = [(json.loads(op.value.replace("other-", "")), op.field) for op in ops(file, edit.done.id)]
    assert {row["id"]: (row, field) for row, field in together} == {row["id"]: (row, field) for row, field in alone}
    assert {field for _value, field in together} == {BIRTH}
    assert digest(file) == content
    assert findings(file) == []


def test_a_row_without_a_key_gets_one_and_keys_are_in_the_order_of_the_rows(file: ForumFile) -> None:
    with file.step("x") as edit:
        keys = edit.add_many(Proposal, [{"original_text": words} for words in WORDS])
    assert keys == sorted(set(keys))
    assert edit.done.changes == {"proposal": frozenset(keys)}


def test_changed_rows_are_recorded_as_if_each_had_been_changed_alone(file: ForumFile) -> None:
    alone, together = capture(file, "eins", "zwei")
    values = {"note": "neu", "kind": "way", "deleted": True}  # it is a way already
    with file.step("allein") as edit:
        edit.change(Proposal, alone.id, **values)
    first = edit.done
    with file.step("zusammen") as edit:
        edit.change_many(Proposal, {together.id: values, goal_of(file).id: values, alone.id: values})
    assert edit.done.changes == {"proposal": frozenset({together.id})}
    for card, step in ((alone, first), (together, edit.done)):
        (birth,) = ops(file, card.step.id)
        assert sorted((op.row, op.field, op.value, json.loads(op.parents)) for op in ops(file, step.id)) == [
            (card.id, "deleted", "true", [birth.id]), (card.id, "note", '"neu"', [birth.id]),
        ]  # fmt: skip
    assert findings(file) == []


def test_a_row_that_is_being_changed_shows_what_many_rows_were_given(file: ForumFile) -> None:
    (card,) = capture(file, "eins")
    with file.step("x") as edit:
        row = edit.get(Proposal, card.id)
        row.dissent = "anders"
        edit.change_many(Proposal, {card.id: {"note": "neu"}})
        assert (row.dissent, row.note) == ("anders", "neu")
        edit.change(Proposal, card.id, note="doch nicht")
    assert [(op.field, op.value) for op in ops(file, edit.done.id)] == [
        ("dissent", '"anders"'), ("note", '"neu"'), ("note", '"doch nicht"'),
    ]  # fmt: skip
    file.undo()
    assert file.one("SELECT note, dissent FROM proposal WHERE id = ?", card.id) == ("", "")
    assert findings(file) == []


def test_an_error_behind_many_rows_leaves_nothing_of_them(file: ForumFile) -> None:
    before = digest(file)
    with pytest.raises(ZeroDivisionError), file.step("x") as edit:
        edit.add_many(Proposal, rows())
        edit.change_many(Goal, {goal_of(file).id: {"title": "anders"}})
        raise ZeroDivisionError
    assert digest(file) == before
    assert file.history.next_undo is None
    assert findings(file) == []


def test_a_field_that_no_row_has_is_refused(file: ForumFile) -> None:
    with pytest.raises(TypeError, match="colour"), file.step("x") as edit:
        edit.add_many(Proposal, [{"original_text": "eins", "colour": 3}])
    assert findings(file) == []


def test_a_long_step_is_taken_back_row_by_row_and_says_how_far_it_is(file: ForumFile) -> None:
    before, told = digest(file), []
    with file.step("x") as edit:
        edit.add_many(Proposal, [{"original_text": f"Weg {at}"} for at in range(1200)])
    after = digest(file)
    file.undo(lambda done, total: told.append((done, total)))
    assert digest(file) == before
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]
    file.redo()
    assert digest(file) == after
    assert findings(file) == []
