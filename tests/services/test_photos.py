"""Photographs of the real pin board, kept beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.rows import PhotoRow, Scope
from forumtool.services import photos, reporting
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries import outcomes
from tests.builders import example, forum_for, goal_of, photo


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def add(file: ForumFile, *found: photos.NewPhoto, number: str = "3.2") -> Step | None:
    return photos.add_photos(file, found, forum_id=forum_for(file).id, goal_id=goal_of(file, number).id)


def shown(file: ForumFile) -> list[PhotoRow]:
    return outcomes.photos(file, Scope(forum_for(file).id), goal_of(file).id)


def test_several_photos_are_one_step_and_stand_in_their_order(file: ForumFile) -> None:
    before = file.history.count
    add(file, photo(caption="links", shade=1), photo(caption="rechts", shade=2))
    add(file, photo(caption="später", shade=3))
    assert file.history.count == before + 2
    assert [row.caption for row in shown(file)] == ["links", "rechts", "später"]
    assert file.content(shown(file)[1].content) == photo(shade=2).data


def test_the_same_photo_lies_beside_a_board_only_once(file: ForumFile) -> None:
    add(file, photo())
    assert add(file, photo()) is None
    assert add(file, photo(), photo(shade=9), photo(shade=9)) is not None
    assert len(shown(file)) == 2
    assert add(file, photo(), number="3.3") is not None


def test_undo_takes_a_photo_off_the_board_and_redo_brings_it_back_whole(file: ForumFile) -> None:
    add(file, photo())
    file.undo()
    assert shown(file) == []
    file.redo()
    assert file.content(shown(file)[0].content) == photo().data


def test_a_photo_taken_off_can_be_laid_beside_the_board_again(file: ForumFile) -> None:
    add(file, photo())
    photos.remove_photo(file, shown(file)[0].id)
    assert shown(file) == []
    add(file, photo())
    assert len(shown(file)) == 1
    file.undo()
    file.undo()
    assert len(shown(file)) == 1


def test_photos_are_captioned_and_moved(file: ForumFile) -> None:
    add(file, *(photo(caption=name, shade=at) for at, name in enumerate("abc")))
    first, _second, third = (row.id for row in shown(file))
    photos.caption_photo(file, first, "vor dem Kleben")
    photos.move_photo(file, third, -1)
    assert photos.move_photo(file, first, -1) is None
    assert [row.caption for row in shown(file)] == ["vor dem Kleben", "c", "b"]


def test_a_photo_survives_closing_and_belongs_to_the_content_of_the_file(file: ForumFile, tmp_path: Path) -> None:
    empty = digest(file)
    add(file, photo())
    told = digest(file)
    assert told != empty
    file.close()
    with ForumFile.open(file.path) as again:
        assert digest(again) == told
        assert findings(again) == []
        assert again.content(shown(again)[0].content) == photo().data


def test_a_report_holds_the_photos_of_its_forum_and_their_goals(file: ForumFile) -> None:
    add(file, photo(caption="vorn"), number="1.1")
    report = reporting.build(file, forum_id=forum_for(file).id)
    assert [(found.caption, found.data) for found in report.photos] == [("vorn", photo().data)]
    assert goal_of(file, "1.1").id in [part.goal.id for part in report.goals if part.goal]
    assert reporting.build(file, forum_id=forum_for(file, "1.1").id).photos == ()
