"""What the room confirmed when it was read back: one step, undone like any other, and gone with another wording."""

import pytest

from forumtool.services.confirming import confirm
from forumtool.services.measures import change_measure, confirm_measure, sketch
from forumtool.services.proposals import change, reword
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.proposals import proposals
from tests.builders import capture, example


@pytest.fixture
def file(tmp_path):
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def marks(file: ForumFile) -> list[str]:
    return [card.confirmed_at for card in proposals(file)]


def test_cards_are_confirmed_in_one_step_that_names_them(file):
    keys = [made.id for made in capture(file, "Sprachcafé", "Chor im Viertel", "Bänke am Park")]
    step = confirm(file, keys[:2])
    assert step.changes == {"proposal": frozenset(keys[:2])} and step.words == {"number": "A-1, A-2"}
    assert [bool(mark) for mark in marks(file)] == [True, True, False]
    file.undo()
    assert marks(file) == ["", "", ""]
    (fourth,) = capture(file, "Fahrradkurs")
    assert confirm(file, [*keys, fourth.id]).words == {"number": "A-1, A-2, A-3 …"}
    file.undo()
    file.redo()
    assert all(marks(file))


def test_what_is_confirmed_already_keeps_its_time_and_is_no_step(file):
    (made,) = capture(file, "Sprachcafé")
    confirm(file, [made.id])
    before = marks(file)
    assert confirm(file, [made.id]) is None
    assert confirm(file, ["gone"]) is None
    assert marks(file) == before


def test_another_wording_is_not_confirmed_and_undo_brings_both_back(file):
    (made,) = capture(file, "Sprachcafé")
    confirm(file, [made.id])
    (mark,) = marks(file)
    reword(file, made.id, "Sprachcafé im Park")
    assert marks(file) == [""]
    file.undo()
    assert marks(file) == [mark]
    reword(file, made.id, "  Sprachcafé ")
    assert marks(file) == [mark], "the same words"


def test_the_mark_of_one_card_is_taken_off_and_undo_brings_its_time_back(file):
    first, second = capture(file, "Sprachcafé", "Chor im Viertel")
    confirm(file, [first.id, second.id])
    before = marks(file)
    step = confirm(file, [first.id], on=False)
    assert step.label == "Bestätigung zurückgenommen" and step.words == {"number": "A-1"}
    assert marks(file) == ["", before[1]]
    assert confirm(file, [first.id], on=False) is None
    file.undo()
    assert marks(file) == before


def test_a_note_leaves_the_mark(file):
    (made,) = capture(file, "Sprachcafé")
    confirm(file, [made.id])
    change(file, made.id, note="Die Stadtbibliothek macht mit.")
    assert all(marks(file))


def test_a_measure_loses_its_mark_with_other_words_only(file):
    (key,) = sketch(file, "Sprachcafé", forum_id=None).changes["measure"]
    confirm_measure(file, key)
    change_measure(file, key, title="Sprachcafé", action_field_id=None)
    assert measures(file)[0].confirmed_at
    change_measure(file, key, lead="Stadtbibliothek")
    assert not measures(file)[0].confirmed_at
