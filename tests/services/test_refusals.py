"""Refused suggestions: kept in the file, taken back by undo, and no content."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.services import proposals
from forumtool.services.refusals import refuse_double, refuse_groups
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.refusals import refused_doubles, refused_groups
from tests.builders import capture, example, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def test_two_cards_that_are_not_the_same_are_a_pair_whichever_comes_first(file: ForumFile) -> None:
    one, two = capture(file, "Sprachcafé", "Sprachkurs")
    step = refuse_double(file, two.id, one.id)
    assert step is not None and step.words == {"number": "A-1", "other": "A-2"}
    assert refused_doubles(file) == {frozenset((one.id, two.id))}
    assert refuse_double(file, one.id, two.id) is None
    file.undo()
    assert refused_doubles(file) == set()
    file.redo()
    assert refused_doubles(file) == {frozenset((one.id, two.id))}
    assert findings(file) == []


def test_groups_are_refused_for_a_card_up_to_now(file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    before = group(file, "Begegnung")
    step = refuse_groups(file, card.id)
    assert step is not None and step.words == {"number": "A-1"}
    behind = group(file, "Sprache")
    since = refused_groups(file)[card.id]
    assert before < since < behind
    refuse_groups(file, card.id)
    assert refused_groups(file)[card.id] > behind
    file.undo()
    assert refused_groups(file)[card.id] == since


def test_a_refusal_survives_restart_and_the_undo_of_something_else(tmp_path: Path, file: ForumFile) -> None:
    (card,) = capture(file, "Sprachcafé")
    refuse_groups(file, card.id)
    proposals.reword(file, card.id, "Sprachcafés")
    file.undo()
    assert set(refused_groups(file)) == {card.id}
    file.close()
    with ForumFile.open(file.path) as again:
        assert set(refused_groups(again)) == {card.id}


def test_what_was_refused_is_no_content(file: ForumFile) -> None:
    one, two = capture(file, "Sprachcafé", "Sprachkurs")
    before = digest(file)
    refuse_double(file, one.id, two.id)
    refuse_groups(file, one.id)
    assert digest(file) == before
    proposals.remove(file, [two.id])
    assert digest(file) != before
